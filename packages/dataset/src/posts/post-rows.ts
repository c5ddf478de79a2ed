import { stringText } from '../tables/sql-text.js';
import { isMissingSql } from './missing.js';
import { daySql, unreadTimeSql } from './post-times.js';

/**
 * SQL expressions for what a row or line of a file holds: of each field one for each of its columns, the likeliest first.
 * What they name is never a name of the file's, which could be one of SQL's own here: `from` gives the columns others.
 */
export interface RowExpressions {
  /** Texts; where none has a value, the image names the post. */
  readonly id: readonly string[];
  readonly image: readonly string[];
  readonly hashtags: readonly HashtagsExpressions[];
  readonly caption: readonly string[];
  readonly author: readonly string[];
  readonly time: readonly string[];
  /** Whether a record without hashtags and without a caption is a post, one without hashtags. */
  readonly isPostWithoutWords: boolean;
  /** The whole record as JSON text, for what SQL does not settle. */
  readonly record: string;
}

/** SQL expressions for a column of hashtags. */
export interface HashtagsExpressions {
  /** A list of strings; NULL where a record has none, or where they are not settled. */
  readonly list: string;
  /** Which of the two it is. */
  readonly isNull: string;
}

/** What begins a hashtag in a caption. */
const SIGNS = ['#', '＃', '﹟'];

/** Whether a text was an object, a list, true or false in JSON; as likely as not it is one that only looks so. */
function looksOtherSql(text: string): string {
  return `(${text} LIKE '{%' OR ${text} LIKE '[%' OR ${text} = 'true' OR ${text} = 'false')`;
}

/** The first text that is not empty; else one that is, or NULL. */
function firstTextSql(texts: readonly string[]): string {
  const [only = 'NULL::VARCHAR', ...others] = texts;
  if (others.length === 0) return only;
  return `coalesce(${[...texts.map((text) => `nullif(${text}, '')`), ...texts].join(', ')})`;
}

/** What JavaScript's `trim` takes off, for texts in which it matters whether anything is left. */
const SPACES = [
  '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff',
  ...'\u2000\u2001\u2002\u2003\u2004',
]
  .concat([...'\u2005\u2006\u2007\u2008\u2009\u200a'])
  .join('');

/**
 * The hashtags of a record: those of the first column that has any; none, where all columns are empty and the caption has
 * no sign of a hashtag; else NULL, which is not settled.
 */
function hashtagsSql({ hashtags, caption, isPostWithoutWords }: RowExpressions): string {
  // Nothing else could have hashtags: what is there is what the post has.
  if (hashtags.length === 1 && caption.length === 0 && !isPostWithoutWords) return 'p_words0';
  const hasSign = SIGNS.map((sign) => `contains(p_caption, ${stringText(sign)})`).join(' OR ');
  const hasOthers = hashtags.length > 1 || caption.length > 0;
  const columns = hashtags.map(({ isNull }, i) => {
    const list = `p_words${i}`;
    const isEmpty = `coalesce(len(${list}) = 0 OR (len(${list}) = 1 AND ${list}[1] = ''), ${isNull})`;
    const first = `trim(${list}[1], ${stringText(SPACES)})`;
    // Of a missing value by itself, where something else may have hashtags, and of others behind an empty one, JavaScript
    // looks.
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
 * The posts of a relation, a row for each of its rows and in their order, so that their numbers need not be kept: `number`,
 * `id`, `image`, `hashtags`, `author`, `day`, and `time` where the day is not read yet (see `settleTimes`). What SQL cannot
 * settle (a caption with hashtags, a path with `..`, a field of another type) goes into the column `record`, the others
 * being NULL: `checkPost` has the last word on it, and on what is wrong with it. Of an empty line all is NULL.
 *
 * @param file number of the file among all
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
  // The columns of the file go along, so that `record` is made of few rows only.
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

/** Rows of one file that a row's id can tell apart; far more than a file has. */
const ROWS_OF_A_FILE = 2 ** 32;

/** The id of a row of {@link postRowsSql}, read back from its file with `file_row_number`. */
export const ROW_ID_SQL = `CAST(number AS BIGINT) * ${ROWS_OF_A_FILE} + file_row_number + 1`; // in Spark SQL: _metadata.row_index

/** The id of a row (from 1) among those of all files; below 2^53 for the first 2 million files. */
export function rowIdOf(file: number, row: number): number {
  return file * ROWS_OF_A_FILE + row;
}

/** The file and row of a row's id. */
export function fileAndRow(rowId: number): { readonly file: number; readonly row: number } {
  return { file: Math.floor(rowId / ROWS_OF_A_FILE), row: rowId % ROWS_OF_A_FILE };
}
