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

/** A row with image bytes. It names the image if the row has no name column. */
export interface ImageRow {
  /** Name of the file, without the extension. */
  readonly stem: string;
  /** From 1. */
  readonly row: number;
}

/** The SQL query that reads a file. */
export interface FileQuery {
  /** Undefined if the file has no records. */
  readonly columns?: FoundColumns;
  /** Notes for the user about the columns; one line each. */
  readonly notes?: readonly string[];
  /** A relation with the columns used in `expressions`, in file order. */
  readonly from: string;
  readonly expressions: RowExpressions;
  /** SQL for the image bytes, if the file contains them. Every row is then parsed in JavaScript. */
  readonly image?: string;
  /**
   * Parses a `record` that SQL could not parse.
   *
   * @param image the row, if the file contains image bytes
   */
  readonly parse: (record: string, image?: ImageRow) => CheckedPost;
}

/**
 * Number of records that decide whether hashtags are read as lists or as texts; the other form is read too, but slower.
 */
const LOOKED_AT = 1000;

/**
 * Builds the query that reads a JSONL file line by line, so that each record keeps its line number and an invalid line
 * does not affect the others.
 *
 * @param file for messages
 * @throws UsageError, InputError as {@link findColumns}
 */
export async function jsonLinesQuery(
  tables: Tables,
  file: string,
  text: PreparedText,
  given: PostColumns,
): Promise<FileQuery> {
  const lines = linesSql(text.path);
  const objects = `(SELECT line FROM ${lines} WHERE CASE WHEN json_valid(line) THEN json_type(line) END = 'OBJECT')`;
  const sample = `(SELECT line FROM ${objects} LIMIT ${LOOKED_AT})`;
  const keys = hasColumns(text.keys, given) ? text.keys : await allKeys(tables, objects);
  // Lines get no number here, because numbering would limit DuckDB to one thread. They are counted when they are read
  // back, so no line may be dropped.
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
  for (const column of columns.hashtags) if (await hasLists(tables, sample, column)) lists.add(column);
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

/** Whether these keys include every field that a post needs. */
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

/** SQL for the values of a line: one struct, except for keys that differ from another key only in case. */
class LineFields {
  readonly #lists: ReadonlySet<string>;
  /** Keys by their lower-case form, because SQL names are case-insensitive. */
  readonly #structured = new Map<string, string>();

  constructor(columns: FoundColumns, lists: ReadonlySet<string>) {
    this.#lists = lists;
    for (const column of POST_FIELDS.flatMap((field) => columns[field])) {
      const name = column.toLowerCase();
      if (!this.#structured.has(name)) this.#structured.set(name, column);
    }
  }

  /** The type of the struct `fields`, as JSON for `from_json`. */
  structure(): string {
    const types = [...this.#structured.values()].map((column) => [column, this.#type(column)]);
    return JSON.stringify(Object.fromEntries(types));
  }

  /** SQL for the value of a key. */
  sql(column: string): string {
    if (this.#structured.get(column.toLowerCase()) === column) return `fields.${columnText(column)}`;
    const value = `CASE WHEN json_valid(line) THEN json_extract(line, ${pathText(column)}) END`;
    return `from_json(${value}, ${stringText(JSON.stringify(this.#type(column)))})`;
  }

  #type(column: string): string | readonly string[] {
    return this.#lists.has(column) ? ['VARCHAR'] : 'VARCHAR';
  }
}

/** SQL for hashtags in a single text. Numbers and booleans look like text to SQL; they are left to JavaScript. */
function textHashtagsSql(words: string): string {
  return `CASE WHEN NOT (${words}[1] BETWEEN '-' AND '9' OR ${words} IN ('true', 'false')) THEN ${splitHashtagsSql(words)} END`;
}

/** A JSON pointer (RFC 6901) to a key. In a JSON path, `*` would match every key. */
function pathText(key: string): string {
  return stringText(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

/**
 * Parses and checks a JSON record.
 *
 * @param columns the keys of each field, in order of preference
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

/** A relation of the file's lines, unparsed and in file order: one column, with a separator that occurs in no line. */
function linesSql(file: string): string {
  const dialect = `delim = chr(1), quote = '', escape = '', header = false, auto_detect = false, strict_mode = false`;
  return csvSql(file, `columns = {'line': 'VARCHAR'}`, dialect, LINE_SIZE); // not in Spark SQL so
}

/** Whether the values of a column are lists more often than texts. */
async function hasLists(tables: Tables, sample: string, column: string): Promise<boolean> {
  const path = pathText(column);
  const [row] = await tables.rows<{ lists: number; texts: number }>(
    `SELECT count(*) FILTER (json_type(line, ${path}) = 'ARRAY') AS lists,
      count(*) FILTER (json_type(line, ${path}) = 'VARCHAR') AS texts FROM ${sample}`,
  );
  return row === undefined || row.lists >= row.texts;
}
