import { InputError, shownNames, shownText, UsageError } from '@hashsight/formats';

/** Usual column names of each field of a post, in order of preference. */
export const USUAL_NAMES = {
  id: ['id', 'post_id', 'postid', 'key', 'shortcode'],
  image: ['image', 'image_path', 'file_name', 'filename', 'file', 'path'],
  hashtags: ['hashtags', 'tags', 'keywords', 'labels', 'label'],
  caption: ['caption', 'text', 'description', 'title'],
  author: ['author', 'user', 'user_id', 'username', 'owner'],
  time: ['time', 'timestamp', 'created_at', 'taken_at', 'date'],
} as const;

/** A field of a post. */
export type PostField = keyof typeof USUAL_NAMES;

/** Every {@link PostField}. */
export const POST_FIELDS = Object.keys(USUAL_NAMES) as PostField[];

/** The column of a table, or key of a JSON record, that the user named for a field. */
export type PostColumns = Readonly<Partial<Record<PostField, string>>>;

/**
 * The columns of one file that hold each field, in order of preference. A record takes a field from the first column
 * that has a value. The list is empty if no column holds the field.
 */
export type FoundColumns = Readonly<Record<PostField, readonly string[]>>;

/** Hashtag columns that hold no hashtags, and the kind of their values: `numbers` or `true or false`. */
export type NumberColumns = ReadonlyMap<string, string>;

/**
 * Finds the columns of posts: the given ones, and the others by their usual names. Without an `id` column, the image
 * path is the id. A `key` column written by img2dataset is not used as an id, because keys repeat across its outputs.
 *
 * @param file for messages
 * @param present column names in the file
 * @param numbers columns with numbers instead of hashtags, which are skipped
 * @throws UsageError if a given column does not exist
 * @throws InputError if no column holds the image, or no column holds hashtags or a caption
 */
export function findColumns(
  file: string,
  present: readonly string[],
  given: PostColumns = {},
  numbers: NumberColumns = new Map(),
): FoundColumns {
  for (const [field, column] of Object.entries(given)) {
    if (present.includes(column)) continue;
    throw new UsageError(
      `${file} has no column "${shownText(column)}" for ${field}; its columns are ${shownNames(present)}`,
      { option: 'columns' },
    );
  }
  const found = columnsByField((field) => {
    const column = given[field];
    const isFetched = field === 'id' && isImg2dataset(present);
    const columns = column === undefined ? usualColumns(field, present) : [column];
    return columns.filter((name) =>
      column === undefined && isFetched ? name !== 'key' : field !== 'hashtags' || !numbers.has(name),
    );
  });
  if (found.image.length === 0) throw missing(file, ['image'], present);
  const isGiven = given.hashtags !== undefined && numbers.has(given.hashtags);
  if (isGiven || (found.hashtags.length === 0 && found.caption.length === 0)) {
    const [column] = isGiven ? [given.hashtags] : numbers.keys();
    const values = numbers.get(column ?? '');
    if (column !== undefined && values !== undefined) throw numbersError(file, column, values);
    throw missing(file, ['hashtags', 'caption'], present);
  }
  return found;
}

function numbersError(file: string, column: string, values: string): InputError {
  return new InputError(
    `${file}: expected hashtags or class names in "${shownText(column)}", got ${values}; write the names into the file, or choose another column with \`columns: hashtags=NAME\``,
  );
}

/** A note about each skipped column of numbers. */
export function numbersNotes(numbers: NumberColumns): readonly string[] {
  return [...numbers].map(
    ([column, values]) => `"${shownText(column)}" is not used: it contains ${values} instead of class names`,
  );
}

/** Whether the columns are those of an img2dataset table: `key`, `url`, `status` and more. */
export function isImg2dataset(present: readonly string[]): boolean {
  return ['key', 'url', 'status'].every((name) => present.includes(name));
}

/** Builds {@link FoundColumns} from a function of the field. */
export function columnsByField(of: (field: PostField) => readonly string[]): FoundColumns {
  return Object.fromEntries(POST_FIELDS.map((field) => [field, of(field)])) as Record<PostField, string[]>;
}

/**
 * The columns that have a usual name of a field, in order of preference. A column in lower case comes before columns
 * with the same name in another case.
 */
export function usualColumns(field: PostField, present: readonly string[]): readonly string[] {
  return USUAL_NAMES[field].flatMap((name: string) => {
    const alike = present.filter((column) => column.toLowerCase() === name);
    return alike.includes(name) ? [name, ...alike.filter((column) => column !== name)] : alike;
  });
}

/**
 * The columns in one line: `id from post_id, image from file_name, hashtags from tags, else keywords; no caption,
 * author or time`.
 */
export function columnsText(columns: FoundColumns): string {
  const found = POST_FIELDS.filter((field) => columns[field].length > 0);
  const others = POST_FIELDS.filter((field) => columns[field].length === 0);
  const texts = found.map((field) => {
    const names = columns[field].map((name) => shownText(name));
    return `${field} from ${names.join(', else ')}`;
  });
  if (others.length === 0) return texts.join(', ');
  return `${texts.join(', ')}; no ${others.join(', ')}${columns.id.length === 0 ? ' (the image path is the id)' : ''}`;
}

function missing(file: string, fields: readonly PostField[], present: readonly string[]): InputError {
  const names = fields.flatMap((field) => [...USUAL_NAMES[field]]);
  const expected = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return new InputError(
    `${file}: expected a column named ${expected}, got ${shownNames(present)}; choose one with \`columns: ${fields[0]}=NAME\``,
  );
}
