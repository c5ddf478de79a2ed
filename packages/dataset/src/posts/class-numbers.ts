// Classes by number (`label: 3`, `labels: [3, 7]`) name nothing, unless the file says what the numbers mean.

import { parquetMetadataSql } from '../tables/file-relations.js';
import { listText } from '../tables/sql-text.js';
import type { Tables } from '../tables/tables.js';
import { isMissingSql } from './missing.js';
import { type NumberColumns, type PostColumns, usualColumns } from './post-columns.js';

/**
 * What the values of a Parquet column are, by its type in DuckDB; undefined where they can be hashtags, as whole numbers
 * can in a column that is named for hashtags.
 */
export function numbersOfType(name: string, type: string): string | undefined {
  const single = type.replace(/(?:\[\d*\])+$/, '');
  if (single === 'BOOLEAN') return FLAGS;
  if (/^(?:FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(single)) return NUMBERS;
  return isWholeType(type) && !HASHTAG_NAMES.test(name) ? NUMBERS : undefined;
}

/** Whether a type of DuckDB is one of whole numbers, or of lists of them. */
export function isWholeType(type: string): boolean {
  return /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER)(?:\[\d*\])?$/.test(type);
}

const NUMBERS = 'numbers';
const FLAGS = 'true or false';

/** Columns with these names list classes as often by number as by name; hashtags elsewhere may be numbers (`2024`). */
const CLASS_NAMES = /^labels?$/i;
/** These list what people wrote. */
const HASHTAG_NAMES = /^(?:hashtags|tags|keywords)$/i;

const NUMBER = '(?:-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|[Tt]rue|[Ff]alse)';
/** One number, or several in a list or behind each other. */
const ONLY_NUMBERS = `^\\s*\\[?\\s*${NUMBER}(?:[\\s,;|]+${NUMBER})*\\s*\\]?\\s*$`;

/**
 * The columns of a text file for hashtags in which all values are numbers. A column with a name in it is read no further
 * than to the first.
 *
 * @param rows a relation
 * @param valueSql the text of a column's value in it, as CSV or as JSON
 */
export async function numberColumns(
  tables: Tables,
  rows: string,
  present: readonly string[],
  given: PostColumns,
  valueSql: (column: string) => string,
): Promise<NumberColumns> {
  const asked = given.hashtags === undefined ? usualColumns('hashtags', present) : [given.hashtags];
  const found = new Map<string, string>();
  for (const column of asked) {
    const isAsked = CLASS_NAMES.test(column) || (given.hashtags === column && !HASHTAG_NAMES.test(column));
    if (!isAsked || !present.includes(column)) continue;
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

/** Whether a value under this name in JSON is classes by number. */
export function isClassNumbers(name: string, value: unknown): boolean {
  return CLASS_NAMES.test(name) && new RegExp(ONLY_NUMBERS).test(JSON.stringify(value) ?? '');
}

/**
 * The names of classes in a Parquet file by column, each at the position of its number: those that Hugging Face's
 * `datasets` writes into the file's metadata for a column of type `ClassLabel`, or lists of such.
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

/** A list of the names of one class number, or of a list of such. A negative number means that the class is not known. */
export function namesSql(column: string, isList: boolean, names: readonly string[]): string {
  const nameOf = (number: string) =>
    `CASE WHEN ${number} >= 0 THEN list_extract(${listText(names)}, CAST(${number} AS BIGINT) + 1) END`; // element_at in Spark SQL
  return isList
    ? `list_transform(${column}, lambda class: ${nameOf('class')})`
    : `CASE WHEN ${column} IS NOT NULL THEN [${nameOf(column)}] END`;
}
