import path from 'node:path';
import type { PairSums } from '../../hashtags/hashtag-counts.js';
import type { HashtagOrigins } from '../../hashtags/not-visual/not-visual-reasons.js';
import { parquetOf } from '../../tables/file-relations.js';
import { query, type Relation, select } from '../../tables/relation.js';
import type { Ask, Step } from '../step.js';
import type { CountedTags } from './count-tags.js';
import { AUTHORS, authorsQuery, DAYS, daysQuery, ORIGINS, originsQuery } from './hashtag-origins.js';
import {
  BIT_PARTS,
  CONTEXT,
  COUNTED,
  contextQuery,
  IN_CONTEXT,
  PAIR_SUMS,
  PAIRS,
  pairSumsQuery,
  pairsQuery,
  strongestContextQuery,
  WANTED,
} from './hashtag-pairs.js';

/** Measurements of hashtags. */
export interface Evidence {
  readonly pairSums: ReadonlyMap<string, PairSums>;
  readonly origins: ReadonlyMap<string, HashtagOrigins>;
  /** For ambiguous hashtags, the co-occurring hashtags with the largest weights and their counts. */
  readonly together: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The output files of {@link measureHashtags}; {@link readEvidence} reads them. */
export interface EvidenceFiles {
  readonly pairs: Relation<typeof PAIR_SUMS>;
  readonly context: Relation<typeof CONTEXT>;
  readonly origins: Relation<typeof ORIGINS>;
}

/** Options of {@link measureHashtags}. */
export interface EvidenceOptions {
  /** Hashtags with fewer posts are not measured, except for the context of those in `inContext`. */
  readonly minPosts: number;
  /** Users and days with at most this share of a hashtag's posts are not reported. */
  readonly minShare: number;
  /** The numbers of the hashtags whose context is needed. */
  readonly inContext: readonly number[];
  /** Approximate maximum number of pairs or uses of hashtags counted per pass; default: 40 million. */
  readonly rowsAPass?: number;
}

/** In generated posts, this gives 6 million distinct pairs and 0.3 GB. If all pairs were distinct, most would go to disk. */
const ROWS_A_PASS = 40_000_000;

function filesOf(folder: string) {
  return {
    pairs: parquetOf(PAIR_SUMS, { folder, pattern: 'pairs-*.parquet' }),
    context: parquetOf(CONTEXT, { folder, pattern: 'context-*.parquet' }),
    origins: parquetOf(ORIGINS, { folder, pattern: 'origins-*.parquet' }),
  };
}

/**
 * Measures which hashtags occur together, who used them, and when. Each pass covers a part of the pairs or of the hashtags,
 * so memory use is independent of the number of posts.
 *
 * @param dependsOn identifies the options and the inputs
 */
export function measureHashtags(
  { hashtags, tags }: Pick<CountedTags, 'hashtags' | 'tags'>,
  { minPosts, minShare, inContext, rowsAPass = ROWS_A_PASS }: EvidenceOptions,
  dependsOn: unknown,
): Step<null, EvidenceFiles> {
  return {
    name: 'evidence',
    inputs: { hashtags, tags },
    dependsOn,
    async *tasks(folder, ask) {
      yield [
        { kind: 'rows', table: IN_CONTEXT, rows: inContext.map((tag) => [tag]) },
        { kind: 'table', table: COUNTED, query: select(hashtags, ['tag', 'hashtag', 'posts']) },
        { kind: 'table', table: AUTHORS, query: authorsQuery(tags, minShare * minPosts) },
        { kind: 'table', table: DAYS, query: daysQuery(tags) },
      ];
      yield [{ kind: 'table', table: WANTED, query: wantedQuery(minPosts) }];
      const { pairs, uses, posts } = await sizesOf(ask, tags);
      const passesOver = (rows: number) => Math.max(1, Math.ceil(rows / rowsAPass));
      const pairPasses = passesOver(pairs / 2);
      const originPasses = passesOver(uses);
      const progress = (done: number) =>
        ({ step: 'measuring hashtags', done, total: pairPasses + originPasses, unit: 'passes' }) as const;
      const file = (kind: 'pairs' | 'context' | 'origins', pass: number) =>
        path.join(folder, `${kind}-${String(pass).padStart(4, '0')}.parquet`);
      for (let pass = 0; pass < pairPasses; pass++) {
        const ofPass = pairsQuery(tags, { pass, passes: pairPasses });
        yield [{ kind: 'table', table: PAIRS, query: ofPass, progress: progress(pass) }];
        yield [
          { kind: 'file', file: file('pairs', pass), query: pairSumsQuery() },
          { kind: 'file', file: file('context', pass), query: contextQuery(posts) },
        ];
      }
      yield Array.from({ length: originPasses }, (_, pass) => ({
        kind: 'file',
        file: file('origins', pass),
        query: originsQuery(tags, posts, { minPosts, minShare, pass, passes: originPasses }),
        progress: progress(pairPasses + pass),
      }));
      return null;
    },
    outputs: ({ folder }) => filesOf(folder),
  };
}

function wantedQuery(minPosts: number) {
  return query(
    WANTED.columns,
    `SELECT tag FROM ${COUNTED} WHERE posts >= ${minPosts} UNION SELECT tag FROM ${IN_CONTEXT}`,
  );
}

async function sizesOf(ask: Ask, tags: CountedTags['tags']) {
  const [size] = await ask.rows(
    query(
      { pairs: 'BIGINT', uses: 'BIGINT', posts: 'BIGINT' },
      `SELECT CAST(coalesce(sum(n * (n - 1)), 0) AS BIGINT) AS pairs, CAST(coalesce(sum(n), 0) AS BIGINT) AS uses,
        count(*) AS posts FROM (SELECT size(tags) AS n FROM ${tags})`,
    ),
  );
  return size ?? { pairs: 0, uses: 0, posts: 0 };
}

/** Reads the output of {@link measureHashtags}. */
export async function readEvidence(ask: Ask, files: EvidenceFiles): Promise<Evidence> {
  const pairSums = new Map<string, PairSums>();
  const sums = query(
    PAIR_SUMS,
    `SELECT hashtag, CAST(sum(pairs) AS BIGINT) AS pairs, CAST(sum(bits) AS BIGINT) AS bits FROM ${files.pairs} GROUP BY hashtag`,
  );
  for await (const rows of ask.stream(sums)) {
    for (const { hashtag, pairs, bits } of rows) pairSums.set(hashtag, { pairs, bits: bits / BIT_PARTS });
  }
  const origins = new Map<string, HashtagOrigins>();
  const columns = [
    'hashtag',
    'most_by_one_user',
    'share_of_user',
    'most_in_one_day',
    'share_of_day',
  ] as const;
  for await (const rows of ask.stream(select(files.origins, columns))) {
    for (const row of rows) {
      const byUser =
        row.most_by_one_user === null
          ? {}
          : { mostByOneUser: row.most_by_one_user, shareOfUser: row.share_of_user ?? 0 };
      const inOneDay =
        row.most_in_one_day === null
          ? {}
          : { mostInOnePeriod: row.most_in_one_day, shareOfPeriod: row.share_of_day ?? 0 };
      origins.set(row.hashtag, { ...byUser, ...inOneDay });
    }
  }
  const together = new Map<string, Map<string, number>>();
  for await (const rows of ask.stream(strongestContextQuery(files.context))) {
    for (const { hashtag, other, n } of rows) {
      const others = together.get(hashtag) ?? new Map<string, number>();
      together.set(hashtag, others.set(other, n));
    }
  }
  return { pairSums, origins, together };
}
