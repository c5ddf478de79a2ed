// How much of its speed training keeps beside other work: alone, and beside busy processes, with LibTorch's threads waiting
// for each other in several ways, and beside Python's PyTorch; in turns, in one run. The batch is in memory. Prints JSON.
//   npm run bench:beside [-- --task train --busy 0,1,2 --spins 0,10000 --rounds 3 --steps 6]
// --task     train, evaluate (forward only), predict (one image at a time), or ranks (two processes of one thread)
// --spins    values of GOMP_SPINCOUNT to try beside our default and OpenMP's own
// --busy     busy loops to run beside; `training` is another training with a thread for each core
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startAsked } from './asked-process.mjs';
import { median, round } from './in-turns.mjs';
import { pythonEnvironment, snakeCase, startScript } from './python.mjs';
import { freePort, speedOf, startProcess } from './scaling-processes.mjs';

const { values } = parseArgs({
  options: {
    task: { type: 'string', default: 'train' },
    busy: { type: 'string', default: '0,1,2' },
    spins: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '3' },
    steps: { type: 'string', default: '6' },
    model: { type: 'string', default: 'resnext14_32x4d' },
    size: { type: 'string', default: '64' },
    batch: { type: 'string', default: '32' },
    'without-python': { type: 'boolean', default: false },
  },
});
const { task } = values;
const [rounds, steps] = [Number(values.rounds), Number(values.steps)];
const settings = {
  ...{ model: values.model, batchSize: task === 'predict' ? 1 : Number(values.batch), classes: 1000 },
  ...{
    imageSize: Number(values.size),
    amp: 'off',
    memoryFormat: 'channels_last',
    convAlgorithm: 'rewritten',
  },
};
const threads = availableParallelism();

/** What OpenMP takes when nothing is set. */
const OPENMP_SPINS = 300_000;

/** Waits in ways of its own; the others have their threads wait as the library sets it. */
const waiting = (GOMP_SPINCOUNT) => ({ ...process.env, GOMP_SPINCOUNT: String(GOMP_SPINCOUNT) });

async function ours(env, count = threads) {
  const file = fileURLToPath(new URL('fixed-batch-process.mjs', import.meta.url));
  const { ask, end } = startAsked(process.execPath, [file], { env });
  await ask('begin', { threads: count, isMemoryKept: true, settings });
  const command = { train: 'measure', evaluate: 'forward', predict: 'forward' }[task];
  return { measure: (count) => ask(command, { count }), end };
}

/** Two processes of one thread each. */
async function ranks(env) {
  const { model, imageSize: size, batchSize: batch } = settings;
  const port = await freePort();
  const options = { model, size, batch, threads: 1, worldSize: 2, port };
  const processes = [0, 1].map((rank) => startProcess({ ...options, rank }, env));
  await Promise.all(processes.map((each) => each.answer()));
  return {
    measure: async (steps) => ({
      imagesPerSecond: await speedOf(processes, { steps, batch, kind: 'together' }),
    }),
    end: () => processes.forEach((each) => void each.end()),
  };
}

async function python() {
  const { ask, end } = startScript(
    fileURLToPath(new URL('python-side.py', import.meta.url)),
    pythonEnvironment(),
  );
  await ask('versions', { threads });
  await ask('fixed_batch', snakeCase(settings));
  return { measure: (count) => ask(task === 'train' ? 'steps' : 'forward', { count }), end };
}

/** Name and process of each variant; all wait without using a core until they are asked. */
async function startVariants() {
  const spins = values.spins.split(',').map(Number);
  if (task === 'ranks') {
    return [
      ['default', await ranks(process.env)],
      ['openmp', await ranks(waiting(OPENMP_SPINS))],
    ];
  }
  const variants = [['default', await ours(process.env)]];
  for (const count of spins) variants.push([`spins ${count}`, await ours(waiting(count))]);
  variants.push(['openmp', await ours(waiting(OPENMP_SPINS))]);
  variants.push(['one thread', await ours(process.env, 1)]);
  if (!values['without-python']) variants.push(['python', await python()]);
  return variants;
}

const OTHER_TRAINING = `
  const { FixedBatch } = await import(${JSON.stringify(new URL('fixed-batch.mjs', import.meta.url).href)});
  const fixed = new FixedBatch(${JSON.stringify({ ...settings, batchSize: 32 })});
  for (;;) fixed.step();`;

/** Starts other work, `2` busy loops or `training`, and returns what ends it. */
function startWork(kind) {
  const sources = kind === 'training' ? [OTHER_TRAINING] : Array(Number(kind)).fill('for (;;);');
  const env = kind === 'training' ? waiting(OPENMP_SPINS) : process.env;
  const children = sources.map((source) =>
    spawn(process.execPath, ['--input-type=module', '--eval', source], { env, stdio: 'ignore' }),
  );
  const end = () => children.forEach((child) => void child.kill('SIGKILL'));
  process.once('exit', end);
  return end;
}

const variants = await startVariants();
for (const [, { measure }] of variants) await measure(2);
const measured = {};
for (let turn = 0; turn < rounds; turn++) {
  for (const kind of values.busy.split(',')) {
    const end = startWork(kind);
    // The other work has begun when a first measurement is over.
    await variants[0][1].measure(steps);
    for (const [name, { measure }] of variants) {
      const { imagesPerSecond } = await measure(steps);
      measured[name] ??= {};
      measured[name][kind] ??= [];
      measured[name][kind].push(imagesPerSecond);
    }
    end();
  }
}
for (const [, { end }] of variants) end();

const alone = Math.max(...Object.values(measured.openmp)[0]);
const table = Object.fromEntries(
  Object.entries(measured).map(([name, byWork]) => [
    name,
    Object.fromEntries(
      Object.entries(byWork).map(([kind, speeds]) => [
        kind,
        // What else runs on the machine only slows things down: of the work alone the fastest is the least disturbed.
        {
          median: round(median(speeds), 1),
          fastest: round(Math.max(...speeds), 1),
          ofOpenmpAlone: round(median(speeds) / alone, 2),
        },
      ]),
    ),
  ]),
);
console.log(
  JSON.stringify({ task, cores: threads, ...settings, rounds, steps, imagesPerSecond: table }, null, 2),
);
