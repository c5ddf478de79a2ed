import { query, Relation } from '../../tables/relation.js';
import type { CountedTags } from './count-tags.js';
import { COUNTED, type Pass } from './hashtag-pairs.js';

/** For each hashtag: the most posts by one user and on one day, and the shares of this user and this day of all posts. */
export const ORIGINS = {
  hashtag: 'VARCHAR',
  most_by_one_user: 'BIGINT?',
  share_of_user: 'DOUBLE?',
  most_in_one_day: 'BIGINT?',
  share_of_day: 'DOUBLE?',
} as const;

/** Authors with enough posts to dominate a hashtag. */
export const AUTHORS = new Relation('authors', { author: 'UBIGINT', author_posts: 'BIGINT' } as const);
/** The days of posts, with their counts. */
export const DAYS = new Relation('days', { day: 'INTEGER', posts: 'BIGINT' } as const);

/** Selects the authors of more than `posts` posts. */
export function authorsQuery(tags: CountedTags['tags'], posts: number) {
  return query(
    AUTHORS.columns,
    `SELECT author, count(*) AS author_posts FROM ${tags}
      WHERE author IS NOT NULL GROUP BY author HAVING count(*) > ${posts}`,
  );
}

/** Counts the posts of each day. */
export function daysQuery(tags: CountedTags['tags']) {
  return query(DAYS.columns, `SELECT day, count(*) AS posts FROM ${tags} WHERE day IS NOT NULL GROUP BY day`);
}

/** Finds the user and the day with the most posts for each hashtag of a pass. */
export function originsQuery(
  tags: CountedTags['tags'],
  posts: number,
  { minPosts, minShare, pass, passes }: Pass & { readonly minPosts: number; readonly minShare: number },
) {
  const isOfPass = `tag % ${passes} = ${pass}`;
  // An author with too few posts in total cannot exceed the share. For frequent hashtags, which are most of the rows, this
  // rules out all authors.
  const ofAuthors = `SELECT tag, author, author_posts, count(*) AS n
    FROM (SELECT explode(tags) AS tag, author, author_posts FROM ${tags} JOIN ${AUTHORS} USING (author)) JOIN ${COUNTED} USING (tag)
    WHERE ${isOfPass} AND posts >= ${minPosts} AND author_posts > ${minShare} * posts GROUP BY tag, author, author_posts`;
  const ofDays = `SELECT tag, day, count(*) AS n FROM (SELECT explode(tags) AS tag, day FROM ${tags} WHERE day IS NOT NULL)
    WHERE ${isOfPass} GROUP BY tag, day`;
  return query(
    ORIGINS,
    `SELECT hashtag, by_author.n AS most_by_one_user, by_author.author_posts / ${posts} AS share_of_user,
      by_day.n AS most_in_one_day, by_day.share AS share_of_day
    FROM ${COUNTED}
    LEFT JOIN (SELECT tag, ${MOST.first('top')} AS n, ${MOST.second('top')} AS author_posts
      FROM (SELECT tag, ${MOST.of('n', 'author_posts')} AS top FROM (${ofAuthors}) GROUP BY tag)) AS by_author
      ON by_author.tag = counted.tag AND by_author.n > ${minShare} * counted.posts
    LEFT JOIN (SELECT tag, n, posts / ${posts} AS share
      FROM (SELECT tag, ${MOST.first('top')} AS n, CAST(${LAST_DAY} - ${MOST.second('top')} AS INT) AS day
        FROM (SELECT tag, ${MOST.of('n', `${LAST_DAY} - CAST(day AS BIGINT)`)} AS top FROM (${ofDays}) GROUP BY tag))
      JOIN ${DAYS} USING (day)) AS by_day ON by_day.tag = counted.tag AND by_day.n > ${minShare} * counted.posts
    WHERE counted.posts >= ${minPosts} AND (by_author.n IS NOT NULL OR by_day.n IS NOT NULL) ORDER BY counted.tag`,
  );
}

/** Days are subtracted from this, so that max() returns the first of several days with equally many posts. */
const LAST_DAY = 2 ** 31 - 1;

/** The maximum of pairs of numbers below 2 ** 31, by the first and then the second, packed into one 64-bit number. */
const MOST = {
  of: (first: string, second: string) => `max(shiftleft(${first}, 32) + ${second})`,
  first: (pair: string) => `shiftright(${pair}, 32)`,
  second: (pair: string) => `(${pair} & ${2 ** 32 - 1})`,
};
