import { z } from 'zod';
import { transferEntrySchema, transferPointSchema, transferTaskSchema } from './transfer-results.js';

const pointSchema = transferPointSchema
  .unwrap()
  .pick({ shots: true, labelsPerClass: true, mean: true, overSeeds: true, oneRun: true, lowerBound: true });

const entrySchema = transferEntrySchema
  .unwrap()
  .pick({ method: true, title: true, architecture: true, isPretrained: true })
  .extend({ points: z.array(pointSchema) });

/** Schema of the results of a transfer without the single runs, the classes, and the paths of the machine. */
export const transferSummarySchema = z.object({
  tasks: z.array(
    transferTaskSchema
      .unwrap()
      .pick({ name: true, kind: true, metric: true, images: true, openings: true, sentences: true })
      .extend({
        /** Number of classes. */
        classes: z.int().nonnegative(),
        entries: z.array(entrySchema),
        /** Index of the entry whose classifier is the exported model; null if it is none of them. */
        exported: z.int().nonnegative().nullable(),
      }),
  ),
});

/** Results of a transfer for readers of a model. */
export type TransferSummary = z.infer<typeof transferSummarySchema>;
