/**
 * DuckDB macros for Spark SQL functions that DuckDB lacks or defines differently: `name(parameters)` and its definition in
 * DuckDB. Queries use Spark's names, so that the same SQL runs on both.
 */
export const SPARK_NAMES: Readonly<Record<string, string>> = {
  // One row per element; an empty list gives no row in both.
  'explode(list)': 'unnest(list)',
  // Spark drops NULLs, DuckDB keeps them. The values collected here are never NULL.
  'collect_list(value)': 'list(value)',
  'collect_set(value)': 'list(DISTINCT value)',
  // For ascending lists only; all uses have one. DuckDB's list_distinct takes several times as long.
  'array_distinct(list)': 'list_filter(list, lambda each, i: i = 1 OR list[i - 1] <> each)',
  'size(list)': 'len(list)',
  // Index from 0.
  'get(list, nth)': 'list[nth + 1]',
  // Index from 1.
  'slice(list, start, length)': 'list[start:start + length - 1]',
  // The hashes differ between Spark and DuckDB, so they are used only within a run and never stored.
  'xxhash64(value)': 'hash(value)',
  'pmod(dividend, divisor)': 'dividend % divisor',
  // Hexadecimal digits; bits is always 256.
  'sha2(value, bits)': 'sha256(value)',
  'shiftleft(value, bits)': 'value << bits',
  'shiftright(value, bits)': 'value >> bits',
};

/** Statements that create the macros of {@link SPARK_NAMES}. */
export function sparkNamesSql(): string {
  const macros = Object.entries(SPARK_NAMES).map(([name, sql]) => `CREATE MACRO ${name} AS ${sql}`);
  return macros.join('; ');
}
