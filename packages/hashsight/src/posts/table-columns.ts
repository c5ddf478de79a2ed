import { InputError } from '../errors.js';

/** Usual names of columns, the likeliest first. */
const NAMES = {
  id: ['id', 'post_id', 'postid', 'key', 'shortcode'],
  image: ['image', 'image_path', 'file_name', 'filename', 'file', 'path'],
  hashtags: ['hashtags', 'tags', 'keywords', 'labels'],
  caption: ['caption', 'text', 'description', 'title'],
  author: ['author', 'user', 'user_id', 'username', 'owner'],
  time: ['time', 'timestamp', 'created_at', 'taken_at', 'date'],
} as const;

type Field = keyof typeof NAMES;

/** Which column of a table holds what of a post. */
export type TableColumns = Readonly<Partial<Record<Field, string>>> & { readonly image: string };

/**
 * Finds the columns of posts in a table by their usual names, in any case. Without an `id` the picture's path names the
 * post.
 *
 * @throws InputError when there is no column for the picture, or none for hashtags or a caption
 */
export function tableColumns(file: string, columns: readonly string[]): TableColumns {
  const find = (field: Field) =>
    NAMES[field]
      .map((name) => columns.find((column) => column.toLowerCase() === name))
      .find((column) => column !== undefined);
  const found = Object.fromEntries(
    (Object.keys(NAMES) as Field[]).flatMap((field) => {
      const column = find(field);
      return column === undefined ? [] : [[field, column]];
    }),
  ) as Partial<Record<Field, string>>;
  const { image } = found;
  if (image === undefined) throw missing(file, NAMES.image, columns);
  if (found.hashtags === undefined && found.caption === undefined) {
    throw missing(file, [...NAMES.hashtags, ...NAMES.caption], columns);
  }
  return { ...found, image };
}

function missing(file: string, names: readonly string[], columns: readonly string[]): InputError {
  return new InputError(
    `${file}: expected a column named ${names.slice(0, -1).join(', ')} or ${names.at(-1)}, got ${columns.join(', ')}`,
  );
}

/** A list of hashtags out of a text: JSON's, or separated by `,`, `;`, `|` (the first of these that is there) or spaces. */
export function splitHashtags(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) {
    const list = listOf(trimmed);
    if (list !== undefined) return list;
  }
  const separator = [';', '|', ','].find((each) => trimmed.includes(each)) ?? /\s+/;
  return trimmed
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function listOf(text: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((word) => typeof word === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
