import { inferenceMode, type nn, tidy } from '@hashsight/torch';
import type { Sample } from '../dataset/index.js';
import { batches, type DecodeWorkers, normalise, type Placement, type Unreadable } from '../input/index.js';
import { hashtagLoss, targetsOf } from './loss.js';
import { countHits, type Scores } from './metrics.js';
import type { Validation } from './run-folder.js';

/** What {@link scoreSamples} needs. */
export interface ScoreOptions {
  readonly model: nn.Module;
  readonly numClasses: number;
  readonly placement: Placement;
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
  const { model, numClasses, placement, workers, samples, firstPicture, batchSize } = options;
  const order = Uint32Array.from(samples, (_, i) => firstPicture + i);
  for await (const batch of batches(workers, order, batchSize, { kind: 'evaluation' })) {
    if (batch.samples.length === 0) continue;
    const own = batch.samples.map((picture) => samples[picture - firstPicture] as Sample);
    const labels = own.map((sample) => sample.labels);
    const wasTraining = model.training;
    model.eval();
    const { values, loss } = tidy(() =>
      inferenceMode(() => {
        const pictures = normalise(batch.pixels, workers.config.imageSize, placement);
        const logits = model.forward(pictures);
        const targets = targetsOf(labels, numClasses, placement.device);
        return {
          values: logits.softmax(1).toTypedArray() as Float32Array,
          loss: hashtagLoss(logits, targets, 0).item(),
        };
      }),
    );
    model.train(wasTraining);
    yield { values, numClasses, labels, samples: own, loss, unreadable: batch.unreadable };
  }
}

/** The model's hits and loss over samples; null when there are none that can be decoded. */
export async function validate(options: ScoreOptions): Promise<Validation | null> {
  let pictures = 0;
  let loss = 0;
  let hitsAt1 = 0;
  let hitsAt5 = 0;
  for await (const batch of scoreSamples(options)) {
    pictures += batch.samples.length;
    loss += batch.loss * batch.samples.length;
    hitsAt1 += countHits(1, batch);
    hitsAt5 += countHits(5, batch);
  }
  if (pictures === 0) return null;
  return { pictures, loss: loss / pictures, hitAt1: hitsAt1 / pictures, hitAt5: hitsAt5 / pictures };
}
