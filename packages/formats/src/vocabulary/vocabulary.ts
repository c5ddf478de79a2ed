import { z } from 'zod';

const count = z.int().nonnegative();

/** Schema of `vocabulary.json`. */
export const vocabularySchema = z.object({
  version: z.literal(1),
  /**
   * The position of a class is its index. Classes made by `prepare` are sorted by count, descending, then by name; classes
   * from folders or tables by name.
   */
  classes: z.array(
    z.object({
      /** The canonical hashtag. */
      name: z.string().min(1),
      /** The hashtags of the class, normalized. */
      hashtags: z.array(z.string()).min(1),
      /**
       * WordNet 3.0 ids of the class, as in ImageNet; absent for adjectives and for hashtags that WordNet does not
       * contain.
       */
      synsets: z.array(z.string().regex(/^n\d{8}$/)).optional(),
      /** Number of distinct images of the class; if images were not read, of posts. */
      count,
    }),
  ),
  /** Hashtags that are in no class, with the reason; sorted like the classes. */
  dropped: z.array(z.object({ hashtag: z.string(), count, reason: z.string() })),
});

/** The classes of a model, and the dropped hashtags. */
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** A class of a {@link Vocabulary}. */
export type VocabularyClass = Vocabulary['classes'][number];

/**
 * The text of `vocabulary.json` in pieces. One class or dropped hashtag per line makes it easy to read, search and
 * compare.
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
