import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InputError } from '../errors.js';
import { unusablePath } from '../files/index.js';
import { columnText, openTables, type Row, stringText, type Tables } from '../tables/index.js';
import { splitHashtags, type TableColumns, tableColumns } from './table-columns.js';

/** The kinds of tables, by the end of a file's name. */
const TABLES = new Set(['.csv', '.tsv', '.parquet']);

/** Whether a file of posts is a table, by the end of its name. */
export function isTable(file: string): boolean {
  return TABLES.has(path.extname(file).toLowerCase());
}

/**
 * The records of a CSV, TSV or Parquet file, in its order, as posts are written in JSON; not checked yet. Memory does not
 * grow with the file.
 *
 * @throws InputError when it cannot be read, or has no columns for posts
 */
export async function* readTable(file: string): AsyncGenerator<Record<string, unknown>> {
  const found = await stat(file).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  if (!found.isFile()) throw new InputError(`${file}: expected a file, got a folder`);
  const from = await tableOf(file);
  const temporaryDir = await mkdtemp(path.join(tmpdir(), 'hashsight-tables-'));
  const tables = await openTables({ threads: 2, memoryLimit: '1GB', temporaryDir });
  try {
    const columns = tableColumns(file, await columnNames(tables, from));
    const wanted = [...new Set(Object.values(columns))].map(columnText).join(', ');
    for await (const rows of tables.stream(`SELECT ${wanted} FROM ${from}`)) {
      for (const row of rows) yield postOf(row, columns);
    }
  } catch (error) {
    throw error instanceof InputError ? error : notATable(file, error);
  } finally {
    tables.close();
    await rm(temporaryDir, { recursive: true, force: true });
  }
}

/**
 * The table function of a file. Nothing of a text file is guessed but the separator, from its first line: guessing more,
 * DuckDB passes over lines that do not fit. Everything in it is text, so that an id `007` stays what it is.
 */
async function tableOf(file: string): Promise<string> {
  if (path.extname(file).toLowerCase() === '.parquet') return `read_parquet(${stringText(file)})`;
  const separator = separatorOf(await firstLine(file));
  const dialect = `delim = ${stringText(separator)}, quote = '"', escape = '"', skip = 0, strict_mode = true`;
  return `read_csv(${stringText(file)}, header = true, all_varchar = true, ${dialect})`; // not in Spark SQL so
}

const LONGEST_HEADER = 65_536;

async function firstLine(file: string): Promise<string> {
  const handle = await open(file).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
    return buffer.toString('utf8', 0, bytesRead).split(/\r?\n/)[0] ?? '';
  } finally {
    await handle.close();
  }
}

/** The one of `,`, `;`, tab and `|` that the header has most of. */
function separatorOf(header: string): string {
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t', '|'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

async function columnNames(tables: Tables, from: string): Promise<string[]> {
  const rows = await tables.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${from}`); // not in Spark SQL so
  return rows.map(({ column_name }) => column_name);
}

/** A row by the names of a post's fields; what is NULL is not there. */
function postOf(row: Row, columns: TableColumns): Record<string, unknown> {
  const post: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(columns)) {
    const value = row[column];
    if (value === null || value === undefined) continue;
    if (field === 'hashtags' && typeof value === 'string') post[field] = splitHashtags(value);
    else if (field === 'id' && typeof value !== 'object') post[field] = String(value);
    else post[field] = value instanceof Date ? value.toISOString() : value;
  }
  if (columns.id === undefined) post.id = post.image;
  if (columns.hashtags !== undefined && post.hashtags === undefined && post.caption === undefined) {
    post.hashtags = []; // NULL: a post without hashtags
  }
  return post;
}

function notATable(file: string, error: unknown): InputError {
  const kind = path.extname(file).slice(1).toLowerCase();
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return new InputError(`${file}: expected a ${kind} file, got one that DuckDB cannot read: ${reason}`, {
    cause: error,
  });
}
