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

/** DuckDB's options of a Parquet file. */
export type ParquetOptions = typeof FAST | typeof SMALL;

/**
 * For files that are soon read again: of a million posts 0.9 s of processor time and 24 MB, where {@link SMALL} takes 1.3 s
 * and 20 MB. Dictionaries would only cost time here: most columns of posts hold each value once.
 */
const FAST = 'COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 1';

/** For files that stay. */
export const SMALL = 'COMPRESSION zstd';

/** One row of a result, by column: numbers for every number that JavaScript holds exactly. */
export type Row = Readonly<Record<string, unknown>>;

/** A value for a column; `null` and `undefined` are NULL. */
export type ColumnValue = number | string | readonly string[] | readonly number[] | null | undefined;

/**
 * Tables in Parquet files and the SQL that makes one of others: an embedded DuckDB that keeps nothing itself. Queries are
 * written as Spark SQL has them (see {@link SPARK_NAMES}), but where a comment says otherwise.
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
   * Runs a statement for what it does.
   *
   * @throws InputError when the disk is full, or memory too small, as every method does
   */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql).catch((error: unknown) => {
      throw exhausted(error, this.#options);
    });
  }

  /** All rows of a result. */
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
   * The rows of a result, some thousands at a time, so that it need not fit into memory. Other statements may run while
   * it is read.
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
   * Makes a table that lasts as long as this data base, replacing one of its name, and fills it row by row.
   *
   * @param columns by name, in the order of the values
   * @returns the table, to be read from until {@link drop}
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
    // By the chunk: a value at a time costs several times as much.
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
   * Makes a table of a query that lasts as long as this data base, replacing one of its name.
   *
   * @returns the table, to be read from until {@link drop}
   */
  async create<C extends Columns>(table: string, query: Query<C>): Promise<Relation<C>> {
    await this.#check(query);
    await this.run(`CREATE OR REPLACE TABLE ${columnText(table)} AS ${query.sql}`);
    return new Relation(table, query.columns);
  }

  /** Removes tables of {@link fill} and {@link create}. */
  async drop(...tables: readonly Relation<Columns>[]): Promise<void> {
    for (const table of tables) await this.run(`DROP TABLE ${table}`);
  }

  /**
   * Writes the result of a query as a Parquet file: under another name, synced, renamed. The same query over the same files
   * gives the same bytes when it orders its rows.
   *
   * @param options how it is written; default: {@link FAST}
   * @returns the file, to be read from
   * @throws InputError when the folder cannot be written to
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

  /** Asks for the columns of a query, which takes no row of it, and compares them with those it is said to have. */
  async #check(query: Query<Columns>): Promise<void> {
    const described = await this.rows<{ column_name: string; column_type: string }>(`DESCRIBE ${query.sql}`);
    const types = described.map(({ column_name: name, column_type: type }) => [name, type] as const);
    compareColumns(query, types);
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
      ...(threads !== undefined && { threads: String(threads) }),
      memory_limit: memoryLimit,
      temp_directory: temporaryDir,
      // Nothing is fetched: what a file needs is in the library or it is an error.
      autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run(`SET GLOBAL TimeZone = 'UTC'`); // times without a zone mean the same on every machine
    await connection.run(sparkNamesSql());
    return new Tables(instance, connection, { threads, memoryLimit, temporaryDir });
  } catch (error) {
    throw new InputError(`DuckDB: expected settings that it takes, got ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** DuckDB's own size of a chunk. */
const CHUNK_ROWS = 2048;

/** The types of columns that are filled from JavaScript. */
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

/** JavaScript's own values; 64-bit integers as numbers where these are exact, in lists and structures too. */
const withNumbers: DuckDBValueConverter<JS> = (value, type, self) => {
  const converted = JSDuckDBValueConverter(value, type, self);
  if (typeof converted !== 'bigint') return converted;
  return Number.isSafeInteger(Number(converted)) ? Number(converted) : converted;
};
