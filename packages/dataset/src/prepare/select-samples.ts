import { parquetSql } from '../tables/file-relations.js';
import type { Job } from './job.js';
import { type Labelled, labelledFile } from './post-labels.js';
import type { SampleTables } from './sample-tables.js';

/** The columns of an image that was not looked at. */
const NO_IMAGE = `NULL::VARCHAR AS file, NULL::BIGINT AS start, NULL::BIGINT AS bytes, NULL::VARCHAR AS extension,
  NULL::INTEGER AS width, NULL::INTEGER AS height, NULL::VARCHAR AS bytes_hash, NULL::VARCHAR AS pixels_hash,
  NULL::VARCHAR AS perceptual_hash`;

/** The key by which a post is split. */
export function splitKeySql(splitBy: 'post' | 'user'): string {
  return splitBy === 'user' ? 'coalesce(author, post)' : 'post';
}

/** Takes all posts that have a label, without looking at an image. */
export function selectWithoutImages(
  { splitBy }: Job['options'],
  { folder, key: labelled, ranges, all }: Labelled,
): SampleTables {
  const sampled = (labelledPosts: string) =>
    `(SELECT place, place AS head, post, image, ${splitKeySql(splitBy)} AS split_key, NULL::VARCHAR AS own_key, labels,
      1::INTEGER AS copies, ${NO_IMAGE} FROM ${labelledPosts})`;
  const files = Array.from({ length: ranges }, (_, range) => labelledFile(folder, range));
  const ofRange = files.map((file) => sampled(parquetSql(file)));
  return { ofRange, all: sampled(all), key: JSON.stringify([labelled, splitBy]), isOrdered: true };
}
