// Settings of fine-tuning with few labels: head, learning rate, length, and frozen statistics of batch normalization, each
// measured on images of the training part that were not drawn, beside the linear probe and training from scratch.
//   npm run bench:finetune -- --task TASK.csv --run RUN [--shots 10] [--seeds 1] [--dev 30] [--cases 'NAME;…']
import { parseArgs } from 'node:util';
import { startLoaderWorkers } from '../../packages/training/dist/src/data/loader-workers.js';
import { finetune } from '../../packages/training/dist/src/finetune/finetune.js';
import { scoreHeldOut } from '../../packages/training/dist/src/finetune/held-out-score.js';
import { scratch } from '../../packages/training/dist/src/finetune/scratch.js';
import { drawShots } from '../../packages/training/dist/src/transfer/shots.js';
import { openTask } from '../../packages/training/dist/src/transfer/task.js';
import { loadModelSource } from '../../packages/training/dist/src/weights/model-source.js';

const { values } = parseArgs({
  options: {
    task: { type: 'string' },
    run: { type: 'string' },
    shots: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '1' },
    dev: { type: 'string', default: '30' },
    cases: { type: 'string' },
  },
});
if (values.task === undefined || values.run === undefined)
  throw new Error('expected --task TASK.csv and --run RUN');

const tuned = (options) => (job) => finetune({ ...job, ...options });
const CASES = {
  // A learning rate that changes nothing: the head is the probe.
  probe: tuned({ steps: 1, lr: 1e-12 }),
  default: tuned({}),
  'probe head, 60 steps, 0.0025': tuned({ steps: 60, lr: 0.0025 }),
  'probe head, 60 steps, 0.0075': tuned({ steps: 60, lr: 0.0075 }),
  'probe head, 60 steps, 0.025': tuned({ steps: 60, lr: 0.025 }),
  'zero head, 60 steps, 0.0025': tuned({ steps: 60, lr: 0.0025, head: 'zeros' }),
  'zero head, 60 steps, 0.0075': tuned({ steps: 60, lr: 0.0075, head: 'zeros' }),
  'zero head, 60 steps, 0.025': tuned({ steps: 60, lr: 0.025, head: 'zeros' }),
  'probe head, 60 steps, 0.0025, live statistics': tuned({ steps: 60, lr: 0.0025, freezeNorm: false }),
  'probe head, 60 steps, 0.0075, layer decay 0.75': tuned({ steps: 60, lr: 0.0075, layerDecay: 0.75 }),
  scratch: ({ model, ...job }) => scratch({ ...job, preprocessing: model.preprocessing }),
};

const task = await openTask(values.task);
const { model, name: modelName } = await loadModelSource({ run: values.run });
const { numClasses } = task;
const pool = [...task.train, ...task.validation];
const labels = pool.map((sample) => sample.labels);

console.log('| case | seed | accuracy | loss | lr | steps | trials | processor s | s |');
console.log('|---|---|---|---|---|---|---|---|---|');
for (let seed = 0; seed < Number(values.seeds); seed++) {
  const drawn = drawShots(labels, numClasses, Number(values.shots), seed);
  const rest = pool.map((_, i) => i).filter((i) => !drawn.includes(i));
  const dev = drawShots(
    rest.map((i) => labels[i]),
    numClasses,
    Number(values.dev),
    seed,
  ).map((i) => pool[rest[i]]);
  const workers = await startLoaderWorkers({
    images: dev.map(({ image }) => image),
    ...{ preprocessing: model.preprocessing, count: 2, cacheBytes: 0 },
  });
  for (const [name, run] of Object.entries(CASES)) {
    if (values.cases !== undefined && !values.cases.split(';').includes(name)) continue;
    const begun = performance.now();
    const used = process.cpuUsage();
    const fitted = await run({
      model,
      modelName,
      train: drawn.map((i) => pool[i]),
      numClasses,
      seed,
    });
    const { user, system } = process.cpuUsage(used);
    const seconds = (performance.now() - begun) / 1000;
    const { config, trials } = fitted;
    const scored = { model: fitted.model, config, samples: dev, firstHeldOut: 0, numClasses, workers };
    const { score, loss } = await scoreHeldOut(scored);
    const steps = Math.round((config.epochs * drawn.length) / config.batchSize);
    const cells = [name, seed, (100 * score).toFixed(1), loss.toFixed(2), config.lr.toPrecision(2), steps];
    console.log(
      `| ${[...cells, trials.length, ((user + system) / 1e6).toFixed(0), seconds.toFixed(0)].join(' | ')} |`,
    );
    fitted.model.dispose();
  }
  await workers.close();
}
