import { shownText } from '@hashsight/formats';
import { csvSql } from '../tables/file-relations.js';
import { columnText, stringText } from '../tables/sql-text.js';
import type { Tables } from '../tables/tables.js';
import { numberColumns } from './class-numbers.js';
import { parseJson } from './parse-json.js';
import { type CheckedPost, checkPost, checkRecord, type RecordOptions } from './post.js';
import {
  columnsByField,
  type FoundColumns,
  findColumns,
  numbersNotes,
  POST_FIELDS,
  type PostColumns,
  type PostField,
  usualColumns,
} from './post-columns.js';
import type { HashtagsExpressions, RowExpressions } from './post-rows.js';
import { splitHashtagsSql } from './split-hashtags.js';
import type { PreparedText } from './text/prepare-text.js';
import { LINE_SIZE } from './text/record.js';

/** A row with the bytes of an image, which names the image unless it has a name of its own. */
export interface ImageRow {
  /** The name of its file, without the extension. */
  readonly stem: string;
  /** From 1. */
  readonly row: number;
}

/** How a file is read by SQL. */
export interface FileQuery {
  /** Absent where there is no record to find them in. */
  readonly columns?: FoundColumns;
  /** What people should know of the columns; a line each. */
  readonly notes?: readonly string[];
  /** A relation with what the expressions name, in the order of the file. */
  readonly from: string;
  readonly expressions: RowExpressions;
  /** The bytes of an image, where the file holds them; then SQL settles nothing. */
  readonly image?: string;
  /**
   * Has the last word on a `record`.
   *
   * @param image of a file with the bytes of its images
   */
  readonly parse: (record: string, image?: ImageRow) => CheckedPost;
}

/** Records that are looked at to see whether hashtags are lists or texts; the other kind is read too, but slower. */
const LOOKED_AT = 1000;

/**
 * How a JSONL file is read: as lines, so that each keeps its number and one that is no JSON harms no other; parsed by the
 * names of the columns.
 *
 * @param file for messages
 * @throws as {@link findColumns}
 */
export async function jsonLinesQuery(
  tables: Tables,
  file: string,
  text: PreparedText,
  given: PostColumns,
): Promise<FileQuery> {
  const lines = linesSql(text.path);
  const objects = `(SELECT line FROM ${lines} WHERE CASE WHEN json_valid(line) THEN json_type(line) END = 'OBJECT')`;
  const some = `(SELECT line FROM ${objects} LIMIT ${LOOKED_AT})`;
  const keys = hasColumns(text.keys, given) ? text.keys : await allKeys(tables, objects);
  // Numbering the lines would hold SQL to one thread: they are counted when they are read back, so none is left out.
  const record = `nullif(trim(line, ' ' || chr(9)), '')`;
  if (keys.length === 0) {
    const none = { id: [], image: [], hashtags: [], caption: [], author: [], time: [] };
    const expressions = { ...none, isPostWithoutWords: false, record };
    return {
      from: lines,
      expressions,
      parse: (text) =>
        parseRecord(
          text,
          columnsByField(() => []),
        ),
    };
  }
  const textOf = (key: string) => `CAST(json_extract(line, ${pathText(key)}) AS VARCHAR)`;
  const numbers = await numberColumns(tables, objects, keys, given, textOf);
  const columns = findColumns(file, keys, given, numbers);
  const lists = new Set<string>();
  for (const column of columns.hashtags) if (await hasLists(tables, some, column)) lists.add(column);
  const fields = new LineFields(columns, lists);
  const texts = (field: 'id' | 'image' | 'caption' | 'author' | 'time') =>
    columns[field].map((column) => fields.sql(column));
  return {
    columns,
    notes: numbersNotes(numbers),
    from: `(SELECT line, CASE WHEN json_valid(line) THEN from_json(line, ${stringText(fields.structure())}) END AS fields
      FROM ${lines})`,
    expressions: {
      id: texts('id'),
      image: texts('image'),
      hashtags: columns.hashtags.map((column): HashtagsExpressions => {
        const words = fields.sql(column);
        return {
          list: lists.has(column) ? words : textHashtagsSql(words),
          isNull: `CASE WHEN fields IS NOT NULL THEN coalesce(json_type(line, ${pathText(column)}) = 'NULL', true) END`,
        };
      }),
      caption: texts('caption'),
      author: texts('author'),
      time: texts('time'),
      isPostWithoutWords: false,
      record,
    },
    parse: (text) => parseRecord(text, columns),
  };
}

/** Whether these keys are enough to find the columns. */
function hasColumns(keys: readonly string[], given: PostColumns): boolean {
  const has = (field: PostField) => given[field] !== undefined || usualColumns(field, keys).length > 0;
  const areKnown = Object.values(given).every((column) => keys.includes(column));
  return areKnown && has('image') && (has('hashtags') || has('caption'));
}

async function allKeys(tables: Tables, objects: string): Promise<readonly string[]> {
  const keys = await tables.rows<{ key: string }>(
    `SELECT key FROM (SELECT unnest(json_keys(line)) AS key FROM ${objects}) GROUP BY key ORDER BY key`,
  );
  return keys.map(({ key }) => key);
}

/** Where a line's values are: in one structure, but for keys that differ from another in capital letters only. */
class LineFields {
  readonly #lists: ReadonlySet<string>;
  /** By small letters, which is how SQL compares names. */
  readonly #structured = new Map<string, string>();

  constructor(columns: FoundColumns, lists: ReadonlySet<string>) {
    this.#lists = lists;
    for (const column of POST_FIELDS.flatMap((field) => columns[field])) {
      const name = column.toLowerCase();
      if (!this.#structured.has(name)) this.#structured.set(name, column);
    }
  }

  /** The structure of `fields`, as `from_json` wants it. */
  structure(): string {
    const types = [...this.#structured.values()].map((column) => [column, this.#type(column)]);
    return JSON.stringify(Object.fromEntries(types));
  }

  /** The value of a key. */
  sql(column: string): string {
    if (this.#structured.get(column.toLowerCase()) === column) return `fields.${columnText(column)}`;
    const value = `CASE WHEN json_valid(line) THEN json_extract(line, ${pathText(column)}) END`;
    return `from_json(${value}, ${stringText(JSON.stringify(this.#type(column)))})`;
  }

  #type(column: string): string | readonly string[] {
    return this.#lists.has(column) ? ['VARCHAR'] : 'VARCHAR';
  }
}

/** Hashtags in one text; a number, true or false, which look like a text to SQL, are not settled. */
function textHashtagsSql(words: string): string {
  return `CASE WHEN NOT (${words}[1] BETWEEN '-' AND '9' OR ${words} IN ('true', 'false')) THEN ${splitHashtagsSql(words)} END`;
}

/** Where a key is in JSON: a pointer (RFC 6901), for in a path `*` is every key. */
function pathText(key: string): string {
  return stringText(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

/**
 * Checks a record in JSON.
 *
 * @param columns the keys of each field, the likeliest first
 */
export function parseRecord(text: string, columns: FoundColumns, options: RecordOptions = {}): CheckedPost {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return { problem: `expected a JSON object, got ${JSON.stringify(shownText(text))}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return checkPost(value);
  return checkRecord(value as Readonly<Record<string, unknown>>, columns, options);
}

/** A file's lines as they are, in its order: a table of one column, that no separator divides. */
function linesSql(file: string): string {
  const dialect = `delim = chr(1), quote = '', escape = '', header = false, auto_detect = false, strict_mode = false`;
  return csvSql(file, `columns = {'line': 'VARCHAR'}`, dialect, LINE_SIZE); // not in Spark SQL so
}

/** Whether the records with a key have lists there, rather than texts. */
async function hasLists(tables: Tables, some: string, column: string): Promise<boolean> {
  const path = pathText(column);
  const [row] = await tables.rows<{ lists: number; texts: number }>(
    `SELECT count(*) FILTER (json_type(line, ${path}) = 'ARRAY') AS lists,
      count(*) FILTER (json_type(line, ${path}) = 'VARCHAR') AS texts FROM ${some}`,
  );
  return row === undefined || row.lists >= row.texts;
}
