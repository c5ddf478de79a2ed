import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMissing } from '../../src/posts/missing.js';
import {
  type DateOrder,
  dateOrderSql,
  daySql,
  unreadTimeSql,
  writtenDaysSql,
} from '../../src/posts/post-times.js';
import { tablesOf } from './collected.js';

/** The day of 2018-10-10. */
const DAY = 17_814;

/** Times as programs and people write them, and their day; null for what is no time. */
const TIMES: readonly (readonly [title: string, time: string, day: number | null])[] = [
  ['Unix time', '1539202764', DAY],
  ['Unix time with a fraction', '1539202764.25', DAY],
  ['Unix time in milliseconds', '1539202764123', DAY],
  ['Unix time in microseconds', '1539202764123456', DAY],
  ['Unix time in nanoseconds', '1539202764123456789', DAY],
  ['Unix time before 1970', '-86401', -2],
  ['Unix time in milliseconds before 1970', '-157766400000', -1826],
  ['ISO 8601', '2018-10-10T20:19:24', DAY],
  ['ISO 8601 in UTC', '2018-10-10T20:19:24.123Z', DAY],
  ['ISO 8601 with a zone', '2018-10-10T20:19:24-05:00', DAY + 1],
  ['ISO 8601 with a zone without a colon', '2018-10-10T00:19:24+0200', DAY - 1],
  ['ISO 8601 with a comma', '2018-10-10T20:19:24,123', DAY],
  ['ISO 8601 without separators', '20181010T201924Z', DAY],
  ['a date', '2018-10-10', DAY],
  ['a date with slashes', '2018/10/10', DAY],
  ['a date with points', '2018.10.10', DAY],
  ['a date without separators', '20181010', DAY],
  ['a date and time without separators', '20181010201924', DAY],
  ["a camera's file name", '20181010_201924', DAY],
  ['BigQuery', '2018-10-10 20:19:24 UTC', DAY],
  ['Exif', '2018:10:10 20:19:24', DAY],
  ['Exif with a zone', '2018:10:10 20:19:24-05:00', DAY + 1],
  ['Twitter', 'Wed Oct 10 20:19:24 +0000 2018', DAY],
  ['Twitter with a zone', 'Wed Oct 10 20:19:24 -0500 2018', DAY + 1],
  ["Unix's date", 'Wed Oct 10 20:19:24 UTC 2018', DAY],
  ["C's ctime", 'Wed Oct 10 20:19:24 2018', DAY],
  ["C's ctime, a day of one figure", 'Mon Oct  1 20:19:24 2018', DAY - 9],
  ['RFC 2822', 'Wed, 10 Oct 2018 20:19:24 +0000', DAY],
  ['RFC 2822 without a weekday', '10 Oct 2018 20:19 -0500', DAY + 1],
  ['HTTP', 'Wed, 10 Oct 2018 20:19:24 GMT', DAY],
  ['an American zone', 'Wed, 10 Oct 2018 20:19:24 EST', DAY + 1],
  ['a zone and its comment', 'Wed, 10 Oct 2018 20:19:24 -0800 (PST)', DAY + 1],
  ["JavaScript's Date", 'Wed Oct 10 2018 20:19:24 GMT+0200 (Central European Summer Time)', DAY],
  ['RFC 850', 'Wednesday, 10-Oct-2018 20:19:24 GMT', DAY],
  ['the month in words', 'October 10, 2018', DAY],
  ['the month in words behind an ordinal', '10th October 2018', DAY],
  ['the month in words and half a day', 'Oct 10, 2018 at 8:19 PM', DAY],
  ['half a day and a zone', 'Oct 10, 2018, 11:19:24 p.m. EST', DAY + 1],
  ['midnight of half a day', 'Oct 10, 2018 12:05 AM', DAY],
  ['DD.MM.YYYY', '10.10.2018', DAY],
  ['DD.MM.YYYY with a small day', '03.10.2018 20:19', DAY - 7],
  ['spaces around it', ' 2018-10-10 ', DAY],
  ['a day above twelve first', '31/10/2018', DAY + 21],
  ['a day above twelve second', '10/31/2018', DAY + 21],
  ['day and month the same', '10/10/2018 8:19:24 PM', DAY],
  ['day or month first', '03/10/2018', null],
  ['day or month first, with dashes', '03-10-2018', null],
  ['a year of two figures', '10/10/18', null],
  ['a day that is not there', '30.02.2018', null],
  ['a month that is not there', '2018:13:10 20:19:24', null],
  ['a zero', '0', null],
  ['the zero date of MySQL', '0000-00-00 00:00:00', null],
  ['a year', '2018', null],
  ['a month', '2018-10', null],
  ["a spreadsheet's day", '43383.85', null],
  ['a word', 'yesterday', null],
  ['a month within other words', 'Marble 10, 2018', null],
  ['another language', '10. Oktober 2018', null],
  ['nan', 'nan', null],
  ['infinity', '-Infinity', null],
  ['a number of no year', '1e300', null],
  ['a year that no post has', '0018-10-10', null],
  ['nothing', '', null],
];

async function daysOf(
  t: Parameters<typeof tablesOf>[0],
  times: readonly string[],
): Promise<{ readonly days: readonly (number | null)[]; readonly order: string | null }> {
  const tables = await tablesOf(t);
  await tables.fill(
    'times',
    { number: 'INTEGER', time: 'VARCHAR' },
    times.map((time, number) => [number, time]),
  );
  const [found] = await tables.rows<{ sort: DateOrder | null }>(`SELECT ${dateOrderSql('times')} AS sort`);
  const order = found?.sort ?? null;
  const relation = `(SELECT number, day, ${unreadTimeSql('time', 'day')} AS time FROM (SELECT *, ${daySql('time')} AS day FROM times))`;
  const rows = await tables.rows<{ day: number | null; time: string | null }>(
    `SELECT day, time FROM (${writtenDaysSql(relation, order ?? undefined)}) ORDER BY number`,
  );
  for (const [i, { day, time }] of rows.entries()) {
    const isUnread = day === null && !isMissing(times[i] ?? '');
    assert.equal(time, isUnread ? times[i] : null, 'what could not be read stays');
  }
  return { days: rows.map(({ day }) => day), order };
}

test('the days of times, as programs and people write them', async (t) => {
  const { days } = await daysOf(
    t,
    TIMES.map(([, time]) => time),
  );
  assert.deepEqual(
    TIMES.map(([title, time], i) => [title, time, days[i]]),
    TIMES,
  );
});

for (const [title, times, order, days] of [
  ['a day above 12 comes first', ['03/10/2018', '31-10-2018'], 'day-month', [DAY - 7, DAY + 21]],
  ['a day above 12 comes second', ['10/03/2018 20:19', '10/31/2018'], 'month-day', [DAY - 7, DAY + 21]],
  ['nothing is above 12', ['03/10/2018', '10/03/2018'], null, [null, null]],
  [
    'days above 12 come first and second',
    ['03/10/2018', '31/10/2018', '10/31/2018'],
    null,
    [null, DAY + 21, DAY + 21],
  ],
  [
    'points say that the day comes first',
    ['03.10.2018', '10/31/2018', '10/03/2018'],
    'month-day',
    [DAY - 7, DAY + 21, DAY - 7],
  ],
] as const) {
  test(`the order of day and month is that of the whole column: ${title}`, async (t) => {
    assert.deepEqual(await daysOf(t, times), { days, order });
  });
}
