import { InputError, shownValue } from '@hashsight/formats';
import { csvSql, parquetSchemaSql, parquetSql } from '../tables/file-relations.js';
import { columnText, stringText } from '../tables/sql-text.js';
import type { Tables } from '../tables/tables.js';
import { classNames, isWholeType, namesSql, numberColumns, numbersOfType } from './class-numbers.js';
import { type FileQuery, parseRecord } from './json-lines-query.js';
import { parseJson } from './parse-json.js';
import { checkRecord } from './post.js';
import {
  type FoundColumns,
  findColumns,
  isImg2dataset,
  type NumberColumns,
  numbersNotes,
  POST_FIELDS,
  type PostColumns,
  usualColumns,
} from './post-columns.js';
import type { HashtagsExpressions } from './post-rows.js';
import { splitHashtagsSql } from './split-hashtags.js';
import type { PreparedText } from './text/prepare-text.js';
import { LINE_SIZE } from './text/record.js';

/**
 * Builds the query that reads a CSV, TSV or Parquet file.
 *
 * @param text the prepared text of a CSV or TSV file
 * @throws InputError if the file has no columns for posts
 */
export async function tableQuery(
  tables: Tables,
  file: string,
  text: PreparedText | undefined,
  given: PostColumns,
): Promise<FileQuery> {
  const table = text === undefined ? await parquetTable(tables, file) : textTable(text);
  const bytes = imagesIn(table.columns, given);
  const sqlOf = (column: string): TableColumn => {
    const [found, another] = table.columns.filter(({ name }) => name === column);
    if (found === undefined || another !== undefined) {
      throw new InputError(`${file}: expected each column once, got ${shownValue(column)} twice`);
    }
    return found;
  };
  const present = table.columns.map(({ name }) => name);
  const numbers =
    text === undefined
      ? numbersIn(table, given)
      : await numberColumns(tables, table.from([]), present, given, (column) => sqlOf(column).text);
  const columns = findColumns(
    file,
    present,
    bytes === undefined ? given : { ...given, image: bytes.name },
    numbers,
  );
  const used = [...new Set(POST_FIELDS.flatMap((field) => columns[field]))];
  const notes = numbersNotes(numbers);
  if (bytes !== undefined) return { ...imagedQuery(table, columns, used.map(sqlOf), bytes), notes };
  const names = NAMES.flatMap((field) => columns[field]);
  const textOf = (column: string) => (names.includes(column) ? trimmed(sqlOf(column)) : sqlOf(column).text);
  const values = used.map((column) => {
    const { sql, isNested } = sqlOf(column);
    return `${stringText(column)}, ${isNested ? `to_json(${sql})` : textOf(column)}`;
  });
  return {
    columns,
    notes,
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

/** The columns of a Parquet file with a hashtag name but a type that cannot hold hashtags. */
function numbersIn({ columns }: Table, given: PostColumns): NumberColumns {
  const names = columns.map(({ name }) => name);
  const candidates = given.hashtags === undefined ? usualColumns('hashtags', names) : [given.hashtags];
  return new Map(
    columns.flatMap(({ name, numbers }) =>
      numbers !== undefined && candidates.includes(name) ? [[name, numbers] as const] : [],
    ),
  );
}

/** Usual names of a column with image bytes, as img2dataset writes them, in addition to the usual names of an image. */
const BYTES_NAMES: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'webp', 'img', 'bytes']);

/**
 * The column with image bytes: the given one, one with a usual name of an image, or one named after an image format.
 */
function imagesIn(columns: readonly TableColumn[], given: PostColumns): TableColumn | undefined {
  const holding = columns.filter(({ bytes }) => bytes !== undefined);
  if (given.image !== undefined) return holding.find(({ name }) => name === given.image);
  const names = usualColumns(
    'image',
    columns.map(({ name }) => name),
  );
  // If a table has both paths and bytes, the paths are used, because they name existing files.
  if (names.length > 0) return holding.find(({ name }) => name === names[0]);
  return holding.find(({ name }) => BYTES_NAMES.has(name.toLowerCase()));
}

/** The query for a table with image bytes; its other columns are parsed row by row. */
function imagedQuery(
  table: Table,
  columns: FoundColumns,
  used: readonly TableColumn[],
  { name, bytes = 'NULL' }: TableColumn,
): FileQuery {
  const others = used.filter((column) => column.name !== name);
  const values = others.map(
    (column) => `${stringText(column.name)}, ${column.isNested ? `to_json(${column.sql})` : column.text}`,
  );
  const isFetched = isImg2dataset(table.columns.map((column) => column.name));
  const key = isFetched ? table.columns.find((column) => column.name === 'key') : undefined;
  values.push(`${stringText(name)}, ${key?.text ?? 'NULL'}`);
  const none = { id: [], image: [], hashtags: [], caption: [], author: [], time: [] };
  const record = `json_object(${values.join(', ')})`;
  const from = table.from(key === undefined ? used : [...new Set([...used, key])], true);
  return {
    columns,
    from,
    expressions: { ...none, isPostWithoutWords: true, record },
    image: bytes,
    parse: (text, row) => {
      const value = parseJson(text) as Readonly<Record<string, unknown>>;
      const image = `${row?.stem}/${value[name] ?? row?.row}`;
      return checkRecord({ ...value, [name]: image }, columns, { isPostWithoutWords: true });
    },
  };
}

/** Fields that are names; in a text table, spaces around them are ignored. */
const NAMES = ['id', 'image', 'author', 'time'] as const;

/** A table whose columns are renamed, so that no name of the file clashes with SQL. */
interface Table {
  readonly columns: readonly TableColumn[];
  /** Relation with at least the given columns. If numbered (Parquet only), it also has `row`, from 0. */
  readonly from: (columns: readonly TableColumn[], isNumbered?: boolean) => string;
}

interface TableColumn {
  /** Name in the file. */
  readonly name: string;
  /** Name in SQL. */
  readonly sql: string;
  readonly text: string;
  readonly isList: boolean;
  /** Whether the column holds lists, maps or structs. */
  readonly isNested: boolean;
  /** Kind of the values if they cannot be hashtags: `numbers`. */
  readonly numbers?: string | undefined;
  /** SQL for the image bytes, if the column holds them. */
  readonly bytes?: string;
  /** Whether values may be padded with spaces. */
  readonly isPadded: boolean;
}

function trimmed({ text, isPadded }: TableColumn): string {
  return isPadded ? `trim(${text}, ${stringText(' \t\u00a0')})` : text;
}

const ROW_NUMBER = 'file_row_number = true'; // not in Spark SQL so: _metadata

/** The type of an image in data sets from Hugging Face: a struct with `bytes`. */
const HAS_BYTES = /^STRUCT\((?:.*, )?"?bytes"? BLOB\b[^[]*\)$/;

async function parquetTable(tables: Tables, file: string): Promise<Table> {
  const from = parquetSql(file);
  const described = await tables.rows<{ column_name: string; column_type: string }>(
    `DESCRIBE SELECT * FROM ${from}`, // not in Spark SQL so
  );
  const names = await parquetNames(tables, file);
  const classes = await classNames(tables, file);
  const selected = new Map<string, string>();
  const columns = described.map(({ column_name, column_type }, position): TableColumn => {
    const name = names[position] ?? column_name;
    const sql = `c${position}`;
    const numbers = numbersOfType(name, column_type);
    const isList = /\[\d*\]$/.test(column_type);
    const ofClass = isWholeType(column_type) ? classes.get(name) : undefined;
    const own = columnText(column_name);
    selected.set(sql, ofClass === undefined ? own : namesSql(own, isList, ofClass));
    if (ofClass !== undefined) {
      const text = `CAST(to_json(${sql}) AS VARCHAR)`;
      return { name, sql, text, isList: true, isNested: true, isPadded: false };
    }
    const isNested = /^(?:STRUCT|MAP|UNION)\(|\[\d*\]$/.test(column_type);
    return {
      name,
      sql,
      text: `CAST(${isNested ? `to_json(${sql})` : sql} AS VARCHAR)`,
      isList,
      isNested,
      isPadded: false,
      numbers,
      ...(column_type === 'BLOB' && { bytes: sql }),
      ...(HAS_BYTES.test(column_type) && { bytes: `${sql}.bytes` }),
    };
  });
  return {
    columns,
    from: (used, isNumbered = false) => {
      const selections = used.map(({ sql }) => `${selected.get(sql)} AS ${sql}`);
      if (!isNumbered) return `(SELECT ${selections.join(', ')} FROM ${from})`;
      return `(SELECT ${[...selections, 'file_row_number AS row'].join(', ')} FROM ${parquetSql(file, ROW_NUMBER)})`;
    },
  };
}

/** The column names of a Parquet file. DuckDB renames a column whose name differs from another only in case. */
async function parquetNames(tables: Tables, file: string): Promise<readonly string[]> {
  const schema = await tables.rows<{ name: string; num_children: number | null }>(
    `SELECT name, num_children FROM ${parquetSchemaSql(file)}`, // not in Spark SQL so
  );
  const names: string[] = [];
  // The schema lists the root, then each column followed by everything nested in it.
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
 * A text table. Only the separator and the column names are detected, both from the first line: with more detection,
 * DuckDB would skip lines that do not fit. All values are texts, so that an id `007` is kept as it is.
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
