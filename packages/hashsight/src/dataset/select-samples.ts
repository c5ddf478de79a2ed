import { parquetSql } from '../tables/index.js';
import type { Job } from './job.js';
import { type Labelled, labelledFile } from './post-labels.js';
import type { SampleTables } from './sample-tables.js';
import { splitSql } from './split.js';

/** The samples of a training set, and what became of the labelled posts that are not among them. */
export interface SelectedSamples {
  readonly samples: SampleTables;
  readonly leftOut: {
    readonly unusableImage: number;
    readonly inEvaluationSets: number;
    readonly duplicates: number;
  };
}

/** The columns of a picture that was not looked at. */
const NO_PICTURE = `NULL::VARCHAR AS file, NULL::BIGINT AS start, NULL::BIGINT AS bytes, NULL::VARCHAR AS extension,
  NULL::INTEGER AS width, NULL::INTEGER AS height, NULL::VARCHAR AS bytes_hash, NULL::VARCHAR AS pixels_hash,
  NULL::VARCHAR AS perceptual_hash`;

/** The key by which a post is split. */
export function splitKeySql(splitBy: 'post' | 'user'): string {
  return splitBy === 'user' ? 'coalesce(author, post)' : 'post';
}

/** Takes all posts that have a label, without looking at a picture. */
export function selectWithoutPictures(
  { splitBy, validationShare }: Job['options'],
  { folder, key: labelled, ranges, all }: Labelled,
): SelectedSamples {
  const split = splitSql(splitKeySql(splitBy), validationShare);
  const sampled = (labelledPosts: string) =>
    `(SELECT place, post, image, ${split} AS split, labels, 1::INTEGER AS copies, ${NO_PICTURE} FROM ${labelledPosts})`;
  const files = Array.from({ length: ranges }, (_, range) => labelledFile(folder, range));
  const ofRange = files.map((file) => sampled(parquetSql(file)));
  const key = JSON.stringify([labelled, splitBy, validationShare]);
  return {
    samples: { ofRange, all: sampled(all), key },
    leftOut: { unusableImage: 0, inEvaluationSets: 0, duplicates: 0 },
  };
}
