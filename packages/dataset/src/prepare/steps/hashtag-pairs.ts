import { query, Relation } from '../../tables/relation.js';
import type { CountedTags, HASHTAGS } from './count-tags.js';

/** What pairs add to the sums of a hashtag; bits in parts of {@link BIT_PARTS}. */
export const PAIR_SUMS = { hashtag: 'VARCHAR', pairs: 'BIGINT', bits: 'BIGINT' } as const;

/** Hashtags that stand beside another: so many posts, and what that weighs. */
export const CONTEXT = { hashtag: 'VARCHAR', other: 'VARCHAR', n: 'BIGINT', weight: 'DOUBLE' } as const;

/** The hashtags whose context is asked for. */
export const IN_CONTEXT = new Relation('in_context', { tag: 'INTEGER' } as const);
/** All hashtags. */
export const COUNTED = new Relation<typeof HASHTAGS>('counted', {
  tag: 'INTEGER',
  hashtag: 'VARCHAR',
  posts: 'BIGINT',
});
/** The hashtags that are measured. */
export const WANTED = new Relation('wanted', { tag: 'INTEGER' } as const);
/** The pairs of a pass, each once, the lower number first, and the posts that carry both. */
export const PAIRS = new Relation('pairs', { tag: 'INTEGER', other: 'INTEGER', n: 'BIGINT' } as const);

/** Hashtags of a context that are kept: more than {@link contextOf} looks at, for several forms of one noun share it. */
const CONTEXT_SIZE = 64;
/** Bits are summed up in this part of one, as whole numbers: sums of fractions differ with the order of the threads. */
export const BIT_PARTS = 2 ** 20;

/** Some of the rows: those of which an expression leaves `pass` when it is divided by `passes`. */
export interface Pass {
  readonly pass: number;
  readonly passes: number;
}

/** The pairs of a pass. */
export function pairsQuery(tags: CountedTags['tags'], { pass, passes }: Pass) {
  return query(
    PAIRS.columns,
    `SELECT tag, other, count(*) AS n
      FROM (SELECT tag, explode(tags) AS other FROM (SELECT tags, explode(tags) AS tag FROM ${tags}))
      WHERE tag < other AND (tag + other) % ${passes} = ${pass} GROUP BY tag, other`,
  );
}

/** Each pair of a pass from both sides. */
const BOTH_SIDES = `(SELECT tag, other, n FROM ${PAIRS} UNION ALL SELECT other AS tag, tag AS other, n FROM ${PAIRS})`;

/** What the pairs of a pass add to the sums of each hashtag. */
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

/** The most telling neighbours of each hashtag in the pairs of a pass, weighted as {@link contextOf} does. */
export function contextQuery(posts: number) {
  const chance = `(CAST(${posts} AS DOUBLE) * n / (greatest(own.posts, n) * greatest(beside.posts, n)))`;
  const neighbours = query(
    CONTEXT,
    `SELECT own.hashtag, beside.hashtag AS other, n, ln(${chance}) * n / (n + 2) AS weight
      FROM ${BOTH_SIDES} AS sides JOIN ${IN_CONTEXT} USING (tag) JOIN ${COUNTED} AS own ON own.tag = sides.tag
        JOIN ${COUNTED} AS beside ON beside.tag = sides.other
      WHERE ${chance} > 1`,
  );
  return mostTellingQuery(neighbours.relation);
}

/** Of the neighbours of each hashtag those with most weight. */
export function mostTellingQuery(neighbours: Relation<typeof CONTEXT>) {
  return query(
    CONTEXT,
    `SELECT hashtag, other, n, weight
      FROM (SELECT *, row_number() OVER (PARTITION BY hashtag ORDER BY weight DESC, other) AS position FROM ${neighbours})
      WHERE position <= ${CONTEXT_SIZE} ORDER BY hashtag, position`,
  );
}
