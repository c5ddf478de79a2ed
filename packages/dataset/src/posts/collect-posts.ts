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

/** What {@link collectPosts} works with. */
export interface CollectOptions extends LinkOptions {
  /** Which column holds what, where it is not its usual name. */
  readonly columns?: PostColumns;
  readonly onProgress?: OnProgress | undefined;
  /** Told what was guessed of each file, and what was not as expected; a line each. */
  readonly onNote?: ((line: string) => void) | undefined;
}

/** Some of the posts of a file: rows `first` to before `end`, from 1. */
export interface RowRange {
  /** Number of the file among all. */
  readonly file: number;
  readonly first: number;
  readonly end: number;
}

/** Posts as they were collected in a folder. */
export interface CollectedPosts {
  /** Records that were read: the good posts and those set aside. */
  readonly records: number;
  /** All rows, in ranges of at most a million. */
  readonly ranges: readonly RowRange[];
}

/**
 * Reads posts into Parquet files in `folder`, a task for each of `files`: one that was ended before is not done again.
 * {@link postsRelation} and {@link asideRelation} are what they hold. Memory does not grow with the number of posts.
 *
 * @throws InputError when a file cannot be read, or has no columns for posts
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
/** Of a relation: the number of each row in its file, which {@link ROW_ID_SQL} asks for. */
const ROW_NUMBER = 'file_row_number = true';

interface Task {
  readonly tables: Tables;
  readonly file: PostsFile;
  readonly index: number;
  /** Whether there is no other file. */
  readonly isOnly: boolean;
  readonly name: string;
  readonly folder: string;
  readonly options: CollectOptions;
  readonly passedOver: PassedOver;
}

/** The files of a task; the last to be written is `aside`. */
function outputs({ folder, index }: Pick<Task, 'folder' | 'index'>) {
  const name = (kind: string) => path.join(folder, `${kind}-${String(index).padStart(6, '0')}.parquet`);
  return { settled: name('settled'), checked: name('checked'), aside: name('aside') };
}

/** A good post; `file`, `start` and `bytes` where the image lies in a tar or is the file itself. */
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

/** A record that is set aside: why, and where it is, for people (file and line). */
export const ASIDE = { row_id: 'BIGINT', kind: 'VARCHAR', origin: 'VARCHAR', reason: 'VARCHAR' } as const;

/**
 * The good posts in a folder that {@link collectPosts} filled; an id may be there twice.
 *
 * @param range only these; default: all
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
  // By the number in the file, which says where in it the rows are, so that the others are not read.
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

/** What was set aside. */
export function asideRelation(folder: string): Relation<typeof ASIDE> {
  return parquetOf(ASIDE, { folder, pattern: 'aside-*.parquet' });
}

/** `rows` is the number of the last row. */
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

/** A good post, or with a `kind` what is wrong with a record; `origin` is where it is, for people. */
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

/** Writes what SQL settles, a row for each record; what it does not settle is in the column `record`. */
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
    // A Parquet file says itself how many rows it has.
    const counted = text === undefined ? await countOf(parquetSql(file.path)) : text.rows;
    const findIn = async (first: number) => {
      const part = await prepareText(tables, file, task.folder, first);
      try {
        const query = await fileQuery(tables, file, part, task.options.columns);
        return await countOf(query.from);
      } catch {
        return first; // too little to find the columns in
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

/** The posts of a table with the bytes of its images, each named by the file and its key or row unless it has an id. */
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
        ? { problem: `expected the bytes of an image in "${query.columns?.image[0]}", got none` }
        : query.parse(record, { stem: name.replace(/\.parquet$/i, ''), row });
    odd.add(at, checked);
    yield foundRow(rowIdOf(index, row), at, checked, image);
    options.onProgress?.({ step: 'reading posts', done, total, unit: 'posts' });
  }
  await checkRows(name, total, done);
}

/** The posts that are read one by one: images with texts beside them. */
async function* foundRows(
  { file, index, isOnly, options, passedOver }: Task,
  odd: OddParts,
): AsyncGenerator<FoundRow> {
  let row = 0;
  const { followSymlinks } = options;
  const found = foundPosts(file, isOnly, { followSymlinks, passedOver });
  for await (const { place: at, checked, image } of found) {
    row += 1;
    odd.add(at, checked);
    yield foundRow(rowIdOf(index, row), at, checked, image);
    options.onProgress?.({ step: 'reading posts', done: row, unit: 'posts' });
  }
}

function foundRow(rowId: number, at: string, { post, problem }: CheckedPost, found?: ImageSource): FoundRow {
  if (post === undefined) return asideRow(rowId, at, problem);
  const { id, image, time } = post;
  // Posts of which nobody knows the author have none in common.
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
