// Whether a long training keeps its size: 10,000 steps, the process's memory and the live tensors along the way.
//   npm run bench:memory [-- --steps 10000]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { memory } from '@hashsight/torch';
import { train } from 'hashsight';
import { photographSet } from './photograph-set.mjs';

const { values } = parseArgs({ options: { steps: { type: 'string', default: '10000' } } });
const steps = Number(values.steps);
const BATCH_SIZE = 2;
const IMAGES = 64;

const data = await photographSet(IMAGES);
const out = await mkdtemp(path.join(tmpdir(), 'hashsight-bench-'));
const seen = [];
try {
  await train({
    ...{
      data,
      out,
      model: 'resnext14_32x4d',
      samples: steps * BATCH_SIZE,
      batchSize: BATCH_SIZE,
      threads: 1,
    },
    preprocessing: { imageSize: 32 },
    checkpointSteps: 1000,
    onEvent(event) {
      if (event.kind !== 'train' || event.step % (steps / 10) !== 0) return;
      seen.push({ step: event.step, mib: event.memoryBytes / 2 ** 20, tensors: memory().tensors });
      const { step, mib, tensors } = seen.at(-1);
      console.log(`step ${step}: ${mib.toFixed(0)} MiB, ${tensors} tensors`);
    },
  });
} finally {
  await rm(out, { recursive: true, force: true });
}
// The first tenth fills caches and pools.
const [, second] = seen;
const last = seen.at(-1);
console.log(
  `from step ${second.step} to ${last.step}: ${(last.mib - second.mib).toFixed(1)} MiB more, ${last.tensors - second.tensors} tensors more`,
);
