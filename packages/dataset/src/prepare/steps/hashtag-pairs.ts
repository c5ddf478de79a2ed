import { query, Relation } from '../../tables/relation.js';
import type { CountedTags, HASHTAGS } from './count-tags.js';

/** Sums over the pairs of a hashtag; `bits` is in units of 1 / {@link BIT_PARTS} bit. */
export const PAIR_SUMS = { hashtag: 'VARCHAR', pairs: 'BIGINT', bits: 'BIGINT' } as const;

/** Hashtags that occur together with another: the number of posts `n`, and the weight. */
export const CONTEXT = { hashtag: 'VARCHAR', other: 'VARCHAR', n: 'BIGINT', weight: 'DOUBLE' } as const;

/** The hashtags whose context is needed. */
export const IN_CONTEXT = new Relation('in_context', { tag: 'INTEGER' } as const);
/** All hashtags. */
export const COUNTED = new Relation<typeof HASHTAGS>('counted', {
  tag: 'INTEGER',
  hashtag: 'VARCHAR',
  posts: 'BIGINT',
});
/** The hashtags to measure. */
export const WANTED = new Relation('wanted', { tag: 'INTEGER' } as const);
/** The pairs of a pass with the number of posts `n` that carry both. Each pair occurs once, with the lower number first. */
export const PAIRS = new Relation('pairs', { tag: 'INTEGER', other: 'INTEGER', n: 'BIGINT' } as const);

/** Hashtags kept per context: more than {@link contextOf} uses, because it counts several forms of a noun as one. */
const CONTEXT_SIZE = 64;
/** Bits are summed as integers in units of 1 / BIT_PARTS: floating-point sums would depend on the order of the threads. */
export const BIT_PARTS = 2 ** 20;

/** A part of the rows: those with a key that is `pass` modulo `passes`. */
export interface Pass {
  readonly pass: number;
  readonly passes: number;
}

/** Counts the pairs of a pass. */
export function pairsQuery(tags: CountedTags['tags'], { pass, passes }: Pass) {
  return query(
    PAIRS.columns,
    `SELECT tag, other, count(*) AS n
      FROM (SELECT tag, explode(tags) AS other FROM (SELECT tags, explode(tags) AS tag FROM ${tags}))
      WHERE tag < other AND (tag + other) % ${passes} = ${pass} GROUP BY tag, other`,
  );
}

/** Each pair of a pass in both directions. */
const BOTH_SIDES = `(SELECT tag, other, n FROM ${PAIRS} UNION ALL SELECT other AS tag, tag AS other, n FROM ${PAIRS})`;

/** Sums the pairs of a pass for each hashtag. */
export function pairSumsQuery() {
  return query(
    PAIR_SUMS,
    `SELECT hashtag, pairs, bits FROM ${COUNTED} JOIN
      (SELECT sides.tag, CAST(sum(n) AS BIGINT) AS pairs,
          CAST(sum(CAST(round(n * log2(n / posts) * ${BIT_PARTS}) AS BIGINT)) AS BIGINT) AS bits
        FROM ${BOTH_SIDES} AS sides JOIN ${WANTED} USING (tag) JOIN ${COUNTED} ON counted.tag = sides.other GROUP BY sides.tag)
      USING (tag) ORDER BY tag`,
  );
}

/** Selects the co-occurring hashtags with the largest weights in a pass; weights are those of {@link contextOf}. */
export function contextQuery(posts: number) {
  const chance = `(CAST(${posts} AS DOUBLE) * n / (greatest(own.posts, n) * greatest(beside.posts, n)))`;
  const neighbours = query(
    CONTEXT,
    `SELECT own.hashtag, beside.hashtag AS other, n, ln(${chance}) * n / (n + 2) AS weight
      FROM ${BOTH_SIDES} AS sides JOIN ${IN_CONTEXT} USING (tag) JOIN ${COUNTED} AS own ON own.tag = sides.tag
        JOIN ${COUNTED} AS beside ON beside.tag = sides.other
      WHERE ${chance} > 1`,
  );
  return strongestContextQuery(neighbours.relation);
}

/** Selects the co-occurring hashtags with the largest weights for each hashtag. */
export function strongestContextQuery(neighbours: Relation<typeof CONTEXT>) {
  return query(
    CONTEXT,
    `SELECT hashtag, other, n, weight
      FROM (SELECT *, row_number() OVER (PARTITION BY hashtag ORDER BY weight DESC, other) AS position FROM ${neighbours})
      WHERE position <= ${CONTEXT_SIZE} ORDER BY hashtag, position`,
  );
}
