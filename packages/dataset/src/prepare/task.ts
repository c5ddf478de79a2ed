import type { ProgressEvent } from '@hashsight/formats';
import type { Columns, Query, Relation } from '../tables/relation.js';
import type { ColumnValue, ParquetOptions, Tables } from '../tables/tables.js';

/** A Parquet file that a query writes. An existing file may be kept; see {@link Executor.run}. */
export interface FileTask {
  readonly kind: 'file';
  readonly file: string;
  readonly query: Query<Columns>;
  readonly options?: ParquetOptions;
  /** Reported before the task starts. */
  readonly progress?: ProgressEvent;
}

/** A table that a query creates. It is dropped at the end of the step. */
export interface TableTask {
  readonly kind: 'table';
  readonly table: Relation<Columns>;
  readonly query: Query<Columns>;
  readonly progress?: ProgressEvent;
}

/** A table filled with rows from JavaScript. It is dropped at the end of the step. */
export interface RowsTask {
  readonly kind: 'rows';
  readonly table: Relation<Columns>;
  readonly rows: Iterable<readonly ColumnValue[]> | AsyncIterable<readonly ColumnValue[]>;
  readonly progress?: ProgressEvent;
}

/** A JavaScript function, with a readable name. */
export interface FunctionTask {
  readonly kind: 'function';
  readonly name: string;
  readonly run: (tables: Tables) => Promise<void>;
  readonly progress?: ProgressEvent;
}

/** A unit of work of a step. Every task can be repeated. */
export type Task = FileTask | TableTask | RowsTask | FunctionTask;
