import { z } from 'zod';
import { withoutDefaults } from '../options/option-schema.js';
import { prepareSettings } from './prepare-settings.js';

/** The parts of a training set: to train on, to choose settings by, and to report figures of. */
export const SPLITS = ['train', 'validation', 'test'] as const;

/** The part of a training set that an image belongs to. */
export type SplitName = (typeof SPLITS)[number];

/** A part that a model is measured by. */
export type HeldOutSplit = Exclude<SplitName, 'train'>;

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Of `prepare.json`; a set of another version is to be prepared anew. */
export const PREPARATION_VERSION = 4;

/** What `prepare.json` holds: how a training set was made, and what went into and came out of each step. */
export const preparationSchema = z.object({
  version: z.literal(PREPARATION_VERSION),
  /** Of what the result depends on. */
  versions: z.object({ hashsight: z.string(), wordnet: z.string() }),
  /** The options it was made with; null where one was not given and has no default. */
  settings: z.object({
    ...withoutDefaults(prepareSettings),
    /** The files by name; only for people to read. `vocabulary` and `evaluationSets` hold names of files and folders too. */
    posts: z.array(z.string()),
    /** Null with natural sampling. */
    samplingThreshold: prepareSettings.samplingThreshold.unwrap().nullable(),
    /** Null if images stay as they were. */
    shorterSide: prepareSettings.shorterSide.unwrap().nullable(),
  }),
  counts: z.object({
    /** Records that were read; `malformed`, `duplicateId`, `missingImage` and `posts` together. */
    records: count,
    setAside: z.object({ malformed: count, duplicateId: count, missingImage: count, unusableImage: count }),
    /** Good posts; `withoutLabel` and `labelled` together. */
    posts: count,
    /** Posts none of whose hashtags is a class. */
    withoutLabel: count,
    /** `unusableImage`, `inEvaluationSets`, `duplicates`, `train`, `validation` and `test` together. */
    labelled: count,
    /** Posts whose image is one of the evaluation sets'. */
    inEvaluationSets: count,
    /** Posts whose image another post has, and which are left out for it. */
    duplicates: count,
    train: count,
    validation: count,
    test: count,
    /** Different hashtags after normalising; `inClasses` and `dropped` together. */
    hashtags: count,
    /** Hashtags that mean one of the classes. */
    inClasses: count,
    classes: count,
    dropped: count,
    /** Labels of the training images, and how many of them are wrong on purpose. */
    labels: count,
    noisyLabels: count,
  }),
  shards: z.array(z.object({ name: z.string(), samples: count, bytes: count, sha256 })),
  /**
   * SHA-256 of what belongs together: the manifest, and the names of the classes in their order; and of the vocabulary's
   * classes with their hashtags, which tells whether somebody edited it.
   */
  digests: z.object({ manifest: sha256, classes: sha256, vocabulary: sha256 }),
});

/** How a training set was made, and what went into and came out of each step. */
export type Preparation = z.infer<typeof preparationSchema>;

/** How a training set was made; the last of its files to be written, so that a folder that has it is complete. */
export const PREPARATION_FILE = 'prepare.json';
export const VOCABULARY_FILE = 'vocabulary.json';
export const MANIFEST_FILE = 'manifest.parquet';
export const SET_ASIDE_FILE = 'set-aside.jsonl';
