import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InputError } from '../errors.js';
import { parseJsonFile, unusablePath, writeFileAtomic } from '../files/index.js';
import { shownText } from '../shown.js';

const count = z.int().nonnegative();

/** What `vocabulary.json` holds. */
export const vocabularySchema = z.object({
  version: z.literal(1),
  /** By count, the highest first, then by name; the position is the class index. */
  classes: z.array(
    z.object({
      /** The canonical hashtag. */
      name: z.string().min(1),
      /** The hashtags that mean this class, as they are counted. */
      hashtags: z.array(z.string()).min(1),
      /** WordNet 3.0's ids of what it means, as ImageNet has them; none for an adjective, and for what WordNet does not know. */
      synsets: z.array(z.string().regex(/^n\d{8}$/)).optional(),
      /** Different pictures that show the class; where pictures were not looked at, posts that carry it. */
      count,
    }),
  ),
  /** Hashtags that are no class, and why; in the order of the classes. */
  dropped: z.array(z.object({ hashtag: z.string(), count, reason: z.string() })),
});

/** The classes that a model learns, and what became of every other hashtag. */
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** One class of a {@link Vocabulary}. */
export type VocabularyClass = Vocabulary['classes'][number];

/**
 * Writes a vocabulary as readable JSON, one class or dropped hashtag a line.
 *
 * @throws InputError when the place cannot be written to
 */
export async function writeVocabulary(file: string, vocabulary: Vocabulary): Promise<void> {
  await writeFileAtomic(file, vocabularyText(vocabulary));
}

/**
 * The text of `vocabulary.json`, piece by piece: one class or dropped hashtag a line, so that people can read, search and
 * compare it.
 */
export function* vocabularyText({ version, classes, dropped }: Vocabulary): Generator<string> {
  yield `{\n  "version": ${version},\n  "classes": `;
  yield* listLines(classes);
  yield ',\n  "dropped": ';
  yield* listLines(dropped);
  yield '\n}\n';
}

function* listLines(records: readonly unknown[]): Generator<string> {
  for (const [i, record] of records.entries()) yield `${i === 0 ? '[' : ','}\n    ${JSON.stringify(record)}`;
  yield records.length === 0 ? '[]' : '\n  ]';
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
