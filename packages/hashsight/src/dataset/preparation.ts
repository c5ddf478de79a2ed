import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.js';
import { isFolder, unusablePath } from '../files/index.js';
import { readVocabulary, SENSE_RULES, type Vocabulary } from '../hashtags/index.js';
import { DUPLICATE_RULES, SPLIT_RULES } from './prepare-options.js';
import { SAMPLING_RULES } from './sampling.js';

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What `prepare.json` holds: how a training set was made, and what went into and came out of each step. */
export const preparationSchema = z.object({
  version: z.literal(3),
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
    duplicates: z.enum(DUPLICATE_RULES),
    /** Folders whose pictures must not be trained on, by name. */
    evaluationSets: z.array(z.string()),
    sampling: z.enum(SAMPLING_RULES),
    /** Null with natural sampling. */
    samplingThreshold: z.number().nullable(),
    labelNoise: z.number(),
    seed: z.int(),
    /** Null where pictures stay as they were. */
    shorterSide: z.int().nullable(),
    /** Whether the pictures are in shards; without them a set cannot be trained on. */
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
    /** `unusableImage`, `inEvaluationSets`, `duplicates`, `train` and `validation` together. */
    labelled: count,
    /** Posts whose picture is one of the evaluation sets'. */
    inEvaluationSets: count,
    /** Posts whose picture another post has, and which are left out for it. */
    duplicates: count,
    train: count,
    validation: count,
    /** Different hashtags after normalising; `inClasses` and `dropped` together. */
    hashtags: count,
    /** Hashtags that mean one of the classes. */
    inClasses: count,
    classes: count,
    dropped: count,
    /** Labels of the training pictures, and how many of them are wrong on purpose. */
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

/**
 * Reads how a training set was made.
 *
 * @throws InputError when the folder is not a training set
 */
export async function readPreparation(dir: string): Promise<Preparation> {
  const file = path.join(dir, PREPARATION_FILE);
  try {
    return preparationSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    if (isMissing && !(await isFolder(dir))) throw unusablePath(dir, error);
    const reason = isMissing
      ? `no ${PREPARATION_FILE}`
      : `a broken ${PREPARATION_FILE}, or one of another version`;
    const message = `${dir}: expected a folder that hashsight prepare wrote, got one with ${reason}`;
    throw new InputError(message, { cause: error });
  }
}

/** Whether `dir` is a training set whose vocabulary has other classes than were written, or is broken. */
export async function isVocabularyEdited(dir: string): Promise<boolean> {
  const preparation = await readPreparation(dir).catch(() => undefined);
  if (preparation === undefined) return false;
  const file = path.join(dir, VOCABULARY_FILE);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  return readVocabulary(file).then(
    (vocabulary) => vocabularyDigest(vocabulary) !== preparation.digests.vocabulary,
    () => true,
  );
}

/** The SHA-256 of the classes with their hashtags. */
export function vocabularyDigest({ classes }: Vocabulary): string {
  return hash('sha256', JSON.stringify(classes));
}

/** The SHA-256 of the names of the classes in their order: what the class indices of a training set stand for. */
export function classesDigest({ classes }: Vocabulary): string {
  return hash('sha256', JSON.stringify(classes.map(({ name }) => name)));
}
