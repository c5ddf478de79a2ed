// Which C a linear probe should take with fewer than four labels a class, when there is nothing to choose it on: accuracy of
// each C on the rest of the training part, over tasks, networks and draws. Test images are not touched.
//   node bench/transfer/few-shot-c.mjs --task TASK.csv [--task …] --run RUN [--run …] [--shots 1,2,3] [--seeds 10]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fromBuffer } from '../../packages/torch/dist/src/index.js';
import { extractFeatures } from '../../packages/training/dist/src/features/extract-features.js';
import { fitLogisticRegression, predictProbabilities } from '../../packages/training/dist/src/probe/index.js';
import { drawShots } from '../../packages/training/dist/src/transfer/shots.js';
import { openTask } from '../../packages/training/dist/src/transfer/task.js';
import { loadModelSource } from '../../packages/training/dist/src/weights/model-source.js';

const { values } = parseArgs({
  options: {
    task: { type: 'string', multiple: true, default: [] },
    run: { type: 'string', multiple: true, default: [] },
    shots: { type: 'string', default: '1,2,3' },
    seeds: { type: 'string', default: '10' },
    'cache-folder': { type: 'string' },
  },
});
const CS = [-4, -3, -2, -1, 0, 1, 2, 3].map((exponent) => Number(`1e${exponent}`));

/** Networks: each run, and its architecture with random weights. */
async function* networks() {
  for (const run of values.run) {
    const trained = await loadModelSource({ run });
    yield [path.basename(run), trained];
    const { name: model, preprocessing } = trained;
    yield [`${model}, random`, await loadModelSource({ random: { model, seed: 0, preprocessing } })];
  }
}

/** Mean accuracy of each C over the draws. */
function accuracies(task, { values: all, dim }, shots) {
  const pool = [...task.train, ...task.validation];
  const labels = pool.map((sample) => sample.labels);
  const rowsOf = (images) => {
    const rows = new Float64Array(images.length * dim);
    for (const [i, image] of images.entries())
      rows.set(all.subarray(image * dim, (image + 1) * dim), i * dim);
    return fromBuffer(rows, { shape: [images.length, dim] });
  };
  const sums = CS.map(() => 0);
  for (let seed = 0; seed < Number(values.seeds); seed++) {
    const drawn = drawShots(labels, task.numClasses, shots, seed);
    const left = new Set(drawn);
    const rest = pool.map((_, i) => i).filter((i) => !left.has(i));
    const [fit, others] = [rowsOf(drawn), rowsOf(rest)];
    for (const [c, C] of CS.entries()) {
      const given = { labels: drawn.map((i) => labels[i][0]), numClasses: task.numClasses };
      const probe = fitLogisticRegression({ features: fit, ...given, C });
      const probabilities = predictProbabilities(probe, others);
      const hits = rest.filter((image, i) => {
        const row = probabilities.subarray(i * task.numClasses, (i + 1) * task.numClasses);
        return row.indexOf(Math.max(...row)) === labels[image][0];
      });
      sums[c] += hits.length / rest.length;
      probe[Symbol.dispose]();
    }
    fit.dispose();
    others.dispose();
  }
  return sums.map((sum) => sum / Number(values.seeds));
}

console.log(`| task | network | labels a class | ${CS.map((C) => `C = ${C}`).join(' | ')} |`);
console.log(`|---|---|---|${CS.map(() => '---').join('|')}|`);
for await (const [name, frozen] of networks()) {
  for (const file of values.task) {
    const task = await openTask(file);
    const images = [...task.train, ...task.validation].map(({ image }) => image);
    const features = await extractFeatures(frozen, { images, cacheFolder: values['cache-folder'] });
    for (const shots of values.shots.split(',').map(Number)) {
      const best = accuracies(task, features, shots);
      const top = Math.max(...best);
      const cells = best.map((share) => {
        const text = (100 * share).toFixed(1);
        return share === top ? `**${text}**` : text;
      });
      console.log(`| ${task.name} | ${name} | ${shots} | ${cells.join(' | ')} |`);
    }
  }
  frozen[Symbol.dispose]();
}
