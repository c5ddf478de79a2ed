import type { DuckDBType } from '@duckdb/node-api';
import { type Columns, type Query, sqlType } from './relation.js';

/** Compares the columns of a result with those that its query is said to give. */
export function checkColumns(
  query: Query<Columns> | string,
  result: { columnNames(): readonly string[]; columnTypes(): readonly DuckDBType[] },
): void {
  if (typeof query === 'string') return;
  const types = result.columnTypes();
  compareColumns(
    query,
    result.columnNames().map((name, i) => [name, String(types[i])] as const),
  );
}

/**
 * Compares what a query is said to give with what it gives, so that a mistake in its text is told where it is made.
 *
 * @param got names and types
 * @throws TypeError when they are others, or in another order
 */
export function compareColumns(
  { sql, columns }: Query<Columns>,
  got: readonly (readonly [string, string])[],
): void {
  const expected = Object.entries(columns).map(([name, type]) => `${name} ${sqlType(type)}`);
  const found = got.map(([name, type]) => `${name} ${type}`);
  if (expected.join() === found.join()) return;
  throw new TypeError(`SQL: expected columns ${expected.join(', ')}, got ${found.join(', ')}: ${sql}`);
}
