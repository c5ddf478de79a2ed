import { stringText } from '../tables/sql-text.js';

/** Spellings of a missing value, as written by Python and pandas, R, SQL and its dumps, JavaScript and spreadsheets. */
const MISSING = new Set([
  '',
  'nan',
  'nat',
  'none',
  'null',
  'nil',
  'undefined',
  'na',
  'n/a',
  '#n/a',
  '<na>',
  '\\n',
]);
const LONGEST = Math.max(...[...MISSING].map((word) => word.length));

/** Whether a text stands for a missing value, in any case: `nan`, `None`, `NULL`, `\N`, `n/a`. */
export function isMissing(text: string): boolean {
  return text.length <= LONGEST && MISSING.has(text.toLowerCase());
}

/** SQL for the same check on a text that is not NULL. */
export function isMissingSql(text: string): string {
  // DuckDB turns IN into a join that loses the row order; list_contains is Spark SQL's array_contains.
  return `strlen(${text}) <= ${LONGEST} AND list_contains([${[...MISSING].map(stringText).join(', ')}], lower(${text}))`;
}
