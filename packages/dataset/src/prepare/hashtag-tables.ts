import path from 'node:path';
import type { OnProgress } from '@hashsight/formats';
import { normaliseEntry } from '../hashtags/normalise.js';
import type { RowRange } from '../posts/collect-posts.js';
import { parquetSql } from '../tables/file-relations.js';
import type { Tables } from '../tables/tables.js';

/** The hashtags of posts, in files of a folder: what all counting works on. */
export interface HashtagTables {
  /** Each normalised hashtag once: `tag` (a number), `hashtag`, `posts` that carry it. */
  readonly hashtags: string;
  /**
   * Each post that has a hashtag: `place`, `tags` (the numbers of its hashtags, ascending, each once), `author` (a hash;
   * NULL where nobody knows), `day`.
   */
  readonly tags: string;
}

/** The posts that {@link writeHashtagTables} counts. */
export interface PostsToCount {
  /** Relations with `place`, `hashtags`, `author`, `day`; of a range, or all. */
  readonly posts: (range?: RowRange) => string;
  /** A relation with `place`: posts among them that do not count; default: none. */
  readonly unusable?: string | undefined;
}

/** Where {@link writeHashtagTables} writes, as SQL. */
export function hashtagTablesIn(folder: string): HashtagTables {
  return {
    hashtags: parquetSql(path.join(folder, 'hashtags.parquet')),
    tags: parquetSql({ folder, pattern: 'tags-*.parquet' }),
  };
}

/** The file of the tags of one range. */
export function tagsOfRange(folder: string, range: number): string {
  return path.join(folder, `tags-${String(range).padStart(6, '0')}.parquet`);
}

/**
 * Normalises the hashtags of posts and numbers them. Each spelling is normalised once, however many posts have it, so the
 * time grows with the posts in SQL only, and the memory with the different spellings. A spelling may hold several hashtags.
 */
export async function writeHashtagTables(
  tables: Tables,
  { posts, unusable }: PostsToCount,
  ranges: readonly RowRange[],
  folder: string,
  onProgress?: OnProgress,
): Promise<void> {
  onProgress?.({ step: 'counting hashtags', done: 0, total: ranges.length + 1, unit: 'parts' });
  await tables.fill('spellings', { spelling: 'VARCHAR', hashtag: 'VARCHAR' }, spellings(tables, posts()));
  await tables.run(
    `CREATE OR REPLACE TABLE numbered AS
      SELECT hashtag, CAST(row_number() OVER (ORDER BY hashtag) AS INTEGER) AS tag
      FROM (SELECT DISTINCT hashtag FROM spellings WHERE hashtag <> '');
    CREATE OR REPLACE TABLE tag_of AS SELECT spelling, tag FROM spellings JOIN numbered USING (hashtag);
    DROP TABLE spellings`,
  );
  // Left out after the grouping: before it, SQL would take the posts for few, and hash them and not the spellings.
  const isUsable = unusable === undefined ? '' : `HAVING place NOT IN (SELECT place FROM ${unusable})`;
  for (const [index, range] of ranges.entries()) {
    onProgress?.({ step: 'counting hashtags', done: index + 1, total: ranges.length + 1, unit: 'parts' });
    await tables.writeParquet(
      tagsOfRange(folder, index),
      `SELECT place, ${onceSql('tags')} AS tags, author, day
        FROM (SELECT place, list_sort(list(tag)) AS tags, any_value(author) AS author, any_value(day) AS day -- of one post
        FROM (SELECT place, CASE WHEN author IS NOT NULL THEN hash(author) END AS author, day, unnest(hashtags) AS spelling
          FROM ${posts(range)}) -- hash: xxhash64 in Spark SQL; unnest: explode
        JOIN tag_of USING (spelling) GROUP BY place ${isUsable})`,
    );
  }
  await tables.writeParquet(
    path.join(folder, 'hashtags.parquet'),
    `SELECT tag, hashtag, posts FROM numbered
      JOIN (SELECT tag, count(*) AS posts FROM (SELECT unnest(tags) AS tag FROM ${hashtagTablesIn(folder).tags}) GROUP BY tag)
        USING (tag)
      ORDER BY tag`,
  );
  await tables.run('DROP TABLE numbered; DROP TABLE tag_of');
}

/** Each number of an ascending list once; `list_distinct` takes several times as long. In Spark SQL: array_distinct. */
export function onceSql(list: string): string {
  return `list_filter(${list}, lambda each, i: i = 1 OR ${list}[i - 1] <> each)`;
}

async function* spellings(tables: Tables, posts: string): AsyncGenerator<readonly [string, string]> {
  const different = `SELECT DISTINCT spelling FROM (SELECT unnest(hashtags) AS spelling FROM ${posts})`;
  for await (const rows of tables.stream<{ spelling: string | null }>(different)) {
    for (const { spelling } of rows) {
      if (spelling === null) continue;
      for (const hashtag of normaliseEntry(spelling)) yield [spelling, hashtag];
    }
  }
}
