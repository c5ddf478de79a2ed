import { inferLogits } from '../../evaluation/infer.js';
import { inferImages } from '../../features/infer-images.js';
import type { ImageModel } from '../../models/image-model.js';
import type { MethodJob } from './method.js';

/** The logits of the test images, `[M, K]`. */
export async function testLogits(
  model: ImageModel,
  { test, numClasses, settings: { workers } }: Pick<MethodJob, 'test' | 'numClasses' | 'settings'>,
): Promise<Float32Array> {
  const logits = new Float32Array(test.length * numClasses).fill(Number.NaN);
  const images = test.map(({ image }) => image);
  model.eval();
  for await (const { values, samples } of inferImages(model, images, { infer: inferLogits, workers })) {
    for (const [i, sample] of samples.entries()) {
      logits.set(values.subarray(i * numClasses, (i + 1) * numClasses), sample * numClasses);
    }
  }
  return logits;
}

/** Smallest probability that is told apart from 0, so that one image does not decide a temperature alone. */
const LEAST = 1e-12;

/** Logarithms of probabilities. */
export function logProbabilities(probabilities: Float32Array): Float32Array {
  return probabilities.map((probability) => Math.log(Math.max(LEAST, probability)));
}
