import { stringText } from '../tables/sql-text.js';
import { isMissingSql } from './missing.js';
import { daySql, unreadTimeSql } from './post-times.js';

/**
 * SQL expressions for the fields of a row or line. Each field has one expression per column, in order of preference.
 * The expressions never use the file's own column names, which could clash with SQL's: `from` renames the columns.
 */
export interface RowExpressions {
  /** Texts. If none has a value, the image path is the id. */
  readonly id: readonly string[];
  readonly image: readonly string[];
  readonly hashtags: readonly HashtagsExpressions[];
  readonly caption: readonly string[];
  readonly author: readonly string[];
  readonly time: readonly string[];
  /** Whether a record without hashtags and caption is a valid post without hashtags. */
  readonly isPostWithoutWords: boolean;
  /** The whole record as JSON text, for posts that SQL cannot parse. */
  readonly record: string;
}

/** SQL expressions for a column of hashtags. */
export interface HashtagsExpressions {
  /** A list of strings; NULL if the record has none, or if SQL cannot parse them. */
  readonly list: string;
  /** Whether the record has none. */
  readonly isNull: string;
}

/** Characters that begin a hashtag in a caption. */
const SIGNS = ['#', '＃', '﹟'];

/** Whether a text may have been an object, list or boolean in JSON. It may also just look like one. */
function looksOtherSql(text: string): string {
  return `(${text} LIKE '{%' OR ${text} LIKE '[%' OR ${text} = 'true' OR ${text} = 'false')`;
}

/** The first nonempty text; else an empty one, or NULL. */
function firstTextSql(texts: readonly string[]): string {
  const [only = 'NULL::VARCHAR', ...others] = texts;
  if (others.length === 0) return only;
  return `coalesce(${[...texts.map((text) => `nullif(${text}, '')`), ...texts].join(', ')})`;
}

/** The characters that JavaScript's `trim` removes, to tell whether anything else is left. */
const SPACES = [
  '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff',
  ...'\u2000\u2001\u2002\u2003\u2004',
]
  .concat([...'\u2005\u2006\u2007\u2008\u2009\u200a'])
  .join('');

/**
 * SQL for the hashtags of a record: those of the first column that has any. They are empty if all columns are empty and
 * the caption contains no hashtag sign, and NULL if SQL cannot decide.
 */
function hashtagsSql({ hashtags, caption, isPostWithoutWords }: RowExpressions): string {
  // The only column decides.
  if (hashtags.length === 1 && caption.length === 0 && !isPostWithoutWords) return 'p_words0';
  const hasSign = SIGNS.map((sign) => `contains(p_caption, ${stringText(sign)})`).join(' OR ');
  const hasOthers = hashtags.length > 1 || caption.length > 0;
  const columns = hashtags.map(({ isNull }, i) => {
    const list = `p_words${i}`;
    const isEmpty = `coalesce(len(${list}) = 0 OR (len(${list}) = 1 AND ${list}[1] = ''), ${isNull})`;
    const first = `trim(${list}[1], ${stringText(SPACES)})`;
    // Two cases are left to JavaScript: a single missing value when another column or the caption may have hashtags,
    // and hashtags after an empty first one.
    const isMissing = hasOthers
      ? `WHEN len(${list}) = 1 AND ${first} <> '' AND ${isMissingSql(first)} THEN NULL`
      : '';
    return `${isMissing} WHEN ${first} <> '' THEN ${list} WHEN NOT (${isEmpty}) THEN NULL`;
  });
  const isNothing = [...hashtags.map(({ isNull }) => isNull), 'p_caption IS NULL'].join(' AND ');
  const nothing = isPostWithoutWords ? '' : `WHEN ${isNothing} THEN NULL`;
  return `CASE ${columns.join(' ')} WHEN ${hasSign} THEN NULL ${nothing} ELSE CAST([] AS VARCHAR[]) END`;
}

/**
 * A query for the posts of a relation. It returns one row per row of the relation, in the same order, so that row
 * numbers need not be stored: `number`, `id`, `image`, `hashtags`, `author`, `day`, and `time` if the day is not parsed
 * yet (see `settleTimes`). If SQL cannot parse a record (a caption with hashtags, a path with `..`, a field of another
 * type), the whole record goes to the column `record` and the others are NULL; `checkPost` then decides. An empty line
 * gives a row of NULLs.
 *
 * @param file index of the file in the list of files
 */
export function postRowsSql(from: string, file: number, expressions: RowExpressions): string {
  const { image, hashtags, record } = expressions;
  const isWords = `len(list_filter(p_hashtags, lambda word: word IS NULL OR ${looksOtherSql('word')})) = 0`;
  const isInside = `p_image <> '' AND p_image NOT LIKE '/%' AND p_image NOT LIKE '.%' AND NOT contains(p_image, '..')
    AND NOT contains(p_image, chr(0))`;
  const texts = ['id', 'image', 'caption', 'author', 'time'] as const;
  const others = texts.map((field) => `coalesce(${looksOtherSql(`p_${field}`)}, false)`);
  const named = { ...expressions, id: [...expressions.id, firstTextSql(image)] };
  const fields = [
    ...texts.map((field) => `${firstTextSql(named[field])} AS p_${field}`),
    ...hashtags.map(({ list }, i) => `${list} AS p_words${i}`),
  ];
  // The file's columns are carried along, so that `record` is built only for the few rows that need it.
  return `SELECT ${file}::INTEGER AS number, CASE WHEN good THEN p_id END AS id, CASE WHEN good THEN p_image END AS image,
      CASE WHEN good THEN p_hashtags END AS hashtags,
      CASE WHEN good AND NOT (${isMissingSql('p_author')}) THEN p_author END AS author,
      p_day AS day, CASE WHEN good THEN ${unreadTimeSql('p_time', 'p_day')} END AS time,
      CASE WHEN NOT good THEN ${record} END AS record
    FROM (SELECT *, CASE WHEN good THEN ${daySql('p_time')} END AS p_day
      FROM (SELECT *, coalesce(p_id <> '' AND ${isInside} AND ${isWords} AND NOT (${others.join(' OR ')}), false) AS good
        FROM (SELECT *, ${hashtagsSql(expressions)} AS p_hashtags
          FROM (SELECT *, ${fields.join(', ')} FROM ${from}))))`;
}

/** Upper bound of the rows in one file, far above the size of real files. */
const ROWS_OF_A_FILE = 2 ** 32;

/** SQL for the id of a row of {@link postRowsSql}, read back from its file with `file_row_number`. */
export const ROW_ID_SQL = `CAST(number AS BIGINT) * ${ROWS_OF_A_FILE} + file_row_number + 1`; // in Spark SQL: _metadata.row_index

/** The id of a row (from 1) among the rows of all files; below 2^53 for the first 2 million files. */
export function rowIdOf(file: number, row: number): number {
  return file * ROWS_OF_A_FILE + row;
}

/** The file and row number of a row id. */
export function fileAndRow(rowId: number): { readonly file: number; readonly row: number } {
  return { file: Math.floor(rowId / ROWS_OF_A_FILE), row: rowId % ROWS_OF_A_FILE };
}
