import path from 'node:path';
import { normaliseEntry } from '../../hashtags/normalise.js';
import type { RowRange } from '../../posts/collect-posts.js';
import { parquetOf } from '../../tables/file-relations.js';
import { query, Relation } from '../../tables/relation.js';
import type { Ask, Step } from '../step.js';
import type { Task } from '../task.js';

/** The normalized hashtags, each with its number and its count of posts. */
export const HASHTAGS = { tag: 'INTEGER', hashtag: 'VARCHAR', posts: 'BIGINT' } as const;

/**
 * The posts with hashtags: the numbers of the hashtags, ascending and without repeats; the hash of the author, if known;
 * the day, if known.
 */
export const POST_TAGS = {
  row_id: 'BIGINT',
  tags: 'INTEGER[]',
  author: 'UBIGINT?',
  day: 'INTEGER?',
} as const;

/** The hashtags of posts, as numbers. All counts are computed from them. */
export interface CountedTags {
  readonly hashtags: Relation<typeof HASHTAGS>;
  readonly tags: Relation<typeof POST_TAGS>;
  /** The tags of each range of posts. */
  readonly ofRange: readonly Relation<typeof POST_TAGS>[];
  readonly key: string;
}

/** The columns of posts that {@link countTags} reads. */
export type PostsWithHashtags = Relation<{
  readonly row_id: 'BIGINT';
  readonly hashtags: 'VARCHAR[]';
  readonly author: 'VARCHAR?';
  readonly day: 'INTEGER?';
}>;

/** Arguments of {@link countTags}. */
export interface PostsToCount {
  /** The posts of a range, by default all posts. */
  readonly posts: (range?: RowRange) => PostsWithHashtags;
  readonly ranges: readonly RowRange[];
  /** Posts to exclude; default: none. */
  readonly unusable?: Relation<{ readonly row_id: 'BIGINT' }> | undefined;
  readonly key: string;
}

const SPELLINGS = new Relation('spellings', { spelling: 'VARCHAR', hashtag: 'VARCHAR' } as const);
const NUMBERED = new Relation('numbered', { hashtag: 'VARCHAR', tag: 'INTEGER' } as const);
const TAG_OF = new Relation('tag_of', { spelling: 'VARCHAR', tag: 'INTEGER' } as const);

/** The files of the step in its folder. */
function filesOf(folder: string) {
  return {
    hashtags: path.join(folder, 'hashtags.parquet'),
    tags: (range: number) => path.join(folder, `tags-${String(range).padStart(6, '0')}.parquet`),
    allTags: parquetOf(POST_TAGS, { folder, pattern: 'tags-*.parquet' }),
  };
}

/**
 * Normalizes and numbers the hashtags of posts. Each distinct spelling is normalized once, so only the SQL part of the time
 * grows with the number of posts; memory grows with the number of distinct spellings. A spelling may contain several
 * hashtags.
 */
export function countTags({ posts, ranges, unusable, key }: PostsToCount): Step<null, CountedTags> {
  const progress = (done: number) =>
    ({ step: 'counting hashtags', done, total: ranges.length + 1, unit: 'parts' }) as const;
  return {
    name: 'hashtags',
    inputs: { posts: posts(), ...(unusable && { unusable }) },
    dependsOn: key,
    async *tasks(folder, ask) {
      const files = filesOf(folder);
      yield [{ kind: 'rows', table: SPELLINGS, rows: spellings(ask, posts()), progress: progress(0) }];
      yield [{ kind: 'table', table: NUMBERED, query: numberedQuery() }];
      yield [{ kind: 'table', table: TAG_OF, query: tagOfQuery() }];
      yield ranges.map(
        (range, index): Task => ({
          kind: 'file',
          file: files.tags(index),
          query: postTagsQuery(posts(range), unusable),
          progress: progress(index + 1),
        }),
      );
      yield [{ kind: 'file', file: files.hashtags, query: hashtagsQuery(files.allTags) }];
      return null;
    },
    outputs: ({ folder, key: own }) => {
      const { hashtags, tags, allTags } = filesOf(folder);
      return {
        hashtags: parquetOf(HASHTAGS, hashtags),
        tags: allTags,
        ofRange: ranges.map((_, index) => parquetOf(POST_TAGS, tags(index))),
        key: own,
      };
    },
  };
}

function numberedQuery() {
  return query(
    NUMBERED.columns,
    `SELECT hashtag, CAST(row_number() OVER (ORDER BY hashtag) AS INTEGER) AS tag
      FROM (SELECT DISTINCT hashtag FROM ${SPELLINGS} WHERE hashtag <> '')`,
  );
}

function tagOfQuery() {
  return query(TAG_OF.columns, `SELECT spelling, tag FROM ${SPELLINGS} JOIN ${NUMBERED} USING (hashtag)`);
}

function postTagsQuery(posts: PostsWithHashtags, unusable: PostsToCount['unusable']) {
  // The filter follows the grouping. Before it, DuckDB would estimate few posts, and build the hash table of the join from
  // the posts instead of the spellings.
  const isUsable = unusable === undefined ? '' : `HAVING row_id NOT IN (SELECT row_id FROM ${unusable})`;
  return query(
    POST_TAGS,
    `SELECT row_id, array_distinct(tags) AS tags, author, day
      FROM (SELECT row_id, array_sort(collect_list(tag)) AS tags, any_value(author) AS author, any_value(day) AS day
      FROM (SELECT row_id, CASE WHEN author IS NOT NULL THEN xxhash64(author) END AS author, day, explode(hashtags) AS spelling
        FROM ${posts})
      JOIN ${TAG_OF} USING (spelling) GROUP BY row_id ${isUsable})`,
  );
}

function hashtagsQuery(tags: CountedTags['tags']) {
  return query(
    HASHTAGS,
    `SELECT tag, hashtag, posts FROM ${NUMBERED}
      JOIN (SELECT tag, count(*) AS posts FROM (SELECT explode(tags) AS tag FROM ${tags}) GROUP BY tag) USING (tag)
      ORDER BY tag`,
  );
}

async function* spellings(ask: Ask, posts: PostsWithHashtags): AsyncGenerator<readonly [string, string]> {
  const distinct = query(
    { spelling: 'VARCHAR?' },
    `SELECT DISTINCT spelling FROM (SELECT explode(hashtags) AS spelling FROM ${posts})`,
  );
  for await (const rows of ask.stream(distinct)) {
    for (const { spelling } of rows) {
      if (spelling === null) continue;
      for (const hashtag of normaliseEntry(spelling)) yield [spelling, hashtag];
    }
  }
}
