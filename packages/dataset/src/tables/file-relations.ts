import path from 'node:path';
import { type Columns, Relation } from './relation.js';
import { columnText, listText, stringText } from './sql-text.js';

/** Files that are read as one relation: one, several, or those of a folder whose names match a pattern (`part-*.parquet`). */
export type RelationFiles =
  | string
  | readonly string[]
  | { readonly folder: string; readonly pattern: string };

/**
 * Parquet files as a relation.
 *
 * @param options more of DuckDB's options: `file_row_number = true`
 */
export function parquetSql(files: RelationFiles, ...options: readonly string[]): string {
  return relationSql('read_parquet', files, options);
}

/**
 * Parquet files as a relation that says which columns they have.
 *
 * @param columns those that are read; the files may have others
 */
export function parquetOf<const C extends Columns>(
  columns: C,
  files: RelationFiles,
  ...options: readonly string[]
): Relation<C> {
  return new Relation(parquetSql(files, ...options), columns);
}

/** The schema of a Parquet file as a relation: a row for its root, for each column, and for all that is nested in it. */
export function parquetSchemaSql(file: string): string {
  return `parquet_schema(${filesText(file)})`;
}

/** The metadata of a Parquet file as a relation: `key` and `value`, both bytes. */
export function parquetMetadataSql(file: string): string {
  return `parquet_kv_metadata(${filesText(file)})`;
}

/**
 * A CSV file as a relation.
 *
 * @param options DuckDB's: `delim = ','`
 */
export function csvSql(file: string, ...options: readonly string[]): string {
  return relationSql('read_csv', file, options);
}

/**
 * JSONL files as a relation.
 *
 * @param columns the type of each
 */
export function jsonLinesSql(files: readonly string[], columns: Readonly<Record<string, string>>): string {
  const types = Object.entries(columns).map(([name, type]) => `${columnText(name)}: '${type}'`);
  return relationSql('read_json', files, [`format = 'newline_delimited'`, `columns = {${types.join(', ')}}`]);
}

/**
 * The only place where a path becomes SQL that reads it. DuckDB takes such a path for a pattern, and `key=value` in it for
 * a column of every row.
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
 * A pattern that matches this path alone. It is absolute, so that its beginning is not taken for a home folder (`~`) or
 * an address (`s3://…`).
 */
function literal(file: string): string {
  return path
    .resolve(file)
    .replaceAll(/[[*?\\]/g, (character) => (character === '\\' ? BACKSLASH : `[${character}]`));
}

/** A class that a backslash alone is in, without naming it: DuckDB would divide the path there, as Windows does. */
const BACKSLASH = '[!]-\x7f\x01-[]';
