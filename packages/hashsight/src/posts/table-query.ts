import { open } from 'node:fs/promises';
import { InputError } from '../errors.js';
import { unusablePath } from '../files/index.js';
import { columnText, csvSql, parquetSql, stringText, type Tables } from '../tables/index.js';
import { type FileQuery, parseRecord } from './json-lines-query.js';
import { findColumns, type PostColumns } from './post-columns.js';
import { splitHashtagsSql } from './split-hashtags.js';

/**
 * How a CSV, TSV or Parquet file is read.
 *
 * @throws InputError when it has no columns for posts
 */
export async function tableQuery(
  tables: Tables,
  file: string,
  kind: 'csv' | 'tsv' | 'parquet',
  given: PostColumns,
): Promise<FileQuery> {
  const from = kind === 'parquet' ? parquetSql(file) : await textTableSql(file);
  const described = await tables.rows<{ column_name: string; column_type: string }>(
    `DESCRIBE SELECT * FROM ${from}`, // not in Spark SQL so
  );
  const typeOf = new Map(described.map(({ column_name, column_type }) => [column_name, column_type]));
  const columns = findColumns(file, [...typeOf.keys()], given);
  const text = (column: string | undefined) =>
    column === undefined ? undefined : `CAST(${columnText(column)} AS VARCHAR)`;
  const { id, image, caption, author, time } = columns;
  const hashtags = hashtagsSql(columns, typeOf);
  const record = [
    ['id', text(id ?? image)],
    ['image', text(image)],
    ['hashtags', hashtags.json],
    ['caption', text(caption)],
    ['author', text(author)],
    ['time', text(time)],
  ].flatMap(([field, sql]) => (sql === undefined ? [] : [`'${field}', ${sql}`]));
  return {
    columns,
    from,
    expressions: {
      id: text(id ?? image) as string,
      image: text(image) as string,
      hashtags: hashtags.list,
      hasNoHashtags: hashtags.isNull,
      caption: text(caption),
      author: text(author),
      time: text(time),
      record: `json_object(${record.join(', ')})`,
    },
    parse: (text) => parseRecord(text),
  };
}

/** A post of a table that has neither hashtags nor a caption is one without hashtags. */
function hashtagsSql({ hashtags, caption }: PostColumns, typeOf: ReadonlyMap<string, string>) {
  const isNull = hashtags === undefined ? 'true' : `${columnText(hashtags)} IS NULL`;
  const isNone = caption === undefined ? isNull : `${isNull} AND ${columnText(caption)} IS NULL`;
  let list = 'NULL';
  let json = 'NULL';
  if (hashtags !== undefined) {
    const isList = typeOf.get(hashtags)?.endsWith('[]') === true;
    const name = columnText(hashtags);
    list = isList ? `CAST(${name} AS VARCHAR[])` : splitHashtagsSql(`CAST(${name} AS VARCHAR)`);
    json = isList ? `to_json(${name})` : `to_json(CAST(${name} AS VARCHAR))`;
  }
  return {
    list: `CASE WHEN ${isNone} THEN CAST([] AS VARCHAR[]) ELSE ${list} END`,
    json: `CASE WHEN ${isNone} THEN to_json([]) ELSE ${json} END`,
    isNull,
  };
}

/**
 * A text table. Nothing of it is guessed but the separator and the names, from its first line: guessing more, DuckDB
 * passes over lines that do not fit. Everything in it is text, so that an id `007` stays what it is. Rows that do not fit
 * are told apart as rejected.
 *
 * @throws InputError when the file cannot be read, is empty, or names a column twice
 */
async function textTableSql(file: string): Promise<string> {
  const header = await firstLine(file);
  if (header === '') throw new InputError(`${file}: expected a line with the names of the columns, got none`);
  const separator = separatorOf(header);
  const names = headerNames(header, separator);
  const twice = names.find((name, position) => names.slice(0, position).some((each) => isSame(each, name)));
  if (twice !== undefined) {
    throw new InputError(`${file}: expected each column once, got ${JSON.stringify(twice)} twice`);
  }
  const columns = names.map((name) => `${stringText(name)}: 'VARCHAR'`).join(', ');
  const dialect = `delim = ${stringText(separator)}, quote = '"', escape = '"', strict_mode = true`;
  const rejects = `store_rejects = true, rejects_limit = 0`;
  // not in Spark SQL so
  return csvSql(file, `columns = {${columns}}, header = true, auto_detect = false`, dialect, rejects);
}

const LONGEST_HEADER = 65_536;

async function firstLine(file: string): Promise<string> {
  const handle = await open(file).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
    return buffer.toString('utf8', 0, bytesRead).split(/[\r\n]/)[0] ?? '';
  } finally {
    await handle.close();
  }
}

/** The one of `,`, `;`, tab and `|` that the header has most of. */
function separatorOf(header: string): string {
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t', '|'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** SQL does not tell large letters from small ones in names. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The names in a header, those in quotes without them; a column without one (pandas's index) is named by its number. */
function headerNames(header: string, separator: string): string[] {
  const line = header.replace(/^\ufeff/, '');
  const end = separator === '|' ? '\\|' : separator;
  const fields = `${separator}${line}`.matchAll(new RegExp(`${end}(?:"((?:[^"]|"")*)"|([^${end}]*))`, 'g'));
  const names = [...fields].map(([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare.trim());
  return names.map((name, position) => name || `column${position}`);
}
