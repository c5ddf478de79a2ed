import { readFile } from 'node:fs/promises';
import { InputError } from '../errors.js';
import { writeFileAtomic } from '../files/atomic-file.js';
import { parseJsonFile } from '../files/json-file.js';
import { unusablePath } from '../files/unusable-path.js';
import { shownText } from '../shown.js';
import { type Vocabulary, vocabularySchema, vocabularyText } from './vocabulary.js';

/**
 * Writes a vocabulary as readable JSON, with one class or dropped hashtag per line.
 *
 * @throws InputError if the file cannot be written
 */
export async function writeVocabulary(file: string, vocabulary: Vocabulary): Promise<void> {
  await writeFileAtomic(file, vocabularyText(vocabulary));
}

/**
 * Reads a vocabulary.
 *
 * @throws InputError if the file is missing, is not a vocabulary, or has no class
 */
export async function readVocabulary(file: string): Promise<Vocabulary> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const vocabulary = parseJsonFile(file, text, vocabularySchema, 'a vocabulary');
  const { classes } = vocabulary;
  if (classes.length === 0)
    throw new InputError(`${file}: expected at least one class, got an empty vocabulary`);
  const names = new Set<string>();
  for (const { name } of classes) {
    if (names.has(name))
      throw new InputError(`${file}: the class "${shownText(name)}" is listed twice; remove one of them`);
    names.add(name);
  }
  return vocabulary;
}
