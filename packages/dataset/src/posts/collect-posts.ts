import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ImageSource, OnProgress } from '@hashsight/formats';
import { type LinkOptions, PassedOver } from '@hashsight/formats/node';
import { parquetOf, parquetSql } from '../tables/file-relations.js';
import { Relation } from '../tables/relation.js';
import type { ColumnValue, Tables } from '../tables/tables.js';
import { extractImages } from './extract-images.js';
import { fileQuery, notReadable } from './file-query.js';
import type { PostsFile } from './find-posts.js';
import { foundPosts } from './found-posts.js';
import type { FileQuery } from './json-lines-query.js';
import { isMissing } from './missing.js';
import { OddParts } from './odd-parts.js';
import { type CheckedPost, writtenHashtags } from './post.js';
import type { FoundColumns, PostColumns } from './post-columns.js';
import { fileAndRow, postRowsSql, ROW_ID_SQL, rowIdOf } from './post-rows.js';
import type { SetAsideKind } from './set-aside.js';
import { columnsLines, settleTimes, timesIn } from './settle-times.js';
import { checkRows } from './text/check-rows.js';
import { type PreparedText, prepareText, REJECTED } from './text/prepare-text.js';

/** Options of {@link collectPosts}. */
export interface CollectOptions extends LinkOptions {
  /** The column of each field, if it does not have one of the usual names. */
  readonly columns?: PostColumns;
  readonly onProgress?: OnProgress | undefined;
  /** Receives one line per note: the detected columns of each file, and anything unexpected in it. */
  readonly onNote?: ((line: string) => void) | undefined;
}

/** A range of rows of one file: from `first` (1 or more) up to, but not including, `end`. */
export interface RowRange {
  /** Index of the file in the list of files. */
  readonly file: number;
  readonly first: number;
  readonly end: number;
}

/** Summary of the posts collected in a folder. */
export interface CollectedPosts {
  /** Number of records read: valid posts plus records set aside. */
  readonly records: number;
  /** All rows, in ranges of at most one million. */
  readonly ranges: readonly RowRange[];
}

/**
 * Reads posts into Parquet files in `folder`, one task per input file. A task finished by an earlier run is not
 * repeated. {@link postsRelation} and {@link asideRelation} are the result. Memory use is independent of the number of
 * posts.
 *
 * @throws InputError if a file cannot be read or has no columns for posts
 */
export async function collectPosts(
  tables: Tables,
  files: readonly PostsFile[],
  folder: string,
  options: CollectOptions = {},
): Promise<CollectedPosts> {
  const ranges: RowRange[] = [];
  let records = 0;
  const passedOver = new PassedOver();
  for (const [index, file] of files.entries()) {
    const isOnly = files.length === 1;
    const task: Task = { tables, file, index, isOnly, name: file.name, folder, options, passedOver };
    options.onProgress?.({ step: 'reading posts', done: index, total: files.length, unit: 'files' });
    if (!existsSync(outputs(task).aside)) await collectFile(task);
    const { posts, aside, rows } = await countsOf(task);
    records += posts + aside;
    for (let first = 1; first <= rows; first += ROWS_OF_A_RANGE) {
      ranges.push({ file: index, first, end: first + ROWS_OF_A_RANGE });
    }
  }
  for (const line of passedOver.lines()) options.onNote?.(line);
  return { records, ranges };
}

const ROWS_OF_A_RANGE = 1_000_000;
/** Option of a relation that adds each row's number in its file, as {@link ROW_ID_SQL} needs it. */
const ROW_NUMBER = 'file_row_number = true';

interface Task {
  readonly tables: Tables;
  readonly file: PostsFile;
  readonly index: number;
  /** Whether this is the only input file. */
  readonly isOnly: boolean;
  readonly name: string;
  readonly folder: string;
  readonly options: CollectOptions;
  readonly passedOver: PassedOver;
}

/** The output files of a task; `aside` is written last and marks the task as done. */
function outputs({ folder, index }: Pick<Task, 'folder' | 'index'>) {
  const name = (kind: string) => path.join(folder, `${kind}-${String(index).padStart(6, '0')}.parquet`);
  return { settled: name('settled'), checked: name('checked'), aside: name('aside') };
}

/** Columns of a valid post. `file`, `start` and `bytes` locate an image in a tar or a file. */
export const POSTS = {
  row_id: 'BIGINT',
  id: 'VARCHAR',
  image: 'VARCHAR',
  hashtags: 'VARCHAR[]',
  author: 'VARCHAR?',
  day: 'INTEGER?',
  file: 'VARCHAR?',
  start: 'BIGINT?',
  bytes: 'BIGINT?',
} as const;

/** Columns of a record set aside: its row id, the reason, and its file and line for messages. */
export const ASIDE = { row_id: 'BIGINT', kind: 'VARCHAR', origin: 'VARCHAR', reason: 'VARCHAR' } as const;

/**
 * The valid posts in a folder filled by {@link collectPosts}. Ids may repeat.
 *
 * @param range rows to return; default: all
 */
export function postsRelation(folder: string, range?: RowRange): Relation<typeof POSTS> {
  const { settled, checked } =
    range === undefined
      ? {
          settled: { folder, pattern: 'settled-*.parquet' },
          checked: { folder, pattern: 'checked-*.parquet' },
        }
      : outputs({ folder, index: range.file });
  const { first, end, file } = range ?? { first: 0, end: 0, file: 0 };
  // A filter on the row number lets DuckDB skip the row groups outside the range.
  const inSettled =
    range === undefined ? '' : `AND file_row_number >= ${first - 1} AND file_row_number < ${end - 1}`;
  const inChecked =
    range === undefined ? '' : `WHERE row_id >= ${rowIdOf(file, first)} AND row_id < ${rowIdOf(file, end)}`;
  return new Relation(
    `(SELECT ${ROW_ID_SQL} AS row_id, id, image, hashtags, author, day,
      CAST(NULL AS STRING) AS file, CAST(NULL AS BIGINT) AS start, CAST(NULL AS BIGINT) AS bytes
      FROM ${parquetSql(settled, ROW_NUMBER)} WHERE id IS NOT NULL ${inSettled}
    UNION ALL SELECT row_id, id, image, hashtags, author, day, file, "offset" AS start, size AS bytes
      FROM ${parquetSql(checked)} ${inChecked})`,
    POSTS,
  );
}

/** The records set aside. */
export function asideRelation(folder: string): Relation<typeof ASIDE> {
  return parquetOf(ASIDE, { folder, pattern: 'aside-*.parquet' });
}

/** Counts the results of a task; `rows` is the number of the last row. */
async function countsOf({ tables, ...task }: Task) {
  const { settled, checked, aside } = outputs(task);
  const before = rowIdOf(task.index, 0);
  const [row] = await tables.rows<{ posts: number; rows: number; aside: number }>(
    `SELECT (SELECT count(id) FROM ${parquetSql(settled)}) + (SELECT count(*) FROM ${parquetSql(checked)}) AS posts,
      greatest((SELECT count(*) FROM ${parquetSql(settled)}),
        (SELECT coalesce(max(row_id), ${before}) - ${before} FROM ${parquetSql(checked)})) AS rows,
      (SELECT count(*) FROM ${parquetSql(aside)}) AS aside`,
  );
  return row ?? { posts: 0, rows: 0, aside: 0 };
}

/** A valid post, or a rejected record with a `kind` and `reason`; `origin` is the file and line shown in messages. */
const FOUND_COLUMNS = {
  row_id: 'BIGINT',
  id: 'VARCHAR',
  image: 'VARCHAR',
  hashtags: 'VARCHAR[]',
  author: 'VARCHAR',
  time: 'VARCHAR',
  file: 'VARCHAR',
  offset: 'BIGINT',
  size: 'BIGINT',
  kind: 'VARCHAR',
  origin: 'VARCHAR',
  reason: 'VARCHAR',
} as const;

type FoundRow = readonly ColumnValue[];

async function collectFile(task: Task): Promise<void> {
  const { tables, file, options } = task;
  const odd = new OddParts();
  const { settled, checked, aside } = outputs(task);
  const { kind } = file;
  let columns: FoundColumns | undefined;
  let notes: readonly string[] = [];
  if (kind === 'folder' || kind === 'shard') {
    await tables.writeParquet(settled, NOTHING_SETTLED);
    await tables.fill('found', FOUND_COLUMNS, foundRows(task, odd));
  } else {
    const text = file.kind === 'parquet' ? undefined : await prepareText(tables, file, task.folder);
    notes = text?.notes ?? [];
    try {
      const query = await fileQuery(tables, file, text, options.columns);
      columns = query.columns;
      notes = [...notes, ...(query.notes ?? [])];
      if (query.image === undefined) {
        await readSettled(task, query, text);
        await tables.fill('found', FOUND_COLUMNS, checkedRows(task, query, text, odd));
      } else {
        await tables.writeParquet(settled, NOTHING_SETTLED);
        await tables.fill('found', FOUND_COLUMNS, imagedRows(task, query, odd));
      }
    } finally {
      await text?.remove();
    }
  }
  const posts = await settleTimes(tables, settled, '(SELECT * FROM found WHERE kind IS NULL)');
  await tables.writeParquet(
    checked,
    `SELECT row_id, id, image, hashtags, author, day, time, file, "offset", size FROM (${posts}) ORDER BY row_id`,
  );
  const told = columnsLines(columns, await timesIn(tables, [settled, checked]));
  for (const line of [...told, ...notes, ...odd.lines()]) options.onNote?.(`${task.name}: ${line}`);
  await tables.writeParquet(
    aside,
    `SELECT row_id, kind, origin, reason FROM found WHERE kind IS NOT NULL ORDER BY row_id, reason`,
  );
  await tables.run(`DROP TABLE found; DROP TABLE IF EXISTS ${REJECTED}`);
}

const NOTHING_SETTLED = `SELECT NULL::INTEGER AS number, NULL::VARCHAR AS id, NULL::VARCHAR AS image,
  NULL::VARCHAR[] AS hashtags, NULL::VARCHAR AS author, NULL::INTEGER AS day, NULL::VARCHAR AS time,
  NULL::VARCHAR AS record LIMIT 0`;

/** Writes one row per record: the post if SQL can parse it, else the raw record in the column `record`. */
async function readSettled(
  task: Task,
  { from, expressions }: FileQuery,
  text: PreparedText | undefined,
): Promise<void> {
  const { tables, file, index, name } = task;
  const { settled } = outputs(task);
  const countOf = async (relation: string) => {
    const [row] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`);
    return row?.n ?? 0;
  };
  try {
    await tables.writeParquet(settled, postRowsSql(from, index, expressions));
    // A Parquet file stores its own row count.
    const counted = text === undefined ? await countOf(parquetSql(file.path)) : text.rows;
    const findIn = async (first: number) => {
      const part = await prepareText(tables, file, task.folder, first);
      try {
        const query = await fileQuery(tables, file, part, task.options.columns);
        return await countOf(query.from);
      } catch {
        return first; // too few records to find the columns
      } finally {
        await part.remove();
      }
    };
    await checkRows(name, counted, await countOf(parquetSql(settled)), text && findIn);
  } catch (error) {
    throw notReadable(file, error);
  }
}

async function* checkedRows(
  task: Task,
  { parse }: FileQuery,
  text: PreparedText | undefined,
  odd: OddParts,
): AsyncGenerator<FoundRow> {
  const { tables, file, index, name } = task;
  const isJson = file.kind === 'jsonl';
  if (text !== undefined) {
    const rejected = `SELECT row, line, reason FROM ${REJECTED} ORDER BY row`;
    for await (const rows of tables.stream<{ row: number; line: number; reason: string }>(rejected)) {
      for (const { row, line, reason } of rows) {
        yield asideRow(rowIdOf(index, row), isJson ? `${name}:${line}` : `${name}:line ${line}`, reason);
      }
    }
  }
  const isRead = text === undefined ? '' : `AND file_row_number + 1 NOT IN (SELECT row FROM ${REJECTED})`;
  for await (const rows of tables.stream<{ row_id: number; record: string }>(
    `SELECT ${ROW_ID_SQL} AS row_id, record FROM ${parquetSql(outputs(task).settled, ROW_NUMBER)}
      WHERE record IS NOT NULL ${isRead} ORDER BY row_id`,
  )) {
    for (const { row_id: rowId, record } of rows) {
      const { row } = fileAndRow(rowId);
      const at = isJson ? `${name}:${row}` : `${name}:row ${row}`;
      const checked = parse(record);
      odd.add(at, checked);
      yield foundRow(rowId, at, checked);
    }
  }
}

/**
 * The posts of a table that contains image bytes. A post without an id is named by the file and its key or row number.
 */
async function* imagedRows(task: Task, query: FileQuery, odd: OddParts): AsyncGenerator<FoundRow> {
  const { tables, file, index, name, folder, options } = task;
  const [counted] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${parquetSql(file.path)}`);
  const total = counted?.n ?? 0;
  const into = path.join(path.resolve(folder), `images-${String(index).padStart(6, '0')}.bin`);
  let done = 0;
  for await (const { row, record, image } of extractImages(tables, query, into, total)) {
    done += 1;
    const at = `${name}:row ${row}`;
    const checked: CheckedPost =
      image === undefined
        ? { problem: `expected the bytes of an image in "${query.columns?.image[0]}", got nothing` }
        : query.parse(record, { stem: name.replace(/\.parquet$/i, ''), row });
    odd.add(at, checked);
    yield foundRow(rowIdOf(index, row), at, checked, image);
    options.onProgress?.({ step: 'reading posts', done, total, unit: 'posts' });
  }
  await checkRows(name, total, done);
}

/** The posts of a folder or shard, read one by one. */
async function* foundRows(
  { file, index, isOnly, options, passedOver }: Task,
  odd: OddParts,
): AsyncGenerator<FoundRow> {
  let row = 0;
  const { followSymlinks } = options;
  const found = foundPosts(file, isOnly, { followSymlinks, passedOver });
  for await (const { origin: at, checked, image } of found) {
    row += 1;
    odd.add(at, checked);
    yield foundRow(rowIdOf(index, row), at, checked, image);
    options.onProgress?.({ step: 'reading posts', done: row, unit: 'posts' });
  }
}

function foundRow(rowId: number, at: string, { post, problem }: CheckedPost, found?: ImageSource): FoundRow {
  if (post === undefined) return asideRow(rowId, at, problem);
  const { id, image, time } = post;
  // A missing author must not look like one author shared by many posts.
  const author = isMissing(post.author ?? '') ? null : post.author;
  const words = writtenHashtags(post);
  const { file, offset, size } = found ?? {};
  const source = file === undefined ? null : path.resolve(file);
  return [rowId, id, image, words, author, time, source, offset, size, null, null, null];
}

function asideRow(rowId: number, at: string, reason: string): FoundRow {
  const kind: SetAsideKind = 'malformed';
  return [rowId, null, null, null, null, null, null, null, null, kind, at, reason];
}
