import path from 'node:path';
import type { OnProgress } from '@hashsight/formats';
import { InputError, shownPlace, shownText } from '@hashsight/formats';
import { FilesBelow, type FoundBelow, type LinkOptions } from '@hashsight/formats/node';
import { asideSql, type CollectedPosts, postsSql } from '../posts/collect-posts.js';
import { parquetSql } from '../tables/file-relations.js';
import type { Tables } from '../tables/tables.js';

/** What {@link findUnusable} looks at. */
export interface UsabilityOptions extends LinkOptions {
  /** Folder of {@link collectPosts}. */
  readonly collected: string;
  /** Names a place for people: `posts.jsonl:7`. */
  readonly placeText: (place: number) => string;
  /** Folder that images are relative to; absent: they are not looked for. */
  readonly images?: string | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** What {@link findUnusable} writes. */
export const UNUSABLE_FILE = 'unusable.parquet';
const RENAMED_FILE = 'renamed.parquet';
/** Ids that a pass compares: about 0.3 GB. */
const IDS_A_PASS = 10_000_000;
const FILES_AT_ONCE = 64;

const COLUMNS = { place: 'BIGINT', kind: 'VARCHAR', origin: 'VARCHAR', reason: 'VARCHAR' } as const;

/**
 * Finds the posts that repeat an id, and those whose image is not there, and writes them to `folder`; besides, where the
 * images are that have another name on the disk.
 *
 * @returns how many of these there are
 */
export async function findUnusable(
  tables: Tables,
  { records }: CollectedPosts,
  folder: string,
  options: UsabilityOptions,
): Promise<number> {
  const posts = postsSql(options.collected);
  await tables.run('CREATE OR REPLACE TABLE suspects (id_hash UBIGINT)');
  const passes = Math.max(1, Math.ceil(records / IDS_A_PASS));
  for (let pass = 0; pass < passes; pass++) {
    // hash is xxhash64 in Spark SQL; ids themselves are compared below, and there are few then.
    await tables.run(
      `INSERT INTO suspects SELECT id_hash FROM (SELECT hash(id) AS id_hash FROM ${posts})
        WHERE id_hash % ${passes} = ${pass} GROUP BY id_hash HAVING count(*) > 1`,
    );
  }
  await tables.fill('repeated', COLUMNS, repeatedIds(tables, posts, options));
  const renamed: RenamedImage[] = [];
  await tables.fill('missing', COLUMNS, missingImages(tables, posts, records, options, renamed));
  await tables.fill('renamed', { place: 'BIGINT', found: 'VARCHAR' }, renamed);
  await tables.writeParquet(path.join(folder, RENAMED_FILE), 'SELECT * FROM renamed ORDER BY place');
  await tables.writeParquet(
    path.join(folder, UNUSABLE_FILE),
    'SELECT * FROM repeated UNION ALL SELECT * FROM missing ORDER BY place',
  );
  await tables.run('DROP TABLE suspects; DROP TABLE repeated; DROP TABLE missing; DROP TABLE renamed');
  return renamed.length;
}

/** Memory holds them; on most disks names are spelled as in the posts. */
type RenamedImage = readonly [place: number, file: string];

type AsideRow = readonly [place: number, kind: string, origin: string, reason: string];

async function* repeatedIds(
  tables: Tables,
  posts: string,
  { placeText }: UsabilityOptions,
): AsyncGenerator<AsideRow> {
  const repeated = `SELECT place, id, first
    FROM (SELECT place, id, min(place) OVER (PARTITION BY id) AS first
      FROM ${posts} WHERE hash(id) IN (SELECT id_hash FROM suspects))
    WHERE place > first ORDER BY place`;
  for await (const rows of tables.stream<{ place: number; id: string; first: number }>(repeated)) {
    for (const { place, id, first } of rows) {
      const reason = `expected an id of its own, got "${shownText(id)}" as in ${shownPlace(placeText(first))}`;
      yield [place, 'duplicate-id', placeText(place), reason];
    }
  }
}

async function* missingImages(
  tables: Tables,
  posts: string,
  records: number,
  { images, followSymlinks, onProgress }: UsabilityOptions,
  renamed: RenamedImage[],
): AsyncGenerator<AsideRow> {
  if (images === undefined) return;
  const below = await FilesBelow.open(images, { followSymlinks });
  let done = 0;
  // An image in a tar was there when the tar was read. A post that repeats an id is set aside for that already.
  const named = `SELECT place, id, image FROM ${posts} AS posts
    WHERE file IS NULL AND NOT EXISTS (SELECT 1 FROM repeated WHERE repeated.place = posts.place)`;
  for await (const rows of tables.stream<{ place: number; id: string; image: string }>(named)) {
    for (let first = 0; first < rows.length; first += FILES_AT_ONCE) {
      const some = rows.slice(first, first + FILES_AT_ONCE);
      const found = await Promise.all(some.map(({ image }) => below.find(image)));
      for (const [i, { place, id, image }] of some.entries()) {
        const { file, problem } = found[i] as FoundBelow;
        if (file === undefined)
          yield [place, 'missing-image', id, `expected the image ${shownPlace(image)}, ${problem}`];
        else if (file !== path.join(images, image)) renamed.push([place, file]);
      }
    }
    done += rows.length;
    onProgress?.({ step: 'looking for images', done, total: records, unit: 'posts' });
  }
}

/** What {@link findUnusable} found: `place`, `kind`, `origin`, `reason`; each place once. */
export function unusableSql(folder: string): string {
  return parquetSql(path.join(folder, UNUSABLE_FILE));
}

/** Posts as {@link postsSql} gives them, with the files of those images that have another name on the disk. */
export function withRenamed(posts: string, folder: string): string {
  return `(SELECT place, id, image, hashtags, author, day, coalesce(file, found) AS file, "offset", size
    FROM ${posts} LEFT JOIN ${parquetSql(path.join(folder, RENAMED_FILE))} USING (place))`;
}

/** What was set aside while reading and by {@link findUnusable}: `place`, `kind`, `origin`, `reason`. */
export function setAsideSql(collected: string, folder: string): string {
  return `(SELECT * FROM ${asideSql(collected)} UNION ALL SELECT * FROM ${unusableSql(folder)})`;
}

/**
 * Refuses posts of which more records are unusable than the user allows.
 *
 * @param place of the posts, for the message
 * @param setAside a relation with `place`, `origin`, `reason`
 * @returns how many there are
 * @throws InputError with the first of them; or when no post is left
 */
export async function checkSetAside(
  tables: Tables,
  place: string,
  { records }: CollectedPosts,
  setAside: string,
  maxSetAside: number,
): Promise<number> {
  const [count] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${setAside}`);
  const { n = 0 } = count ?? {};
  if (n === 0) return n;
  const [first] = await tables.rows<{ origin: string; reason: string }>(
    `SELECT origin, reason FROM ${setAside} ORDER BY place, reason LIMIT 1`,
  );
  const error = setAsideError(place, {
    ...{ count: n, records, maxSetAside },
    first: `${shownPlace(first?.origin ?? '')}: ${first?.reason}`,
  });
  if (error) throw error;
  return n;
}

/** What {@link setAsideError} is told. */
export interface SetAsideCounts {
  readonly count: number;
  readonly records: number;
  /** Share of the records that may be set aside. */
  readonly maxSetAside: number;
  /** The first of them with its reason. */
  readonly first: string;
}

/** The error that a job ends with for what is set aside; undefined where that is no more than may be. */
export function setAsideError(
  place: string,
  { count, records, maxSetAside, first }: SetAsideCounts,
): InputError | undefined {
  if (count === 0 || (count <= maxSetAside * records && count < records)) return undefined;
  if (count === records) {
    return new InputError(`${place}: expected posts, got none that can be used; the first: ${first}`);
  }
  return new InputError(
    `${place}: expected at most ${maxSetAside} of the posts to be set aside (\`maxSetAside\`), got ${count} of ${records}; the first: ${first}`,
  );
}
