import { stringText } from '../tables/index.js';

/** SQL expressions for what a row or line of a file holds; `undefined` what the file has no column for. */
export interface RowExpressions {
  readonly id: string;
  readonly image: string;
  /** A list of strings; NULL where a record has none, or where they are not settled. */
  readonly hashtags?: string | undefined;
  /** Which of the two it is, asked for records with a caption; default: always that there are none. */
  readonly hasNoHashtags?: string | undefined;
  readonly caption?: string | undefined;
  readonly author?: string | undefined;
  /** A text. */
  readonly time?: string | undefined;
  /** The whole record as JSON text, for what SQL does not settle. */
  readonly record: string;
}

/** What begins a hashtag in a caption. */
const SIGNS = ['#', '＃', '﹟'];

const SECONDS_PER_DAY = 86_400;
/** Unix time in seconds stays below this until the year 5138; in milliseconds it is above it since 1973. */
const FIRST_IN_MS = 1e11;

/**
 * The day of a time, as days since 1970-01-01 in UTC; NULL where the text is no time.
 *
 * @param time a text: Unix time in seconds or milliseconds, or ISO 8601, in UTC where it names no zone
 */
export function daySql(time: string): string {
  const unix = `TRY_CAST(${time} AS DOUBLE)`;
  return `TRY_CAST(floor(CASE WHEN ${unix} IS NULL THEN epoch(TRY_CAST(${time} AS TIMESTAMPTZ))
    WHEN ${unix} < ${FIRST_IN_MS} THEN ${unix} ELSE ${unix} / 1000 END / ${SECONDS_PER_DAY}) AS INTEGER)`;
}

/** Whether a text was an object, a list, true or false in JSON; as likely as not it is one that only looks so. */
function looksOtherSql(text: string): string {
  return `coalesce(${text} LIKE '{%' OR ${text} LIKE '[%' OR ${text} = 'true' OR ${text} = 'false', false)`;
}

/**
 * The posts of a relation, a row for each of its rows and in their order, so that their numbers need not be kept: `number`,
 * `id`, `image`, `hashtags`, `author`, `day`. What SQL cannot settle (a caption with hashtags, a path with `..`, a field
 * of another type) goes into the column `record`, the others being NULL: `checkPost` has the last word on it, and on what
 * is wrong with it. Of an empty line all is NULL.
 *
 * @param file number of the file among all
 */
export function postRowsSql(from: string, file: number, expressions: RowExpressions): string {
  const {
    id,
    image,
    hashtags = 'NULL',
    hasNoHashtags = 'true',
    caption = 'NULL',
    author = 'NULL',
    time = 'NULL',
    record,
  } = expressions;
  const hasSign = SIGNS.map((sign) => `contains(p_caption, ${stringText(sign)})`).join(' OR ');
  const isWords = `len(list_filter(p_hashtags, lambda word: word IS NULL OR ${looksOtherSql('word')})) = 0`;
  const isInside = `p_image <> '' AND p_image[1] <> '/' AND p_image[1] <> '.' AND NOT contains(p_image, '..')
    AND NOT contains(p_image, chr(0))`;
  const others = ['id', 'image', 'caption', 'author', 'time'].map((field) => looksOtherSql(`p_${field}`));
  const words =
    expressions.caption === undefined
      ? 'p_words'
      : // One CASE in the other, so that the second is not asked where the first says no.
        `CASE WHEN p_words IS NULL AND NOT (${hasSign}) THEN CASE WHEN ${hasNoHashtags} THEN [] END ELSE p_words END`;
  // The columns of the file go along, so that `record` is made of few rows only.
  return `SELECT ${file}::INTEGER AS number, CASE WHEN good THEN p_id END AS id, CASE WHEN good THEN p_image END AS image,
      CASE WHEN good THEN p_hashtags END AS hashtags, CASE WHEN good THEN nullif(p_author, '') END AS author,
      CASE WHEN good THEN ${daySql('p_time')} END AS day, CASE WHEN NOT good THEN ${record} END AS record
    FROM (SELECT *, coalesce(p_id <> '' AND ${isInside} AND ${isWords} AND NOT (${others.join(' OR ')}), false) AS good
      FROM (SELECT *, ${words} AS p_hashtags
        FROM (SELECT *, ${id} AS p_id, ${image} AS p_image, ${hashtags} AS p_words, CAST(${caption} AS VARCHAR) AS p_caption,
            ${author} AS p_author, ${time} AS p_time
          FROM ${from})))`;
}

/** Rows of one file that a place can tell apart; far more than a file has. */
const ROWS_OF_A_FILE = 2 ** 32;

/** The place of a row of {@link postRowsSql}, read back from its file with `file_row_number`. */
export const PLACE_SQL = `number::BIGINT * ${ROWS_OF_A_FILE} + file_row_number + 1`; // not in Spark SQL so: _metadata

/** The place of a row (from 1) among those of all files; below 2^53 for the first 2 million files. */
export function placeOf(file: number, row: number): number {
  return file * ROWS_OF_A_FILE + row;
}

/** The file and row of a place. */
export function fileAndRow(place: number): { readonly file: number; readonly row: number } {
  return { file: Math.floor(place / ROWS_OF_A_FILE), row: place % ROWS_OF_A_FILE };
}
