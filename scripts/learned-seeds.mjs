// Trains "two colours" of train.test.ts by seeds 0 to N - 1, and prints as JSON how many learned every image, the least
// distance between the probability of an image's hashtag and that of the other, and the greatest last loss.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { tinySet } from '../packages/dataset/dist/test/prepare/tiny-set.js';
import { evaluate } from '../packages/training/dist/src/evaluation/evaluate.js';
import { readMetrics } from '../packages/training/dist/src/runs/metrics-file.js';
import { train } from '../packages/training/dist/src/trainer.js';
import { TINY } from '../packages/training/dist/test/tiny-training.js';

const seeds = Number(process.argv[2]);
const afterwards = [];
const { data, folder } = await tinySet(
  { after: (work) => afterwards.push(work) },
  { train: 224, validation: 12 },
);

/** Of the likeliest other hashtag; less than 0 where that one is likelier. */
function marginOf({ labels, predictions }) {
  const right = predictions.find(({ hashtag }) => labels.includes(hashtag)).probability;
  return (
    right -
    Math.max(
      ...predictions.filter(({ hashtag }) => !labels.includes(hashtag)).map((other) => other.probability),
    )
  );
}

const found = [];
for (let seed = 0; seed < seeds; seed++) {
  const run = path.join(folder, `${seed}`);
  await train({ ...TINY, data, out: run, epochs: 3, workers: 1, seed });
  const { metrics } = await evaluate({ run, workers: 1, checkpoint: 'last' });
  const lines = readFileSync(path.join(run, 'predictions.jsonl'), 'utf8').trim().split('\n');
  const last = (await readMetrics(run)).findLast(({ kind }) => kind === 'train');
  found.push({
    ...metrics,
    margin: Math.min(...lines.map((line) => marginOf(JSON.parse(line)))),
    loss: last.loss,
  });
  rmSync(run, { recursive: true });
}
for (const work of afterwards) await work();
console.log(
  JSON.stringify({
    seeds,
    learned: found.filter(({ hitAt1 }) => hitAt1 === 1).length,
    margin: Number(Math.min(...found.map(({ margin }) => margin)).toFixed(3)),
    loss: Number(Math.max(...found.map(({ loss }) => loss)).toFixed(3)),
  }),
);
