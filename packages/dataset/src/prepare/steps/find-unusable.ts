import path from 'node:path';
import type { OnProgress } from '@hashsight/formats';
import { shownPlace, shownText } from '@hashsight/formats';
import { FilesBelow, type FoundBelow, type LinkOptions } from '@hashsight/formats/node';
import { ASIDE, type POSTS } from '../../posts/collect-posts.js';
import { parquetOf } from '../../tables/file-relations.js';
import { query, Relation, select } from '../../tables/relation.js';
import type { ImageFolders } from '../image-folders.js';
import type { Ask, Step } from '../step.js';
import type { Task } from '../task.js';

/** Options of {@link findUnusable}. */
export interface UsabilityOptions extends LinkOptions {
  /** Approximate number of posts. */
  readonly records: number;
  /** Formats a row id as the position in its file: `posts.jsonl:7`. */
  readonly rowText: (rowId: number) => string;
  /** Folders to which image paths are relative; if absent, images are not checked. */
  readonly images?: ImageFolders | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** The unusable posts, and the actual paths of images whose file name is encoded differently on disk. */
export interface FoundUnusable {
  /** The unusable posts, each with one reason. */
  readonly unusable: Relation<typeof ASIDE>;
  /** Path of the file of {@link unusable}. */
  readonly file: string;
  /** Absent if there are no such images. */
  readonly renamed?: Relation<typeof RENAMED>;
}

const RENAMED = { row_id: 'BIGINT', found: 'VARCHAR' } as const;
const REPEATED = new Relation('repeated', ASIDE);
const MISSING = new Relation('missing', ASIDE);
const RENAMED_TABLE = new Relation('renamed', RENAMED);

/** Ids compared per pass; they take about 0.3 GB. */
const IDS_A_PASS = 10_000_000;
const FILES_AT_ONCE = 64;

/**
 * Finds posts with a repeated id or a missing image, and the actual paths of images whose file name is encoded differently
 * on disk. The step runs every time, because images may have been added or removed since the last run.
 */
export function findUnusable(
  posts: Relation<typeof POSTS>,
  options: UsabilityOptions,
): Step<number, FoundUnusable> {
  const file = (folder: string, name: string) => path.join(folder, `${name}.parquet`);
  return {
    name: 'unusable',
    inputs: { posts },
    async *tasks(folder, ask) {
      const passes = Math.max(1, Math.ceil(options.records / IDS_A_PASS));
      const suspects = Array.from({ length: passes }, (_, pass) => suspectsOf(pass));
      yield suspects.map(
        (table, pass): Task => ({ kind: 'table', table, query: suspectsQuery(posts, { pass, passes }) }),
      );
      yield [{ kind: 'rows', table: REPEATED, rows: repeatedIds(ask, posts, suspects, options) }];
      const renamed: RenamedImage[] = [];
      yield [{ kind: 'rows', table: MISSING, rows: missingImages(ask, posts, options, renamed) }];
      yield [{ kind: 'rows', table: RENAMED_TABLE, rows: renamed }];
      yield [
        {
          kind: 'file',
          file: file(folder, 'renamed'),
          query: select(RENAMED_TABLE, ['row_id', 'found'], 'ORDER BY row_id'),
        },
        {
          kind: 'file',
          file: file(folder, 'unusable'),
          query: query(ASIDE, `SELECT * FROM ${REPEATED} UNION ALL SELECT * FROM ${MISSING} ORDER BY row_id`),
        },
      ];
      return renamed.length;
    },
    outputs: ({ folder, result: renamed }) => ({
      unusable: parquetOf(ASIDE, file(folder, 'unusable')),
      file: file(folder, 'unusable'),
      ...(renamed > 0 && { renamed: parquetOf(RENAMED, file(folder, 'renamed')) }),
    }),
  };
}

/** Kept in memory: on most disks, few or no names differ from those in the posts. */
type RenamedImage = readonly [rowId: number, file: string];

type AsideRow = readonly [rowId: number, kind: string, origin: string, reason: string];

const SUSPECTS = { id_hash: 'UBIGINT' } as const;

/** The hashes of a pass that occur more than once. Only the few ids with these hashes are then compared as text. */
function suspectsOf(pass: number): Relation<typeof SUSPECTS> {
  return new Relation(`suspects_${pass}`, SUSPECTS);
}

function suspectsQuery(
  posts: Relation<Pick<typeof POSTS, 'id'>>,
  { pass, passes }: { readonly pass: number; readonly passes: number },
) {
  return query(
    SUSPECTS,
    `SELECT id_hash FROM (SELECT xxhash64(id) AS id_hash FROM ${posts})
      WHERE pmod(id_hash, ${passes}) = ${pass} GROUP BY id_hash HAVING count(*) > 1`,
  );
}

async function* repeatedIds(
  ask: Ask,
  posts: Relation<Pick<typeof POSTS, 'row_id' | 'id'>>,
  suspects: readonly Relation<typeof SUSPECTS>[],
  { rowText }: UsabilityOptions,
): AsyncGenerator<AsideRow> {
  const hashes = suspects.map((table) => `SELECT id_hash FROM ${table}`).join(' UNION ALL ');
  const repeated = query(
    { row_id: 'BIGINT', id: 'VARCHAR', first: 'BIGINT' },
    `SELECT row_id, id, first
      FROM (SELECT row_id, id, min(row_id) OVER (PARTITION BY id) AS first FROM ${posts} WHERE xxhash64(id) IN (${hashes}))
      WHERE row_id > first ORDER BY row_id`,
  );
  for await (const rows of ask.stream(repeated)) {
    for (const { row_id: rowId, id, first } of rows) {
      const reason = `expected a unique id, got "${shownText(id)}" as in ${shownPlace(rowText(first))}`;
      yield [rowId, 'duplicate-id', rowText(rowId), reason];
    }
  }
}

async function* missingImages(
  ask: Ask,
  posts: Relation<Pick<typeof POSTS, 'row_id' | 'id' | 'image' | 'file'>>,
  { records, images, followSymlinks, onProgress }: UsabilityOptions,
  renamed: RenamedImage[],
): AsyncGenerator<AsideRow> {
  if (images === undefined) return;
  const below = new Map<string, FilesBelow>();
  for (const folder of images.all) below.set(folder, await FilesBelow.open(folder, { followSymlinks }));
  const find = (rowId: number, image: string) => (below.get(images.ofRow(rowId)) as FilesBelow).find(image);
  let done = 0;
  // Images in a tar are known to exist, and posts with a repeated id are already set aside.
  const named = query(
    { row_id: 'BIGINT', id: 'VARCHAR', image: 'VARCHAR' },
    `SELECT row_id, id, image FROM ${posts} AS posts
      WHERE file IS NULL AND NOT EXISTS (SELECT 1 FROM ${REPEATED} WHERE repeated.row_id = posts.row_id)`,
  );
  for await (const rows of ask.stream(named)) {
    for (let first = 0; first < rows.length; first += FILES_AT_ONCE) {
      const batch = rows.slice(first, first + FILES_AT_ONCE);
      const found = await Promise.all(batch.map(({ row_id: rowId, image }) => find(rowId, image)));
      for (const [i, { row_id: rowId, id, image }] of batch.entries()) {
        const { file, problem } = found[i] as FoundBelow;
        if (file === undefined)
          yield [rowId, 'missing-image', id, `expected the image ${shownPlace(image)}, ${problem}`];
        else if (file !== path.join(images.ofRow(rowId), image)) renamed.push([rowId, file]);
      }
    }
    done += rows.length;
    onProgress?.({ step: 'looking for images', done, total: records, unit: 'posts' });
  }
}

/** Adds the actual paths of images whose file name is encoded differently on disk. */
export function withRenamed(
  posts: Relation<typeof POSTS>,
  { renamed }: Pick<FoundUnusable, 'renamed'>,
): Relation<typeof POSTS> {
  if (renamed === undefined) return posts;
  return query(
    posts.columns,
    `SELECT row_id, id, image, hashtags, author, day, coalesce(file, found) AS file, start, bytes
      FROM ${posts} LEFT JOIN ${renamed} USING (row_id)`,
  ).relation;
}
