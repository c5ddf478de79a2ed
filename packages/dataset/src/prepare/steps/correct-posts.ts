import path from 'node:path';
import type { POSTS } from '../../posts/collect-posts.js';
import { parquetOf } from '../../tables/file-relations.js';
import { query, Relation, select } from '../../tables/relation.js';
import { type Corrections, correctedHashtags } from '../corrections.js';
import type { Ask, Step } from '../step.js';

/** Posts with other hashtags than they were read with. */
const CORRECTED = { row_id: 'BIGINT', corrected: 'VARCHAR[]' } as const;
const CORRECTED_TABLE = new Relation('corrected', CORRECTED);
const WANTED = new Relation('corrected_ids', { id: 'VARCHAR' } as const);

/** Output of {@link correctPosts}. */
export interface CorrectedPosts {
  readonly corrected: Relation<typeof CORRECTED>;
  /** Number of posts with corrections. */
  readonly count: number;
}

/** Applies corrections: reads the hashtags of the corrected posts, and writes their new ones. */
export function correctPosts(
  posts: Relation<typeof POSTS>,
  { byId, digest }: Corrections,
  key: string,
): Step<number, CorrectedPosts> {
  const fileOf = (folder: string) => path.join(folder, 'corrected.parquet');
  return {
    name: 'corrections',
    inputs: { posts },
    dependsOn: [key, digest],
    async *tasks(folder, ask) {
      let count = 0;
      yield [{ kind: 'rows', table: WANTED, rows: [...byId.keys()].map((id) => [id]) }];
      const rows = correctedRows(ask, posts, byId, () => {
        count++;
      });
      yield [{ kind: 'rows', table: CORRECTED_TABLE, rows }];
      const written = select(CORRECTED_TABLE, ['row_id', 'corrected'], 'ORDER BY row_id');
      yield [{ kind: 'file', file: fileOf(folder), query: written }];
      return count;
    },
    outputs: ({ folder, result }) => ({
      corrected: parquetOf(CORRECTED, fileOf(folder)),
      count: result,
    }),
  };
}

async function* correctedRows(
  ask: Ask,
  posts: Relation<typeof POSTS>,
  byId: Corrections['byId'],
  onRow: () => void,
): AsyncGenerator<readonly [number, readonly string[]]> {
  const wanted = query(
    { row_id: 'BIGINT', id: 'VARCHAR', hashtags: 'VARCHAR[]' },
    `SELECT row_id, id, hashtags FROM ${posts} JOIN ${WANTED} USING (id)`,
  );
  for await (const rows of ask.stream(wanted)) {
    for (const { row_id: rowId, id, hashtags } of rows) {
      const correction = byId.get(id);
      if (correction === undefined) continue;
      onRow();
      yield [rowId, correctedHashtags(hashtags, correction)];
    }
  }
}

/** Posts with their corrected hashtags. */
export function withCorrected(
  posts: Relation<typeof POSTS>,
  corrected: CorrectedPosts['corrected'] | undefined,
): Relation<typeof POSTS> {
  if (corrected === undefined) return posts;
  return query(
    posts.columns,
    `SELECT row_id, id, image, coalesce(corrected, hashtags) AS hashtags, author, day, file, start, bytes
      FROM ${posts} LEFT JOIN ${corrected} USING (row_id)`,
  ).relation;
}
