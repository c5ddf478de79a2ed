import { inferenceMode, type nn, tidy } from '@hashsight/torch';
import type { Sample } from '../../dataset/index.js';
import {
  type BatchPlan,
  batches,
  type DecodeWorkers,
  normalise,
  type Placement,
  type Unreadable,
} from '../../input/index.js';
import { hashtagLoss, probabilitiesOf } from '../learner/loss.js';
import type { Ranks } from '../ranks/ranks.js';
import type { Validation } from '../run/metrics-file.js';
import type { TrainingConfig } from '../settings/config.js';
import { countHits, type Scores } from './metrics.js';

/** What {@link scoreSamples} needs. */
export interface ScoreOptions {
  readonly model: nn.Module;
  readonly numClasses: number;
  readonly placement: Placement;
  /** What the model was trained with. */
  readonly loss: TrainingConfig['loss'];
  readonly workers: DecodeWorkers;
  readonly samples: readonly Sample[];
  /** The place of the first of the samples among the workers' pictures. */
  readonly firstPicture: number;
  readonly batchSize: number;
}

/** A batch's answers. */
export interface ScoredBatch extends Scores {
  /** Probabilities, `[N, K]` row by row. */
  readonly values: Float32Array;
  readonly samples: readonly Sample[];
  /** Cross-entropy, the mean over the batch. */
  readonly loss: number;
  readonly unreadable: readonly Unreadable[];
}

/** The model's answers to samples, as in use: centre crop, no gradient, the batch normalisation's running statistics. */
export async function* scoreSamples(options: ScoreOptions): AsyncGenerator<ScoredBatch, void, undefined> {
  const { model, numClasses, placement, workers, samples, firstPicture, loss: kind } = options;
  for await (const batch of batches(workers, (i) => evaluationPlan(options, i))) {
    if (batch.samples.length === 0) continue;
    const own = batch.samples.map((picture) => samples[picture - firstPicture] as Sample);
    const labels = own.map((sample) => sample.labels);
    const wasTraining = model.training;
    model.eval();
    const { values, loss } = tidy(() =>
      inferenceMode(() => {
        const pictures = normalise(batch.pixels, workers.config.imageSize, placement);
        const logits = model.forward(pictures);
        const sum = hashtagLoss(logits, labels, { loss: kind, labelSmoothing: 0, positiveWeight: null });
        return {
          values: probabilitiesOf(logits, kind).toTypedArray() as Float32Array,
          loss: sum.item() / labels.length,
        };
      }),
    );
    model.train(wasTraining);
    yield { values, numClasses, labels, samples: own, loss, unreadable: batch.unreadable };
  }
}

/** The samples of one batch, in their order; undefined after the last. */
function evaluationPlan(
  { samples, firstPicture, batchSize }: ScoreOptions,
  batch: number,
): BatchPlan | undefined {
  const from = batch * batchSize;
  if (from >= samples.length) return undefined;
  const showings = samples
    .slice(from, from + batchSize)
    .map((_, i) => ({ sample: firstPicture + from + i, epoch: 0, repeat: 0 }));
  return { showings, transform: { kind: 'evaluation' } };
}

/**
 * The model's hits and loss over samples, each rank taking a part of them; null when there are none that can be decoded.
 */
export async function validate(options: ScoreOptions, ranks: Ranks): Promise<Validation | null> {
  const { samples, firstPicture } = options;
  const bound = (rank: number) => Math.floor((rank * samples.length) / ranks.worldSize);
  const [from, to] = [bound(ranks.rank), bound(ranks.rank + 1)];
  const own = { ...options, samples: samples.slice(from, to), firstPicture: firstPicture + from };
  let pictures = 0;
  let loss = 0;
  let hitsAt1 = 0;
  let hitsAt5 = 0;
  for await (const batch of scoreSamples(own)) {
    pictures += batch.samples.length;
    loss += batch.loss * batch.samples.length;
    hitsAt1 += countHits(1, batch);
    hitsAt5 += countHits(5, batch);
  }
  [pictures, loss, hitsAt1, hitsAt5] = ranks.sum([pictures, loss, hitsAt1, hitsAt5]);
  if (pictures === 0) return null;
  return { pictures, loss: loss / pictures, hitAt1: hitsAt1 / pictures, hitAt5: hitsAt5 / pictures };
}
