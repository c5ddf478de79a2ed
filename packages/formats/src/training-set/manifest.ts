import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { SplitName } from './preparation.js';

/** A row of `manifest.parquet`, with the columns needed for training: an image, its labels and its byte range. */
export interface ManifestRow {
  /** Id of the post. */
  readonly post: string;
  /** Path of the image in the post. */
  readonly image: string;
  readonly split: SplitName;
  /** Class indices in the vocabulary, ascending. */
  readonly labels: readonly number[];
  readonly replicationFactor: number;
  /** File name of the shard, relative to the folder of the training set. */
  readonly shard: string;
  /** Byte offset of the image in the shard. */
  readonly offset: number;
  /** Size in bytes. */
  readonly size: number;
}

const COLUMNS = ['post', 'image', 'split', 'labels', 'replication_factor', 'shard', 'offset', 'size'];

/** The row as stored in Parquet, with 64-bit integers as `bigint`. */
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
 * Reads a manifest, one row group at a time, in file order.
 *
 * @param file an object with `byteLength` and `slice`, for a file, a Blob or HTTP range requests
 * @throws Error if it is not Parquet, or a column is missing
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
