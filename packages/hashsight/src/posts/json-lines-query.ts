import { columnText, csvSql, stringText, type Tables } from '../tables/index.js';
import { parseJson } from './parse-json.js';
import { type CheckedPost, checkPost } from './post.js';
import { type FoundColumns, findColumns, POST_FIELDS, type PostColumns } from './post-columns.js';
import type { RowExpressions } from './post-rows.js';
import { splitHashtagsSql } from './split-hashtags.js';

/** How a file is read by SQL. */
export interface FileQuery {
  /** Absent where there is no record to find them in. */
  readonly columns?: FoundColumns;
  /** A relation with what the expressions name, in the order of the file. */
  readonly from: string;
  readonly expressions: RowExpressions;
  /** Has the last word on a `record`. */
  readonly parse: (record: string) => CheckedPost;
}

/** Records whose keys are looked at to find the columns. */
const LOOKED_AT = 1000;

/** The longest line that is read, in bytes; DuckDB asks for memory for sixteen of them at a time. */
const LONGEST_LINE = 1 << 21;

/**
 * How a JSONL file is read: as lines, so that each keeps its number and one that is no JSON harms no other; parsed by the
 * names of the columns.
 *
 * @throws as {@link findColumns}
 */
export async function jsonLinesQuery(tables: Tables, file: string, given: PostColumns): Promise<FileQuery> {
  const lines = linesSql(file);
  const some = `(SELECT line FROM ${lines} WHERE CASE WHEN json_valid(line) THEN json_type(line) END = 'OBJECT' LIMIT ${LOOKED_AT})`;
  const keys = await tables.rows<{ key: string }>(
    `SELECT key FROM (SELECT unnest(json_keys(line)) AS key FROM ${some}) GROUP BY key ORDER BY key`,
  );
  // Numbering the lines would hold SQL to one thread: they are counted when they are read back, so none is left out.
  const record = `nullif(trim(line, ' ' || chr(9)), '')`;
  if (keys.length === 0) {
    const nothing = {
      id: 'NULL::VARCHAR',
      image: 'NULL::VARCHAR',
      hashtags: 'NULL::VARCHAR[]',
      record,
    };
    return {
      from: lines,
      expressions: nothing,
      parse: (text) => parseRecord(text),
    };
  }
  const columns = findColumns(
    file,
    keys.map(({ key }) => key),
    given,
  );
  const isList = await hasLists(tables, some, columns.hashtags);
  const field = (column: string | undefined) =>
    column === undefined ? undefined : `fields.${columnText(column)}`;
  const structure = Object.fromEntries(
    Object.values(columns).map((column) => [column, 'VARCHAR'] as const),
  ) as Record<string, string | readonly string[]>;
  if (isList && columns.hashtags !== undefined) structure[columns.hashtags] = ['VARCHAR'];
  const words = field(columns.hashtags);
  const hashtags = words === undefined || isList ? words : textHashtagsSql(words);
  const key = columns.hashtags === undefined ? undefined : pathText(columns.hashtags);
  return {
    columns,
    from: `(SELECT line, CASE WHEN json_valid(line) THEN from_json(line, ${stringText(JSON.stringify(structure))}) END AS fields
      FROM ${lines})`,
    expressions: {
      id: field(columns.id ?? columns.image) as string,
      image: field(columns.image) as string,
      hashtags,
      hasNoHashtags: key && `coalesce(json_type(line, ${key}) = 'NULL', true)`,
      caption: field(columns.caption),
      author: field(columns.author),
      time: field(columns.time),
      record,
    },
    parse: (record) => parseRecord(record, columns),
  };
}

/** Hashtags in one text; a number, true or false, which look like a text to SQL, are not settled. */
function textHashtagsSql(words: string): string {
  return `CASE WHEN NOT (${words}[1] BETWEEN '-' AND '9' OR ${words} IN ('true', 'false')) THEN ${splitHashtagsSql(words)} END`;
}

/** Where a key is in JSON: a pointer (RFC 6901), for in a path `*` is every key. */
function pathText(key: string): string {
  return stringText(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

const FIELD_NAMES: PostColumns = Object.fromEntries(POST_FIELDS.map((field) => [field, field]));

/**
 * Checks a record in JSON, its fields taken from the keys that `columns` says; what is null is not there.
 *
 * @param columns default: keys that are named as the fields
 */
export function parseRecord(text: string, columns: PostColumns = FIELD_NAMES): CheckedPost {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    return { problem: `expected a JSON object, got ${JSON.stringify(shown)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return checkPost(value);
  const record = value as Readonly<Record<string, unknown>>;
  const fields = Object.entries(columns).map(([field, key]) => [field, record[key]] as const);
  const post = Object.fromEntries(fields.filter(([, each]) => each !== null && each !== undefined));
  return checkPost({ id: post.image, ...post });
}

/**
 * A file's lines as they are, in its order: a table of one column, that no separator divides. Lines that are no UTF-8, or
 * longer than {@link LONGEST_LINE}, are told apart as rejected.
 */
function linesSql(file: string): string {
  const dialect = `delim = chr(1), quote = '', escape = '', header = false, auto_detect = false`;
  const limits = `strict_mode = false, max_line_size = ${LONGEST_LINE}, store_rejects = true, rejects_limit = 0`;
  return csvSql(file, `columns = {'line': 'VARCHAR'}`, dialect, limits); // not in Spark SQL so
}

async function hasLists(tables: Tables, some: string, column: string | undefined): Promise<boolean> {
  if (column === undefined) return false;
  const path = pathText(column);
  const [row] = await tables.rows<{ lists: number; texts: number }>(
    `SELECT count(*) FILTER (json_type(line, ${path}) = 'ARRAY') AS lists,
      count(*) FILTER (json_type(line, ${path}) = 'VARCHAR') AS texts FROM ${some}`,
  );
  return row === undefined || row.lists >= row.texts;
}
