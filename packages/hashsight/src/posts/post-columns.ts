import { InputError, UsageError } from '../errors.js';

/** Usual names of what a post holds, the likeliest first. */
export const USUAL_NAMES = {
  id: ['id', 'post_id', 'postid', 'key', 'shortcode'],
  image: ['image', 'image_path', 'file_name', 'filename', 'file', 'path'],
  hashtags: ['hashtags', 'tags', 'keywords', 'labels'],
  caption: ['caption', 'text', 'description', 'title'],
  author: ['author', 'user', 'user_id', 'username', 'owner'],
  time: ['time', 'timestamp', 'created_at', 'taken_at', 'date'],
} as const;

/** What can be known of a post. */
export type PostField = keyof typeof USUAL_NAMES;

/** Every {@link PostField}. */
export const POST_FIELDS = Object.keys(USUAL_NAMES) as PostField[];

/** Which column of a table, or key of a JSON record, holds what of a post. */
export type PostColumns = Readonly<Partial<Record<PostField, string>>>;

/** The columns of one file: there is always one for the picture. */
export type FoundColumns = PostColumns & { readonly image: string };

/**
 * Finds the columns of posts: those that are given, the others by their usual names, in any case. Without an `id` the
 * picture's path names the post.
 *
 * @param file for messages
 * @param present the names that the file has
 * @throws UsageError when a given column is not there
 * @throws InputError when there is no column for the picture, or none for hashtags or a caption
 */
export function findColumns(file: string, present: readonly string[], given: PostColumns = {}): FoundColumns {
  for (const [field, column] of Object.entries(given)) {
    if (present.includes(column)) continue;
    throw new UsageError(
      `--columns ${field}=${column}: expected a column of ${file}, got none of that name; it has ${present.join(', ')}`,
    );
  }
  const found: Partial<Record<PostField, string>> = {};
  for (const field of POST_FIELDS) {
    const column = given[field] ?? usualColumn(field, present);
    if (column !== undefined) found[field] = column;
  }
  const { image } = found;
  if (image === undefined) throw missing(file, ['image'], present);
  if (found.hashtags === undefined && found.caption === undefined) {
    throw missing(file, ['hashtags', 'caption'], present);
  }
  return { ...found, image };
}

/** The column that has a usual name of a field, the likeliest of several. */
export function usualColumn(field: PostField, present: readonly string[]): string | undefined {
  return USUAL_NAMES[field]
    .map((name) => present.find((column) => column.toLowerCase() === name))
    .find((column) => column !== undefined);
}

/** What was found, in one line: `id from post_id, image from file_name, hashtags from tags; no caption, author or time`. */
export function columnsText(columns: PostColumns): string {
  const found = POST_FIELDS.filter((field) => columns[field] !== undefined);
  const others = POST_FIELDS.filter((field) => columns[field] === undefined);
  const texts = found.map((field) => `${field} from ${columns[field]}`).join(', ');
  if (others.length === 0) return texts;
  return `${texts}; no ${others.join(', ')}${columns.id === undefined ? ' (the picture names the post)' : ''}`;
}

function missing(file: string, fields: readonly PostField[], present: readonly string[]): InputError {
  const names = fields.flatMap((field) => [...USUAL_NAMES[field]]);
  const expected = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return new InputError(
    `${file}: expected a column named ${expected}, got ${present.join(', ')}; name it with --columns ${fields[0]}=NAME`,
  );
}
