// Runs the tests whose outcome could hang on the processor, on threads or on other work, under settings that stand for
// other machines, and prints a table. LibTorch takes a lesser processor for granted when it is told to, never a better one.
//   npm run test:processors                                    every setting, every such test: an hour on two cores
//   npm run test:processors -- --settings sse41,busy --tests training/train
//   npm run test:processors -- --seeds 30                      in place of the tests: how far seeds stand from not learning
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What stands for another machine: variables of LibTorch, oneDNN, libjpeg-turbo and libvips, and of `tiny-set.ts`. */
const SETTINGS = {
  here: {},
  sse41: { ATEN_CPU_CAPABILITY: 'default', ONEDNN_MAX_CPU_ISA: 'SSE41' },
  'default-avx2': { ATEN_CPU_CAPABILITY: 'default', ONEDNN_MAX_CPU_ISA: 'AVX2' },
  avx2: { ATEN_CPU_CAPABILITY: 'avx2', ONEDNN_MAX_CPU_ISA: 'AVX2' },
  avx512: { ATEN_CPU_CAPABILITY: 'avx512', ONEDNN_MAX_CPU_ISA: 'AVX512_CORE' },
  'no-simd-jpeg': { JSIMD_FORCENONE: '1', VIPS_NOVECTOR: '1' },
  bfloat16: { HASHSIGHT_TEST_AMP: 'bfloat16' },
  'two-threads': { HASHSIGHT_TEST_THREADS: '2' },
  'two-threads-bfloat16-sse41': {
    ...{ HASHSIGHT_TEST_THREADS: '2', HASHSIGHT_TEST_AMP: 'bfloat16' },
    ...{ ATEN_CPU_CAPABILITY: 'default', ONEDNN_MAX_CPU_ISA: 'SSE41' },
  },
  busy: {},
};

/** The setting with other work beside: so many busy loops for each core. */
const BUSY = { name: 'busy', loopsPerCore: 2 };

/** Folders of tests that compute with LibTorch, decode images, start several processes, or stop them on their way. */
const FOLDERS = [
  'packages/torch/test',
  'packages/jpeg/test',
  'packages/images/test',
  'packages/training/test',
  'packages/dataset/test/images',
  'packages/dataset/test/prepare',
  'packages/hashsight/test',
];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    settings: { type: 'string', default: Object.keys(SETTINGS).join() },
    tests: { type: 'string', default: '' },
    seeds: { type: 'string' },
  },
});
const names = values.settings.split(',');
for (const name of names) {
  if (name in SETTINGS) continue;
  console.error(
    `test-processors: expected settings among ${Object.keys(SETTINGS).join(', ')}, got "${name}"`,
  );
  process.exit(2);
}

/** By their sources, as scripts/test has it. */
function testFiles() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => path.join(folder, name))
      .filter((file) => file.includes(values.tests))
      .sort()
      .map((file) => file.replace(/^(packages\/[^/]+)\/(.*)\.ts$/, '$1/dist/$2.js')),
  );
}

/** Runs Node beside other work, where the setting has some. */
function runNode(name, words) {
  const loops = name === BUSY.name ? BUSY.loopsPerCore * availableParallelism() : 0;
  const others = Array.from({ length: loops }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  try {
    const env = { ...process.env, ...SETTINGS[name] };
    const stdio = ['ignore', 'pipe', 'inherit'];
    return spawnSync(process.execPath, words, {
      cwd: ROOT,
      env,
      encoding: 'utf8',
      stdio,
      maxBuffer: 1 << 28,
    });
  } finally {
    for (const other of others) other.kill('SIGKILL');
  }
}

function testsUnder(name) {
  const words = ['--test', '--test-concurrency=1', '--test-reporter=tap', ...testFiles()];
  const { stdout } = runNode(name, words);
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(stdout)?.[1] ?? Number.NaN);
  const failed = [...stdout.matchAll(/^ *not ok \d+ - (.*?)(?: # .*)?$/gm)].map(([, title]) => title);
  return {
    row: [name, count('pass'), count('fail'), count('skipped'), failed.join('; ')],
    isGood: count('fail') === 0,
  };
}

function seedsUnder(name) {
  const program = fileURLToPath(new URL('learned-seeds.mjs', import.meta.url));
  const { status, stdout } = runNode(name, [program, values.seeds]);
  if (status !== 0) return { row: [name, 'failed', '', ''], isGood: false };
  const { seeds, learned, margin, loss } = JSON.parse(stdout);
  return { row: [name, `${learned} of ${seeds}`, margin, loss], isGood: learned === seeds };
}

const head =
  values.seeds === undefined
    ? ['setting', 'passed', 'failed', 'skipped', 'which']
    : ['setting', 'seeds that learned all', 'least margin of an image', 'greatest loss at the end'];
const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
line(head);
line(head.map(() => '---'));
let isGood = true;
for (const name of names) {
  const result = values.seeds === undefined ? testsUnder(name) : seedsUnder(name);
  isGood &&= result.isGood;
  line(result.row);
}
process.exitCode = isGood ? 0 : 1;
