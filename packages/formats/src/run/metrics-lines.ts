import { z } from 'zod';

/** How a run went: a line each few steps and each epoch. */
export const METRICS_FILE = 'metrics.jsonl';

/** A measured number, which JSON has as null where it was not finite; read, that is NaN. */
const measured = z.union([z.number(), z.null().transform(() => Number.NaN)]);
const share = measured;
const count = z.int().nonnegative();

const validationFields = {
  images: count,
  loss: measured,
  hitAt1: share,
  hitAt5: share,
  /** Images that were left out, because they cannot be decoded. */
  unreadable: count,
};

const validationSchema = z.object(validationFields).readonly();

const trainLineSchema = z
  .object({
    kind: z.literal('train'),
    /** From 1. */
    epoch: count,
    /** Steps that are done. */
    step: count,
    /** Mean since the line before. */
    loss: measured,
    /** Share of the images shown since the line before whose likeliest answer is one of their hashtags. */
    hitAt1: share,
    learningRate: z.number(),
    imagesPerSecond: measured,
    /** Share of the time since the line before that went by waiting for batches, from 0 to 1. */
    dataWait: share,
    /**
     * Share of the processor time that the process wanted since the line before, from 0 to 1, which other programs had;
     * only on Linux. Far from 0, other work slows the training down.
     */
    cpuShared: share.exactOptional(),
    /** Resident memory of the process. */
    memoryBytes: z.number(),
    /** Images of the epoch that were left out so far, because they cannot be decoded. */
    unreadable: count,
    /** Steps skipped so far, for their loss or gradient was not finite. */
    skippedSteps: count,
    /** L2 norm of the gradient before it was clipped; only where it is clipped. */
    gradNorm: measured.exactOptional(),
  })
  .readonly();

const validationLineSchema = z
  .object({
    kind: z.literal('validation'),
    /** The epoch that ended, from 1. */
    epoch: count,
    step: count,
    ...validationFields,
  })
  .readonly();

/** A line of `metrics.jsonl`, as it is read back. */
export const metricsLineSchema = z.discriminatedUnion('kind', [trainLineSchema, validationLineSchema]);

/** How good the model is on images that it did not train on. */
export type Validation = z.infer<typeof validationSchema>;

/** How the steps since the line before went. */
export type TrainLine = z.infer<typeof trainLineSchema>;

/** How good the model is after an epoch. */
export type ValidationLine = z.infer<typeof validationLineSchema>;

/** One line of `metrics.jsonl`. */
export type MetricsLine = z.infer<typeof metricsLineSchema>;
