import { nullSql, query, Relation, select } from '../../tables/relation.js';
import type { ResolvedOptions } from '../prepare-options.js';
import {
  mapSamples,
  SAMPLE_IMAGE,
  SAMPLES,
  type SampleTables,
  sampleFiles,
  samplesFile,
} from '../samples.js';
import type { Ask, Step } from '../step.js';
import type { Task } from '../task.js';
import { DUPLICATES, type DuplicatePair, duplicateRows, pairsToLookAt } from './duplicate-posts.js';
import type { LABELLED, Labelled } from './label-posts.js';
import type { IMAGES, ImageFacts } from './look-at-images.js';

/** Counts of the images that are left out, and duplicate pairs. */
interface LeftOut {
  readonly unusableImages: number;
  /** Posts whose image is also in an evaluation set. */
  readonly inEvaluationSets: number;
  readonly duplicatePairs: readonly DuplicatePair[];
}

/** The selected samples, and counts of the images that are left out. */
export interface SelectedImages extends LeftOut {
  readonly samples: SampleTables;
}

const PAIRS_TO_LOOK_AT = 200;

/** Groups of posts with the same image, with their combined labels. `head_key` decides the split of the group. */
const GROUPS = new Relation('groups', {
  head: 'BIGINT',
  labels: 'INTEGER[]',
  copies: 'INTEGER',
  head_key: 'VARCHAR',
} as const);

/** Selects the labeled posts with a usable image, and handles duplicates according to `duplicates`. */
export function selectSamples(
  labelled: Labelled,
  { images, key: known }: ImageFacts,
  options: ResolvedOptions,
): Step<LeftOut, SelectedImages> {
  const { duplicates, splitBy, onProgress } = options;
  const ranges = labelled.ofRange;
  return {
    name: 'samples',
    inputs: { labelled: labelled.all, images },
    dependsOn: [labelled.key, known, duplicates, splitBy],
    async *tasks(folder, ask) {
      const rows = duplicates === 'off' ? [] : duplicateRows(ask, images, onProgress);
      yield [{ kind: 'rows', table: DUPLICATES, rows }];
      yield [{ kind: 'table', table: GROUPS, query: groupsQuery(labelled.all, splitBy) }];
      yield ranges.map(
        (own, range): Task => ({
          kind: 'file',
          file: samplesFile(folder, range),
          query: samplesQuery(own, images, options),
          progress: { step: 'selecting', done: range, total: ranges.length, unit: 'parts' },
        }),
      );
      const duplicatePairs = await pairsToLookAt(ask, images, PAIRS_TO_LOOK_AT);
      return { ...(await countLeftOut(ask, images)), duplicatePairs };
    },
    outputs: ({ folder, key, result }) => ({
      ...result,
      samples: sampleFiles(SAMPLES, folder, ranges.length, key),
    }),
  };
}

function groupsQuery(labelled: Relation<typeof LABELLED>, splitBy: ResolvedOptions['splitBy']) {
  const members = `SELECT row_id AS head, row_id FROM (SELECT DISTINCT head AS row_id FROM ${DUPLICATES} WHERE head >= 0)
    UNION ALL SELECT head, row_id FROM ${DUPLICATES} WHERE head >= 0`;
  return query(
    GROUPS.columns,
    `WITH members AS (${members})
    SELECT head, array_sort(collect_set(label)) AS labels, CAST(count(DISTINCT row_id) AS INTEGER) AS copies,
      max(key) FILTER (WHERE row_id = head) AS head_key
    FROM (SELECT head, row_id, ${splitKeySql(splitBy)} AS key, explode(labels) AS label FROM members JOIN ${labelled} USING (row_id))
    GROUP BY head`,
  );
}

function samplesQuery(
  own: Relation<typeof LABELLED>,
  images: Relation<typeof IMAGES>,
  { duplicates, splitBy }: ResolvedOptions,
) {
  const isMerged = duplicates === 'merge';
  const isFirst = 'duplicate.head IS NULL';
  // A group belongs to the split of its first post. A copy by a user of another split is left out.
  const ownKey = duplicates === 'keep' && splitBy === 'user' ? splitKeySql(splitBy) : 'CAST(NULL AS STRING)';
  const isIn = duplicates === 'keep' ? `(${isFirst} OR duplicate.head >= 0)` : isFirst;
  const facts = select(images, [
    ...['row_id', 'problem', 'file', 'start', 'bytes', 'extension', 'width', 'height'],
    ...['bytes_hash', 'pixels_hash', 'perceptual_hash'],
  ] as (keyof typeof IMAGES)[]);
  return query(
    SAMPLES,
    `SELECT row_id, coalesce(duplicate.head, own.row_id) AS head, post, image,
      coalesce(head_key, ${splitKeySql(splitBy)}) AS split_key, ${ownKey} AS own_key,
      ${isMerged ? 'coalesce(groups.labels, own.labels)' : 'own.labels'} AS labels,
      CAST(${duplicates === 'keep' ? '1' : 'coalesce(groups.copies, 1)'} AS INTEGER) AS copies,
      images.file AS file, images.start AS start, images.bytes AS bytes, extension, width, height, bytes_hash, pixels_hash, perceptual_hash
    FROM ${own} AS own JOIN ${facts} AS images USING (row_id)
    LEFT JOIN ${DUPLICATES} AS duplicate USING (row_id)
    LEFT JOIN ${GROUPS} ON groups.head = coalesce(duplicate.head, own.row_id)
    WHERE problem IS NULL AND ${isIn} ORDER BY row_id`,
  );
}

async function countLeftOut(
  ask: Ask,
  images: Relation<typeof IMAGES>,
): Promise<Omit<LeftOut, 'duplicatePairs'>> {
  const [row] = await ask.rows(
    query(
      { unusable: 'BIGINT', evaluation: 'BIGINT' },
      `SELECT (SELECT count(*) FROM ${images} WHERE problem IS NOT NULL AND row_id >= 0) AS unusable,
        (SELECT count(*) FROM ${DUPLICATES} WHERE head < 0) AS evaluation`,
    ),
  );
  return { unusableImages: row?.unusable ?? 0, inEvaluationSets: row?.evaluation ?? 0 };
}

/** Selects all labeled posts without reading images. */
export function selectWithoutImages(
  { splitBy }: Pick<ResolvedOptions, 'splitBy'>,
  { ofRange, all, key }: Labelled,
): SampleTables {
  const noImage = Object.entries(SAMPLE_IMAGE).map(([name, type]) => nullSql(type, name));
  return mapSamples({ ofRange, all, key: JSON.stringify([key, splitBy]), isOrdered: true }, (labelled) =>
    query(
      SAMPLES,
      `SELECT row_id, row_id AS head, post, image, ${splitKeySql(splitBy)} AS split_key, CAST(NULL AS STRING) AS own_key,
        labels, CAST(1 AS INTEGER) AS copies, ${noImage.join(', ')} FROM ${labelled}`,
    ),
  );
}

/** SQL expression for the key that decides the split of a post. */
function splitKeySql(splitBy: 'post' | 'user'): string {
  return splitBy === 'user' ? 'coalesce(author, post)' : 'post';
}
