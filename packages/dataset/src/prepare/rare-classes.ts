import type { Vocabulary } from '@hashsight/formats';
import { InputError, shownText } from '@hashsight/formats';
import type { HashtagCounts } from '../hashtags/hashtag-counts.js';
import { withoutRareClasses } from '../hashtags/vocabularies/rare-classes.js';
import { query } from '../tables/relation.js';
import { type Job, postsName } from './job.js';
import { mapSamples, type SampleTables } from './samples.js';

/** The samples of the remaining classes; there is at least one class. */
export interface CommonClasses {
  readonly samples: SampleTables;
  readonly vocabulary: Vocabulary;
}

/**
 * Removes classes with too few distinct images, together with their labels and the samples that have no other label. The
 * vocabulary was chosen by post counts, which are never lower than image counts, so no class has to be added. No image is
 * decoded again.
 *
 * @param before the vocabulary chosen by post counts
 * @throws InputError if no class is left
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
  // A join would create one row per label of each image. In Spark SQL, list_transform is transform, which cannot be a
  // macro because of its lambda, and the list is array(…).
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
  const problem = `${postsName(job)}: no class has ${job.options.minCount} or more distinct images`;
  if (most === 0) return new InputError(`${problem}; none of the images can be used`);
  const found = `the most frequent is "${shownText(name)}" with ${most} in ${count} posts`;
  return new InputError(`${problem}; ${found}; lower \`minCount\` to ${most} or less`);
}
