import path from 'node:path';
import { type Columns, Relation } from './relation.js';
import { columnText, listText, stringText } from './sql-text.js';

/** Files to read as one relation: one file, several files, or the files in a folder that match a pattern (`part-*.parquet`). */
export type RelationFiles =
  | string
  | readonly string[]
  | { readonly folder: string; readonly pattern: string };

/**
 * SQL that reads Parquet files as a relation.
 *
 * @param options additional DuckDB options: `file_row_number = true`
 */
export function parquetSql(files: RelationFiles, ...options: readonly string[]): string {
  return relationSql('read_parquet', files, options);
}

/**
 * Parquet files as a relation with declared columns.
 *
 * @param columns the columns to read; the files may have others
 */
export function parquetOf<const C extends Columns>(
  columns: C,
  files: RelationFiles,
  ...options: readonly string[]
): Relation<C> {
  return new Relation(parquetSql(files, ...options), columns);
}

/** SQL that reads the schema of a Parquet file: one row for the root, for each column, and for each nested field. */
export function parquetSchemaSql(file: string): string {
  return `parquet_schema(${filesText(file)})`;
}

/** SQL that reads the metadata of a Parquet file: `key` and `value`, both as bytes. */
export function parquetMetadataSql(file: string): string {
  return `parquet_kv_metadata(${filesText(file)})`;
}

/**
 * SQL that reads a CSV file as a relation.
 *
 * @param options DuckDB options: `delim = ','`
 */
export function csvSql(file: string, ...options: readonly string[]): string {
  return relationSql('read_csv', file, options);
}

/**
 * SQL that reads JSONL files as a relation.
 *
 * @param columns the DuckDB type of each column
 */
export function jsonLinesSql(files: readonly string[], columns: Readonly<Record<string, string>>): string {
  const types = Object.entries(columns).map(([name, type]) => `${columnText(name)}: '${type}'`);
  return relationSql('read_json', files, [`format = 'newline_delimited'`, `columns = {${types.join(', ')}}`]);
}

/**
 * The only function that turns paths into SQL for reading. By default, DuckDB interprets a path as a pattern, and
 * `key=value` in it as a column.
 */
function relationSql(reader: string, files: RelationFiles, options: readonly string[]): string {
  return `${reader}(${[filesText(files), 'hive_partitioning = false', ...options].join(', ')})`;
}

function filesText(files: RelationFiles): string {
  if (typeof files === 'string') return stringText(literal(files));
  if ('pattern' in files) return stringText(path.join(literal(files.folder), files.pattern));
  return listText(files.map(literal));
}

/**
 * A pattern that matches only this path. It is absolute, so that its start is not interpreted as a home folder (`~`) or a
 * URL (`s3://…`).
 */
function literal(file: string): string {
  return path
    .resolve(file)
    .replaceAll(/[[*?\\]/g, (character) => (character === '\\' ? BACKSLASH : `[${character}]`));
}

/** A character class that matches only a backslash, without containing one: DuckDB splits paths at backslashes. */
const BACKSLASH = '[!]-\x7f\x01-[]';
