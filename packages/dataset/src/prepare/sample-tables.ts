import path from 'node:path';
import { parquetSql } from '../tables/file-relations.js';

/**
 * The images of a training set, as relations: `place`, `head` (the place of the first post with the same image),
 * `post`, `image`, `split_key`, `own_key` (what they are split by; see `splitSamples`), `labels`, `copies`, and of the image
 * `file`, `start`, `bytes` (where its bytes are), `extension`, `width`, `height`, `bytes_hash`, `pixels_hash`,
 * `perceptual_hash`; these are NULL where images were not looked at. Once they are split, `split` as well.
 */
export interface SampleTables {
  /** Those of each range of posts, which together are all. */
  readonly ofRange: readonly string[];
  /** All of them as one scan: a union of ranges is read by one thread. */
  readonly all: string;
  /** Names what they are; part of the key of what is made of them. */
  readonly key: string;
  /** Whether they come in the order of the posts; a join may change it. */
  readonly isOrdered: boolean;
}

/** The samples, each relation changed in the same way. */
export function mapSamples(
  { ofRange, all, ...rest }: SampleTables,
  change: (relation: string) => string,
): SampleTables {
  return { ofRange: ofRange.map(change), all: change(all), ...rest };
}

/** A file of samples of one range. */
export function samplesFile(folder: string, range: number): string {
  return path.join(folder, `samples-${String(range).padStart(6, '0')}.parquet`);
}

/** The relations of {@link samplesFile} of some ranges. */
export function sampleFiles(folder: string, ranges: number, key: string): SampleTables {
  const files = Array.from({ length: ranges }, (_, range) => samplesFile(folder, range));
  return {
    ofRange: files.map((file) => parquetSql(file)),
    all: parquetSql(files),
    key,
    isOrdered: true,
  };
}
