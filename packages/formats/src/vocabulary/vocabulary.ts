import { z } from 'zod';

const count = z.int().nonnegative();

/** What `vocabulary.json` holds. */
export const vocabularySchema = z.object({
  version: z.literal(1),
  /**
   * The index is the class index. `prepare` orders by count, the highest first, then by name; classes that folders or
   * tables name are by name alone.
   */
  classes: z.array(
    z.object({
      /** The canonical hashtag. */
      name: z.string().min(1),
      /** The hashtags that mean this class, as they are counted. */
      hashtags: z.array(z.string()).min(1),
      /** WordNet 3.0's ids of what it means, as ImageNet has them; none for an adjective, and for what WordNet does not know. */
      synsets: z.array(z.string().regex(/^n\d{8}$/)).optional(),
      /** Different images that show the class; where images were not looked at, posts that carry it. */
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
