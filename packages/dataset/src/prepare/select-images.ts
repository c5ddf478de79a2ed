import { parquetSql } from '../tables/file-relations.js';
import type { Tables } from '../tables/tables.js';
import { DUPLICATES_TABLE, type DuplicatePair, fillDuplicates, pairsToLookAt } from './duplicate-posts.js';
import { type ImageFacts, lookAtImages } from './image-facts.js';
import type { Job } from './job.js';
import { type Labelled, labelledFile } from './post-labels.js';
import type { ResolvedOptions } from './prepare-options.js';
import { type SampleTables, sampleFiles, samplesFile } from './sample-tables.js';
import { splitKeySql } from './select-samples.js';

/** The samples whose images can be used, and what was found about the others. */
export interface SelectedImages {
  readonly samples: SampleTables;
  readonly unusableImages: number;
  /** Posts whose image an evaluation set has. */
  readonly inEvaluationSets: number;
  /** The posts whose image cannot be used: `place`, `kind`, `origin`, `reason`. */
  readonly unusable: string;
  readonly duplicatePairs: readonly DuplicatePair[];
}

const PAIRS_TO_LOOK_AT = 200;

/** Takes the labelled posts whose image can be used, those with one image as the user wants them. */
export async function selectWithImages(job: Job, labelled: Labelled): Promise<SelectedImages> {
  const { options, tables, work } = job;
  const facts = await lookAtImages(job, labelled);
  const { duplicates, splitBy } = options;
  const dependsOn = [labelled.key, facts.key, duplicates, splitBy];
  const { folder, key, result } = await work.stage('samples', dependsOn, async (into) => {
    if (duplicates === 'off')
      await tables.fill(
        DUPLICATES_TABLE,
        { place: 'BIGINT', head: 'BIGINT', kind: 'VARCHAR', distance: 'INTEGER' },
        [],
      );
    else await fillDuplicates(tables, facts.images, options.onProgress);
    await tables.run(`CREATE OR REPLACE TABLE groups AS ${groupsSql(labelled.all, splitBy)}`);
    for (let range = 0; range < labelled.ranges; range++) {
      options.onProgress?.({ step: 'selecting', done: range, total: labelled.ranges, unit: 'parts' });
      const own = parquetSql(labelledFile(labelled.folder, range));
      await tables.writeParquet(samplesFile(into, range), samplesSql(own, facts.images, options));
    }
    const leftOut = await countLeftOut(tables, facts);
    const duplicatePairs = await pairsToLookAt(tables, facts.images, PAIRS_TO_LOOK_AT);
    await tables.run(`DROP TABLE groups; DROP TABLE ${DUPLICATES_TABLE}`);
    return { ...leftOut, duplicatePairs };
  });
  const unusable = `(SELECT place, problem AS kind, name AS origin, reason FROM ${facts.images}
    WHERE problem IS NOT NULL AND place >= 0)`;
  return { samples: sampleFiles(folder, labelled.ranges, key), unusable, ...result };
}

/** What posts with one image have together: `head`, `labels`, `copies`, and `head_key`, by which the group is split. */
function groupsSql(labelled: string, splitBy: ResolvedOptions['splitBy']): string {
  const members = `SELECT place AS head, place FROM (SELECT DISTINCT head AS place FROM ${DUPLICATES_TABLE} WHERE head >= 0)
    UNION ALL SELECT head, place FROM ${DUPLICATES_TABLE} WHERE head >= 0`;
  return `WITH members AS (${members})
    SELECT head, list(DISTINCT label ORDER BY label) AS labels, count(DISTINCT place)::INTEGER AS copies,
      max(key) FILTER (place = head) AS head_key
    FROM (SELECT head, place, ${splitKeySql(splitBy)} AS key, unnest(labels) AS label FROM members JOIN ${labelled} USING (place))
    GROUP BY head`;
}

function samplesSql(own: string, images: string, { duplicates, splitBy }: ResolvedOptions): string {
  const isMerged = duplicates === 'merge';
  const isFirst = 'duplicate.head IS NULL';
  // All of a group are on the side of the first; who is on the other side with all his posts leaves this one out.
  const ownKey = duplicates === 'keep' && splitBy === 'user' ? splitKeySql(splitBy) : 'NULL::VARCHAR';
  const isIn = duplicates === 'keep' ? `(${isFirst} OR duplicate.head >= 0)` : isFirst;
  return `SELECT place, coalesce(duplicate.head, own.place) AS head, post, image,
      coalesce(head_key, ${splitKeySql(splitBy)}) AS split_key, ${ownKey} AS own_key,
      ${isMerged ? 'coalesce(groups.labels, own.labels)' : 'own.labels'} AS labels,
      ${duplicates === 'keep' ? '1' : 'coalesce(groups.copies, 1)'}::INTEGER AS copies,
      images.file AS file, start, bytes, extension, width, height, bytes_hash, pixels_hash, perceptual_hash
    FROM ${own} AS own JOIN (SELECT * EXCLUDE (thumbnail) FROM ${images}) AS images USING (place)
    LEFT JOIN ${DUPLICATES_TABLE} AS duplicate USING (place)
    LEFT JOIN groups ON groups.head = coalesce(duplicate.head, own.place)
    WHERE problem IS NULL AND ${isIn} ORDER BY place`;
}

async function countLeftOut(
  tables: Tables,
  { images }: ImageFacts,
): Promise<Pick<SelectedImages, 'unusableImages' | 'inEvaluationSets'>> {
  const [row] = await tables.rows<{ unusable: number; evaluation: number }>(
    `SELECT (SELECT count(*) FROM ${images} WHERE problem IS NOT NULL AND place >= 0) AS unusable,
      (SELECT count(*) FROM ${DUPLICATES_TABLE} WHERE head < 0) AS evaluation`,
  );
  return { unusableImages: row?.unusable ?? 0, inEvaluationSets: row?.evaluation ?? 0 };
}
