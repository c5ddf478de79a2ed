import path from 'node:path';
import { z } from 'zod';
import { splitHashtags } from './split-hashtags.js';

/** Whether `image` is a relative path that stays inside the images folder (by its words; links are not followed). */
function staysInside(image: string): boolean {
  const inside = path.normalize(image);
  return (
    !path.isAbsolute(image) && inside !== '.' && inside.split(path.sep)[0] !== '..' && !image.includes('\0')
  );
}

/** What names something may be a number: `1841`, `2024`. */
const word = z.union([z.string(), z.number()]).transform(String);

/** One picture and the words its poster chose for it. Fields that are not named here are kept as they are. */
export const postSchema = z.looseObject({
  /** Names the post; no two posts share it. */
  id: word.refine((id) => id !== ''),
  /** Path of the picture, relative to the images folder and inside it. */
  image: word.refine((image) => image !== '' && staysInside(image)),
  /**
   * The hashtags as they were written, with or without `#`, as a list or as one separated text; may be empty. Absent
   * where they stand in the caption.
   */
  hashtags: z.union([z.array(word), z.string().transform(splitHashtags)]).optional(),
  /** The text below the picture, whose `#hashtags` are taken where the post has no list of them. */
  caption: word.optional(),
  /** Who posted. */
  author: word.nullish(),
  /** When: Unix time in seconds or milliseconds, or ISO 8601. */
  time: word.nullish(),
});

/** One picture and the words its poster chose for it; see {@link postSchema}. */
export type Post = Readonly<z.infer<typeof postSchema>>;

const EXPECTED: Readonly<Record<string, string>> = {
  id: 'a string that is not empty',
  image: 'a path inside the images folder',
  hashtags: 'a list of strings or a text',
  caption: 'a string',
  author: 'a string',
  time: 'a time',
};

/** A checked post, or in one phrase what was expected and what came instead. */
export type CheckedPost =
  | { readonly post: Post; readonly problem?: never }
  | { readonly post?: never; readonly problem: string };

/** Checks what was read from a file or came over a wire. */
export function checkPost(value: unknown): CheckedPost {
  const checked = postSchema.safeParse(value);
  if (checked.success) {
    const { hashtags, caption } = checked.data;
    if (hashtags !== undefined || caption !== undefined) return { post: checked.data };
    return {
      problem:
        'expected "hashtags" to be a list of strings or a text, or a "caption" with hashtags, got neither',
    };
  }
  const field = checked.error.issues[0]?.path[0];
  if (typeof field !== 'string')
    return { problem: `expected a post {"id", "image", "hashtags"}, got ${shown(value)}` };
  const got = (value as Readonly<Record<string, unknown>>)[field];
  return { problem: `expected "${field}" to be ${EXPECTED[field]}, got ${shown(got)}` };
}

const SHOWN_CHARACTERS = 60;

/** A value as a message shows it: JSON, cut to a length that leaves the message one line. */
function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
