import path from 'node:path';
import type { OnProgress } from '@hashsight/formats';
import { shownPlace, shownText } from '@hashsight/formats';
import { FilesBelow, type FoundBelow, type LinkOptions } from '@hashsight/formats/node';
import { ASIDE, type POSTS } from '../../posts/collect-posts.js';
import { parquetOf } from '../../tables/file-relations.js';
import { query, Relation, select } from '../../tables/relation.js';
import type { Ask, Step } from '../step.js';
import type { Task } from '../task.js';

/** What {@link findUnusable} looks at. */
export interface UsabilityOptions extends LinkOptions {
  /** How many posts there are, about. */
  readonly records: number;
  /** Names a row for people: `posts.jsonl:7`. */
  readonly rowText: (rowId: number) => string;
  /** Folder that images are relative to; absent: they are not looked for. */
  readonly images?: string | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** The posts that cannot be used, and the files of images that have another name on the disk. */
export interface FoundUnusable {
  /** Each row once. */
  readonly unusable: Relation<typeof ASIDE>;
  /** Path of {@link unusable}. */
  readonly file: string;
  /** Absent where there are none. */
  readonly renamed?: Relation<typeof RENAMED>;
}

const RENAMED = { row_id: 'BIGINT', found: 'VARCHAR' } as const;
const REPEATED = new Relation('repeated', ASIDE);
const MISSING = new Relation('missing', ASIDE);
const RENAMED_TABLE = new Relation('renamed', RENAMED);

/** Ids that a pass compares: about 0.3 GB. */
const IDS_A_PASS = 10_000_000;
const FILES_AT_ONCE = 64;

/**
 * Finds the posts that repeat an id, and those whose image is not there; besides, where the images are that have another
 * name on the disk. It is done in every run: images may have come or gone since.
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

/** Memory holds them; on most disks names are spelled as in the posts. */
type RenamedImage = readonly [rowId: number, file: string];

type AsideRow = readonly [rowId: number, kind: string, origin: string, reason: string];

const SUSPECTS = { id_hash: 'UBIGINT' } as const;

/** Hashes that several ids of a pass have; ids themselves are compared afterwards, and there are few then. */
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
      const reason = `expected an id of its own, got "${shownText(id)}" as in ${shownPlace(rowText(first))}`;
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
  const below = await FilesBelow.open(images, { followSymlinks });
  let done = 0;
  // An image in a tar was there when the tar was read. A post that repeats an id is set aside for that already.
  const named = query(
    { row_id: 'BIGINT', id: 'VARCHAR', image: 'VARCHAR' },
    `SELECT row_id, id, image FROM ${posts} AS posts
      WHERE file IS NULL AND NOT EXISTS (SELECT 1 FROM ${REPEATED} WHERE repeated.row_id = posts.row_id)`,
  );
  for await (const rows of ask.stream(named)) {
    for (let first = 0; first < rows.length; first += FILES_AT_ONCE) {
      const some = rows.slice(first, first + FILES_AT_ONCE);
      const found = await Promise.all(some.map(({ image }) => below.find(image)));
      for (const [i, { row_id: rowId, id, image }] of some.entries()) {
        const { file, problem } = found[i] as FoundBelow;
        if (file === undefined)
          yield [rowId, 'missing-image', id, `expected the image ${shownPlace(image)}, ${problem}`];
        else if (file !== path.join(images, image)) renamed.push([rowId, file]);
      }
    }
    done += rows.length;
    onProgress?.({ step: 'looking for images', done, total: records, unit: 'posts' });
  }
}

/** Posts with the files of those images that have another name on the disk. */
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
