import type { Sample } from '@hashsight/formats';
import { fromBuffer, noGrad, tidy } from '@hashsight/torch';
import { loadBatches } from '../data/loader.js';
import type { LoaderWorkers } from '../data/loader-workers.js';
import { normalize, type Placement } from '../data/normalize.js';
import { inferFeatures } from '../features/extract-features.js';
import type { ImageModel } from '../models/image-model.js';
import { C_VALUES, chooseC, fitLogisticRegression, headOf, type ProbeLabels } from '../probe/index.js';

/** Images per forward pass, as in evaluation on a CPU. */
const BATCH_SIZE = 16;

/** Features of samples by a network. */
export interface SampleFeatures {
  /** `[N, D]` in row-major order, of the samples that could be decoded. */
  readonly values: Float64Array;
  readonly dim: number;
  /** The sample of each row, ascending. */
  readonly samples: readonly number[];
}

/** Computes the features of the first `count` images of the workers, for the crop of evaluation. */
export async function featuresOf(
  model: ImageModel,
  workers: LoaderWorkers,
  count: number,
): Promise<SampleFeatures> {
  const placement: Placement = { device: model.head.weight.device, memoryFormat: 'channels_last' };
  const dim = model.numFeatures;
  const values = new Float64Array(count * dim);
  const samples: number[] = [];
  const batches = loadBatches(workers, (batch) => {
    const from = batch * BATCH_SIZE;
    if (from >= count) return undefined;
    const own = Array.from({ length: Math.min(BATCH_SIZE, count - from) }, (_, i) => from + i);
    return {
      draws: own.map((sample) => ({ sample, epoch: 0, repeat: 0 })),
      transform: { kind: 'evaluation' },
    };
  });
  const wasTraining = model.training;
  model.eval();
  for await (const batch of batches) {
    if (batch.samples.length === 0) continue;
    const rows = tidy(() => {
      const images = normalize(batch.pixels, batch.imageSize, model.preprocessing, placement);
      return inferFeatures(model, images).to({ device: 'cpu' }).toTypedArray() as Float32Array;
    });
    values.set(rows, samples.length * dim);
    samples.push(...batch.samples);
  }
  model.train({ mode: wasTraining });
  return { values: values.subarray(0, samples.length * dim), dim, samples };
}

/** Every fourth value of C that a probe tries, without the extremes: the fit goes on from there. */
const VALUES = C_VALUES.filter((C, i) => i % 4 === 0 && C >= 1e-5 && C <= 1e3);

/**
 * Sets the last layer of a model to the linear probe of its features: linear probing, then fine-tuning (Kumar et al.
 * 2022). C is chosen by folds of these images.
 *
 * @param options.kept - samples from this one on are left out
 * @throws InputError as `fitLogisticRegression`
 */
export function setProbeHead(
  model: ImageModel,
  { values, dim, samples }: SampleFeatures,
  options: {
    readonly train: readonly Sample[];
    readonly kept: number;
    readonly numClasses: number;
    readonly loss: 'softmax' | 'sigmoid';
    readonly seed: number;
  },
): void {
  const own = samples.filter((sample) => sample < options.kept);
  const labels = own.map((sample) => (options.train[sample] as Sample).labels);
  const { numClasses, loss, seed } = options;
  const given: ProbeLabels =
    loss === 'softmax' && labels.every(({ length }) => length === 1)
      ? { labels: labels.map(([label]) => label as number), numClasses }
      : { tags: labels, numClasses };
  tidy(() => {
    const features = fromBuffer(values.subarray(0, own.length * dim), { shape: [own.length, dim] });
    const { C } = chooseC({ ...given, features, shots: fewest(labels, numClasses), values: VALUES, seed });
    using fitted = fitLogisticRegression({ features, ...given, C });
    const { weight, bias } = headOf(fitted.kind, fitted);
    noGrad(() => {
      model.head.weight.copy_(weight);
      model.head.bias?.copy_(bias);
    });
  });
}

/** Images of the class that has the fewest, without classes that have none: this many folds can be made. */
function fewest(labels: readonly (readonly number[])[], numClasses: number): number {
  const counts = new Uint32Array(numClasses);
  for (const label of labels.flat()) counts[label] = (counts[label] as number) + 1;
  return Math.min(...counts.filter((count) => count > 0));
}
