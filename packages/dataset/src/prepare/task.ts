import type { ProgressEvent } from '@hashsight/formats';
import type { Columns, Query, Relation } from '../tables/relation.js';
import type { ColumnValue, ParquetOptions, Tables } from '../tables/tables.js';

/** A file that SQL makes of others; one that is there is not made again. */
export interface FileTask {
  readonly kind: 'file';
  readonly file: string;
  readonly query: Query<Columns>;
  readonly options?: ParquetOptions;
  /** Told before it is begun. */
  readonly progress?: ProgressEvent;
}

/** A table that SQL makes; it lasts as long as its step. */
export interface TableTask {
  readonly kind: 'table';
  readonly table: Relation<Columns>;
  readonly query: Query<Columns>;
  readonly progress?: ProgressEvent;
}

/** A table of rows that JavaScript has; it lasts as long as its step. */
export interface RowsTask {
  readonly kind: 'rows';
  readonly table: Relation<Columns>;
  readonly rows: Iterable<readonly ColumnValue[]> | AsyncIterable<readonly ColumnValue[]>;
  readonly progress?: ProgressEvent;
}

/** What is no SQL, by a name for people. */
export interface FunctionTask {
  readonly kind: 'function';
  readonly name: string;
  readonly run: (tables: Tables) => Promise<void>;
  readonly progress?: ProgressEvent;
}

/** The work of a step is divided into tasks, each of which can be done again. */
export type Task = FileTask | TableTask | RowsTask | FunctionTask;
