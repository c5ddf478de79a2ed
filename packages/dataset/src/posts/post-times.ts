import { isMissingSql } from './missing.js';

const SECONDS_PER_DAY = 86_400;

/**
 * Numbers that are dates such as `20181010` (8 or 14 digits). As Unix times they would be days in 1970, or years after
 * 2570.
 */
const COMPACT_DATES = [
  [19_000_101, 21_001_231],
  [19_000_101_000_000, 21_001_231_235_959],
] as const;

/** The range of valid days: the years 1800 to 2199. */
const FIRST_DAY = -62_091;
const LAST_DAY = 84_005;

/**
 * SQL for the day of a time, as days since 1970-01-01 in UTC. It reads Unix times, whose size tells seconds (to the
 * year 5138), milliseconds, microseconds or nanoseconds, and ISO 8601, in UTC unless a zone is given. It is NULL for
 * other formats; see {@link writtenDaysSql}. Numbers within one day of 1970 are not read as times: they are zeros,
 * years or day numbers of a spreadsheet.
 *
 * @param time a text
 */
export function daySql(time: string): string {
  const unix = `TRY_CAST(${time} AS DOUBLE)`;
  const isCompact = COMPACT_DATES.map(([first, last]) => `${unix} BETWEEN ${first} AND ${last}`).join(' OR ');
  return dayWithinSql(`floor(CASE WHEN ${unix} IS NULL THEN epoch(TRY_CAST(${time} AS TIMESTAMPTZ))
    WHEN abs(${unix}) < ${SECONDS_PER_DAY} OR ${isCompact} THEN NULL
    WHEN abs(${unix}) < 1e11 THEN ${unix} WHEN abs(${unix}) < 1e14 THEN ${unix} / 1e3
    WHEN abs(${unix}) < 1e17 THEN ${unix} / 1e6 ELSE ${unix} / 1e9 END / ${SECONDS_PER_DAY})`);
}

/** SQL for a time that {@link daySql} cannot read; NULL if it could, or if the value is missing (see `isMissing`). */
export function unreadTimeSql(time: string, day: string): string {
  return `CASE WHEN ${day} IS NULL AND NOT (${isMissingSql(time)}) THEN ${time} END`;
}

function dayWithinSql(day: string): string {
  const whole = `TRY_CAST(${day} AS INTEGER)`;
  return `CASE WHEN ${whole} BETWEEN ${FIRST_DAY} AND ${LAST_DAY} THEN ${whole} END`;
}

/** The order of day and month in dates such as 10/12/2018. */
export type DateOrder = 'day-month' | 'month-day';

const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +)?`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const ORDINAL = '(?:st|nd|rd|th)?';

/** Date formats, with named groups. */
const DATES = [
  String.raw`(?P<y1>\d{4})[:./-](?P<m1>\d{1,2})[:./-](?P<d1>\d{1,2})`,
  String.raw`(?P<y2>\d{4})(?P<m2>\d\d)(?P<d2>\d\d)`,
  String.raw`(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})[./-](?P<y3>\d{4})`,
  String.raw`${WEEKDAY}(?P<d4>\d{1,2})(?:${ORDINAL}|\.)[ -]+${MONTH.replace('(', '(?P<m4>')},?[ -]+(?P<y4>\d{4})`,
  String.raw`${WEEKDAY}${MONTH.replace('(', '(?P<m5>')} +(?P<d5>\d{1,2})${ORDINAL},? +(?P<y5>\d{4})`,
];
const CLOCK = String.raw`(?:T|,? +(?:at +)?)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?(?: ?(?P<half>[ap])\.?m\.?)?`;
const COMPACT_CLOCK = String.raw`[T_ ]?(?P<hour2>\d\d)(?P<minute2>\d\d)(?:\d\d)?`;
/** Time zones named by RFC 2822, in hours from UTC. */
const ZONES = { est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 };
const ZONE = String.raw`(?: ?(?:z|utc|gmt|ut|(?P<zone>${Object.keys(ZONES).join('|')})))? ?(?:(?P<ahead>[+-]\d\d):?(?P<ahead_minutes>\d\d)?)?(?: +\(.*\))?`;
const WRITTEN = `(?i)^(?:${DATES.join('|')})(?:(?:${CLOCK}|${COMPACT_CLOCK})${ZONE})?$`;
const GROUPS = [...WRITTEN.matchAll(/\(\?P<(\w+)>/g)].map(([, name = '']) => name);

/** A time with the year at the end, as Twitter and Unix's `date` write it; the year is moved before the time of day. */
const YEAR_LAST = String.raw`(?i)^([a-z]{3} [a-z]{3} +\d{1,2}) (\d\d:\d\d:\d\d)( [a-z]{2,4}| [+-]\d{4})? (\d{4})$`;

/**
 * SQL for the parts of a time that {@link daySql} cannot read, as a struct; all parts are empty if the format is
 * unknown. Known formats are dates with the English name of the month in any usual order (RFC 2822, Twitter, Unix's
 * `date`), and numeric dates with the year first (Exif, `20181010`) or last; each with or without a time of day and a
 * zone.
 */
function partsSql(time: string): string {
  const yearFirst = `regexp_replace(trim(${time}), '${YEAR_LAST}', '\\1 \\4 \\2\\3')`;
  const pattern = WRITTEN.replaceAll(/\?P<\w+>/g, '');
  // not in Spark SQL so: there each group is extracted by its number
  return `regexp_extract(${yearFirst}, '${pattern}', [${GROUPS.map((name) => `'${name}'`).join(', ')}])`;
}

/** Whether the first two numbers of a date from {@link partsSql} may be swapped: `10/12/2018`, but not `10.12.2018`. */
const HAS_ORDER = `parts.sign IN ('/', '-')`;

const number = (part: string) => `coalesce(TRY_CAST(parts.${part} AS INTEGER), 0)`;

/**
 * SQL for the order of day and month in the dates of a column, as a text. A number above 12 must be a day. NULL if no
 * date shows the order, or if the dates contradict each other.
 *
 * @param times a relation with `time`
 */
export function dateOrderSql(times: string): string {
  return `(SELECT CASE WHEN max(first) > 12 AND max(second) <= 12 THEN 'day-month'
      WHEN max(second) > 12 AND max(first) <= 12 THEN 'month-day' END
    FROM (SELECT ${number('first')} AS first, ${number('second')} AS second
      FROM (SELECT ${partsSql('time')} AS parts FROM ${times}) WHERE ${HAS_ORDER}))`;
}

/**
 * A query that reads the times {@link daySql} cannot read. It returns the rows of `from` with `day` filled in and
 * `time` set to NULL. A time stays if its format is unknown, or if its order of day and month is.
 *
 * @param from a relation with `day`, and with `time` where `day` is NULL
 * @param order result of {@link dateOrderSql}
 */
export function writtenDaysSql(from: string, order: DateOrder | undefined): string {
  const isDayFirst = `(parts.sign = '.' OR ${number('first')} > 12 OR ${order === 'day-month'})`;
  const isMonthFirst = `(${number('second')} > 12 OR parts.first = parts.second OR ${order === 'month-day'})`;
  const ofFigures = (
    day: string,
    month: string,
  ) => `CASE WHEN parts.y3 = '' THEN '' WHEN ${isDayFirst} THEN parts.${day}
    WHEN ${isMonthFirst} THEN parts.${month} END`;
  const months = MONTHS.map((name, i) => `WHEN '${name}' THEN '${i + 1}'`).join(' ');
  const month = `concat(parts.m1, parts.m2, CASE lower(substr(concat(parts.m4, parts.m5), 1, 3)) ${months} ELSE '' END)
    || ${ofFigures('second', 'first')}`;
  const day = `concat(parts.d1, parts.d2, parts.d4, parts.d5) || ${ofFigures('first', 'second')}`;
  const year = 'concat(parts.y1, parts.y2, parts.y3, parts.y4, parts.y5)';
  const zones = Object.entries(ZONES).map(([name, hours]) => `WHEN '${name}' THEN ${hours * 60}`);
  const hour = `CASE parts.half WHEN 'p' THEN ${number('hour')} % 12 + 12 WHEN 'a' THEN ${number('hour')} % 12
    ELSE ${number('hour')} + ${number('hour2')} END`.replaceAll('parts.half', 'lower(parts.half)');
  const ahead = `CASE lower(parts.zone) ${zones.join(' ')} ELSE ${number('ahead')} * 60
    + CASE WHEN parts.ahead[1] = '-' THEN -1 ELSE 1 END * ${number('ahead_minutes')} END`;
  const minutes = `${hour} * 60 + ${number('minute')} + ${number('minute2')} - (${ahead})`;
  const date = `TRY_CAST(${year} || '-' || ${month} || '-' || ${day} AS DATE)`;
  // date_diff: datediff in Spark SQL
  const days = `date_diff('day', DATE '1970-01-01', ${date}) + floor((${minutes}) / 1440)`;
  return `SELECT * EXCLUDE (parts, written_day) REPLACE (coalesce(day, written_day) AS day,
      CASE WHEN written_day IS NULL THEN time END AS time) -- not in Spark SQL so: each column by its name
    FROM (SELECT *, ${dayWithinSql(days)} AS written_day
      FROM (SELECT *, CASE WHEN time IS NOT NULL THEN ${partsSql('time')} END AS parts FROM ${from}))`;
}
