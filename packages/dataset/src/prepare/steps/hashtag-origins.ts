import { query, Relation } from '../../tables/relation.js';
import type { CountedTags } from './count-tags.js';
import { COUNTED, type Pass } from './hashtag-pairs.js';

/** The user and the day with the most posts of a hashtag, and their shares of all posts. */
export const ORIGINS = {
  hashtag: 'VARCHAR',
  most_by_one_user: 'BIGINT?',
  share_of_user: 'DOUBLE?',
  most_in_one_day: 'BIGINT?',
  share_of_day: 'DOUBLE?',
} as const;

/** Authors with enough posts to account for a hashtag. */
export const AUTHORS = new Relation('authors', { author: 'UBIGINT', author_posts: 'BIGINT' } as const);
/** The days of posts. */
export const DAYS = new Relation('days', { day: 'INTEGER', posts: 'BIGINT' } as const);

/** Authors of more than so many posts. */
export function authorsQuery(tags: CountedTags['tags'], posts: number) {
  return query(
    AUTHORS.columns,
    `SELECT author, count(*) AS author_posts FROM ${tags}
      WHERE author IS NOT NULL GROUP BY author HAVING count(*) > ${posts}`,
  );
}

/** The posts of each day. */
export function daysQuery(tags: CountedTags['tags']) {
  return query(DAYS.columns, `SELECT day, count(*) AS posts FROM ${tags} WHERE day IS NOT NULL GROUP BY day`);
}

/** Who used the hashtags of a pass most, and when they were used most. */
export function originsQuery(
  tags: CountedTags['tags'],
  posts: number,
  { minPosts, minShare, pass, passes }: Pass & { readonly minPosts: number; readonly minShare: number },
) {
  const isOfPass = `tag % ${passes} = ${pass}`;
  // Who has not as many posts in all need not be counted: of most uses, which are of frequent hashtags, nobody has.
  const ofAuthors = `SELECT tag, author, author_posts, count(*) AS n
    FROM (SELECT unnest(tags) AS tag, author, author_posts FROM ${tags} JOIN ${AUTHORS} USING (author)) JOIN ${COUNTED} USING (tag)
    WHERE ${isOfPass} AND posts >= ${minPosts} AND author_posts > ${minShare} * posts GROUP BY tag, author, author_posts`;
  const ofDays = `SELECT tag, day, count(*) AS n FROM (SELECT unnest(tags) AS tag, day FROM ${tags} WHERE day IS NOT NULL)
    WHERE ${isOfPass} GROUP BY tag, day`;
  return query(
    ORIGINS,
    `SELECT hashtag, by_author.top.n AS most_by_one_user, by_author.top.author_posts / ${posts} AS share_of_user,
      by_day.top.n AS most_in_one_day, by_day.share AS share_of_day
    FROM ${COUNTED}
    LEFT JOIN (SELECT tag, max({'n': n, 'author_posts': author_posts}) AS top -- struct(n, author_posts) in Spark SQL
      FROM (${ofAuthors}) GROUP BY tag) AS by_author
      ON by_author.tag = counted.tag AND by_author.top.n > ${minShare} * counted.posts
    LEFT JOIN (SELECT tag, top, posts / ${posts} AS share
      FROM (SELECT tag, max({'n': n, 'minus_day': -day}) AS top FROM (${ofDays}) GROUP BY tag) -- struct(n, -day) in Spark SQL
      JOIN ${DAYS} ON days.day = -top.minus_day) AS by_day ON by_day.tag = counted.tag AND by_day.top.n > ${minShare} * counted.posts
    WHERE counted.posts >= ${minPosts} AND (by_author.top IS NOT NULL OR by_day.top IS NOT NULL) ORDER BY counted.tag`,
  );
}
