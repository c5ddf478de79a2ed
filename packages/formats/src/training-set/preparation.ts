import { z } from 'zod';
import { SAMPLING_RULES } from './sampling.js';

/** What the split keeps together: each post by itself, or all posts of a user. */
export const SPLIT_RULES = ['post', 'user'] as const;

/**
 * What becomes of posts with the same image: `merge` keeps the first with the labels of all, `first` the first as it is,
 * `keep` all of them on one side of the split, `off` does not look for them.
 */
export const DUPLICATE_RULES = ['merge', 'first', 'keep', 'off'] as const;

/**
 * Which sense a hashtag with several follows: `first` is WordNet's first, the most frequent in its tagged texts; `best`
 * the one people most likely mean on an image, given the hashtags beside it in the data; `all` each of them.
 */
export const SENSE_RULES = ['first', 'best', 'all'] as const;

/** One of {@link SENSE_RULES}. */
export type SenseRule = (typeof SENSE_RULES)[number];

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
  settings: z.object({
    /** The files by name; only for people to read. */
    posts: z.array(z.string()),
    /** Which hashtags became classes, as `--vocabulary` takes it, but for a file or folder by name. */
    vocabulary: z.string(),
    senses: z.enum(SENSE_RULES),
    minCount: count,
    /** Whether hashtags that seem to say nothing were dropped; always, in sets of before it could be chosen. */
    filters: z.boolean().default(true),
    keep: z.array(z.string()),
    splitBy: z.enum(SPLIT_RULES),
    validationShare: z.number(),
    testShare: z.number(),
    duplicates: z.enum(DUPLICATE_RULES),
    /** Folders whose images must not be trained on, by name. */
    evaluationSets: z.array(z.string()),
    sampling: z.enum(SAMPLING_RULES),
    /** Null with natural sampling. */
    samplingThreshold: z.number().nullable(),
    labelNoise: z.number(),
    seed: z.int(),
    /** Null where images stay as they were. */
    shorterSide: z.int().nullable(),
    /** Whether the images are in shards; without them a set cannot be trained on. */
    readImages: z.boolean(),
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
