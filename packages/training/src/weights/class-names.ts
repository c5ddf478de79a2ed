import { readFile } from 'node:fs/promises';
import { InputError, UsageError, type Vocabulary } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import { z } from 'zod';
import type { OpenedWeights } from './open-weights.js';

/** A vocabulary of classes of which only the names are known. */
export function vocabularyOf(names: readonly string[]): Vocabulary {
  return {
    version: 1,
    classes: names.map((name) => ({ name, hashtags: [name], count: 0 })),
    dropped: [],
  };
}

/**
 * The classes of the last layer of weights.
 *
 * @param labels - file with the names of the classes, for weights that do not bring them
 * @throws InputError if the weights have no last layer, or no names are known for it
 * @throws UsageError if the file has another number of names
 */
export async function classesOf(weights: OpenedWeights, labels?: string): Promise<Vocabulary> {
  const { file, head, vocabulary, classNames } = weights;
  if (head === undefined) {
    throw new InputError(
      `${file}: the weights have no last layer, so they predict no classes; train one with hashsight transfer or train`,
    );
  }
  if (labels === undefined) {
    if (vocabulary !== undefined) return vocabulary;
    if (classNames !== undefined) return vocabularyOf(classNames);
    throw new InputError(
      `${file}: the names of its ${head.numClasses} classes are not known; give a file with one name per line as \`labels\``,
    );
  }
  const names = await readClassNames(labels);
  if (names.length !== head.numClasses) {
    throw new UsageError(
      `${labels}: expected the names of ${head.numClasses} classes, one for each of ${file}, got ${names.length}`,
      { option: 'labels' },
    );
  }
  return vocabularyOf(names);
}

const namesSchema = z.union([
  z.array(z.string()),
  z.object({ label_names: z.array(z.string()) }).transform(({ label_names }) => label_names),
  z
    .object({ classes: z.array(z.object({ name: z.string() })) })
    .transform(({ classes }) => classes.map(({ name }) => name)),
]);

/**
 * Reads names of classes: one a line, a JSON list, timm's `config.json`, or a `vocabulary.json`.
 *
 * @throws InputError if the file cannot be read or holds none of these
 */
export async function readClassNames(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  if (!/^\s*[[{]/.test(text)) {
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }
  try {
    return namesSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new InputError(
      `${file}: expected names of classes: one a line, a JSON list, or an object with label_names`,
      { cause: error },
    );
  }
}
