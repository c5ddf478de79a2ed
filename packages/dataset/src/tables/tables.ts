import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  DuckDBListValue,
  type DuckDBType,
  type DuckDBValue,
  type DuckDBValueConverter,
  INTEGER,
  type JS,
  JSDuckDBValueConverter,
  LIST,
  VARCHAR,
} from '@duckdb/node-api';
import { InputError } from '@hashsight/formats';
import { syncFile, writeBeside } from '@hashsight/formats/node';
import { checkColumns, compareColumns } from './check-columns.js';
import { exhausted } from './exhausted.js';
import { parquetSql } from './file-relations.js';
import { type Columns, type Query, Relation, type RowOf, type SqlType, sqlType } from './relation.js';
import { sparkNamesSql } from './spark-names.js';
import { columnText, stringText } from './sql-text.js';
import type { TablesOptions } from './tables-options.js';

/** DuckDB's options for writing a Parquet file. */
export type ParquetOptions = typeof FAST | typeof SMALL;

/**
 * For intermediate files: a million posts take 0.9 s of processor time and 24 MB; with {@link SMALL}, 1.3 s and 20 MB.
 * Dictionaries are off because most columns of posts contain each value only once.
 */
const FAST = 'COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 1';

/** For files that are kept. */
export const SMALL = 'COMPRESSION zstd';

/** A row of a result by column. Every number that JavaScript can represent exactly is a `number`. */
export type Row = Readonly<Record<string, unknown>>;

/** A value of a column; `null` and `undefined` are NULL. */
export type ColumnValue = number | string | readonly string[] | readonly number[] | null | undefined;

/**
 * An embedded DuckDB that reads and writes Parquet files; the database itself is in memory. Queries use the syntax of
 * Spark SQL (see {@link SPARK_NAMES}), except where a comment says otherwise.
 */
export class Tables implements Disposable {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #options: TablesOptions;

  constructor(instance: DuckDBInstance, connection: DuckDBConnection, options: TablesOptions) {
    this.#instance = instance;
    this.#connection = connection;
    this.#options = options;
  }

  /**
   * Runs a statement without a result.
   *
   * @throws InputError if the disk is full or memory is too small, like every method
   */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql).catch((error: unknown) => {
      throw exhausted(error, this.#options);
    });
  }

  /** Reads all rows of a query. */
  async rows<C extends Columns>(query: Query<C>): Promise<RowOf<C>[]>;
  async rows<R extends Row>(sql: string): Promise<R[]>;
  async rows(query: Query<Columns> | string): Promise<Row[]> {
    const result = await this.#connection.runAndReadAll(textOf(query)).catch((error: unknown) => {
      throw exhausted(error, this.#options);
    });
    checkColumns(query, result);
    return result.convertRowObjects(withNumbers);
  }

  /**
   * Reads the rows of a query in batches of a few thousand, so that the result need not fit into memory. Other statements
   * may run at the same time.
   */
  stream<C extends Columns>(query: Query<C>): AsyncGenerator<RowOf<C>[], void, undefined>;
  stream<R extends Row>(sql: string): AsyncGenerator<R[], void, undefined>;
  async *stream(query: Query<Columns> | string): AsyncGenerator<Row[], void, undefined> {
    const connection = await this.#instance.connect();
    try {
      const result = await connection.stream(textOf(query));
      checkColumns(query, result);
      for await (const rows of result.yieldConvertedRowObjects(withNumbers)) yield rows;
    } catch (error) {
      throw exhausted(error, this.#options);
    } finally {
      connection.closeSync();
    }
  }

  /**
   * Creates a table from rows. It replaces a table of the same name and lasts until {@link drop} or {@link close}.
   *
   * @param columns the columns in the order of the values
   */
  async fill<const C extends Columns>(
    table: string,
    columns: C,
    rows: Iterable<readonly ColumnValue[]> | AsyncIterable<readonly ColumnValue[]>,
  ): Promise<Relation<C>> {
    const types = Object.values(columns).map(filledType);
    const declared = Object.keys(columns).map((name, i) => `${columnText(name)} ${types[i]}`);
    await this.run(`CREATE OR REPLACE TABLE ${columnText(table)} (${declared.join(', ')})`);
    const appender = await this.#connection.createAppender(table);
    let waiting = types.map((): DuckDBValue[] => []);
    let count = 0;
    // Appending values one by one takes several times as long.
    const appendChunk = () => {
      const chunk = DuckDBDataChunk.create(types.map((type) => DUCKDB_TYPES[type]));
      chunk.setColumns(waiting);
      appender.appendDataChunk(chunk);
      waiting = types.map(() => []);
      count = 0;
    };
    try {
      for await (const row of rows) {
        for (const [position, type] of types.entries())
          waiting[position]?.push(duckdbValue(type, row[position]));
        count += 1;
        if (count === CHUNK_ROWS) appendChunk();
      }
      if (count > 0) appendChunk();
      appender.closeSync();
    } catch (error) {
      throw exhausted(error, this.#options);
    }
    return new Relation(table, columns);
  }

  /**
   * Creates a table from a query. It replaces a table of the same name and lasts until {@link drop} or {@link close}.
   */
  async create<C extends Columns>(table: string, query: Query<C>): Promise<Relation<C>> {
    await this.#check(query);
    await this.run(`CREATE OR REPLACE TABLE ${columnText(table)} AS ${query.sql}`);
    return new Relation(table, query.columns);
  }

  /** Drops tables of {@link fill} and {@link create}. */
  async drop(...tables: readonly Relation<Columns>[]): Promise<void> {
    for (const table of tables) await this.run(`DROP TABLE ${table}`);
  }

  /**
   * Writes the result of a query to a Parquet file. The file is written to a temporary name, synced and renamed. A query
   * with ORDER BY over the same files writes the same bytes.
   *
   * @param options write options; default: {@link FAST}
   * @returns the file as a relation
   * @throws InputError if the folder cannot be written to
   */
  async writeParquet<C extends Columns>(
    file: string,
    query: Query<C>,
    options?: ParquetOptions,
  ): Promise<Relation<C>>;
  async writeParquet(file: string, sql: string, options?: ParquetOptions): Promise<Relation<Columns>>;
  async writeParquet(
    file: string,
    query: Query<Columns> | string,
    options: ParquetOptions = FAST,
  ): Promise<Relation<Columns>> {
    if (typeof query !== 'string') await this.#check(query);
    await writeBeside(file, async (beside) => {
      await this.run(`COPY (${textOf(query)}) TO ${stringText(beside)} (FORMAT parquet, ${options})`);
      await syncFile(beside);
    });
    return new Relation(parquetSql(file), typeof query === 'string' ? {} : query.columns);
  }

  /** Compares the columns of a query with the declared ones, without running the query. */
  async #check(query: Query<Columns>): Promise<void> {
    const described = await this.rows<{ column_name: string; column_type: string }>(`DESCRIBE ${query.sql}`);
    const types = described.map(({ column_name: name, column_type: type }) => [name, type] as const);
    compareColumns(query, types);
  }

  /** Closes the database; its tables are dropped. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Opens the database.
 *
 * @throws InputError if DuckDB rejects the options
 */
export async function openTables({ threads, memoryLimit, temporaryDir }: TablesOptions): Promise<Tables> {
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      ...(threads !== undefined && { threads: String(threads) }),
      memory_limit: memoryLimit,
      temp_directory: temporaryDir,
      // Extensions are never downloaded; a file that needs a missing one is an error.
      autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run(`SET GLOBAL TimeZone = 'UTC'`); // times without a zone mean the same on every machine
    await connection.run(sparkNamesSql());
    return new Tables(instance, connection, { threads, memoryLimit, temporaryDir });
  } catch (error) {
    throw new InputError(`DuckDB: cannot start with these settings: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** DuckDB's chunk size. */
const CHUNK_ROWS = 2048;

/** The column types that {@link Tables.fill} supports. */
type FilledType = Exclude<SqlType, 'BOOLEAN' | 'UBIGINT' | 'BLOB'>;

function filledType(type: Columns[string]): FilledType {
  const own = sqlType(type);
  if (own in DUCKDB_TYPES) return own as FilledType;
  throw new TypeError(`fill: expected columns of ${Object.keys(DUCKDB_TYPES).join(', ')}, got ${own}`);
}

function textOf(query: Query<Columns> | string): string {
  return typeof query === 'string' ? query : query.sql;
}

const DUCKDB_TYPES: Readonly<Record<FilledType, DuckDBType>> = {
  INTEGER,
  BIGINT,
  DOUBLE,
  VARCHAR,
  'VARCHAR[]': LIST(VARCHAR),
  'INTEGER[]': LIST(INTEGER),
};

function duckdbValue(type: FilledType, value: ColumnValue): DuckDBValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return new DuckDBListValue(value);
  return type === 'BIGINT' ? BigInt(value) : value;
}

/** Converts values to JavaScript. 64-bit integers become numbers if these are exact, also in lists and structures. */
const withNumbers: DuckDBValueConverter<JS> = (value, type, self) => {
  const converted = JSDuckDBValueConverter(value, type, self);
  if (typeof converted !== 'bigint') return converted;
  return Number.isSafeInteger(Number(converted)) ? Number(converted) : converted;
};
