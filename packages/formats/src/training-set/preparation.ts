import { z } from 'zod';
import { licenseSchema } from '../dataset/dataset-description.js';
import { withoutDefaults } from '../options/option-schema.js';
import { prepareSettings } from './prepare-settings.js';

/** The splits of a training set: for training, for choosing settings, and for reporting results. */
export const SPLITS = ['train', 'validation', 'test'] as const;

/** Name of a split. */
export type SplitName = (typeof SPLITS)[number];

/** A split for evaluation. */
export type HeldOutSplit = Exclude<SplitName, 'train'>;

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Version of `prepare.json`. A set of another version must be prepared again. */
export const PREPARATION_VERSION = 4;

/** Schema of `prepare.json`: how a training set was made, with the counts of each step. */
export const preparationSchema = z.object({
  version: z.literal(PREPARATION_VERSION),
  /** Versions that the result depends on. */
  versions: z.object({ hashsight: z.string(), wordnet: z.string() }),
  /** Options of the preparation; null for an option without a value. */
  settings: z.object({
    ...withoutDefaults(prepareSettings),
    /**
     * Names of the input files, for people. `vocabulary` and `evaluationSets` contain names of files and folders, too.
     */
    posts: z.array(z.string()),
    /** Null for natural sampling. */
    samplingThreshold: prepareSettings.samplingThreshold.unwrap().nullable(),
    /** Null if images are kept unchanged. */
    shorterSide: prepareSettings.shorterSide.unwrap().nullable(),
  }),
  counts: z.object({
    /** Records read: the sum of `malformed`, `duplicateId`, `missingImage` and `posts`. */
    records: count,
    setAside: z.object({ malformed: count, duplicateId: count, missingImage: count, unusableImage: count }),
    /** Valid posts: the sum of `withoutLabel` and `labelled`. */
    posts: count,
    /** Posts without a hashtag that is a class. */
    withoutLabel: count,
    /** The sum of `unusableImage`, `inEvaluationSets`, `duplicates`, `train`, `validation` and `test`. */
    labelled: count,
    /** Posts with an image that is in an evaluation set. */
    inEvaluationSets: count,
    /** Posts left out because another post has the same image. */
    duplicates: count,
    train: count,
    validation: count,
    test: count,
    /** Distinct normalized hashtags: the sum of `inClasses` and `dropped`. */
    hashtags: count,
    /** Hashtags that belong to a class. */
    inClasses: count,
    classes: count,
    dropped: count,
    /** Labels of the training images; `noisyLabels` of them are wrong on purpose. */
    labels: count,
    noisyLabels: count,
  }),
  /** Origins and licenses of the data sets that the posts belong to, as far as a `dataset.json` tells them. */
  licenses: z.array(licenseSchema).readonly().default([]),
  shards: z.array(z.object({ name: z.string(), samples: count, bytes: count, sha256 })),
  /**
   * SHA-256 digests of the manifest, of the class names in order, and of the vocabulary's classes with their hashtags.
   * The last one tells whether the vocabulary was edited.
   */
  digests: z.object({ manifest: sha256, classes: sha256, vocabulary: sha256 }),
});

/** How a training set was made, with the counts of each step. */
export type Preparation = z.infer<typeof preparationSchema>;

/** File name of the preparation. It is written last, so that a folder that contains it is complete. */
export const PREPARATION_FILE = 'prepare.json';
export const VOCABULARY_FILE = 'vocabulary.json';
export const MANIFEST_FILE = 'manifest.parquet';
export const SET_ASIDE_FILE = 'set-aside.jsonl';
