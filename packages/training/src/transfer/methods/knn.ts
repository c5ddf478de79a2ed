import { nearestNeighbors } from '../../neighbors/index.js';
import type { Method, MethodJob, MethodResult } from './method.js';

/** The nearest labelled images vote, weighted by exp(cosine / temperature) (Caron et al. 2021). */
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
  const { k, indices, scores } = nearestNeighbors(
    { values: test, dim },
    { values: rows, dim },
    { k: settings.k, device },
  );
  const images = test.length / dim;
  const logits = new Float32Array(images * numClasses);
  const votes = new Float64Array(numClasses);
  for (let image = 0; image < images; image++) {
    votes.fill(0);
    let total = 0;
    const nearest = scores[image * k] as number;
    for (let i = image * k; i < (image + 1) * k; i++) {
      const weight = Math.exp(((scores[i] as number) - nearest) / settings.temperature);
      total += weight;
      for (const label of pool[fit[indices[i] as number] as number]?.labels ?? []) {
        votes[label] = (votes[label] as number) + weight;
      }
    }
    for (const [label, vote] of votes.entries()) {
      const share = vote / total;
      logits[image * numClasses + label] =
        kind === 'single' ? Math.log(share) : Math.log(share / (1 - share));
    }
  }
  return { logits, chosen: { k, temperature: settings.temperature } };
}
