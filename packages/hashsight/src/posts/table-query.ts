import { InputError } from '../errors.js';
import { shownValue } from '../shown.js';
import {
  columnText,
  csvSql,
  parquetSchemaSql,
  parquetSql,
  stringText,
  type Tables,
} from '../tables/index.js';
import { type FileQuery, parseRecord } from './json-lines-query.js';
import { findColumns, POST_FIELDS, type PostColumns } from './post-columns.js';
import type { HashtagsExpressions } from './post-rows.js';
import { splitHashtagsSql } from './split-hashtags.js';
import { LINE_SIZE, type PreparedText } from './text/index.js';

/**
 * How a CSV, TSV or Parquet file is read.
 *
 * @param text of a text table
 * @throws InputError when it has no columns for posts
 */
export async function tableQuery(
  tables: Tables,
  file: string,
  text: PreparedText | undefined,
  given: PostColumns,
): Promise<FileQuery> {
  const table = text === undefined ? await parquetTable(tables, file) : textTable(text);
  const columns = findColumns(
    file,
    table.columns.map(({ name }) => name),
    given,
  );
  const sqlOf = (column: string): TableColumn => {
    const [found, another] = table.columns.filter(({ name }) => name === column);
    if (found === undefined || another !== undefined) {
      throw new InputError(`${file}: expected each column once, got ${shownValue(column)} twice`);
    }
    return found;
  };
  const used = [...new Set(POST_FIELDS.flatMap((field) => columns[field]))];
  const names = NAMES.flatMap((field) => columns[field]);
  const textOf = (column: string) => (names.includes(column) ? trimmed(sqlOf(column)) : sqlOf(column).text);
  const values = used.map((column) => {
    const { sql, isNested } = sqlOf(column);
    return `${stringText(column)}, ${isNested ? `to_json(${sql})` : textOf(column)}`;
  });
  return {
    columns,
    from: table.from(used.map(sqlOf)),
    expressions: {
      id: columns.id.map(textOf),
      image: columns.image.map(textOf),
      hashtags: columns.hashtags.map((column): HashtagsExpressions => {
        const { sql, isList } = sqlOf(column);
        const list = isList ? `CAST(${sql} AS VARCHAR[])` : splitHashtagsSql(textOf(column));
        return { list, isNull: `${sql} IS NULL` };
      }),
      caption: columns.caption.map(textOf),
      author: columns.author.map(textOf),
      time: columns.time.map(textOf),
      isPostWithoutWords: true,
      record: `json_object(${values.join(', ')})`,
    },
    parse: (record) => parseRecord(record, columns, { isPostWithoutWords: true }),
  };
}

/** Fields whose values name something, so that spaces around them mean nothing in a text table. */
const NAMES = ['id', 'image', 'author', 'time'] as const;

/** A table, its columns under names of our own: whatever its names are, they meet none that SQL uses. */
interface Table {
  readonly columns: readonly TableColumn[];
  /** The relation of some columns; others may be in it. */
  readonly from: (columns: readonly TableColumn[]) => string;
}

interface TableColumn {
  /** As the file has it. */
  readonly name: string;
  /** As SQL has it. */
  readonly sql: string;
  readonly text: string;
  readonly isList: boolean;
  /** A list, a map or a structure. */
  readonly isNested: boolean;
  /** Whether spaces may stand around its values that do not belong to them. */
  readonly isPadded: boolean;
}

function trimmed({ text, isPadded }: TableColumn): string {
  return isPadded ? `trim(${text}, ${stringText(' \t\u00a0')})` : text;
}

async function parquetTable(tables: Tables, file: string): Promise<Table> {
  const from = parquetSql(file);
  const described = await tables.rows<{ column_name: string; column_type: string }>(
    `DESCRIBE SELECT * FROM ${from}`, // not in Spark SQL so
  );
  const names = await parquetNames(tables, file);
  const columns = described.map(({ column_name, column_type }, position): TableColumn => {
    const sql = `c${position}`;
    const isNested = /^(?:STRUCT|MAP|UNION)\(|\[\d*\]$/.test(column_type);
    return {
      name: names[position] ?? column_name,
      sql,
      text: `CAST(${isNested ? `to_json(${sql})` : sql} AS VARCHAR)`,
      isList: /\[\d*\]$/.test(column_type),
      isNested,
      isPadded: false,
    };
  });
  const aliases = new Map(columns.map(({ sql }, i) => [sql, columnText(described[i]?.column_name ?? '')]));
  return {
    columns,
    from: (used) =>
      `(SELECT ${used.map(({ sql }) => `${aliases.get(sql)} AS ${sql}`).join(', ')} FROM ${from})`,
  };
}

/** The names of a Parquet file's columns: DuckDB gives another to one that differs in capital letters only. */
async function parquetNames(tables: Tables, file: string): Promise<readonly string[]> {
  const schema = await tables.rows<{ name: string; num_children: number | null }>(
    `SELECT name, num_children FROM ${parquetSchemaSql(file)}`, // not in Spark SQL so
  );
  const names: string[] = [];
  // The root first, then each column and after it all that is nested in it.
  const skipFrom = (position: number): number => {
    let next = position + 1;
    for (let child = 0; child < (schema[position]?.num_children ?? 0); child++) next = skipFrom(next);
    return next;
  };
  for (let position = 1; position < schema.length; position = skipFrom(position)) {
    names.push(schema[position]?.name ?? '');
  }
  return names;
}
/**
 * A text table. Nothing of it is guessed but the separator and the names, from its first line: guessing more, DuckDB
 * passes over lines that do not fit. Everything in it is text, so that an id `007` stays what it is.
 */
function textTable({ path, header }: PreparedText): Table {
  const { names = [], separator = ',' } = header ?? {};
  const columns = names.map((name, position): TableColumn => {
    const sql = `c${position}`;
    return { name, sql, text: sql, isList: false, isNested: false, isPadded: true };
  });
  const declared = columns.map(({ sql }) => `${sql}: 'VARCHAR'`).join(', ');
  const dialect = `delim = ${stringText(separator)}, quote = '"', escape = '"', strict_mode = true`;
  // not in Spark SQL so
  const from = csvSql(
    path,
    `columns = {${declared}}`,
    'header = true, auto_detect = false',
    dialect,
    LINE_SIZE,
  );
  return { columns, from: () => from };
}
