import path from 'node:path';
import { parquetOf } from '../tables/file-relations.js';
import type { Columns, Query, Relation } from '../tables/relation.js';

/** Where the bytes of an image are, and what it is; all NULL where images are not looked at. */
export const SAMPLE_IMAGE = {
  file: 'VARCHAR?',
  start: 'BIGINT?',
  bytes: 'BIGINT?',
  extension: 'VARCHAR?',
  width: 'INTEGER?',
  height: 'INTEGER?',
  bytes_hash: 'VARCHAR?',
  pixels_hash: 'VARCHAR?',
  perceptual_hash: 'VARCHAR?',
} as const;

/**
 * An image of a training set: `head` is the row of the first post with the same image, `split_key` what it is split by,
 * and `own_key` a second key that has to be in the same part.
 */
export const SAMPLES = {
  row_id: 'BIGINT',
  head: 'BIGINT',
  post: 'VARCHAR',
  image: 'VARCHAR',
  split_key: 'VARCHAR',
  own_key: 'VARCHAR?',
  labels: 'INTEGER[]',
  copies: 'INTEGER',
  ...SAMPLE_IMAGE,
} as const;

/** A sample with its part of the training set. */
export const SPLIT_SAMPLES = { ...SAMPLES, split: 'VARCHAR' } as const;

/** A sample as it goes into the manifest. */
export const FINAL_SAMPLES = { ...SPLIT_SAMPLES, replication_factor: 'DOUBLE' } as const;

/** The images of a training set, as relations. */
export interface SampleTables<C extends Columns = typeof SAMPLES> {
  /** Those of each range of posts, which together are all. */
  readonly ofRange: readonly Relation<C>[];
  /** All of them as one scan: a union of ranges is read by one thread. */
  readonly all: Relation<C>;
  /** Names what they are; part of the key of what is made of them. */
  readonly key: string;
  /** Whether they come in the order of the posts; a join may change it. */
  readonly isOrdered: boolean;
}

/** The samples, each relation changed in the same way. */
export function mapSamples<C extends Columns, D extends Columns>(
  { ofRange, all, ...rest }: SampleTables<C>,
  change: (relation: Relation<C>) => Query<D>,
): SampleTables<D> {
  return { ofRange: ofRange.map((each) => change(each).relation), all: change(all).relation, ...rest };
}

/** A file of samples of one range. */
export function samplesFile(folder: string, range: number): string {
  return path.join(folder, `samples-${String(range).padStart(6, '0')}.parquet`);
}

/** The relations of {@link samplesFile} of some ranges. */
export function sampleFiles<const C extends Columns>(
  columns: C,
  folder: string,
  ranges: number,
  key: string,
): SampleTables<C> {
  const files = Array.from({ length: ranges }, (_, range) => samplesFile(folder, range));
  return {
    ofRange: files.map((file) => parquetOf(columns, file)),
    all: parquetOf(columns, files),
    key,
    isOrdered: true,
  };
}
