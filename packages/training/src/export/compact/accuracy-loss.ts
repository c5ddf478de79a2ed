import path from 'node:path';
import { MODEL_FILES, type TrainingSet } from '@hashsight/formats';
import { topClasses } from '../../evaluation/metrics.js';
import type { ModelName } from '../../models/architectures.js';
import type { ImageModel } from '../../models/image-model.js';
import { modelSummary } from '../../models/summary.js';
import { batchOf } from '../check/answers.js';
import { type CheckImage, type CheckImages, checkImages } from '../check/check-images.js';
import { installedRuntimes, type LoadedModel } from '../check/runtimes.js';
import type { Precision } from './compact-graph.js';

/** Files of the compact models. */
export const COMPACT_FILES: Readonly<Record<Precision, string>> = {
  fp16: MODEL_FILES.modelFp16,
  int8: MODEL_FILES.modelInt8,
};

/** Images that the loss is measured on: as many, or as few as cost so many multiply-adds in each model. */
const IMAGES = 1000;
const MULTIPLY_ADDS = 5e11;
const FEWEST_IMAGES = 32;
const BATCH_SIZE = 8;

/** What the rounded weights of a compact model cost. */
export interface AccuracyLoss {
  readonly precision: Precision;
  /** Images of the comparison, and where they come from. */
  readonly images: number;
  readonly source: CheckImages['source'];
  /** Share of images whose top prediction is one of their labels, with the exported and the compact weights. */
  readonly hitAt1: { readonly float32: number; readonly compact: number } | null;
  /** Share of images with another top prediction. */
  readonly changed: number;
  /** Mean and largest absolute difference of a probability. */
  readonly meanDifference: number;
  readonly largestDifference: number;
}

/** What to compare. */
export interface ComparedModels {
  readonly folder: string;
  readonly model: ImageModel;
  readonly architecture: ModelName;
  readonly set: TrainingSet | undefined;
  readonly precisions: readonly Precision[];
}

/**
 * Measures the compact models beside the exported one, on validation images.
 *
 * @returns an empty list if no onnxruntime is installed
 */
export async function accuracyLosses(compared: ComparedModels): Promise<AccuracyLoss[]> {
  const { folder, model, architecture, set, precisions } = compared;
  const [runtime] = await installedRuntimes();
  if (runtime === undefined || precisions.length === 0) return [];
  const { multiplyAdds } = modelSummary(architecture, { imageSize: model.preprocessing.imageSize });
  const count = Math.min(IMAGES, Math.max(FEWEST_IMAGES, Math.floor(MULTIPLY_ADDS / multiplyAdds)));
  const images = await checkImages(set, model.preprocessing, count);
  const probabilities = async (file: string) => {
    await using loaded = await runtime.load(path.join(folder, file));
    return await allProbabilities(loaded, model, images.images);
  };
  const expected = await probabilities(MODEL_FILES.model);
  const losses: AccuracyLoss[] = [];
  for (const precision of precisions) {
    losses.push(lossOf(precision, images, expected, await probabilities(COMPACT_FILES[precision])));
  }
  return losses;
}

/** The probabilities of each image, `[K]`. */
async function allProbabilities(
  loaded: LoadedModel,
  model: ImageModel,
  images: readonly CheckImage[],
): Promise<Float32Array[]> {
  const { imageSize } = model.preprocessing;
  const all: Float32Array[] = [];
  for (let from = 0; from < images.length; from += BATCH_SIZE) {
    const batch = batchOf(
      model,
      images.slice(from, from + BATCH_SIZE).map(({ pixels }) => pixels),
    );
    const shape = [batch.images, 3, imageSize, imageSize];
    const { probabilities } = await loaded.run({ pixel_values: { data: batch.values, shape } });
    const values = probabilities ?? new Float32Array();
    const numClasses = values.length / batch.images;
    for (let i = 0; i < batch.images; i++) all.push(values.slice(i * numClasses, (i + 1) * numClasses));
  }
  return all;
}

function lossOf(
  precision: Precision,
  { source, images }: CheckImages,
  expected: readonly Float32Array[],
  got: readonly Float32Array[],
): AccuracyLoss {
  const best = (probabilities: readonly Float32Array[]) =>
    probabilities.map((own) => topClasses(own, 1)[0] as number);
  const [before, after] = [best(expected), best(got)];
  const hits = (top: readonly number[]) =>
    top.filter((label, i) => images[i]?.labels.includes(label)).length / images.length;
  let sum = 0;
  let values = 0;
  let largestDifference = 0;
  for (const [image, own] of expected.entries()) {
    for (const [label, probability] of own.entries()) {
      const difference = Math.abs(probability - (got[image]?.[label] ?? 0));
      sum += difference;
      largestDifference = Math.max(largestDifference, difference);
    }
    values += own.length;
  }
  return {
    ...{ precision, source, images: images.length },
    hitAt1: source === 'random' ? null : { float32: hits(before), compact: hits(after) },
    changed: before.filter((label, i) => label !== after[i]).length / images.length,
    ...{ meanDifference: sum / values, largestDifference },
  };
}

/** A compact model that was written. */
export interface CompactModel {
  readonly precision: Precision;
  /** Path in the model folder. */
  readonly file: string;
  /** With external data. */
  readonly bytes: number;
  /** Undefined if it was not measured. */
  readonly loss: AccuracyLoss | undefined;
}
