import { type Sample, sampleText, type Validation } from '@hashsight/formats';
import { inferenceMode, tidy } from '@hashsight/torch';
import { type BatchPlan, loadBatches } from '../data/loader.js';
import type { LoaderWorkers } from '../data/loader-workers.js';
import { normalize, type Placement } from '../data/normalize.js';
import type { Ranks } from '../distributed/ranks.js';
import type { ImageModel } from '../models/image-model.js';
import type { TrainingConfig } from '../settings/config.js';
import { hashtagLoss, probabilitiesOf } from '../step/loss.js';
import { inferLogits } from './infer.js';
import { HitCounts, type Scores } from './metrics.js';

/** Options of {@link scoreSamples}. */
export interface ScoreOptions {
  readonly model: ImageModel;
  readonly numClasses: number;
  readonly placement: Placement;
  /** The loss that the model was trained with. */
  readonly loss: TrainingConfig['loss'];
  readonly workers: LoaderWorkers;
  readonly samples: readonly Sample[];
  /** Index of the first sample in the workers' list of images. */
  readonly firstImage: number;
  readonly batchSize: number;
  /** Called for each sample that is skipped because its image cannot be decoded. */
  readonly onUnreadable: (sample: Sample, reason: string) => void;
}

/** Scores of a batch. */
export interface ScoredBatch extends Scores {
  /** Probabilities, `[N, K]` in row-major order. */
  readonly values: Float32Array;
  readonly samples: readonly Sample[];
  /** Mean cross-entropy over the batch. */
  readonly loss: number;
}

/** Scores samples in evaluation mode: center crop, no gradients, running statistics in batch normalization. */
export async function* scoreSamples(options: ScoreOptions): AsyncGenerator<ScoredBatch, void, undefined> {
  const { model, numClasses, placement, workers, samples, firstImage, loss: kind } = options;
  for await (const batch of loadBatches(workers, (i) => evaluationPlan(options, i))) {
    for (const { sample, reason } of batch.unreadable) {
      options.onUnreadable(samples[sample - firstImage] as Sample, reason);
    }
    if (batch.samples.length === 0) continue;
    const own = batch.samples.map((image) => samples[image - firstImage] as Sample);
    const labels = own.map((sample) => sample.labels);
    const wasTraining = model.training;
    model.eval();
    const { values, loss } = tidy(() =>
      inferenceMode(() => {
        const images = normalize(batch.pixels, batch.imageSize, model.preprocessing, placement);
        const logits = inferLogits(model, images);
        const sum = hashtagLoss(logits, labels, { loss: kind, labelSmoothing: 0, positiveWeight: null });
        return {
          values: probabilitiesOf(logits, kind).toTypedArray() as Float32Array,
          loss: sum.item() / labels.length,
        };
      }),
    );
    model.train({ mode: wasTraining });
    yield { values, numClasses, labels, samples: own, loss };
  }
}

/** Plans one batch of samples in order; undefined after the last. */
function evaluationPlan(
  { samples, firstImage, batchSize }: ScoreOptions,
  batch: number,
): BatchPlan | undefined {
  const from = batch * batchSize;
  if (from >= samples.length) return undefined;
  const draws = samples
    .slice(from, from + batchSize)
    .map((_, i) => ({ sample: firstImage + from + i, epoch: 0, repeat: 0 }));
  return { draws, transform: { kind: 'evaluation' } };
}

/** Result of {@link validate}. */
export interface ValidationResult {
  /** Over all ranks; null if no sample could be decoded. */
  readonly validation: Validation | null;
  /** The samples skipped on this rank, with reasons. */
  readonly unreadable: readonly string[];
}

/** Computes the model's hits and loss over samples; each rank takes a share. */
export async function validate(
  options: Omit<ScoreOptions, 'onUnreadable'>,
  ranks: Ranks,
): Promise<ValidationResult> {
  const { samples, firstImage } = options;
  const bound = (rank: number) => Math.floor((rank * samples.length) / ranks.worldSize);
  const [from, to] = [bound(ranks.rank), bound(ranks.rank + 1)];
  const leftOut: string[] = [];
  const own = {
    ...options,
    samples: samples.slice(from, to),
    firstImage: firstImage + from,
    onUnreadable: (sample: Sample, reason: string) => leftOut.push(`${sampleText(sample)}: ${reason}`),
  };
  const hits = new HitCounts();
  let loss = 0;
  for await (const batch of scoreSamples(own)) {
    hits.add(batch);
    loss += batch.loss * batch.samples.length;
  }
  const ownSums = [hits.images, loss, hits.hitsAt1, hits.hitsAt5, leftOut.length] as const;
  const [images, lossSum, hitsAt1, hitsAt5, unreadable] = ranks.sum(ownSums);
  const mean = (sum: number) => sum / images;
  const validation =
    images === 0
      ? null
      : { images, loss: mean(lossSum), hitAt1: mean(hitsAt1), hitAt5: mean(hitsAt5), unreadable };
  return { validation, unreadable: leftOut };
}
