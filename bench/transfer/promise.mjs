// How often a promise of precision is broken, with the correction for choosing among thresholds and without it, on simulated
// tags whose true precision at every threshold is known.
//
//   node bench/transfer/promise.mjs [--tags 2000] [--images 5000] [--precision 0.9]

import { parseArgs } from 'node:util';
import { Random } from '@hashsight/formats';
import { binomialLowerTail, binomialUpperTail } from '../../packages/training/dist/src/statistics/index.js';
import { chooseThreshold } from '../../packages/training/dist/src/thresholds/index.js';
import { round } from '../train/in-turns.mjs';

const { values } = parseArgs({
  options: {
    tags: { type: 'string', default: '2000' },
    images: { type: 'string', default: '5000' },
    precision: { type: 'string', default: '0.9' },
  },
});
const [tags, images, precision] = [Number(values.tags), Number(values.images), Number(values.precision)];
const promise = { precision, confidence: 0.95 };

/**
 * A tag: with a share of the images (2 to 20 %) in which P(tag | score) rises from 0.3 to a top between 0.85 and 1 with the
 * score; it is 0.005 on the others, whose scores are below 0.5.
 */
function drawnTag(random) {
  const share = random.uniform(0.02, 0.2);
  const top = random.uniform(0.85, 1);
  const probability = (score) => (score < 0.5 ? 0.005 : 0.3 + (top - 0.3) * Math.min(1, (score - 0.5) / 0.3));
  const draw = () => {
    const scores = new Float64Array(images);
    const positives = [];
    for (let i = 0; i < images; i++) {
      scores[i] = random.uniform() < share ? random.uniform(0.5, 1) : random.uniform(0, 0.5);
      if (random.uniform() < probability(scores[i])) positives.push(i);
    }
    return { scores, positives };
  };
  // The mean of P(tag | score) above a threshold of at least 0.5, on a fine grid.
  const precisionAbove = (threshold) => {
    if (threshold < 0.5) return 0;
    let sum = 0;
    for (let i = 0; i < 2000; i++) sum += probability(threshold + ((1 - threshold) * (i + 0.5)) / 2000);
    return sum / 2000;
  };
  return { draw, precisionAbove, expected: images * share * 0.7 };
}

/** The lowest threshold whose bound keeps the promise, among all of them and without a correction. */
function uncorrected({ scores, positives }) {
  const isPositive = new Uint8Array(images);
  for (const image of positives) isPositive[image] = 1;
  const order = [...scores.keys()].sort((a, b) => scores[b] - scores[a]);
  let correct = 0;
  let best = null;
  for (let rank = 0; rank + 1 < Math.min(images, 2 * positives.length); rank++) {
    correct += isPositive[order[rank]];
    if (binomialUpperTail(correct, rank + 1, precision) <= 0.05) best = scores[order[rank + 1]];
  }
  return best;
}

function measured(choose) {
  let [kept, broken, consistent, selected, right] = [0, 0, 0, 0, 0];
  for (let tag = 0; tag < tags; tag++) {
    const random = new Random(0x70726f6d, tag);
    const { draw, precisionAbove, expected } = drawnTag(random);
    const threshold = choose({ ...draw(), expected });
    if (threshold === null) continue;
    kept++;
    if (precisionAbove(threshold) < precision) broken++;
    const { scores, positives } = draw();
    const above = scores.reduce((sum, score) => sum + (score > threshold ? 1 : 0), 0);
    const correct = positives.filter((image) => scores[image] > threshold).length;
    selected += above;
    right += correct;
    if (above === 0 || binomialLowerTail(correct, above, precision) >= 0.05) consistent++;
  }
  return {
    withThreshold: kept,
    broken: round(broken / kept),
    consistentOnTest: round(consistent / kept),
    pooledPrecisionOnTest: round(right / selected),
  };
}

console.log(
  JSON.stringify(
    {
      ...{ tags, images, precision },
      corrected: measured((given) => chooseThreshold(given, promise).threshold),
      uncorrected: measured(uncorrected),
    },
    null,
    2,
  ),
);
