import type { Sample } from '@hashsight/formats';
import type { LoaderWorkers } from '../data/loader-workers.js';
import { averagePrecision, topClasses } from '../evaluation/metrics.js';
import { scoreSamples } from '../evaluation/score.js';
import type { ImageModel } from '../models/image-model.js';
import type { TrainingConfig } from '../settings/config.js';

/** How well a model does on held-out images. */
export interface Score {
  /** Accuracy where each image has one label, else mean average precision; 0 to 1. */
  readonly score: number;
  /** Mean cross-entropy of an image. */
  readonly loss: number;
  /** Probabilities of the images that could be decoded, `[N, K]` in row-major order. */
  readonly probabilities: Float32Array;
  /** Classes of these images. */
  readonly labels: readonly (readonly number[])[];
}

/** The score of no image. */
export const UNSCORED: Score = {
  score: 0,
  loss: Number.POSITIVE_INFINITY,
  probabilities: new Float32Array(),
  labels: [],
};

/** Options of {@link scoreHeldOut}. */
export interface HeldOutOptions {
  readonly model: ImageModel;
  readonly config: TrainingConfig;
  /** The images of the workers; the last ones, from `firstHeldOut` on, are scored. */
  readonly samples: readonly Sample[];
  readonly firstHeldOut: number;
  readonly numClasses: number;
  readonly workers: LoaderWorkers;
}

/**
 * Scores held-out images. Few images give few different accuracies, so equal ones are told apart by the loss.
 *
 * @returns a score of 0 and an infinite loss if no image could be decoded
 */
export async function scoreHeldOut(options: HeldOutOptions): Promise<Score> {
  const { model, config, samples, firstHeldOut, numClasses, workers } = options;
  const labels: (readonly number[])[] = [];
  const rows: Float32Array[] = [];
  let loss = 0;
  const scored = scoreSamples({
    ...{ model, numClasses, placement: config, loss: config.loss, workers, batchSize: config.batchSize },
    samples: samples.slice(firstHeldOut),
    firstImage: firstHeldOut,
    onUnreadable: () => {},
  });
  for await (const batch of scored) {
    loss += batch.loss * batch.samples.length;
    for (const [row, own] of batch.labels.entries()) {
      labels.push(own);
      rows.push(batch.values.slice(row * numClasses, (row + 1) * numClasses));
    }
  }
  if (rows.length === 0) return UNSCORED;
  const isSingle = labels.every(({ length }) => length === 1);
  const score = isSingle ? accuracy(rows, labels) : meanAveragePrecision(rows, labels, numClasses);
  const probabilities = new Float32Array(rows.length * numClasses);
  for (const [i, row] of rows.entries()) probabilities.set(row, i * numClasses);
  return { score, loss: loss / rows.length, probabilities, labels };
}

function accuracy(rows: readonly Float32Array[], labels: readonly (readonly number[])[]): number {
  const isHit = (row: Float32Array, i: number) => topClasses(row, 1)[0] === labels[i]?.[0];
  return rows.filter(isHit).length / rows.length;
}

function meanAveragePrecision(
  rows: readonly Float32Array[],
  labels: readonly (readonly number[])[],
  numClasses: number,
): number {
  const precisions = Array.from({ length: numClasses }, (_, label) => {
    const positives = labels.flatMap((own, i) => (own.includes(label) ? [i] : []));
    const scores = Float32Array.from(rows, (row) => row[label] as number);
    return positives.length === 0 ? [] : [averagePrecision(scores, positives)];
  }).flat();
  return precisions.reduce((sum, precision) => sum + precision, 0) / precisions.length;
}
