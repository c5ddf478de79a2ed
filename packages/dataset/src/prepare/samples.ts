import path from 'node:path';
import { parquetOf } from '../tables/file-relations.js';
import type { Columns, Query, Relation } from '../tables/relation.js';

/** Byte range and properties of an image; all NULL if images are not read. */
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
 * An image of a training set. `head` is the row id of the first post with the same image. `split_key` decides the split.
 * `own_key` is a second key; the sample is dropped if that key belongs to another split.
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

/** A sample with its split. */
export const SPLIT_SAMPLES = { ...SAMPLES, split: 'VARCHAR' } as const;

/** A sample as written to the manifest. */
export const FINAL_SAMPLES = { ...SPLIT_SAMPLES, replication_factor: 'DOUBLE' } as const;

/** The images of a training set, as relations. */
export interface SampleTables<C extends Columns = typeof SAMPLES> {
  /** The samples of each range of posts; together they are {@link all}. */
  readonly ofRange: readonly Relation<C>[];
  /** All samples in one scan. A union of the ranges would be read by a single thread. */
  readonly all: Relation<C>;
  /** Identifies the samples; part of the key of results computed from them. */
  readonly key: string;
  /** Whether the rows are in the order of the posts; a join may change the order. */
  readonly isOrdered: boolean;
}

/** Applies the same query to every relation of the samples. */
export function mapSamples<C extends Columns, D extends Columns>(
  { ofRange, all, ...rest }: SampleTables<C>,
  change: (relation: Relation<C>) => Query<D>,
): SampleTables<D> {
  return { ofRange: ofRange.map((each) => change(each).relation), all: change(all).relation, ...rest };
}

/** The path of the samples of one range. */
export function samplesFile(folder: string, range: number): string {
  return path.join(folder, `samples-${String(range).padStart(6, '0')}.parquet`);
}

/** The samples in the files of {@link samplesFile}. */
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
