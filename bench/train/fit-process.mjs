// A process of fit.mjs: two steps of training as `train()` does them, on pictures made up in memory. Prints JSON.
import { readFileSync } from 'node:fs';
import * as torch from '@hashsight/torch';
import { createModel } from 'hashsight';
import { TrainingStep } from '../../packages/hashsight/dist/src/training/learner/learner.js';
import { createOptimizer } from '../../packages/hashsight/dist/src/training/learner/optimizer.js';
import { resolveTrainingConfig } from '../../packages/hashsight/dist/src/training/settings/config.js';

const { model: name, batchSize, imageSize, gradCheckpointing, classes } = JSON.parse(process.argv[2]);
/** The first makes the momentum; the second has all that a step can have. */
const STEPS = 2;

torch.keepFreedMemory();
const pictures = { epochSize: batchSize, pictures: batchSize, worldSize: 1, cacheBytes: 0 };
const config = resolveTrainingConfig(
  { model: name, epochs: 1, batchSize, gradCheckpointing, input: { imageSize } },
  pictures,
);
torch.manualSeed(0);
const model = createModel(name, { numClasses: classes });
torch.nn.Conv2d.setAlgorithm(model, config.convAlgorithm);
model.to({ memoryFormat: config.memoryFormat });
const learner = {
  ...{ model, optimizer: createOptimizer(model, config), ema: null },
  scaler: new torch.amp.GradScaler({ enabled: false }),
};
const places = Array.from({ length: batchSize }, (_, i) => i);
const samples = places.map((i) => ({ labels: [i % classes, (i + 1) % classes] }));
const step = new TrainingStep(learner, config, {
  ...{ loss: { ...config, positiveWeight: null }, samples, sync: null },
});
const pixels = new Uint8Array(batchSize * imageSize ** 2 * 3).map((_, i) => (i * 2654435761) >>> 24);

let seconds = 0;
let loss = 0;
for (let i = 0; i < STEPS; i++) {
  const begun = performance.now();
  step.accumulate({ pixels, imageSize, samples: places, unreadable: [] }, true);
  loss = step.read().loss / batchSize;
  if (!step.update(i, 1e-3).isUpdated)
    throw new Error('bench: expected weights that are updated, they were not');
  seconds = (performance.now() - begun) / 1000;
}
if (!Number.isFinite(loss)) throw new Error(`bench: expected a loss that is finite, got ${loss}`);
const peakKib = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
const parameters = model.parameters().reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
console.log(JSON.stringify({ seconds, loss, peakBytes: 1024 * peakKib, parameters, amp: config.amp }));
