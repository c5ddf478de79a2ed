import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.js';
import { isFolder, jsonLines, type StagedFile, stageFile, unusablePath } from '../files/index.js';
import { readVocabulary, SENSE_RULES, type Vocabulary, vocabularyText } from '../hashtags/index.js';

/** A picture and its classes. */
export interface Sample {
  readonly id: string;
  /** Path of the picture, relative to the images folder. */
  readonly image: string;
  /** Class indices into the vocabulary, ascending, each once, at least one. */
  readonly labels: readonly number[];
}

/** What a model is trained on and measured by. */
export interface TrainingSet {
  readonly vocabulary: Vocabulary;
  /** Absolute path of the folder that `image` of the samples is relative to. */
  readonly imagesDir: string;
  readonly train: readonly Sample[];
  readonly validation: readonly Sample[];
}

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What `prepare.json` holds: how a training set was made, and what became of each record. */
export const preparationSchema = z.object({
  version: z.literal(1),
  settings: z.object({
    /** As it was named on the command line; only for people to read. */
    posts: z.string(),
    /** Which hashtags became classes, as `--vocabulary` takes it. */
    vocabulary: z.string(),
    senses: z.enum(SENSE_RULES),
    minCount: count,
    splitBy: z.enum(['post', 'user']),
    validationShare: z.number(),
    keep: z.array(z.string()),
  }),
  /** The images folder, relative to the folder of the training set. */
  images: z.string(),
  counts: z.object({
    /** Lines that hold something; `setAside` and `posts` together. */
    records: count,
    setAside: z.object({ malformed: count, duplicateId: count, missingImage: count }),
    /** Good posts; `withoutLabel` and `labelled` together. */
    posts: count,
    /** Posts none of whose hashtags is a class. */
    withoutLabel: count,
    /** `train` and `validation` together. */
    labelled: count,
    train: count,
    validation: count,
    /** Different hashtags after normalising; `inClasses` and `dropped` together. */
    hashtags: count,
    /** Hashtags that mean one of the classes. */
    inClasses: count,
    classes: count,
    dropped: count,
  }),
  /**
   * SHA-256 of what belongs together: the two lists of samples, and the names of the classes in their order; and of the
   * vocabulary's classes with their hashtags, which tells whether somebody edited it.
   */
  digests: z.object({ train: sha256, validation: sha256, classes: sha256, vocabulary: sha256 }),
});

/** How a training set was made, and what became of each record. */
export type Preparation = z.infer<typeof preparationSchema>;

/** How a training set was made; the last of its files to be written, so that a folder that has it is complete. */
export const PREPARATION_FILE = 'prepare.json';
export const VOCABULARY_FILE = 'vocabulary.json';

/** What {@link writeTrainingSet} writes besides the training set itself. */
export interface TrainingSetNotes {
  readonly preparation: Omit<Preparation, 'version' | 'images' | 'digests'>;
  /** Lines of `set-aside.jsonl`. */
  readonly setAside: readonly unknown[];
}

/**
 * Writes a training set to the folder `dir`. All files are written beside their places first, so that one that was
 * there stays whole until the new one is complete; `prepare.json`, which holds the digests of the others, comes last.
 *
 * @throws InputError when the folder cannot be written to
 */
export async function writeTrainingSet(
  dir: string,
  set: TrainingSet,
  notes: TrainingSetNotes,
): Promise<Preparation> {
  const train = jsonLines(set.train);
  const validation = jsonLines(set.validation);
  const preparation: Preparation = {
    version: 1,
    ...notes.preparation,
    images: path.relative(path.resolve(dir), set.imagesDir) || '.',
    digests: {
      train: digest(train),
      validation: digest(validation),
      classes: classesDigest(set.vocabulary),
      vocabulary: digest(JSON.stringify(set.vocabulary.classes)),
    },
  };
  const files = [
    [VOCABULARY_FILE, vocabularyText(set.vocabulary)],
    ['train.jsonl', train],
    ['validation.jsonl', validation],
    ['set-aside.jsonl', jsonLines(notes.setAside)],
    [PREPARATION_FILE, `${JSON.stringify(preparation, null, 2)}\n`],
  ] as const;
  const staged: StagedFile[] = [];
  try {
    for (const [name, text] of files) staged.push(await stageFile(path.join(dir, name), text));
    for (const file of staged) await file.commit();
  } catch (error) {
    await Promise.all(staged.map((file) => file.discard()));
    throw error;
  }
  return preparation;
}

/**
 * Reads what `hashsight prepare` wrote.
 *
 * @throws InputError when the folder is not a training set, or its files do not belong together
 */
export async function readTrainingSet(dir: string): Promise<TrainingSet> {
  const preparation = await readPreparation(dir);
  const vocabulary = await readVocabulary(path.join(dir, VOCABULARY_FILE));
  const { digests } = preparation;
  if (classesDigest(vocabulary) !== digests.classes) throw notTogether(dir, VOCABULARY_FILE);
  const readSamples = async (name: string, expected: string): Promise<Sample[]> => {
    const file = path.join(dir, name);
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw unusablePath(file, error);
    });
    if (digest(text) !== expected) throw notTogether(dir, name);
    // The digest says that these are the lines that were written; they need no second check.
    return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Sample]));
  };
  return {
    vocabulary,
    imagesDir: path.resolve(dir, preparation.images),
    train: await readSamples('train.jsonl', digests.train),
    validation: await readSamples('validation.jsonl', digests.validation),
  };
}

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
    const reason = isMissing ? `no ${PREPARATION_FILE}` : `a broken ${PREPARATION_FILE}`;
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
    ({ classes }) => digest(JSON.stringify(classes)) !== preparation.digests.vocabulary,
    () => true,
  );
}

function notTogether(dir: string, name: string): InputError {
  return new InputError(
    `${path.join(dir, name)}: expected the file that ${PREPARATION_FILE} describes, got another; run hashsight prepare again`,
  );
}

function classesDigest({ classes }: Vocabulary): string {
  return digest(JSON.stringify(classes.map(({ name }) => name)));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
