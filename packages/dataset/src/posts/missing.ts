import { stringText } from '../tables/sql-text.js';

/** How programs write into a text that there is no value: Python and pandas, R, SQL and its dumps, JavaScript, spreadsheets. */
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

/** Whether a text says that there is no value, in capital letters or not: `nan`, `None`, `NULL`, `\N`, `n/a`. */
export function isMissing(text: string): boolean {
  return text.length <= LONGEST && MISSING.has(text.toLowerCase());
}

/** The same in SQL, of a text that is not NULL. */
export function isMissingSql(text: string): string {
  // Not by IN, of which DuckDB makes a join that loses the order of the rows; list_contains is Spark SQL's array_contains.
  return `strlen(${text}) <= ${LONGEST} AND list_contains([${[...MISSING].map(stringText).join(', ')}], lower(${text}))`;
}
