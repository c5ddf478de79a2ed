/**
 * SQL is written with Spark's names, so that one text runs on both. These are the names that DuckDB does not have, or
 * means something else by, as macros of its own: `name(parameters)`, and what it is in DuckDB's words.
 */
export const SPARK_NAMES: Readonly<Record<string, string>> = {
  // A row for each element; where a list is empty there is none, in both.
  'explode(list)': 'unnest(list)',
  // Without NULLs in Spark, with them in DuckDB: what is collected here has none.
  'collect_list(value)': 'list(value)',
  'collect_set(value)': 'list(DISTINCT value)',
  // Of an ascending list, as all are that it is used for: DuckDB's own takes several times as long.
  'array_distinct(list)': 'list_filter(list, lambda each, i: i = 1 OR list[i - 1] <> each)',
  'size(list)': 'len(list)',
  // The n-th element, from 0.
  'get(list, nth)': 'list[nth + 1]',
  // From 1.
  'slice(list, start, length)': 'list[start:start + length - 1]',
  // Another hash in each, and so never kept: it only tells rows apart while a query runs.
  'xxhash64(value)': 'hash(value)',
  'pmod(dividend, divisor)': 'dividend % divisor',
  // Hexadecimal digits; 256 bits are all that is asked for.
  'sha2(value, bits)': 'sha256(value)',
  'shiftleft(value, bits)': 'value << bits',
  'shiftright(value, bits)': 'value >> bits',
};

/** Statements that make the macros of {@link SPARK_NAMES}. */
export function sparkNamesSql(): string {
  const macros = Object.entries(SPARK_NAMES).map(([name, sql]) => `CREATE MACRO ${name} AS ${sql}`);
  return macros.join('; ');
}
