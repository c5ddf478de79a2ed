import type { Sample } from '@hashsight/formats';
import { knnPredict } from '../../probe/index.js';
import type { Method, MethodJob, MethodResult } from './method.js';

/** The nearest labelled images vote, weighted by exp(cosine / temperature). */
export const knn: Method = {
  name: 'knn',
  title: 'nearest neighbors',
  isPretrained: true,
  isSeededAtAll: false,
  hasClassifier: () => false,
  settingsOf: ({ k, temperature }) => ({ k, temperature }),
  run,
};

async function run({
  features,
  fit,
  pool,
  kind,
  numClasses,
  settings,
  device,
}: MethodJob): Promise<MethodResult> {
  const { dim, pool: values, test } = await features();
  const rows = new Float32Array(fit.length * dim);
  for (const [i, image] of fit.entries()) rows.set(values.subarray(image * dim, (image + 1) * dim), i * dim);
  const { temperature } = settings;
  const { k, scores } = knnPredict({
    train: { values: rows, dim },
    labels: fit.map((i) => (pool[i] as Sample).labels),
    test: { values: test, dim },
    ...{ numClasses, k: settings.k, temperature, device },
  });
  const logitOf = (share: number) => (kind === 'single' ? Math.log(share) : Math.log(share / (1 - share)));
  return { logits: Float32Array.from(scores, logitOf), chosen: { k, temperature } };
}
