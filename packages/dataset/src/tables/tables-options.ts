/** Limits of the database. */
export interface TablesOptions {
  /** Threads per query; default: one per core. */
  readonly threads?: number | undefined;
  /** Memory limit in DuckDB's notation, such as `1500MB`; beyond it, queries use the disk. */
  readonly memoryLimit: string;
  /** Folder for data that does not fit into memory. */
  readonly temporaryDir: string;
}
