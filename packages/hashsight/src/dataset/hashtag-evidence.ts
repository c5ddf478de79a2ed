import path from 'node:path';
import type { HashtagOrigins, PairSums } from '../hashtags/index.js';
import type { OnProgress } from '../progress.js';
import { stringText, type Tables } from '../tables/index.js';
import type { HashtagTables } from './hashtag-tables.js';

/** What is measured of hashtags besides their counts. */
export interface Evidence {
  readonly pairSums: ReadonlyMap<string, PairSums>;
  readonly origins: ReadonlyMap<string, HashtagOrigins>;
  /** For hashtags of several senses, the most telling of those that stand beside them. */
  readonly together: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What {@link writeEvidence} measures. */
export interface EvidenceOptions {
  /** Hashtags with fewer posts are not measured, but for their context. */
  readonly minPosts: number;
  /** The numbers of the hashtags whose context is asked for. */
  readonly inContext: readonly number[];
  /** Pairs of hashtags that a pass counts at most, about; default: 40 million, 0.8 GB, which go to the disk in part. */
  readonly pairsAPass?: number;
  readonly onProgress?: OnProgress | undefined;
}

const PAIRS_A_PASS = 40_000_000;
/** Hashtags of a context that are kept: more than {@link contextOf} looks at, for several forms of one noun share it. */
const CONTEXT_SIZE = 64;
/** Bits are summed up in this part of one, as whole numbers: sums of fractions differ with the order of the threads. */
const BIT_PARTS = 2 ** 20;

/** The files of a folder that {@link writeEvidence} fills. */
function filesOf(folder: string) {
  const all = (kind: string) => `read_parquet(${stringText(path.join(folder, `${kind}-*.parquet`))})`;
  return {
    measures: all('measures'),
    context: all('context'),
    file: (kind: string, pass: number) =>
      path.join(folder, `${kind}-${String(pass).padStart(4, '0')}.parquet`),
  };
}

/**
 * Measures hashtags by what stands beside them, who used them and when; in passes over some of the hashtags each, so that
 * memory does not grow with the number of posts.
 */
export async function writeEvidence(
  tables: Tables,
  { hashtags, tags }: HashtagTables,
  folder: string,
  { minPosts, inContext, pairsAPass = PAIRS_A_PASS, onProgress }: EvidenceOptions,
): Promise<void> {
  const { file } = filesOf(folder);
  await tables.fill(
    'in_context',
    { tag: 'INTEGER' },
    inContext.map((tag) => [tag]),
  );
  await tables.run(
    `CREATE OR REPLACE TABLE counted AS SELECT tag, hashtag, posts FROM ${hashtags};
    CREATE OR REPLACE TABLE wanted AS SELECT tag FROM counted WHERE posts >= ${minPosts} UNION SELECT tag FROM in_context;
    CREATE OR REPLACE TABLE days AS SELECT day, count(DISTINCT place) AS posts FROM ${tags} WHERE day IS NOT NULL GROUP BY day`,
  );
  const [size] = await tables.rows<{ pairs: number; posts: number }>(
    `SELECT coalesce(sum(n * (n - 1)), 0)::BIGINT AS pairs, count(*) AS posts
      FROM (SELECT count(*) AS n FROM ${tags} GROUP BY place)`,
  );
  const { pairs = 0, posts = 0 } = size ?? {};
  const passes = Math.max(1, Math.ceil(pairs / pairsAPass));
  for (let pass = 0; pass < passes; pass++) {
    onProgress?.({ step: 'measuring hashtags', done: pass, total: passes, unit: 'passes' });
    await tables.run(
      `CREATE OR REPLACE TABLE own AS SELECT place, tag, author, day FROM ${tags} JOIN wanted USING (tag)
        WHERE tag % ${passes} = ${pass};
      CREATE OR REPLACE TABLE pairs AS SELECT own.tag, beside.tag AS other, count(*) AS n
        FROM own JOIN ${tags} AS beside ON own.place = beside.place AND own.tag <> beside.tag GROUP BY 1, 2`,
    );
    await tables.writeParquet(file('measures', pass), measuresSql(posts));
    await tables.writeParquet(file('context', pass), contextSql(posts));
  }
  await tables.run(
    'DROP TABLE in_context; DROP TABLE counted; DROP TABLE wanted; DROP TABLE days; DROP TABLE own; DROP TABLE pairs',
  );
}

function measuresSql(posts: number): string {
  return `SELECT tag, hashtag, pairs, bits, by_author.most AS most_by_one_user, by_day.top.n AS most_in_one_day,
      by_day.share AS share_of_day
    FROM (SELECT DISTINCT tag FROM own) JOIN counted USING (tag)
    LEFT JOIN (SELECT pairs.tag, sum(n)::BIGINT AS pairs,
        sum(CAST(round(n * log2(n / posts) * ${BIT_PARTS}) AS BIGINT))::BIGINT AS bits
      FROM pairs JOIN counted ON counted.tag = pairs.other GROUP BY pairs.tag) USING (tag)
    LEFT JOIN (SELECT tag, max(n) AS most
      FROM (SELECT tag, author, count(*) AS n FROM own WHERE author IS NOT NULL GROUP BY tag, author)
      GROUP BY tag) AS by_author USING (tag)
    LEFT JOIN (SELECT tag, top, posts / ${posts} AS share
      FROM (SELECT tag, max({'n': n, 'minus_day': -day}) AS top -- struct(n, -day) in Spark SQL
        FROM (SELECT tag, day, count(*) AS n FROM own WHERE day IS NOT NULL GROUP BY tag, day) GROUP BY tag)
      JOIN days ON days.day = -top.minus_day) AS by_day USING (tag)
    ORDER BY tag`;
}

/** The most telling neighbours of each hashtag, weighted as {@link contextOf} does. */
function contextSql(posts: number): string {
  const chance = `(${posts}::DOUBLE * n / (greatest(own.posts, n) * greatest(beside.posts, n)))`;
  return `SELECT hashtag, other, n
    FROM (SELECT own.hashtag, beside.hashtag AS other, n,
        row_number() OVER (PARTITION BY own.tag ORDER BY ln(${chance}) * n / (n + 2) DESC, beside.hashtag) AS position
      FROM pairs JOIN in_context USING (tag) JOIN counted AS own ON own.tag = pairs.tag
        JOIN counted AS beside ON beside.tag = pairs.other
      WHERE ${chance} > 1)
    WHERE position <= ${CONTEXT_SIZE} ORDER BY hashtag, position`;
}

/** Reads what {@link writeEvidence} wrote. */
export async function readEvidence(tables: Tables, folder: string): Promise<Evidence> {
  const { measures, context } = filesOf(folder);
  const pairSums = new Map<string, PairSums>();
  const origins = new Map<string, HashtagOrigins>();
  for await (const rows of tables.stream<{
    hashtag: string;
    pairs: number | null;
    bits: number | null;
    most_by_one_user: number | null;
    most_in_one_day: number | null;
    share_of_day: number | null;
  }>(`SELECT * FROM ${measures}`)) {
    for (const row of rows) {
      if (row.pairs !== null)
        pairSums.set(row.hashtag, { pairs: row.pairs, bits: (row.bits ?? 0) / BIT_PARTS });
      const byUser = row.most_by_one_user === null ? {} : { mostByOneUser: row.most_by_one_user };
      const inOneDay =
        row.most_in_one_day === null
          ? {}
          : { mostInOnePeriod: row.most_in_one_day, shareOfPeriod: row.share_of_day ?? 0 };
      origins.set(row.hashtag, { ...byUser, ...inOneDay });
    }
  }
  const together = new Map<string, Map<string, number>>();
  for await (const rows of tables.stream<{ hashtag: string; other: string; n: number }>(
    `SELECT hashtag, other, n FROM ${context}`,
  )) {
    for (const { hashtag, other, n } of rows) {
      const others = together.get(hashtag) ?? new Map<string, number>();
      together.set(hashtag, others.set(other, n));
    }
  }
  return { pairSums, origins, together };
}
