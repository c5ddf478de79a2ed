import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type JS, JSDuckDBValueConverter } from '@duckdb/node-api';
import { InputError } from '../errors.js';
import { makeFolder, syncFolder, unusablePath } from '../files/index.js';

/** What the data base may use. */
export interface TablesOptions {
  /** Threads of one query. */
  readonly threads: number;
  /** Memory before a query goes on on the disk, as DuckDB writes it: `1500MB`. */
  readonly memoryLimit: string;
  /** Folder for what does not fit into memory. */
  readonly temporaryDir: string;
}

/** One row of a result, by column: numbers for every number that JavaScript holds exactly. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Tables in Parquet files and the SQL that makes one of others: an embedded DuckDB that keeps nothing itself. Queries stay
 * in the subset that Spark SQL runs too, but where a comment says otherwise.
 */
export class Tables implements Disposable {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Runs a statement for what it does. */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /** All rows of a result. */
  async rows<R extends Row>(sql: string): Promise<R[]> {
    const rows: R[] = [];
    for await (const some of this.stream<R>(sql)) rows.push(...some);
    return rows;
  }

  /** The rows of a result, some thousands at a time, so that it need not fit into memory. */
  async *stream<R extends Row>(sql: string): AsyncGenerator<R[], void, undefined> {
    const result = await this.#connection.stream(sql);
    for await (const rows of result.yieldConvertedRowObjects(JSDuckDBValueConverter)) {
      yield rows.map((row) => withNumbers(row) as R);
    }
  }

  /**
   * Writes the result of a query as a Parquet file: beside its place, synced, renamed. The same query over the same files
   * gives the same bytes when it orders its rows.
   *
   * @throws InputError when the place cannot be written to
   */
  async writeParquet(file: string, sql: string): Promise<void> {
    const folder = path.dirname(file);
    const beside = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}.partial`);
    try {
      await makeFolder(folder);
      await this.run(`COPY (${sql}) TO ${stringText(beside)} (FORMAT parquet, COMPRESSION zstd)`);
      const handle = await open(beside, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(beside, file);
      await syncFolder(folder);
    } catch (error) {
      await rm(beside, { force: true }).catch(() => {}); // the first error is the one to tell
      throw unusablePath(file, error);
    }
  }

  /** Ends the data base; its tables in memory are gone. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Starts the data base.
 *
 * @throws InputError when its options are none that DuckDB takes
 */
export async function openTables({ threads, memoryLimit, temporaryDir }: TablesOptions): Promise<Tables> {
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(threads),
      memory_limit: memoryLimit,
      temp_directory: temporaryDir,
      // Nothing is fetched: what a file needs is in the library or it is an error.
      autoinstall_known_extensions: 'false',
    });
    return new Tables(instance, await instance.connect());
  } catch (error) {
    throw new InputError(`DuckDB: expected settings that it takes, got ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** A string as SQL has it. */
export function stringText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** The name of a column as SQL has it. */
export function columnText(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** 64-bit integers as numbers where these are exact, in lists and structures too. */
function withNumbers(value: JS): JS {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(withNumbers);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array || value instanceof Date) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withNumbers(each as JS)]));
}
