import { inferenceMode, tidy } from '@hashsight/torch';
import { normalize } from '../../data/normalize.js';
import type { ImageModel } from '../../models/image-model.js';
import { pooled } from '../../models/resnet.js';
import type { TrainingConfig } from '../../settings/config.js';
import { probabilitiesOf } from '../../step/loss.js';

/** Outputs of an exported model. */
export const OUTPUTS = ['logits', 'probabilities', 'embedding', 'features'] as const;

/** The outputs for a batch of images, each in row-major order. */
export type Answers = Readonly<Record<(typeof OUTPUTS)[number], Float32Array>>;

/** A number for each output. */
export type EachOutput = Readonly<Record<(typeof OUTPUTS)[number], number>>;

const PLACEMENT = { device: 'cpu', memoryFormat: 'contiguous_format' } as const;

/** A batch as the engine and onnxruntime get it. */
export interface Batch {
  readonly images: number;
  /** `pixel_values`, `[N, 3, imageSize, imageSize]`. */
  readonly values: Float32Array;
}

/** @param pixels - N samples, `[imageSize, imageSize, 3]` 8-bit RGB each */
export function batchOf({ preprocessing }: ImageModel, pixels: readonly Uint8Array[]): Batch {
  return tidy(() => {
    const together = new Uint8Array(Buffer.concat(pixels));
    const values = normalize(together, preprocessing.imageSize, preprocessing, PLACEMENT);
    return { images: pixels.length, values: values.contiguous().toTypedArray() as Float32Array };
  });
}

/** The engine's answers to a batch. */
export function engineAnswers(
  model: ImageModel,
  pixels: readonly Uint8Array[],
  loss: TrainingConfig['loss'],
): Answers {
  return tidy(() =>
    inferenceMode(() => {
      const together = new Uint8Array(Buffer.concat(pixels));
      const images = normalize(together, model.preprocessing.imageSize, model.preprocessing, PLACEMENT);
      const features = model.forwardFeatures(images);
      const embedding = pooled(features);
      const logits = model.head.forward(embedding);
      const values = { logits, probabilities: probabilitiesOf(logits, loss), embedding, features };
      return Object.fromEntries(
        Object.entries(values).map(([name, each]) => [name, each.contiguous().toTypedArray()]),
      ) as unknown as Answers;
    }),
  );
}

/** The largest absolute differences between two lists of answers to the same batches. */
export function largestDifferences(ours: readonly Answers[], theirs: readonly Answers[]): EachOutput {
  return eachOutput((name) =>
    Math.max(0, ...ours.map((own, i) => largestDifference(own[name], theirs[i]?.[name]))),
  );
}

/** The largest absolute values. */
export function largestValues(answers: readonly Answers[]): EachOutput {
  return eachOutput((name) =>
    Math.max(
      0,
      ...answers.map((own) => own[name].reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
    ),
  );
}

function eachOutput(value: (name: (typeof OUTPUTS)[number]) => number): EachOutput {
  return Object.fromEntries(OUTPUTS.map((name) => [name, value(name)])) as unknown as EachOutput;
}

/** Infinity if one has other numbers of values, or values that are not numbers. */
function largestDifference(a: Float32Array, b: Float32Array | undefined): number {
  if (b?.length !== a.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const [i, value] of a.entries()) {
    const difference = Math.abs(value - (b[i] as number));
    // Not a number is not less than anything.
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return largest;
}

/** The answers to single images as those to a batch. */
export function joinedAnswers(answers: readonly Answers[]): Answers {
  return Object.fromEntries(
    OUTPUTS.map((name) => {
      const parts = answers.map((each) => each[name]);
      const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const part of parts) {
        joined.set(part, at);
        at += part.length;
      }
      return [name, joined];
    }),
  ) as unknown as Answers;
}
