// Fits the weights of `senses/likelihood.ts` to the develop half of the reviewed list: a logistic choice among the senses
// of each hashtag, by gradient ascent, with an L2 penalty that ten-fold cross-validation chooses. Prints JSON.
//   node bench/hashtags/fit-senses.mjs

import { candidateSenses } from '../../packages/dataset/dist/src/hashtags/senses/candidate-senses.js';
import { senseFeatures } from '../../packages/dataset/dist/src/hashtags/senses/likelihood.js';
import { loadWordNet } from '../../packages/dataset/dist/src/hashtags/wordnet/wordnet.js';
import { reviewedSenses } from './reviewed-senses.mjs';

const STEPS = 1000;
const RATE = 0.25;
const PENALTIES = [0.3, 1, 3, 10];
const FOLDS = 10;

const wordnet = loadWordNet();
const choices = reviewedSenses.map(({ hashtag, synsets, half }) => {
  const senses = candidateSenses(wordnet, hashtag);
  return {
    half,
    features: senseFeatures(senses).map((features) => Object.values(features)),
    right: senses.map(({ synset }) => synsets.includes(synset)),
  };
});
const names = Object.keys(senseFeatures(candidateSenses(wordnet, 'crane'))[0]);
const scoresOf = ({ features }, weights) =>
  features.map((values) => values.reduce((sum, value, index) => sum + value * weights[index], 0));

function fit(examples, penalty) {
  const weights = names.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -penalty * weight);
    for (const example of examples) {
      const scores = scoresOf(example, weights);
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const all = shares.reduce((sum, share) => sum + share, 0);
      const right = shares.reduce((sum, share, sense) => sum + (example.right[sense] ? share : 0), 0);
      for (const [sense, values] of example.features.entries()) {
        const pull = (example.right[sense] ? shares[sense] / right : 0) - shares[sense] / all;
        for (const [index, value] of values.entries()) gradient[index] += pull * value;
      }
    }
    for (const index of weights.keys()) weights[index] += (RATE * gradient[index]) / examples.length;
  }
  return weights;
}

const rightOf = (examples, weights) =>
  examples.filter((example) => {
    const scores = scoresOf(example, weights);
    return example.right[scores.indexOf(Math.max(...scores))];
  }).length;

const develop = choices.filter(({ half }) => half === 'develop');
const heldOut = choices.filter(({ half }) => half === 'held-out');
const fits = PENALTIES.map((penalty) => {
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fit(
      develop.filter((_, index) => index % FOLDS !== fold),
      penalty,
    );
    right += rightOf(
      develop.filter((_, index) => index % FOLDS === fold),
      weights,
    );
  }
  return { penalty, crossValidated: right / develop.length };
});
const { penalty } = fits.reduce((best, each) => (each.crossValidated > best.crossValidated ? each : best));
const weights = fit(develop, penalty);
const share = (examples) => Number((rightOf(examples, weights) / examples.length).toFixed(3));
console.log(
  JSON.stringify(
    {
      fits: fits.map((each) => ({ ...each, crossValidated: Number(each.crossValidated.toFixed(3)) })),
      penalty,
      weights: Object.fromEntries(names.map((name, index) => [name, Number(weights[index].toFixed(2))])),
      develop: share(develop),
      'held-out': share(heldOut),
    },
    null,
    2,
  ),
);
