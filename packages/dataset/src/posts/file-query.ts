import { HashsightError, InputError } from '@hashsight/formats';
import type { Tables } from '../tables/tables.js';
import type { PostsFile } from './find-posts.js';
import { type FileQuery, jsonLinesQuery } from './json-lines-query.js';
import type { PostColumns } from './post-columns.js';
import { tableQuery } from './table-query.js';
import type { PreparedText } from './text/prepare-text.js';

/**
 * Builds the SQL query that reads a file.
 *
 * @param file a JSONL, CSV, TSV or Parquet file
 * @param text the prepared text, if it is a text file
 * @throws InputError if the file cannot be read or has no columns for posts
 */
export async function fileQuery(
  tables: Tables,
  file: PostsFile,
  text: PreparedText | undefined,
  columns: PostColumns = {},
): Promise<FileQuery> {
  const { kind, path } = file;
  try {
    if (kind === 'jsonl' && text !== undefined) return await jsonLinesQuery(tables, path, text, columns);
    return await tableQuery(tables, path, text, columns);
  } catch (error) {
    throw notReadable(file, error);
  }
}

/** Turns a DuckDB error about a file into an InputError of one line. Hashsight's own errors are returned unchanged. */
export function notReadable({ name, kind }: PostsFile, error: unknown): unknown {
  if (error instanceof HashsightError) return error;
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return new InputError(`${name}: expected a ${kind} file, got one that DuckDB cannot read: ${reason}`, {
    cause: error,
  });
}
