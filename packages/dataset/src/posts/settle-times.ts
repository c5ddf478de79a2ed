import { shownText } from '@hashsight/formats';
import { parquetSql } from '../tables/file-relations.js';
import type { Tables } from '../tables/tables.js';
import { columnsText, type FoundColumns } from './post-columns.js';
import { type DateOrder, dateOrderSql, daySql, unreadTimeSql, writtenDaysSql } from './post-times.js';

/** The times of one file's posts. */
export interface TimesRead {
  /** Number of posts that have a time. */
  readonly given: number;
  /** Number of times that were read. */
  readonly read: number;
  /** Example of a time that could not be read. */
  readonly unread: string | null;
}

/**
 * Reads the times of a file's posts that `daySql` cannot read. This runs after all posts are collected, because the
 * order of day and month is detected from the whole column.
 *
 * @param settled a Parquet file with `day`, and `time` where the day is not read; rewritten if it contains such times
 * @param found a relation with `time`
 * @returns a query of `found` with `day`, and with `time` only where it could not be read
 */
export async function settleTimes(tables: Tables, settled: string, found: string): Promise<string> {
  const ofSettled = parquetSql(settled);
  const ofFound = `(SELECT * REPLACE (${unreadTimeSql('time', 'day')} AS time)
    FROM (SELECT *, ${daySql('time')} AS day FROM ${found}))`; // not in Spark SQL so: each column by its name
  const waiting = [ofSettled, ofFound].map((rows) => `SELECT time FROM ${rows} WHERE time IS NOT NULL`);
  const [known] = await tables.rows<{ sequence: DateOrder | null; count: number }>(
    `SELECT ${dateOrderSql(`(${waiting.join(' UNION ALL ')})`)} AS sequence, (SELECT count(time) FROM ${ofSettled}) AS count`,
  );
  const order = known?.sequence ?? undefined;
  if ((known?.count ?? 0) > 0) await tables.writeParquet(settled, writtenDaysSql(ofSettled, order));
  return writtenDaysSql(ofFound, order);
}

/**
 * Reads a sample of times as {@link settleTimes} reads a whole column.
 *
 * @param days number of times that are already read
 */
export async function readTimes(tables: Tables, times: readonly string[], days: number): Promise<TimesRead> {
  await tables.fill(
    'times',
    { time: 'VARCHAR' },
    times.map((time) => [time]),
  );
  const given = `(SELECT day, ${unreadTimeSql('time', 'day')} AS time FROM (SELECT ${daySql('time')} AS day, time FROM times))`;
  const [known] = await tables.rows<{ sequence: DateOrder | null }>(
    `SELECT ${dateOrderSql(`(SELECT time FROM ${given} WHERE time IS NOT NULL)`)} AS sequence`,
  );
  const [counted] = await tables.rows<{ read: number; others: number; unread: string | null }>(
    `SELECT count(day) AS read, count(time) AS others, min(time) AS unread
      FROM (${writtenDaysSql(given, known?.sequence ?? undefined)})`,
  );
  await tables.run('DROP TABLE times');
  const { read, others, unread } = counted ?? { read: 0, others: 0, unread: null };
  return { given: days + read + others, read: days + read, unread };
}

/**
 * Notes about a file's columns, one line each: the detected columns, and the times that could not be read. A time column
 * without a single readable time is left out.
 *
 * @param columns undefined if the file has no columns
 */
export function columnsLines(columns: FoundColumns | undefined, times: TimesRead): readonly string[] {
  const hasTimes = times.read > 0 || times.unread === null;
  const found = columns && columnsText(hasTimes ? columns : { ...columns, time: [] });
  return [found, timesText(times, columns?.time ?? [])].filter((line) => line !== undefined);
}

/** Counts the times in Parquet files with the columns `day` and `time` of {@link settleTimes}. */
export async function timesIn(tables: Tables, files: readonly string[]): Promise<TimesRead> {
  const [times] = await tables.rows<{ read: number; others: number; unread: string | null }>(
    `SELECT count(day) AS read, count(time) AS others, min(time) AS unread
      FROM (${files.map((file) => `SELECT day, time FROM ${parquetSql(file)}`).join(' UNION ALL ')})`,
  );
  const { read, others, unread } = times ?? { read: 0, others: 0, unread: null };
  return { given: read + others, read, unread };
}

/**
 * A note about times that could not be read, in one line: `created_at: 12 of 500 times could be read; one that could
 * not: "yesterday"`.
 *
 * @param columns columns of the times; empty if they are not in columns
 */
function timesText({ given, read, unread }: TimesRead, columns: readonly string[]): string | undefined {
  if (unread === null) return undefined;
  const where = columns.length === 0 ? '' : `${columns.map((column) => shownText(column)).join(' or ')}: `;
  const text = `${where}${read} of ${given} times could be read; one that could not: ${JSON.stringify(shownText(unread))}`;
  const isDayOrMonth = /^\s*\d{1,2}[/-]\d{1,2}[/-]\d{4}/.test(unread);
  return isDayOrMonth ? `${text}, which may begin with the day or the month; put the year first` : text;
}
