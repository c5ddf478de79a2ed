import path from 'node:path';
import { MANIFEST_FILE } from '@hashsight/formats';
import { parquetOf } from '../../tables/file-relations.js';
import { query, type Relation, type RowOf } from '../../tables/relation.js';
import { SMALL } from '../../tables/tables.js';
import type { FINAL_SAMPLES, SampleTables } from '../samples.js';
import type { Ask, Step } from '../step.js';
import { type UnmeasuredClasses, unmeasuredClasses } from '../unmeasured-classes.js';
import type { BYTE_RANGES } from './write-shards.js';

/** Columns of the manifest. It has one row per image, in the order of the posts. */
const MANIFEST = {
  post: 'VARCHAR',
  image: 'VARCHAR',
  split: 'VARCHAR',
  labels: 'INTEGER[]',
  replication_factor: 'DOUBLE',
  shard: 'VARCHAR?',
  key: 'VARCHAR?',
  offset: 'BIGINT?',
  size: 'BIGINT?',
  width: 'INTEGER?',
  height: 'INTEGER?',
  bytes_hash: 'VARCHAR?',
  pixels_hash: 'VARCHAR?',
  perceptual_hash: 'VARCHAR?',
  copies: 'INTEGER',
} as const;

/** Images per split, labels of the training images, and the number of duplicates merged into other images. */
const COUNTS = {
  train: 'BIGINT',
  validation: 'BIGINT',
  test: 'BIGINT',
  labels: 'BIGINT',
  copies: 'BIGINT',
} as const;

/** The manifest in the work folder, with its summary. */
export interface WrittenManifest extends ManifestSummary {
  readonly file: string;
}

interface ManifestSummary {
  readonly counts: RowOf<typeof COUNTS>;
  /** The classes without an image in each held-out split. */
  readonly unmeasured: UnmeasuredClasses;
}

/**
 * Writes the manifest.
 *
 * @param byteRanges byte ranges of the images in the shards; undefined if there are no shards
 * @param classes number of classes
 */
export function writeManifest(
  samples: SampleTables<typeof FINAL_SAMPLES>,
  byteRanges: Relation<typeof BYTE_RANGES> | undefined,
  classes: number,
): Step<ManifestSummary, WrittenManifest> {
  return {
    name: 'manifest',
    inputs: { samples: samples.all, ...(byteRanges && { byteRanges }) },
    async *tasks(folder, ask) {
      const file = path.join(folder, MANIFEST_FILE);
      yield [{ kind: 'file', file, query: manifestQuery(samples.all, byteRanges), options: SMALL }];
      const manifest = parquetOf(MANIFEST, file);
      return {
        counts: await countsOf(ask, manifest),
        unmeasured: await unmeasuredClasses(ask, manifest, classes),
      };
    },
    outputs: ({ folder, result }) => ({ file: path.join(folder, MANIFEST_FILE), ...result }),
  };
}

function manifestQuery(
  samples: Relation<typeof FINAL_SAMPLES>,
  byteRanges: Relation<typeof BYTE_RANGES> | undefined,
) {
  // Spark SQL quotes names with back quotes, and needs no quotes for offset.
  const inShards =
    byteRanges === undefined
      ? 'CAST(NULL AS STRING) AS shard, CAST(NULL AS STRING) AS key, CAST(NULL AS BIGINT) AS "offset", CAST(NULL AS BIGINT) AS size'
      : 'shard, key, shard_start AS "offset", size';
  const from =
    byteRanges === undefined
      ? samples
      : `${samples} AS samples JOIN ${byteRanges} AS ranges USING (row_id) ORDER BY row_id`;
  return query(
    MANIFEST,
    `SELECT post, image, split, labels, replication_factor, ${inShards}, width, height, bytes_hash, pixels_hash,
      perceptual_hash, copies FROM ${from}`,
  );
}

async function countsOf(ask: Ask, manifest: Relation<typeof MANIFEST>): Promise<RowOf<typeof COUNTS>> {
  const [counts] = await ask.rows(
    query(
      COUNTS,
      `SELECT count(*) FILTER (WHERE split = 'train') AS train,
        count(*) FILTER (WHERE split = 'validation') AS validation, count(*) FILTER (WHERE split = 'test') AS test,
        CAST(coalesce(sum(size(labels)) FILTER (WHERE split = 'train'), 0) AS BIGINT) AS labels,
        CAST(coalesce(sum(copies - 1), 0) AS BIGINT) AS copies FROM ${manifest}`,
    ),
  );
  return counts ?? { train: 0, validation: 0, test: 0, labels: 0, copies: 0 };
}
