import type { Sample } from '@hashsight/formats';
import {
  type FeatureTable,
  fitLinearHead,
  headLogits,
  type LinearHead,
  probeLabels,
  rowsOf,
  withHead,
} from './linear-head.js';
import type { Method, MethodJob, MethodResult, TaskFeatures } from './method.js';

/** Logistic regression over frozen features. */
export const probe: Method = {
  name: 'probe',
  title: 'linear probe',
  isPretrained: true,
  isSeededAtAll: false,
  // Features of length 1 are no linear layer of the network's own.
  hasClassifier: ({ normalize }) => normalize !== 'l2',
  settingsOf: ({ normalize }) => ({ normalize }),
  run: async (job) => {
    const { head, ...result } = runProbe(job, await job.features());
    using _head = head;
    if (!job.wantsClassifier) return result;
    using trunk = await job.openModel();
    return { ...result, classifier: { model: withHead(trunk.model, job.architecture, head) } };
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
    const { head, ...result } = runProbe(job, await job.features({ seed: job.seed }));
    using _head = head;
    return result;
  },
};

function runProbe(
  job: MethodJob,
  { pool, test, dim }: TaskFeatures,
): MethodResult & { readonly head: LinearHead } {
  const { fit, heldOut } = job;
  const table = { values: pool, dim };
  const held = new Set(heldOut);
  const kept = fit.filter((i) => !held.has(i));
  const C = 1;
  const head = fitTo(job, table, fit, C);
  const numTest = test.length / dim;
  using testRows = rowsOf({ values: test, dim }, [...Array(numTest).keys()]);
  const logits = headLogits(head, testRows);
  const result = { head, logits, chosen: { C } };
  if (held.size === 0) return result;
  // The temperature needs answers on images that the fit did not see.
  using partial = fitTo(job, table, kept, C);
  using heldRows = rowsOf(table, heldOut);
  const labels = heldOut.map((i) => (job.pool[i] as Sample).labels);
  return { ...result, heldOut: { logits: headLogits(partial, heldRows), labels } };
}

function fitTo(
  { kind, numClasses, pool, settings: { normalize } }: MethodJob,
  table: FeatureTable,
  images: readonly number[],
  C: number,
): LinearHead {
  using rows = rowsOf(table, images);
  const samples = images.map((i) => pool[i] as Sample);
  return fitLinearHead(rows, probeLabels(kind, samples, numClasses), { C, normalize });
}
