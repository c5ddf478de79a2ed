import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { SplitName } from './preparation.js';

/** A row of `manifest.parquet` as far as training needs it: an image, its labels, and where its bytes are. */
export interface ManifestRow {
  /** The post's id. */
  readonly post: string;
  /** Path of the image as the post has it. */
  readonly image: string;
  readonly split: SplitName;
  /** Class indices into the vocabulary, ascending. */
  readonly labels: readonly number[];
  readonly replicationFactor: number;
  /** File name of the shard, relative to the training set's folder. */
  readonly shard: string;
  /** First byte of the image in the shard. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
}

const COLUMNS = ['post', 'image', 'split', 'labels', 'replication_factor', 'shard', 'offset', 'size'];

/** The same row as Parquet has it: 64-bit integers are `bigint`. */
interface StoredRow {
  readonly post: string;
  readonly image: string;
  readonly split: SplitName;
  readonly labels: readonly number[];
  readonly replication_factor: number;
  readonly shard: string;
  readonly offset: bigint;
  readonly size: bigint;
}

/**
 * Reads a manifest, a row group at a time, in the order of the file.
 *
 * @param file anything with `byteLength` and `slice`: a file, a Blob's or an HTTP range's bytes
 * @throws Error when it is not Parquet, or lacks a column
 */
export async function* readManifest(file: AsyncBuffer): AsyncGenerator<readonly ManifestRow[]> {
  const metadata = await parquetMetadataAsync(file);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const rows = await parquetReadObjects({
      file,
      metadata,
      columns: COLUMNS,
      rowStart,
      rowEnd,
      compressors,
    });
    yield (rows as unknown as readonly StoredRow[]).map(fromStored);
    rowStart = rowEnd;
  }
}

function fromStored({ replication_factor, offset, size, ...row }: StoredRow): ManifestRow {
  return { ...row, replicationFactor: replication_factor, offset: Number(offset), size: Number(size) };
}
