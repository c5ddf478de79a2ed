// Class numbers (`label: 3`, `labels: [3, 7]`) are no hashtags unless the file also lists the names of its classes.

import { parquetMetadataSql } from '../tables/file-relations.js';
import { listText } from '../tables/sql-text.js';
import type { Tables } from '../tables/tables.js';
import { isMissingSql } from './missing.js';
import { type NumberColumns, type PostColumns, usualColumns } from './post-columns.js';

/**
 * The kind of numbers in a Parquet column, from its DuckDB type; undefined if the values can be hashtags. Whole numbers
 * can be hashtags only in a column with a hashtag name (`hashtags`, `tags`, `keywords`).
 */
export function numbersOfType(name: string, type: string): string | undefined {
  const single = type.replace(/(?:\[\d*\])+$/, '');
  if (single === 'BOOLEAN') return FLAGS;
  if (/^(?:FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(single)) return NUMBERS;
  return isWholeType(type) && !HASHTAG_NAMES.test(name) ? NUMBERS : undefined;
}

/** Whether a DuckDB type is a whole number or a list of whole numbers. */
export function isWholeType(type: string): boolean {
  return /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER)(?:\[\d*\])?$/.test(type);
}

const NUMBERS = 'numbers';
const FLAGS = 'true or false';

/** Columns with these names often hold class numbers. Elsewhere a number may be a hashtag (`2024`). */
const CLASS_NAMES = /^labels?$/i;
/** Columns with these names hold words that people wrote. */
const HASHTAG_NAMES = /^(?:hashtags|tags|keywords)$/i;

const NUMBER = '(?:-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|[Tt]rue|[Ff]alse)';
/** One number, a list of numbers, or numbers separated by spaces, commas, `;` or `|`. */
const ONLY_NUMBERS = `^\\s*\\[?\\s*${NUMBER}(?:[\\s,;|]+${NUMBER})*\\s*\\]?\\s*$`;

/**
 * Finds the hashtag columns of a text file in which every value is a number. Reading a column stops at the first value
 * that is not a number.
 *
 * @param rows a relation
 * @param valueSql SQL for the text of a column's value, in CSV or JSON
 */
export async function numberColumns(
  tables: Tables,
  rows: string,
  present: readonly string[],
  given: PostColumns,
  valueSql: (column: string) => string,
): Promise<NumberColumns> {
  const candidates = given.hashtags === undefined ? usualColumns('hashtags', present) : [given.hashtags];
  const found = new Map<string, string>();
  for (const column of candidates) {
    const mayBeNumbers =
      CLASS_NAMES.test(column) || (given.hashtags === column && !HASHTAG_NAMES.test(column));
    if (!mayBeNumbers || !present.includes(column)) continue;
    const values = `(SELECT v FROM (SELECT ${valueSql(column)} AS v FROM ${rows})
      WHERE v NOT IN ('', '""', '[]', 'null') AND NOT (${isMissingSql('v')}))`;
    const first = async (condition: string) =>
      (await tables.rows<{ v: string }>(`SELECT v FROM ${values} WHERE ${condition} LIMIT 1`))[0]?.v;
    const isNumbers = `regexp_matches(v, '${ONLY_NUMBERS}')`; // RLIKE in Spark SQL
    if ((await first(`NOT ${isNumbers}`)) !== undefined) continue;
    const number = await first(isNumbers);
    if (number !== undefined) found.set(column, /true|false/i.test(number) ? FLAGS : NUMBERS);
  }
  return found;
}

/** Whether a JSON value under this name is one or more class numbers. */
export function isClassNumbers(name: string, value: unknown): boolean {
  return CLASS_NAMES.test(name) && new RegExp(ONLY_NUMBERS).test(JSON.stringify(value) ?? '');
}

/**
 * The class names in a Parquet file, by column; a name's position in the list is its class number. They come from the
 * file metadata that Hugging Face's `datasets` writes for columns of type `ClassLabel` and for lists of them.
 */
export async function classNames(
  tables: Tables,
  file: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [row] = await tables.rows<{ text: string }>(
    `SELECT decode(value) AS text FROM ${parquetMetadataSql(file)} WHERE key = CAST('huggingface' AS BLOB)`, // not in Spark SQL so
  );
  const found = new Map<string, readonly string[]>();
  for (const [column, feature] of Object.entries(featuresOf(row?.text ?? '{}'))) {
    const names = feature?.names ?? feature?.feature?.names;
    if (Array.isArray(names) && names.every((name) => typeof name === 'string')) found.set(column, names);
  }
  return found;
}

interface Feature {
  readonly names?: unknown;
  readonly feature?: Feature | null;
}

function featuresOf(metadata: string): Readonly<Record<string, Feature | null>> {
  try {
    return JSON.parse(metadata).info?.features ?? {};
  } catch {
    return {};
  }
}

/** SQL that turns a class number, or a list of them, into a list of names. A negative number means an unknown class. */
export function namesSql(column: string, isList: boolean, names: readonly string[]): string {
  const nameOf = (number: string) =>
    `CASE WHEN ${number} >= 0 THEN list_extract(${listText(names)}, CAST(${number} AS BIGINT) + 1) END`; // element_at in Spark SQL
  return isList
    ? `list_transform(${column}, lambda class: ${nameOf('class')})`
    : `CASE WHEN ${column} IS NOT NULL THEN [${nameOf(column)}] END`;
}
