// A process of activation-memory.mjs: some training steps of one model on images of noise, as `train()` does them, and
// how much memory the process had at most. Prints one line of JSON.
import { randomFillSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import * as torch from '@hashsight/torch';
import { createModel } from 'hashsight';
import { resolveTrainingConfig } from '../../packages/training/dist/src/settings/config.js';
import { readRecipe } from '../../packages/training/dist/src/settings/recipes.js';
import { createOptimizer } from '../../packages/training/dist/src/step/optimizer.js';
import { TrainingStep } from '../../packages/training/dist/src/step/training-step.js';

const {
  model: name,
  batch,
  size,
  steps,
  threads,
  memoryFormat,
  gradCheckpointing,
} = JSON.parse(process.argv[2]);
const CLASSES = 1000;
/** Labels of an image; the paper's posts have two on average. */
const LABELS = 2;
/** Side of the first step's images, in pixels. */
const SMALL = 64;

/** Bytes of a line of /proc/self/status: `VmRSS` is what the process has in memory, `VmHWM` the most it has had. */
function statusBytes(key) {
  const [, kibibytes] = new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(
    readFileSync('/proc/self/status', 'latin1'),
  );
  return 1024 * Number(kibibytes);
}

/** The paper's settings for the model, but for those that are measured here. */
async function configOf() {
  const { settings } = await readRecipe(`paper-${name.replace(/^resnext101_/, '')}`);
  return resolveTrainingConfig(
    { ...settings, epochs: 1, batchSize: batch, memoryFormat, gradCheckpointing },
    { worldSize: 1, epochSize: batch * (steps + 1), images: batch, cacheBytes: 0 },
  );
}

// Should the machine run out of memory after all, this process is the one that ends.
writeFileSync('/proc/self/oom_score_adj', '1000');
torch.setNumThreads(threads);
torch.keepFreedMemory(); // as train() does
const config = await configOf();
const emptyBytes = statusBytes('VmRSS');
torch.manualSeed(config.seed);
const model = createModel(name, { numClasses: CLASSES, preprocessing: config.preprocessing });
torch.nn.Conv2d.setAlgorithm(model, config.convAlgorithm);
model.to({ device: config.device, memoryFormat: config.memoryFormat });
const state = {
  model,
  optimizer: createOptimizer(model, config),
  ema: null,
  scaler: new torch.amp.GradScaler({ enabled: false }),
};
const samples = Array.from({ length: batch }, (_, i) => ({
  labels: Array.from({ length: LABELS }, (_, label) => (LABELS * i + label) % CLASSES),
}));
const step = new TrainingStep(state, config, {
  loss: { ...config, positiveWeight: null },
  samples,
  sync: null,
});
const noise = (side) => ({
  pixels: randomFillSync(new Uint8Array(batch * side * side * 3)),
  imageSize: side,
  samples: samples.map((_, i) => i),
  unreadable: [],
});

/** What a step takes: seconds by the clock and of the processors' time. */
function timed(images, number) {
  const usage = process.cpuUsage();
  const begun = performance.now();
  step.accumulate(images, true);
  const { loss } = step.read();
  step.update(number, config.lr);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(usage);
  return { seconds, cpuSeconds: (user + system) / 1e6, hasFiniteLoss: Number.isFinite(loss) };
}

// From this one on there is momentum; of small images, for it is not measured.
const taken = [timed(noise(SMALL), 0)];
const images = noise(size);
for (let i = 1; i <= steps; i++) taken.push(timed(images, i));
const { seconds, cpuSeconds } = taken.at(-1);
const parameters = model.parameters().reduce((sum, { numel }) => sum + numel, 0);
console.log(
  JSON.stringify({
    amp: config.amp,
    convAlgorithm: config.convAlgorithm,
    parameters,
    emptyBytes,
    peakBytes: statusBytes('VmHWM'),
    seconds,
    cpuSeconds,
    hasFiniteLoss: taken.every(({ hasFiniteLoss }) => hasFiniteLoss),
  }),
);
