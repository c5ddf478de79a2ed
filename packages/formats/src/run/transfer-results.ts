import { z } from 'zod';

/** File of the results of `hashsight transfer`. */
export const TRANSFER_FILE = 'transfer.json';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const shots = z.union([z.int().positive(), z.literal('all')]);

const intervalSchema = z
  .object({
    estimate: z.number(),
    low: z.number(),
    high: z.number(),
    /**
     * `clopper-pearson`: what one result on so many test images says; `bootstrap`: the same for other metrics than
     * accuracy; `student`: the spread over seeds; `paired-bootstrap`: a difference on the same seeds and images.
     */
    kind: z.enum(['clopper-pearson', 'bootstrap', 'student', 'paired-bootstrap']),
  })
  .readonly();

const resultSchema = z
  .object({
    seed: count,
    /** Labelled images that were used. */
    labelled: count,
    metrics: z.record(z.string(), share),
    /** Hyper-parameters and how they were chosen. */
    chosen: z.record(z.string(), z.union([z.string(), z.number()])),
    seconds: z.number(),
  })
  .readonly();

/** Schema of the results of one method with one number of labels. */
export const transferPointSchema = z
  .object({
    shots,
    /** Mean number of labelled images a class; below `shots` if a class has fewer. */
    labelsPerClass: z.number(),
    /** Mean of the headline metric over the seeds. */
    mean: share,
    /** Confidence interval (95 %) of the mean over seeds; null with one seed. */
    overSeeds: intervalSchema.nullable(),
    /** Confidence interval (95 %) of the first seed's result, over test images. */
    oneRun: intervalSchema,
    /** The same metric if each test image with a copy in the training part counts as wrong; null without such copies. */
    lowerBound: share.nullable(),
    results: z.array(resultSchema).min(1).readonly(),
  })
  .readonly();

/** Schema of the results of one method with one network. */
export const transferEntrySchema = z
  .object({
    method: z.string(),
    /** Method and network in words. */
    title: z.string(),
    /** Name of the network; null if only its architecture matters. */
    model: z.string().nullable(),
    architecture: z.string(),
    isPretrained: z.boolean(),
    points: z.array(transferPointSchema).readonly(),
  })
  .readonly();

const differenceSchema = z
  .object({
    /** Index of the pretrained entry, and of the entry that it is compared with. */
    entry: count,
    against: count,
    shots,
    /** Pretrained minus the other. */
    difference: intervalSchema,
    /**
     * p-value of McNemar's exact test that both are right equally often; null with several seeds or several labels an
     * image, for which it is not defined.
     */
    mcnemar: share.nullable().default(null),
    /** Labels a class that the other entry needs for the same score; null if it never reaches it. */
    sameAs: z.number().nullable(),
  })
  .readonly();

const forecastSchema = z
  .object({
    /** Index of the entry whose results it continues. */
    entry: count,
    /** Score of a class to reach, and level of the intervals. */
    target: share,
    level: share,
    /** Why no class has a forecast; null if some may have one. */
    refusal: z.string().nullable(),
    classes: z
      .array(
        z
          .object({
            name: z.string(),
            /** Labels that the class has, and its score with them. */
            labels: z.number(),
            score: share,
            /** Why it has no forecast; null if it has one. */
            refusal: z.string().nullable(),
            /** Labels that the target needs in all; null: more than ten times as many as now, if ever. */
            needed: z
              .object({
                estimate: z.number().nullable(),
                low: z.number().nullable(),
                high: z.number().nullable(),
              })
              .readonly()
              .nullable(),
            text: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

/** Schema of the results on one task. */
export const transferTaskSchema = z
  .object({
    name: z.string(),
    path: z.string(),
    /** `single`: one label an image, measured by accuracy; `multi`: any number, measured by mean average precision. */
    kind: z.enum(['single', 'multi']),
    metric: z.string(),
    classes: z.array(z.object({ name: z.string(), train: count, validation: count, test: count })).readonly(),
    images: z.object({ train: count, validation: count, test: count }).readonly(),
    /** Images left out because they cannot be decoded. */
    unreadable: count,
    /** Test images whose bytes are also those of a training or validation image. */
    copies: count,
    testDigest: z.string(),
    /** Times that the test labels have been opened, this time included, by the ledger. */
    openings: count,
    notes: z.array(z.string()).readonly(),
    entries: z.array(transferEntrySchema).readonly(),
    differences: z.array(differenceSchema).readonly(),
    /** What the figures mean, in words. */
    sentences: z.array(z.string()).readonly(),
    /** How many labels each class still needs; null if it was not asked for or cannot be told. */
    forecast: forecastSchema.nullable(),
    /** Run folders of the classifiers that learned from all labels. */
    folders: z.array(z.object({ entry: count, folder: z.string() }).readonly()).readonly(),
  })
  .readonly();

/** Schema of `transfer.json`. */
export const transferResultsSchema = z
  .object({
    version: z.literal(1),
    /** Identifies the results; equal if nothing that they depend on changed. */
    key: z.string(),
    ledger: z.string(),
    models: z
      .array(
        z
          .object({ name: z.string(), source: z.string(), architecture: z.string(), imageSize: count })
          .readonly(),
      )
      .readonly(),
    tasks: z.array(transferTaskSchema).readonly(),
  })
  .readonly();

/** Results of `hashsight transfer`, as in `transfer.json`. */
export type TransferResults = z.infer<typeof transferResultsSchema>;
/** Results on one task. */
export type TaskResults = z.infer<typeof transferTaskSchema>;
/** Results of one method with one network, by number of labels. */
export type TransferEntry = z.infer<typeof transferEntrySchema>;
/** Results with one number of labels. */
export type TransferPoint = z.infer<typeof transferPointSchema>;
/** A pretrained entry compared with one that is not, with the same labels. */
export type TransferDifference = z.infer<typeof differenceSchema>;
/** How many labels the classes still need. */
export type TransferForecast = z.infer<typeof forecastSchema>;
/** A confidence interval of 95 %. */
export type TransferInterval = z.infer<typeof intervalSchema>;
