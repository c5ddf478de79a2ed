import { existsSync } from 'node:fs';
import type { OnProgress } from '@hashsight/formats';
import type { Columns, Relation } from '../tables/relation.js';
import type { Tables } from '../tables/tables.js';
import type { Task } from './task.js';

/** Runs the tasks of steps. */
export interface Executor {
  /**
   * Runs tasks that do not depend on each other.
   *
   * @param options `isKept`: an existing file was written by the same task in an earlier run and is kept
   */
  run(tasks: readonly Task[], options: { readonly isKept: boolean }): Promise<void>;
  /** Reads all rows of a query; see {@link Tables}. */
  readonly rows: Tables['rows'];
  /** Reads the rows of a query in batches. */
  readonly stream: Tables['stream'];
  /** Drops the tables that the tasks of a step created. */
  endStep(): Promise<void>;
}

/** Creates an executor from the database of this process. */
export type ExecutorOf = (tables: Tables, onProgress: OnProgress | undefined) => Executor;

/** Runs tasks one after another in this process. Each task uses DuckDB's threads. */
export class LocalExecutor implements Executor {
  readonly #tables: Tables;
  readonly #onProgress: OnProgress | undefined;
  readonly #made = new Map<string, Relation<Columns>>();
  readonly rows: Tables['rows'];
  readonly stream: Tables['stream'];

  constructor(tables: Tables, onProgress?: OnProgress) {
    this.#tables = tables;
    this.#onProgress = onProgress;
    this.rows = tables.rows.bind(tables) as Tables['rows'];
    this.stream = tables.stream.bind(tables) as Tables['stream'];
  }

  async run(tasks: readonly Task[], { isKept }: { readonly isKept: boolean }): Promise<void> {
    for (const task of tasks) {
      if (task.progress !== undefined) this.#onProgress?.(task.progress);
      if (task.kind === 'file') {
        if (!isKept || !existsSync(task.file))
          await this.#tables.writeParquet(task.file, task.query, task.options);
      } else if (task.kind === 'function') {
        await task.run(this.#tables);
      } else {
        const { table } = task;
        this.#made.set(table.sql, table);
        if (task.kind === 'rows') await this.#tables.fill(table.sql, table.columns, task.rows);
        else await this.#tables.create(table.sql, task.query);
      }
    }
  }

  async endStep(): Promise<void> {
    const made = [...this.#made.values()];
    this.#made.clear();
    for (const table of made) await this.#tables.run(`DROP TABLE IF EXISTS ${table}`);
  }
}
