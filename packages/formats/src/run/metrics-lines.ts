import { z } from 'zod';

/** File of a run's metrics: one line every few steps and one per epoch. */
export const METRICS_FILE = 'metrics.jsonl';

/** A measured number. JSON stores a value that is not finite as null; it is read back as NaN. */
const measured = z.union([z.number(), z.null().transform(() => Number.NaN)]);
const share = measured;
const count = z.int().nonnegative();

const validationFields = {
  images: count,
  loss: measured,
  hitAt1: share,
  hitAt5: share,
  /** Number of images left out because they cannot be decoded. */
  unreadable: count,
};

const validationSchema = z.object(validationFields).readonly();

const trainLineSchema = z
  .object({
    kind: z.literal('train'),
    /** Epoch, from 1. */
    epoch: count,
    /** Number of steps done. */
    step: count,
    /** Mean loss since the previous line. */
    loss: measured,
    /** Share of the images since the previous line whose top prediction is one of their hashtags. */
    hitAt1: share,
    learningRate: z.number(),
    imagesPerSecond: measured,
    /** Share of the time since the previous line spent waiting for batches, from 0 to 1. */
    dataWait: share,
    /**
     * Share of the processor time that other programs took from this process since the previous line, from 0 to 1;
     * Linux only. Far above 0, other programs slow the training down.
     */
    cpuShared: share.exactOptional(),
    /** Resident memory of the process. */
    memoryBytes: z.number(),
    /** Images of the epoch left out so far because they cannot be decoded. */
    unreadable: count,
    /** Steps skipped so far because their loss or gradient was not finite. */
    skippedSteps: count,
    /** L2 norm of the gradient before clipping; only if it is clipped. */
    gradNorm: measured.exactOptional(),
  })
  .readonly();

const validationLineSchema = z
  .object({
    kind: z.literal('validation'),
    /** Number of the finished epoch, from 1. */
    epoch: count,
    step: count,
    ...validationFields,
  })
  .readonly();

/** Schema of a line of `metrics.jsonl`. */
export const metricsLineSchema = z.discriminatedUnion('kind', [trainLineSchema, validationLineSchema]);

/** Validation metrics of a model. */
export type Validation = z.infer<typeof validationSchema>;

/** Training metrics since the previous line. */
export type TrainLine = z.infer<typeof trainLineSchema>;

/** Validation metrics after an epoch. */
export type ValidationLine = z.infer<typeof validationLineSchema>;

/** One line of `metrics.jsonl`. */
export type MetricsLine = z.infer<typeof metricsLineSchema>;
