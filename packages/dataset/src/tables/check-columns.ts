import type { DuckDBType } from '@duckdb/node-api';
import { type Columns, type Query, sqlType } from './relation.js';

/** Compares the columns of a result with the columns declared for its query. */
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
 * Compares the declared columns of a query with the actual ones, so that a mistake in the SQL is reported at that query.
 *
 * @param got the actual names and types
 * @throws TypeError if names, types or order differ
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
