import path from 'node:path';
import type { CanonicalClass } from '../../hashtags/canonicalise.js';
import type { RowRange } from '../../posts/collect-posts.js';
import { parquetOf } from '../../tables/file-relations.js';
import { query, Relation } from '../../tables/relation.js';
import type { Executor } from '../executor.js';
import type { Step } from '../step.js';
import type { RowsTask, Task } from '../task.js';
import type { CountedTags, POST_TAGS } from './count-tags.js';

/** The posts with labels. */
export const LABELLED = {
  row_id: 'BIGINT',
  post: 'VARCHAR',
  image: 'VARCHAR',
  author: 'VARCHAR?',
  file: 'VARCHAR?',
  start: 'BIGINT?',
  bytes: 'BIGINT?',
  labels: 'INTEGER[]',
} as const;

/** Output of {@link labelPosts}, in the order of the posts. */
export interface Labelled {
  readonly ofRange: readonly Relation<typeof LABELLED>[];
  readonly all: Relation<typeof LABELLED>;
  readonly key: string;
}

/** The hashtags of posts, as input for labeling. */
export interface TagsToLabel {
  readonly counted: Pick<CountedTags, 'ofRange' | 'key'>;
  /** The number of each hashtag. */
  readonly tagOf: ReadonlyMap<string, number>;
}

/** The columns of posts that {@link labelPosts} reads. */
export type PostsToLabel = Relation<{
  readonly row_id: 'BIGINT';
  readonly id: 'VARCHAR';
  readonly image: 'VARCHAR';
  readonly author: 'VARCHAR?';
  readonly file: 'VARCHAR?';
  readonly start: 'BIGINT?';
  readonly bytes: 'BIGINT?';
}>;

type Classes = readonly Pick<CanonicalClass, 'hashtags'>[];

const CLASS_OF = new Relation('class_of', { tag: 'INTEGER', class: 'INTEGER' } as const);

/**
 * Labels each post with the classes of its hashtags, ascending and without repeats. Posts without a label are left out.
 *
 * @param posts returns the posts of a range
 */
export function labelPosts(
  posts: (range: RowRange) => PostsToLabel,
  ranges: readonly RowRange[],
  classes: Classes,
  { counted, tagOf }: TagsToLabel,
): Step<null, Labelled> {
  const fileOf = (folder: string, range: number) =>
    path.join(folder, `labelled-${String(range).padStart(6, '0')}.parquet`);
  return {
    name: 'labels',
    inputs: Object.fromEntries(ranges.map((range, index) => [`posts ${index}`, posts(range)])),
    dependsOn: [counted.key, classes.map(({ hashtags }) => hashtags)],
    async *tasks(folder) {
      yield [classOf(classes, tagOf)];
      yield ranges.map(
        (range, index): Task => ({
          kind: 'file',
          file: fileOf(folder, index),
          query: labelsQuery(posts(range), tagsOf(counted, index)),
          progress: { step: 'labeling posts', done: index, total: ranges.length, unit: 'parts' },
        }),
      );
      return null;
    },
    outputs: ({ folder, key }) => {
      const files = ranges.map((_, index) => fileOf(folder, index));
      return {
        ofRange: files.map((file) => parquetOf(LABELLED, file)),
        all: parquetOf(LABELLED, files),
        key,
      };
    },
  };
}

function labelsQuery(posts: PostsToLabel, tags: Relation<typeof POST_TAGS>) {
  return query(
    LABELLED,
    `SELECT row_id, id AS post, image, author, file, start, bytes, labels
      FROM (SELECT row_id, array_distinct(labels) AS labels
        FROM (SELECT row_id, array_sort(collect_list(class)) AS labels
          FROM ${eachTagSql(tags)} JOIN ${CLASS_OF} USING (tag) GROUP BY row_id))
      JOIN ${posts} USING (row_id) ORDER BY row_id`,
  );
}

/** Counts the posts of each class, in the order of the classes. A post with two hashtags of a class counts once. */
export async function countPostsOfClasses(
  executor: Executor,
  classes: Classes,
  postsOf: ReadonlyMap<string, number>,
  { counted, tagOf }: TagsToLabel,
): Promise<readonly number[]> {
  const counts = classes.map(({ hashtags }) =>
    hashtags.length === 1 ? (postsOf.get(hashtags[0] ?? '') ?? 0) : 0,
  );
  await executor.run([classOf(classes, tagOf, (hashtags) => hashtags.length > 1)], { isKept: false });
  for (const index of counted.ofRange.keys()) {
    const rows = await executor.rows(
      query(
        { class: 'INTEGER', posts: 'BIGINT' },
        `SELECT class, count(*) AS posts FROM (SELECT DISTINCT row_id, class
          FROM ${eachTagSql(tagsOf(counted, index))} JOIN ${CLASS_OF} USING (tag)) GROUP BY class`,
      ),
    );
    for (const { class: label, posts } of rows) counts[label] = (counts[label] ?? 0) + posts;
  }
  await executor.endStep();
  return counts;
}

function tagsOf({ ofRange }: Pick<CountedTags, 'ofRange'>, range: number): Relation<typeof POST_TAGS> {
  const tags = ofRange[range];
  if (tags === undefined)
    throw new RangeError(`labels: expected one of ${ofRange.length} ranges, got ${range}`);
  return tags;
}

/** Each hashtag of each post: `row_id`, `tag`. */
function eachTagSql(tags: Relation<Pick<typeof POST_TAGS, 'row_id' | 'tags'>>): string {
  return `(SELECT row_id, explode(tags) AS tag FROM ${tags})`;
}

function classOf(
  classes: Classes,
  tagOf: ReadonlyMap<string, number>,
  isWanted = (_hashtags: readonly string[]) => true,
): RowsTask {
  function* rows(): Generator<readonly [number, number]> {
    for (const [index, { hashtags }] of classes.entries()) {
      if (!isWanted(hashtags)) continue;
      for (const hashtag of hashtags) {
        const tag = tagOf.get(hashtag);
        if (tag !== undefined) yield [tag, index];
      }
    }
  }
  return { kind: 'rows', table: CLASS_OF, rows: rows() };
}
