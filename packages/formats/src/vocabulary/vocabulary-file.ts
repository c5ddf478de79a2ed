import { readFile } from 'node:fs/promises';
import { InputError } from '../errors.js';
import { writeFileAtomic } from '../files/atomic-file.js';
import { parseJsonFile } from '../files/json-file.js';
import { unusablePath } from '../files/unusable-path.js';
import { shownText } from '../shown.js';
import { type Vocabulary, vocabularySchema, vocabularyText } from './vocabulary.js';

/**
 * Writes a vocabulary as readable JSON, one class or dropped hashtag a line.
 *
 * @throws InputError when the place cannot be written to
 */
export async function writeVocabulary(file: string, vocabulary: Vocabulary): Promise<void> {
  await writeFileAtomic(file, vocabularyText(vocabulary));
}

/**
 * Reads a vocabulary.
 *
 * @throws InputError when the file is missing, is not a vocabulary, or has no class
 */
export async function readVocabulary(file: string): Promise<Vocabulary> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const vocabulary = parseJsonFile(file, text, vocabularySchema, 'a vocabulary');
  const { classes } = vocabulary;
  if (classes.length === 0)
    throw new InputError(`${file}: expected at least one class, got a vocabulary of zero`);
  const names = new Set<string>();
  for (const { name } of classes) {
    if (names.has(name))
      throw new InputError(`${file}: expected each class once, got "${shownText(name)}" twice`);
    names.add(name);
  }
  return vocabulary;
}
