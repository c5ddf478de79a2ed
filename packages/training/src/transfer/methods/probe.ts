import type { Sample } from '@hashsight/formats';
import { fitProbe, type Probe, type ProbeLabels } from '../../probe/index.js';
import { probeLogits, rowsOf, withProbe } from './linear-head.js';
import { logProbabilities } from './logits.js';
import type { Method, MethodJob, MethodResult, TaskFeatures } from './method.js';

/** Logistic regression over frozen features. */
export const probe: Method = {
  name: 'probe',
  title: 'linear probe',
  isPretrained: true,
  isSeededAtAll: false,
  // Features of length 1 are no layer of the network's own.
  hasClassifier: ({ normalize }) => normalize !== 'l2',
  settingsOf: ({ normalize }) => ({ normalize }),
  run: async (job) => {
    using fitted = fitTo(job, await job.features());
    const result = resultOf(job, fitted, await job.features());
    if (!job.wantsClassifier) return result;
    using trunk = await job.openModel();
    return { ...result, classifier: { model: withProbe(trunk.model, job.architecture, fitted) } };
  },
};

/** The same probe over a network with random weights, which the seed draws. */
export const randomFeatures: Method = {
  name: 'random',
  title: 'random features',
  isPretrained: false,
  isSeededAtAll: true,
  hasClassifier: () => false,
  settingsOf: ({ normalize }) => ({ normalize }),
  run: async (job) => {
    const features = await job.features({ seed: job.seed });
    using fitted = fitTo(job, features);
    return resultOf(job, fitted, features);
  },
};

/** Chooses C inside the labelled images, and fits all of them. */
function fitTo(job: MethodJob, { pool: values, dim }: TaskFeatures): Probe {
  const { kind, numClasses, pool, fit, heldOut, shots, seed, settings } = job;
  using features = rowsOf({ values, dim }, fit);
  const samples = fit.map((i) => (pool[i] as Sample).labels);
  const labels: ProbeLabels =
    kind === 'single'
      ? { labels: samples.map(([label]) => label as number), numClasses }
      : { tags: samples, numClasses };
  const held = new Set(heldOut);
  return fitProbe({
    ...labels,
    ...{ features, seed, normalize: settings.normalize },
    shots: shots === 'all' ? undefined : shots,
    heldOut: held.size === 0 ? undefined : [...fit.keys()].filter((i) => held.has(fit[i] as number)),
  });
}

function resultOf(
  { pool, fit, test: images }: MethodJob,
  fitted: Probe,
  { test: values, dim }: TaskFeatures,
): MethodResult {
  using features = rowsOf({ values, dim }, images.keys());
  const { C, how, unseen } = fitted.chosen;
  const result = { logits: probeLogits(fitted, features), chosen: { C, chosen_on: how } };
  if (unseen === undefined) return result;
  const labels = unseen.rows.map((row) => (pool[fit[row] as number] as Sample).labels);
  return { ...result, heldOut: { logits: logProbabilities(unseen.probabilities), labels } };
}
