import { InputError, shownNames, shownText, UsageError } from '@hashsight/formats';

/** Usual names of what a post holds, the likeliest first. */
export const USUAL_NAMES = {
  id: ['id', 'post_id', 'postid', 'key', 'shortcode'],
  image: ['image', 'image_path', 'file_name', 'filename', 'file', 'path'],
  hashtags: ['hashtags', 'tags', 'keywords', 'labels', 'label'],
  caption: ['caption', 'text', 'description', 'title'],
  author: ['author', 'user', 'user_id', 'username', 'owner'],
  time: ['time', 'timestamp', 'created_at', 'taken_at', 'date'],
} as const;

/** What can be known of a post. */
export type PostField = keyof typeof USUAL_NAMES;

/** Every {@link PostField}. */
export const POST_FIELDS = Object.keys(USUAL_NAMES) as PostField[];

/** Which column of a table, or key of a JSON record, the user named for what of a post. */
export type PostColumns = Readonly<Partial<Record<PostField, string>>>;

/**
 * The columns of one file that hold what of a post, the likeliest first: a record's field is in the first of them that has
 * a value there. Empty where there is none.
 */
export type FoundColumns = Readonly<Record<PostField, readonly string[]>>;

/** By column what its values are where hashtags are expected: `numbers`, or `true or false`. */
export type NumberColumns = ReadonlyMap<string, string>;

/**
 * Finds the columns of posts: those that are given, the others by their usual names. Without an `id` the image's path
 * names the post. A `key` as img2dataset writes it is no id, for the images of other outputs have it too.
 *
 * @param file for messages
 * @param present the names that the file has
 * @param numbers columns that have numbers in place of hashtags, which are passed over
 * @throws UsageError when a given column is not there
 * @throws InputError when there is no column for the image, or none for hashtags or a caption but with numbers
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
      `expected a column of ${file} for ${field}, got "${shownText(column)}"; it has ${shownNames(present)}`,
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
  const isAsked = given.hashtags !== undefined && numbers.has(given.hashtags);
  if (isAsked || (found.hashtags.length === 0 && found.caption.length === 0)) {
    const [column] = isAsked ? [given.hashtags] : numbers.keys();
    const values = numbers.get(column ?? '');
    if (column !== undefined && values !== undefined) throw numbersError(file, column, values);
    throw missing(file, ['hashtags', 'caption'], present);
  }
  return found;
}

function numbersError(file: string, column: string, values: string): InputError {
  return new InputError(
    `${file}: expected hashtags or names of classes in "${shownText(column)}", got ${values}; write the names into the file, or name another column with \`columns: hashtags=NAME\``,
  );
}

/** A line for each column of numbers that is passed over. */
export function numbersNotes(numbers: NumberColumns): readonly string[] {
  return [...numbers].map(
    ([column, values]) =>
      `"${shownText(column)}" is not used: it has ${values} in place of the names of classes`,
  );
}

/** Whether these are the columns of img2dataset's tables: `key`, `url`, `status`, and more. */
export function isImg2dataset(present: readonly string[]): boolean {
  return ['key', 'url', 'status'].every((name) => present.includes(name));
}

/** Columns for every field. */
export function columnsByField(of: (field: PostField) => readonly string[]): FoundColumns {
  return Object.fromEntries(POST_FIELDS.map((field) => [field, of(field)])) as Record<PostField, string[]>;
}

/**
 * The columns that have a usual name of a field, the likeliest first. Of one name, the column that is written so goes
 * before those with other capital letters.
 */
export function usualColumns(field: PostField, present: readonly string[]): readonly string[] {
  return USUAL_NAMES[field].flatMap((name: string) => {
    const alike = present.filter((column) => column.toLowerCase() === name);
    return alike.includes(name) ? [name, ...alike.filter((column) => column !== name)] : alike;
  });
}

/**
 * The columns in one line: `id from post_id, image from file_name, hashtags from tags, else keywords; no caption, author
 * or time`.
 */
export function columnsText(columns: FoundColumns): string {
  const found = POST_FIELDS.filter((field) => columns[field].length > 0);
  const others = POST_FIELDS.filter((field) => columns[field].length === 0);
  const texts = found.map((field) => {
    const names = columns[field].map((name) => shownText(name));
    return `${field} from ${names.join(', else ')}`;
  });
  if (others.length === 0) return texts.join(', ');
  return `${texts.join(', ')}; no ${others.join(', ')}${columns.id.length === 0 ? ' (the image names the post)' : ''}`;
}

function missing(file: string, fields: readonly PostField[], present: readonly string[]): InputError {
  const names = fields.flatMap((field) => [...USUAL_NAMES[field]]);
  const expected = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return new InputError(
    `${file}: expected a column named ${expected}, got ${shownNames(present)}; name it with \`columns: ${fields[0]}=NAME\``,
  );
}
