import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.js';
import { isFolder } from '../files/make-folder.js';
import { unusablePath } from '../files/unusable-path.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { readVocabulary } from '../vocabulary/vocabulary-file.js';
import {
  PREPARATION_FILE,
  PREPARATION_VERSION,
  type Preparation,
  preparationSchema,
  VOCABULARY_FILE,
} from './preparation.js';

/**
 * Reads `prepare.json`: how a training set was made.
 *
 * @throws InputError if the folder is not a training set
 */
export async function readPreparation(dir: string): Promise<Preparation> {
  const file = path.join(dir, PREPARATION_FILE);
  try {
    return preparationSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    if (isMissing && !(await isFolder(dir))) throw unusablePath(dir, error);
    const version = isMissing ? undefined : await versionOf(file);
    if (version !== undefined && version !== PREPARATION_VERSION) {
      throw new InputError(
        `${file}: expected version ${PREPARATION_VERSION}, got ${version}; prepare the training set again`,
      );
    }
    const reason = isMissing ? `no ${PREPARATION_FILE}` : `a broken ${PREPARATION_FILE}`;
    const message = `${dir}: expected a folder written by hashsight prepare, got one with ${reason}`;
    throw new InputError(message, { cause: error });
  }
}

/** The version stated in the file; undefined if there is none. */
async function versionOf(file: string): Promise<number | undefined> {
  const read = readFile(file, 'utf8').then((text) => versionSchema.parse(JSON.parse(text)).version);
  return read.catch(() => undefined);
}

const versionSchema = z.object({ version: z.number() });

/** Whether `dir` is a training set whose vocabulary was edited after it was written, or is broken. */
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

/** The SHA-256 of the classes and their hashtags. */
export function vocabularyDigest({ classes }: Vocabulary): string {
  return hash('sha256', JSON.stringify(classes));
}

/** The SHA-256 of the class names in order, which define the class indices of a training set. */
export function classesDigest({ classes }: Vocabulary): string {
  return hash('sha256', JSON.stringify(classes.map(({ name }) => name)));
}
