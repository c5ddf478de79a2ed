import path from 'node:path';
import type { OnProgress } from '@hashsight/formats';
import type { PairSums } from '../hashtags/hashtag-counts.js';
import type { HashtagOrigins } from '../hashtags/not-visual/not-visual-reasons.js';
import { parquetSql } from '../tables/file-relations.js';
import type { Tables } from '../tables/tables.js';
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
  /** Hashtags with fewer posts are not measured; but those whose context is asked for are, by what stands beside them. */
  readonly minPosts: number;
  /** Users and days with at most this share of a hashtag's posts are not told of. */
  readonly minShare: number;
  /** The numbers of the hashtags whose context is asked for. */
  readonly inContext: readonly number[];
  /** Pairs of hashtags, or uses of them, that a pass counts at most, about; default: 40 million. */
  readonly rowsAPass?: number;
  readonly onProgress?: OnProgress | undefined;
}

/** Of generated posts these are 6 million different pairs, 0.3 GB; were all different, the most would go to the disk. */
const ROWS_A_PASS = 40_000_000;
/** Hashtags of a context that are kept: more than {@link contextOf} looks at, for several forms of one noun share it. */
const CONTEXT_SIZE = 64;
/** Bits are summed up in this part of one, as whole numbers: sums of fractions differ with the order of the threads. */
const BIT_PARTS = 2 ** 20;

/** The files of a folder that {@link writeEvidence} fills, one of each kind a pass. */
function filesOf(folder: string) {
  const all = (kind: string) => parquetSql({ folder, pattern: `${kind}-*.parquet` });
  return {
    pairs: all('pairs'),
    context: all('context'),
    origins: all('origins'),
    file: (kind: 'pairs' | 'context' | 'origins', pass: number) =>
      path.join(folder, `${kind}-${String(pass).padStart(4, '0')}.parquet`),
  };
}

/** Some of the rows: those of which an expression leaves `pass` when it is divided by `passes`. */
interface Pass {
  readonly pass: number;
  readonly passes: number;
}

/**
 * Measures hashtags by what stands beside them, who used them and when; in passes over some of the pairs and some of the
 * hashtags each, so that memory does not grow with the number of posts.
 */
export async function writeEvidence(
  tables: Tables,
  { hashtags, tags }: HashtagTables,
  folder: string,
  { minPosts, minShare, inContext, rowsAPass = ROWS_A_PASS, onProgress }: EvidenceOptions,
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
    CREATE OR REPLACE TABLE authors AS SELECT author, count(*) AS author_posts FROM ${tags}
      WHERE author IS NOT NULL GROUP BY author HAVING count(*) > ${minShare * minPosts};
    CREATE OR REPLACE TABLE days AS SELECT day, count(*) AS posts FROM ${tags} WHERE day IS NOT NULL GROUP BY day`,
  );
  const [size] = await tables.rows<{ pairs: number; uses: number; posts: number }>(
    `SELECT coalesce(sum(n * (n - 1)), 0)::BIGINT AS pairs, coalesce(sum(n), 0)::BIGINT AS uses, count(*) AS posts
      FROM (SELECT len(tags) AS n FROM ${tags})`,
  );
  const { pairs = 0, uses = 0, posts = 0 } = size ?? {};
  const passesOver = (rows: number) => Math.max(1, Math.ceil(rows / rowsAPass));
  const pairPasses = passesOver(pairs / 2);
  const originPasses = passesOver(uses);
  const total = pairPasses + originPasses;
  for (let pass = 0; pass < pairPasses; pass++) {
    onProgress?.({ step: 'measuring hashtags', done: pass, total, unit: 'passes' });
    await tables.run(`CREATE OR REPLACE TABLE pairs AS ${pairsSql(tags, { pass, passes: pairPasses })}`);
    await tables.writeParquet(file('pairs', pass), pairSumsSql());
    await tables.writeParquet(file('context', pass), contextSql(posts));
  }
  for (let pass = 0; pass < originPasses; pass++) {
    onProgress?.({ step: 'measuring hashtags', done: pairPasses + pass, total, unit: 'passes' });
    const ofPass = originsSql(tags, posts, { minPosts, minShare, pass, passes: originPasses });
    await tables.writeParquet(file('origins', pass), ofPass);
  }
  await tables.run(
    'DROP TABLE in_context; DROP TABLE counted; DROP TABLE wanted; DROP TABLE authors; DROP TABLE days; DROP TABLE pairs',
  );
}

/** Each pair of hashtags once, the lower number first: `tag`, `other`, and `n` posts that carry both. */
function pairsSql(tags: string, { pass, passes }: Pass): string {
  return `SELECT tag, other, count(*) AS n
    FROM (SELECT tag, unnest(tags) AS other FROM (SELECT tags, unnest(tags) AS tag FROM ${tags})) -- explode in Spark SQL
    WHERE tag < other AND (tag + other) % ${passes} = ${pass} GROUP BY tag, other`;
}

/** Each pair of a pass from both sides. */
const BOTH_SIDES =
  '(SELECT tag, other, n FROM pairs UNION ALL SELECT other AS tag, tag AS other, n FROM pairs)';

/** What the pairs of a pass add to the sums of each hashtag. */
function pairSumsSql(): string {
  return `SELECT hashtag, pairs, bits FROM counted JOIN
    (SELECT sides.tag, sum(n)::BIGINT AS pairs,
        sum(CAST(round(n * log2(n / posts) * ${BIT_PARTS}) AS BIGINT))::BIGINT AS bits
      FROM ${BOTH_SIDES} AS sides JOIN wanted USING (tag) JOIN counted ON counted.tag = sides.other GROUP BY sides.tag)
    USING (tag) ORDER BY tag`;
}

/** The most telling neighbours of each hashtag in the pairs of a pass, weighted as {@link contextOf} does. */
function contextSql(posts: number): string {
  const chance = `(${posts}::DOUBLE * n / (greatest(own.posts, n) * greatest(beside.posts, n)))`;
  return `${mostTellingSql(`(SELECT own.hashtag, beside.hashtag AS other, n, ln(${chance}) * n / (n + 2) AS weight
      FROM ${BOTH_SIDES} AS sides JOIN in_context USING (tag) JOIN counted AS own ON own.tag = sides.tag
        JOIN counted AS beside ON beside.tag = sides.other
      WHERE ${chance} > 1)`)}`;
}

/** Of the neighbours of each hashtag those with most weight. */
function mostTellingSql(neighbours: string): string {
  return `SELECT hashtag, other, n, weight
    FROM (SELECT *, row_number() OVER (PARTITION BY hashtag ORDER BY weight DESC, other) AS position FROM ${neighbours})
    WHERE position <= ${CONTEXT_SIZE} ORDER BY hashtag, position`;
}

function originsSql(
  tags: string,
  posts: number,
  { minPosts, minShare, pass, passes }: Pick<EvidenceOptions, 'minPosts' | 'minShare'> & Pass,
): string {
  const isOfPass = `tag % ${passes} = ${pass}`;
  // Who has not as many posts in all need not be counted: of most uses, which are of frequent hashtags, nobody has.
  const ofAuthors = `SELECT tag, author, author_posts, count(*) AS n
    FROM (SELECT unnest(tags) AS tag, author, author_posts FROM ${tags} JOIN authors USING (author)) JOIN counted USING (tag)
    WHERE ${isOfPass} AND posts >= ${minPosts} AND author_posts > ${minShare} * posts GROUP BY tag, author, author_posts`;
  const ofDays = `SELECT tag, day, count(*) AS n FROM (SELECT unnest(tags) AS tag, day FROM ${tags} WHERE day IS NOT NULL)
    WHERE ${isOfPass} GROUP BY tag, day`;
  return `SELECT hashtag, by_author.top.n AS most_by_one_user, by_author.top.author_posts / ${posts} AS share_of_user,
      by_day.top.n AS most_in_one_day, by_day.share AS share_of_day
    FROM counted
    LEFT JOIN (SELECT tag, max({'n': n, 'author_posts': author_posts}) AS top -- struct(n, author_posts) in Spark SQL
      FROM (${ofAuthors}) GROUP BY tag) AS by_author
      ON by_author.tag = counted.tag AND by_author.top.n > ${minShare} * counted.posts
    LEFT JOIN (SELECT tag, top, posts / ${posts} AS share
      FROM (SELECT tag, max({'n': n, 'minus_day': -day}) AS top FROM (${ofDays}) GROUP BY tag) -- struct(n, -day) in Spark SQL
      JOIN days ON days.day = -top.minus_day) AS by_day ON by_day.tag = counted.tag AND by_day.top.n > ${minShare} * counted.posts
    WHERE counted.posts >= ${minPosts} AND (by_author.top IS NOT NULL OR by_day.top IS NOT NULL) ORDER BY counted.tag`;
}

/** Reads what {@link writeEvidence} wrote. */
export async function readEvidence(tables: Tables, folder: string): Promise<Evidence> {
  const { pairs, context, origins: originFiles } = filesOf(folder);
  const pairSums = new Map<string, PairSums>();
  for await (const rows of tables.stream<{ hashtag: string; pairs: number; bits: number }>(
    `SELECT hashtag, sum(pairs)::BIGINT AS pairs, sum(bits)::BIGINT AS bits FROM ${pairs} GROUP BY hashtag`,
  )) {
    for (const row of rows) pairSums.set(row.hashtag, { pairs: row.pairs, bits: row.bits / BIT_PARTS });
  }
  const origins = new Map<string, HashtagOrigins>();
  for await (const rows of tables.stream<{
    hashtag: string;
    most_by_one_user: number | null;
    share_of_user: number | null;
    most_in_one_day: number | null;
    share_of_day: number | null;
  }>(`SELECT * FROM ${originFiles}`)) {
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
  for await (const rows of tables.stream<{ hashtag: string; other: string; n: number }>(
    mostTellingSql(context),
  )) {
    for (const { hashtag, other, n } of rows) {
      const others = together.get(hashtag) ?? new Map<string, number>();
      together.set(hashtag, others.set(other, n));
    }
  }
  return { pairSums, origins, together };
}
