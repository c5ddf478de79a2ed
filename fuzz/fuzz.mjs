// npm run fuzz: runs the campaigns one after the other, each in processes of its own, and prints what came of them.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FAILURES, keepFailure } from './failures.mjs';

/** Seconds of each campaign. Together with what ends late and the build they stay below ten minutes. */
const CAMPAIGNS = {
  jpeg: 100,
  safetensors: 30,
  checkpoints: 30,
  posts: 110,
  images: 90,
  serve: 50,
  kill: 130,
};
/** Longer than any input may take. */
const SILENCE_S = 60;
const FAILURES_KEPT = 20;
const CAMPAIGN = fileURLToPath(new URL('./campaign.mjs', import.meta.url));

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const names = values.only?.split(',') ?? Object.keys(CAMPAIGNS);
for (const name of names) {
  if (name in CAMPAIGNS) continue;
  console.error(`fuzz: expected --only to name some of ${Object.keys(CAMPAIGNS).join(', ')}, got "${name}"`);
  process.exit(2);
}
const firstSeed = Number(values.seed);
if (!Number.isSafeInteger(firstSeed) || !(values.seconds === undefined || Number(values.seconds) > 0)) {
  console.error('fuzz: expected a whole number as --seed, and a number above 0 as --seconds');
  process.exit(2);
}

const results = [];
for (const name of names) results.push(await runCampaign(name, Number(values.seconds ?? CAMPAIGNS[name])));
console.log(`\nseed ${firstSeed}`);
console.table(Object.fromEntries(results.map(({ name, ...rest }) => [name, rest])));
const failures = results.reduce((sum, { failures }) => sum + failures, 0);
if (failures > 0)
  console.error(`fuzz: ${failures} failures; their inputs are in ${path.relative('.', FAILURES)}`);
process.exit(failures > 0 ? 1 : 0);

/** Runs processes of a campaign until its time is over: another one after each that crashed or hung. */
async function runCampaign(name, seconds) {
  const folder = mkdtempSync(path.join(tmpdir(), `hashsight-fuzz-${name}-`));
  const start = performance.now();
  const end = start + 1000 * seconds;
  const counts = {};
  let failures = 0;
  try {
    for (let attempt = 0; performance.now() < end && failures < FAILURES_KEPT; attempt++) {
      const left = (end - performance.now()) / 1000;
      const fail = (reason) => {
        failures++;
        console.error(`fuzz: ${name}: ${reason.split('\n')[0]}`);
      };
      const isOver = await runProcess(name, left, firstSeed + attempt, folder, counts, fail);
      if (isOver) break;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { name, ...counts, failures, seconds: Math.round((performance.now() - start) / 1000) };
}

/** True when another process would end no other way: the campaign is over, or does not even start. */
function runProcess(name, seconds, seed, folder, counts, fail) {
  return new Promise((resolve) => {
    const args = [CAMPAIGN, name, String(seconds), String(seed), folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const errors = [];
    let isHung = false;
    let hasStarted = false;
    let timer;
    const isAlive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isHung = true;
        child.kill('SIGKILL');
      }, 1000 * SILENCE_S);
    };
    isAlive();
    createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
    createInterface({ input: child.stdout }).on('line', (line) => {
      isAlive();
      hasStarted = true;
      const { failure, ...counted } = JSON.parse(line);
      for (const [key, n] of Object.entries(counted)) counts[key] = (counts[key] ?? 0) + n;
      if (failure !== undefined) fail(failure);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (isHung || code !== 0) {
        const end = isHung ? `nothing was heard for ${SILENCE_S} seconds` : `ended with ${signal ?? code}`;
        const reason = [end, ...errors.slice(0, 40)].join('\n');
        keepFailure(name, seed, reason, path.join(folder, 'input'));
        fail(reason);
      }
      resolve(code === 0 || !hasStarted);
    });
  });
}
