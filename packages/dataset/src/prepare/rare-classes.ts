import type { Vocabulary } from '@hashsight/formats';
import { InputError, shownText } from '@hashsight/formats';
import type { HashtagCounts } from '../hashtags/hashtag-counts.js';
import { withoutRareClasses } from '../hashtags/vocabularies/rare-classes.js';
import { query } from '../tables/relation.js';
import { type Job, postsName } from './job.js';
import { mapSamples, type SampleTables } from './samples.js';

/** Samples of the classes that are left; at least one. */
export interface CommonClasses {
  readonly samples: SampleTables;
  readonly vocabulary: Vocabulary;
}

/**
 * Takes the classes out that too few different images show, and their labels with them; a sample without another label
 * goes. The vocabulary was chosen by posts, which are never fewer, so no class comes in; no image is looked at again.
 *
 * @param before chosen by posts
 * @throws InputError when no class is left
 */
export async function dropRareClasses(
  job: Job,
  selected: SampleTables,
  before: Vocabulary,
  counts: Pick<HashtagCounts, 'counts'>,
): Promise<CommonClasses> {
  const { executor, options } = job;
  const images = new Float64Array(before.classes.length);
  const rows = await executor.rows(
    query(
      { label: 'INTEGER', n: 'BIGINT' },
      `SELECT label, count(DISTINCT head) AS n
        FROM (SELECT head, explode(labels) AS label FROM ${selected.all}) GROUP BY label`,
    ),
  );
  for (const { label, n } of rows) images[label] = n;
  const { vocabulary, newIndex } = withoutRareClasses(before, images, counts, options.minCount);
  if (vocabulary.classes.length === 0) throw noneLeft(job, before, images);
  const isSame = newIndex.every((index, label) => index === label);
  if (isSame) return { samples: selected, vocabulary };
  // Without a join, which would make a row of each label of each image: list_transform is transform in Spark SQL,
  // which cannot be a macro, and a list array(…).
  const labels = `array_sort(filter(list_transform(labels, label -> get([${newIndex.join(', ')}], label)),
    label -> label >= 0))`;
  const samples = mapSamples(selected, (own) => {
    const columns = Object.keys(own.columns).map((name) =>
      name === 'labels' ? `${labels} AS labels` : name,
    );
    const renumbered = `SELECT ${columns.join(', ')} FROM ${own}`;
    return query(own.columns, `SELECT * FROM (${renumbered}) WHERE size(labels) > 0`);
  });
  const key = JSON.stringify([selected.key, newIndex]);
  return { samples: { ...samples, key, isOrdered: false }, vocabulary };
}

function noneLeft(job: Job, { classes }: Vocabulary, images: Float64Array): InputError {
  const most = images.reduce((a, b) => Math.max(a, b), 0);
  const { name, count } = classes[images.indexOf(most)] as Vocabulary['classes'][number];
  const wanted = `${postsName(job)}: expected a class that at least ${job.options.minCount} different images show`;
  const got = `${wanted}, got "${shownText(name)}" with ${most} in ${count} posts as the most frequent`;
  if (most === 0) return new InputError(`${got}; no image of a class can be used`);
  return new InputError(`${got}; lower \`minCount\` to ${most} or less`);
}
