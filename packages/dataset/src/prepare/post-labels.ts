import path from 'node:path';
import type { OnProgress } from '@hashsight/formats';
import type { CanonicalClass } from '../hashtags/canonicalise.js';
import type { RowRange } from '../posts/collect-posts.js';
import { parquetSql } from '../tables/file-relations.js';
import type { Tables } from '../tables/tables.js';
import { onceSql, tagsOfRange } from './hashtag-tables.js';

/** What turns hashtags into classes. */
export interface LabelOptions {
  /** Folder of {@link writeHashtagTables}, and its ranges. */
  readonly tagFolder: string;
  readonly ranges: readonly RowRange[];
  /** The number of each hashtag. */
  readonly tagOf: ReadonlyMap<string, number>;
  readonly onProgress?: OnProgress | undefined;
}

/** How many posts carry each class, in their order: a post with two of a class's hashtags counts once. */
export async function countPostsOfClasses(
  tables: Tables,
  classes: readonly Pick<CanonicalClass, 'hashtags'>[],
  postsOf: ReadonlyMap<string, number>,
  options: LabelOptions,
): Promise<readonly number[]> {
  const counts = classes.map(({ hashtags }) =>
    hashtags.length === 1 ? (postsOf.get(hashtags[0] ?? '') ?? 0) : 0,
  );
  await fillClassOf(tables, classes, options.tagOf, (hashtags) => hashtags.length > 1);
  for (let range = 0; range < options.ranges.length; range++) {
    const rows = await tables.rows<{ class: number; posts: number }>(
      `SELECT class, count(*) AS posts
        FROM (SELECT DISTINCT place, class FROM ${tagsSql(options, range)} JOIN class_of USING (tag)) GROUP BY class`,
    );
    for (const { class: index, posts } of rows) counts[index] = (counts[index] ?? 0) + posts;
  }
  await tables.run('DROP TABLE class_of');
  return counts;
}

/**
 * Gives each post its labels: the classes of its hashtags, ascending, each once. Posts without one are left out.
 *
 * @param posts the posts of a range: `place`, `id`, `image`, `author`, `file`, `offset`, `size`
 * @param folder where to write {@link labelledFile}
 */
export async function writeLabels(
  tables: Tables,
  classes: readonly Pick<CanonicalClass, 'hashtags'>[],
  posts: (range: RowRange) => string,
  folder: string,
  options: LabelOptions,
): Promise<void> {
  await fillClassOf(tables, classes, options.tagOf);
  for (const [index, range] of options.ranges.entries()) {
    options.onProgress?.({
      step: 'labelling posts',
      done: index,
      total: options.ranges.length,
      unit: 'parts',
    });
    await tables.writeParquet(
      labelledFile(folder, index),
      `SELECT place, id AS post, image, author, file, "offset", size, labels
        FROM (SELECT place, ${onceSql('labels')} AS labels
          FROM (SELECT place, list_sort(list(class)) AS labels -- array_sort(collect_list(class)) in Spark SQL
            FROM ${tagsSql(options, index)} JOIN class_of USING (tag) GROUP BY place))
        JOIN ${posts(range)} USING (place) ORDER BY place`,
    );
  }
  await tables.run('DROP TABLE class_of');
}

/** The posts that have a label, as {@link writeLabels} wrote them. */
export interface Labelled {
  readonly folder: string;
  readonly key: string;
  readonly ranges: number;
  /** All of {@link labelledFile}, in the order of the posts. */
  readonly all: string;
}

/** What {@link writeLabels} wrote to a folder. */
export function labelledIn(folder: string, key: string, ranges: number): Labelled {
  const files = Array.from({ length: ranges }, (_, range) => labelledFile(folder, range));
  return { folder, key, ranges, all: parquetSql(files) };
}

/** The labelled posts of one range: `place`, `post`, `image`, `author`, `file`, `offset`, `size`, `labels`. */
export function labelledFile(folder: string, range: number): string {
  return path.join(folder, `labelled-${String(range).padStart(6, '0')}.parquet`);
}

/** Each hashtag of each post of a range: `place`, `tag`. */
function tagsSql({ tagFolder }: LabelOptions, range: number): string {
  return `(SELECT place, unnest(tags) AS tag FROM ${parquetSql(tagsOfRange(tagFolder, range))})`;
}

async function fillClassOf(
  tables: Tables,
  classes: readonly Pick<CanonicalClass, 'hashtags'>[],
  tagOf: ReadonlyMap<string, number>,
  isWanted = (_hashtags: readonly string[]) => true,
): Promise<void> {
  function* rows(): Generator<readonly [number, number]> {
    for (const [index, { hashtags }] of classes.entries()) {
      if (!isWanted(hashtags)) continue;
      for (const hashtag of hashtags) {
        const tag = tagOf.get(hashtag);
        if (tag !== undefined) yield [tag, index];
      }
    }
  }
  await tables.fill('class_of', { tag: 'INTEGER', class: 'INTEGER' }, rows());
}
