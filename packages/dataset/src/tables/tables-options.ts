/** What the data base may use. */
export interface TablesOptions {
  /** Threads of one query; default: one for each core. */
  readonly threads?: number | undefined;
  /** Memory before a query goes on on the disk, as DuckDB writes it: `1500MB`. */
  readonly memoryLimit: string;
  /** Folder for what does not fit into memory. */
  readonly temporaryDir: string;
}
