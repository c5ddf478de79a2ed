// Mutated JPEGs, decoded by the C++ of @hashsight/jpeg with the address and undefined-behaviour sanitizers.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { images } from '../seeds/images.mjs';

const SOURCE = fileURLToPath(new URL('../jpeg', import.meta.url));
const BUILD = path.join(SOURCE, 'build');

export async function start({ folder, seconds, seed, tell, fail }) {
  for (const args of [
    ['-S', SOURCE, '-B', BUILD],
    ['--build', BUILD],
  ]) {
    execFileSync('cmake', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const seeds = path.join(folder, 'seeds');
  mkdirSync(seeds, { recursive: true });
  const files = (await images())
    .filter(({ extension }) => extension === 'jpg')
    .map(({ bytes }, i) => {
      const file = path.join(seeds, `${i}.jpg`);
      writeFileSync(file, bytes);
      return file;
    });
  let isDone = false;
  return async (input) => {
    if (isDone) return undefined;
    isDone = true;
    const last = path.join(input, 'mutated.jpg');
    const { code, report } = await run([last, String(seconds), String(seed), ...files], tell);
    if (code !== 0) fail(`ended with ${code}\n${report}`);
    return {};
  };
}

/** The harness tells its counts every second, a line each. */
function run(args, tell) {
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      ASAN_OPTIONS: 'allocator_may_return_null=1',
      UBSAN_OPTIONS: 'halt_on_error=1',
    };
    const child = spawn(path.join(BUILD, 'jpeg_fuzz'), args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let report = '';
    child.stderr.on('data', (chunk) => {
      report = (report + chunk).slice(0, 8000);
    });
    createInterface({ input: child.stdout }).on('line', (line) => tell(JSON.parse(line)));
    child.on('close', (code, signal) => resolve({ code: signal ?? code, report }));
  });
}
