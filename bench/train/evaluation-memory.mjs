// Peak memory and time of an evaluation's figures, on scores that are generated instead of a model's answers:
//   node bench/train/evaluation-memory.mjs [--images 50000] [--classes 17000] [--model resnext50_32x4d]
// Prints JSON. With --model a model of so many classes is there too and answers for one batch of 224 pixels on the CPU; the
// threads that decode images are not. The scores in one matrix would be images x classes x 4 bytes.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MetricMeter } from '../../packages/training/dist/src/evaluation/metric-meter.js';
import { baselineMetrics } from '../../packages/training/dist/src/evaluation/metrics.js';
import { Random } from '../random.mjs';

const BATCH_SIZE = 64;
const LABELS = 3;

const { values: given } = parseArgs({
  options: {
    images: { type: 'string', default: '50000' },
    classes: { type: 'string', default: '17000' },
    model: { type: 'string' },
  },
});
const images = Number(given.images);
const numClasses = Number(given.classes);
const random = new Random(1);
/** Classes as frequent as in a long tail. */
const labelsOf = () => [
  ...new Set(Array.from({ length: LABELS }, () => Math.floor(numClasses ** random.fraction()) - 1)),
];
const labels = Array.from({ length: images }, labelsOf);

/** One batch's answers, as evaluation asks for them on the CPU. */
async function forward(name) {
  const { tidy, zeros } = await import('../../packages/torch/dist/src/index.js');
  const { inferLogits } = await import('../../packages/training/dist/src/evaluation/infer.js');
  const { createModel } = await import('../../packages/training/dist/src/models/registry.js');
  const model = createModel(name, { numClasses }).eval();
  tidy(() => inferLogits(model, zeros([16, 3, 224, 224])).toTypedArray());
  return model;
}
const model = given.model === undefined ? undefined : await forward(given.model);

// Next to this file: the system's folder for temporary files may lie in memory.
const folder = mkdtempSync(path.join(import.meta.dirname, '.evaluation-'));
const started = performance.now();
const seconds = () => Number(((performance.now() - started) / 1000).toFixed(1));
const meter = new MetricMeter({ numClasses, images, folder });
try {
  const values = new Float32Array(BATCH_SIZE * numClasses);
  for (let from = 0; from < images; from += BATCH_SIZE) {
    const own = labels.slice(from, from + BATCH_SIZE);
    for (let i = 0; i < own.length * numClasses; i++) {
      values[i] = random.fraction();
    }
    // The model knows something: an image's own classes score higher than most others.
    for (const [row, labelsOfRow] of own.entries()) {
      for (const label of labelsOfRow) values[row * numClasses + label] **= 0.01;
    }
    await meter.update({ values: values.subarray(0, own.length * numClasses), numClasses, labels: own });
  }
  const secondsOfUpdates = seconds();
  const metrics = await meter.compute();
  const baseline = baselineMetrics(labels, labels, numClasses);
  console.log(
    JSON.stringify({
      images,
      classes: numClasses,
      model: given.model ?? null,
      matrixGB: Number(((images * numClasses * 4) / 1e9).toFixed(2)),
      peakMemoryGB: Number(((process.resourceUsage().maxRSS * 1024) / 1e9).toFixed(3)),
      secondsOfUpdates,
      seconds: seconds(),
      cpus: os.availableParallelism(),
      metrics,
      baseline,
    }),
  );
} finally {
  await meter[Symbol.asyncDispose]();
  model?.dispose();
  rmSync(folder, { recursive: true });
}
