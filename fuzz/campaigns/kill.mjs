// prepare and train are killed at random moments, and go on: the result is that of an undisturbed run, byte for byte.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const COMMAND = fileURLToPath(new URL('../../packages/hashsight/bin/hashsight.js', import.meta.url));
const KILLS = { prepare: 18, train: 12 };
const POSTS = 400;

/** What is compared: files that tell the time, or hold nothing that a later run reads, are left out. */
const OUTPUTS = {
  prepare: (name) => !name.startsWith('.work'),
  train: (name) => /^(config|vocabulary)\.json$|^checkpoints\/[^/]+\/model\.safetensors$/.test(name),
};

export async function start({ random, folder, tell, fail }) {
  const posts = await writePosts(path.join(folder, 'posts'));
  // Pages are headed with the name of their folder: all are called the same.
  const data = path.join(folder, 'undisturbed', 'data');
  const jobs = {
    prepare: (out) => ['prepare', '--posts', posts, '--out', out, '--min-count', '5', '--shorter-side', '48'],
    train: (out) => [
      ...[
        'train',
        '--data',
        data,
        '--out',
        out,
        '--auto-resume',
        '--model',
        'resnext14_32x4d',
        '--image-size',
        '32',
      ],
      ...[
        '--epochs',
        '2',
        '--batch-size',
        '32',
        '--threads',
        '1',
        '--checkpoint-steps',
        '3',
        '--device',
        'cpu',
      ],
    ],
  };
  const undisturbed = {};
  for (const [kind, out] of [
    ['prepare', data],
    ['train', path.join(folder, 'undisturbed', 'run')],
  ]) {
    const begin = performance.now();
    const { code, errors } = await run(jobs[kind](out));
    if (code !== 0) throw new Error(`${kind} failed undisturbed: ${errors}`);
    undisturbed[kind] = { ms: performance.now() - begin, digests: digestsOf(out, OUTPUTS[kind]) };
    tell({});
  }
  const todo = Object.entries(KILLS).flatMap(([kind, kills]) => Array(kills).fill(kind));
  return async (input) => {
    const kind = todo.shift();
    if (kind === undefined) return undefined;
    const out = path.join(input, kind === 'prepare' ? 'data' : 'run');
    const { ms, digests } = undisturbed[kind];
    const moment = random.fraction() * ms;
    const first = await run(jobs[kind](out), moment);
    if (!first.isKilled) return { inputs: 0 }; // it was done before: another moment is drawn
    const { code, errors } = await run(jobs[kind](out));
    if (code !== 0) fail(`${kind}, killed after ${Math.round(moment)} ms, does not go on: ${errors}`);
    else {
      const after = digestsOf(out, OUTPUTS[kind]);
      const other = Object.keys({ ...digests, ...after }).filter((name) => digests[name] !== after[name]);
      if (other.length > 0)
        fail(`${kind}, killed after ${Math.round(moment)} ms: ${other.join(', ')} differ`);
    }
    return { inputs: 1, accepted: 1 };
  };
}

/** Posts with images of soft spots, some of them twice. */
async function writePosts(folder) {
  mkdirSync(folder);
  const words = ['cat', 'dog', 'owl', 'tree', 'boat', 'beach'];
  const lines = [];
  for (let i = 0; i < POSTS; i++) {
    const digest = createHash('sha512')
      .update(String(i % (POSTS - 20)))
      .digest();
    const spots = sharp(digest.subarray(0, 48), { raw: { width: 4, height: 4, channels: 3 } });
    await spots
      .resize(96, 64, { kernel: 'cubic', fit: 'fill' })
      .jpeg()
      .toFile(path.join(folder, `${i}.jpg`));
    lines.push(
      JSON.stringify({ id: `p${i}`, image: `${i}.jpg`, hashtags: [words[i % 6], words[(i * i) % 5]] }),
    );
  }
  const file = path.join(folder, 'posts.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** Runs the command; ends it with SIGKILL after `killAfterMs`. */
function run(args, killAfterMs) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors = (errors + chunk).slice(-2000);
    });
    const timer =
      killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, errors, isKilled: signal === 'SIGKILL' });
    });
  });
}

function digestsOf(folder, isCompared) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter(isCompared);
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}
