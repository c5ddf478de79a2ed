// Training beside a competent PyTorch script, as it is and by torch.compile, in one run and in turns: from JPEGs in shards to
// updated weights, with the data in memory already, where the time goes, and how far from the floor that is. Prints tables,
// then JSON.
//   npm run bench:train [-- --cases resnext26_32x4d:64:64,resnext50_32x4d:160:16 --rounds 5 --steps 20 --amp off]
// --modes    jpeg, decoded (data in memory, ours keeps freed memory as train() does), plain (the same without that)
// --amp      off, bfloat16 or both, off,bfloat16; by default both where the processor has instructions for bfloat16
// --eager    leaves torch.compile out, which takes about a minute for each model
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as torch from '@hashsight/torch';
import { hasFastBfloat16 } from '../../packages/training/dist/src/settings/fast-bfloat16.js';
import { startAsked } from './asked-process.mjs';
import { gemmRate, stepMultiplyAdds } from './floor.mjs';
import { fromShards } from './from-shards.mjs';
import { inTurns, round } from './in-turns.mjs';
import { kindsTable } from './kinds.mjs';
import { photographSet } from './photograph-set.mjs';
import { snakeCase, startCompiledPython, startPython } from './python.mjs';
import { casesTable, operatorsTable, partsTable } from './tables.mjs';
import { writeTrainingIndex } from './training-index.mjs';

const { values } = parseArgs({
  options: {
    cases: {
      type: 'string',
      default: 'resnext26_32x4d:64:32,resnext26_32x4d:128:32,resnext50_32x4d:64:32,resnext50_32x4d:160:16',
    },
    modes: { type: 'string', default: 'jpeg,decoded,plain' },
    rounds: { type: 'string', default: '5' },
    steps: { type: 'string', default: '20' },
    amp: { type: 'string', default: hasFastBfloat16() ? 'off,bfloat16' : 'off' },
    eager: { type: 'boolean', default: false },
    threads: { type: 'string', default: String(availableParallelism()) },
    workers: { type: 'string', default: String(availableParallelism()) },
    images: { type: 'string', default: '1600' },
  },
});
const [rounds, steps, threads, workers, images] = [
  values.rounds,
  values.steps,
  values.threads,
  values.workers,
  values.images,
].map(Number);
const modes = values.modes.split(',');
const cases = values.cases.split(',').flatMap((text) => {
  const [model, imageSize, batchSize] = text.split(':');
  const given = { model, imageSize: Number(imageSize), batchSize: Number(batchSize) };
  return values.amp.split(',').map((amp) => ({ ...given, amp }));
});
/** `train()` says how it goes every ten steps; the first ten are left out on both sides. */
const WARMUP_STEPS = 10;
const PROFILED_STEPS = 3;
const FIXED_BATCH = fileURLToPath(new URL('fixed-batch-process.mjs', import.meta.url));

torch.setNumThreads(threads);
const scratch = await mkdtemp(path.join(tmpdir(), 'hashsight-bench-'));
const python = startPython(threads);

/** The faster of two ways on Python's side, each measured once after a warm-up. */
async function faster(ways, measure) {
  let best;
  for (const way of ways) {
    const { imagesPerSecond: rate } = await measure(way);
    if (best === undefined || rate > best.rate) best = { way, rate };
  }
  return best.way;
}

/** Which of PyTorch's SGDs is the faster here: the script takes it. */
function fasterSgd(settings) {
  return faster(['fused', 'foreach'], async (implementation) => {
    await python.ask('fixed_batch', { ...settings, implementation });
    await python.ask('steps', { count: 2 });
    return python.ask('steps', { count: 4 });
  });
}

/**
 * The data in memory already, each side in a process of its own. `isMemoryKept`: ours keeps freed memory, as `train()` does;
 * without it each side's C library gives memory back as it likes.
 */
async function decoded(settings, pythons, isMemoryKept) {
  const own = startAsked(process.execPath, [FIXED_BATCH]);
  await own.ask('begin', { threads, isMemoryKept, settings });
  // Short blocks, many of them: what else the machine does comes and goes.
  const count = Math.max(1, Math.round(steps / 10));
  const sides = { ours: () => own.ask('measure', { count }) };
  for (const [name, { ask }] of Object.entries(pythons)) sides[name] = () => ask('steps', { count });
  const turns = await inTurns(3 * rounds, sides);
  if (!isMemoryKept) {
    own.end();
    return { turns };
  }
  const profiled = { count: PROFILED_STEPS };
  const parts = await own.ask('parts', profiled);
  const operators = { ours: await own.ask('operators', profiled) };
  for (const [name, { ask }] of Object.entries(pythons)) operators[name] = await ask('operators', profiled);
  own.end();
  return { turns, parts, operators };
}

async function fromJpeg(data, index, settings, pythons) {
  const options = {
    data,
    ...settings,
    chosen: { amp: settings.amp },
    threads,
    warmupSteps: WARMUP_STEPS,
    count: steps,
  };
  const pythonWorkers = {};
  const sides = { ours: () => fromShards({ ...options, workers }) };
  for (const [name, { ask }] of Object.entries(pythons)) {
    const measure = (count) =>
      ask('from_shards', { index, workers: count, warmup_steps: WARMUP_STEPS, count: steps });
    // As many workers as cores is usual; one less leaves more to the step. The script takes the faster.
    pythonWorkers[name] = await faster([...new Set([workers, Math.max(1, workers - 1)])], measure);
    sides[name] = () => measure(pythonWorkers[name]);
  }
  return { turns: await inTurns(rounds, sides), pythonWorkers };
}

/** How long a step takes against the least that its multiply-adds can take at the rate of a large product. */
function floorOf({ model, imageSize, batchSize, classes, amp }, imagesPerSecond) {
  const rate = gemmRate(amp === 'off' ? 'float32' : amp);
  const multiplyAdds = batchSize * stepMultiplyAdds(model, imageSize, classes);
  const floorMs = (1000 * multiplyAdds) / rate;
  const stepMs = (1000 * batchSize) / imagesPerSecond;
  return {
    gigaMultiplyAddsPerSecond: round(rate / 1e9, 1),
    stepGigaMultiplyAdds: round(multiplyAdds / 1e9, 2),
    floorMilliseconds: round(floorMs, 1),
    stepMilliseconds: round(stepMs, 1),
    stepOverFloor: round(stepMs / floorMs, 2),
  };
}

async function runCase(data, { index, classes }, given) {
  const warmup = { ...given, chosen: { amp: given.amp }, data, threads, workers, warmupSteps: 0, count: 1 };
  // What `train()` chooses by itself both sides use.
  const { training } = await fromShards(warmup);
  const { memoryFormat, convAlgorithm } = training;
  const settings = { ...given, classes, memoryFormat, convAlgorithm };
  const implementation = await fasterSgd(snakeCase(settings));
  const script = { ...snakeCase(settings), implementation };
  await python.ask('fixed_batch', script);
  const compiled = values.eager ? undefined : await startCompiledPython(threads, script);
  const pythons = { python, ...(compiled === undefined ? {} : { compiled }) };
  const result = { ...settings, pythonSgd: implementation };
  if (compiled === undefined) result.withoutCompiled = values.eager ? 'left out' : 'not available';
  if (modes.includes('decoded')) {
    result.decoded = await decoded(settings, pythons, true);
    result.floor = floorOf(settings, result.decoded.turns.ours.fastest);
  }
  if (modes.includes('plain')) result.plain = await decoded(settings, pythons, false);
  if (modes.includes('jpeg')) result.jpeg = await fromJpeg(data, index, settings, pythons);
  compiled?.end();
  return result;
}

const data = await photographSet(images);
const index = path.join(scratch, 'index.json');
const { classes } = await writeTrainingIndex(data, index);
const result = {
  ...(await python.versions()),
  libtorch: torch.version(),
  threads,
  workers,
  rounds,
  cases: [],
};
for (const given of cases) {
  console.error(`bench: ${given.model}, ${given.imageSize} px, batch ${given.batchSize}, amp ${given.amp} …`);
  const measured = await runCase(data, { index, classes }, given);
  result.cases.push(measured);
  console.error(casesTable([measured]) + kindsTable(measured));
}
python.end();
await rm(scratch, { recursive: true });
console.log(casesTable(result.cases));
console.log(partsTable(result.cases));
for (const one of result.cases) console.log(kindsTable(one));
console.log(operatorsTable(result.cases.at(-1)));
console.log(JSON.stringify(result, null, 2));
