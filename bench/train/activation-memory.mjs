// What the paper's models need of memory, with activation checkpointing off and on: real training steps, each model, way
// and batch in a process of its own, whose largest resident size counts. Prints tables, then JSON. Linux only.
//   npm run bench:activation-memory [-- --models resnext101_32x8d --batches 4,8 --size 224 --steps 1 --limit 16]
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { availableGib, GIB, measure } from './activation-memory-run.mjs';
import { round } from './in-turns.mjs';
import { memoryTable, predictionsTable } from './tables.mjs';

const { values } = parseArgs({
  options: {
    models: {
      type: 'string',
      default: 'resnext101_32x8d,resnext101_32x16d,resnext101_32x32d,resnext101_32x48d',
    },
    batches: { type: 'string', default: '4,8' },
    size: { type: 'string', default: '224' },
    steps: { type: 'string', default: '1' },
    threads: { type: 'string', default: String(availableParallelism()) },
    'memory-format': { type: 'string', default: 'channels_last' },
    limit: { type: 'string' },
  },
});
const [size, steps, threads] = [values.size, values.steps, values.threads].map(Number);
const batches = values.batches
  .split(',')
  .map(Number)
  .toSorted((a, b) => a - b);
/** What the rest of the machine may come to ask for meanwhile. */
const SPARE_GIB = 2;
/** Sizes of memory that the largest batch is worked out for. */
const PREDICTED_GIB = [16, 24, 32];

/** GiB that a process may take now: what is free, or less by `--limit`. */
function limitGib() {
  const free = availableGib() - SPARE_GIB;
  return values.limit === undefined ? free : Math.min(free, Number(values.limit));
}

/** The batches in their order, up to the first that does not fit. */
async function measureBatches(model, gradCheckpointing) {
  const runs = [];
  for (const batch of batches) {
    const asked = { model, batch, size, steps, threads, gradCheckpointing };
    const limit = limitGib();
    const found = await measure({ ...asked, memoryFormat: values['memory-format'] }, limit);
    runs.push({ ...asked, limitGib: round(limit, 1), ...found });
    console.error(memoryTable(runs.slice(-1)));
    if (!found.fits) break;
  }
  return runs;
}

/**
 * The straight line through the peaks of the two largest batches: its slope is what an image adds, and where it reaches a
 * size of memory is the largest batch there. The peak bends upwards where another moment of the step becomes its
 * largest, so a line through small batches promises too much; the figure to be trusted is one measured beside it.
 */
function predict(runs) {
  const [fewer, more] = runs.filter(({ fits }) => fits).slice(-2);
  if (more === undefined) return undefined;
  const slope = (more.peakBytes - fewer.peakBytes) / (more.batch - fewer.batch);
  if (slope <= 0) return undefined;
  const base = more.peakBytes - slope * more.batch;
  const largest = PREDICTED_GIB.map((gib) => {
    const batch = Math.floor((gib * GIB - base) / slope);
    return [gib, batch >= 2 ? batch : 0];
  });
  return {
    mibAnImage: round(slope / 2 ** 20, 1),
    gibWithoutImages: round(base / GIB, 2),
    computedLargestBatch: Object.fromEntries(largest),
  };
}

/** Time with checkpointing over time without, at the largest batch that both have. */
function timeRatios(off, on) {
  const pairs = off.flatMap((run) => {
    const other = on.find(({ batch }) => batch === run.batch);
    return run.fits && other?.fits ? [[run, other]] : [];
  });
  const pair = pairs.at(-1);
  if (pair === undefined) return undefined;
  const [without, withIt] = pair;
  return {
    batch: without.batch,
    seconds: round(withIt.seconds / without.seconds, 2),
    cpuSeconds: round(withIt.cpuSeconds / without.cpuSeconds, 2),
  };
}

const models = [];
for (const model of values.models.split(',')) {
  const off = await measureBatches(model, false);
  const on = await measureBatches(model, true);
  models.push({
    model,
    off,
    on,
    line: { off: predict(off), on: predict(on) },
    onOverOff: timeRatios(off, on),
  });
}
console.log(memoryTable(models.flatMap(({ off, on }) => [...off, ...on])));
console.log(predictionsTable(models, PREDICTED_GIB));
console.log(JSON.stringify({ size, threads, steps, models }, null, 2));
