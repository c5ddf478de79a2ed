import type { ImageFormat, ImageProblem } from '@hashsight/images';

// What a store knows of a chunk, the images that one worker does in one go: `000012.jsonl`, one image a line, and the
// images that were encoded one after the other in `000012.blob`. The facts are written last: a chunk is done when
// they are there.

/** What is known of an image, as one line of a facts file has it; NULL where the image cannot be used. */
export interface Facts {
  readonly key: string;
  /** The state of the source that it was made from. */
  readonly stamp: string;
  /** Number of the file: of two lines with one key, that of the later file counts. */
  readonly chunk: number;
  readonly problem: ImageProblem | null;
  readonly reason: string | null;
  readonly extension: ImageFormat | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes_hash: string | null;
  readonly pixels_hash: string | null;
  readonly perceptual_hash: string | null;
  /** In base64. */
  readonly thumbnail: string | null;
  /** Name of the blob file that has the image; NULL when the bytes stay as they were in the source. */
  readonly blob: string | null;
  /** First byte in the blob file. */
  readonly offset: number | null;
  /** Bytes, in the blob file or in the source. */
  readonly size: number | null;
}

/** The columns of a facts file with their types in SQL. */
export const FACTS_COLUMNS: Readonly<Record<keyof Facts, string>> = {
  key: 'VARCHAR',
  stamp: 'VARCHAR',
  chunk: 'BIGINT',
  problem: 'VARCHAR',
  reason: 'VARCHAR',
  extension: 'VARCHAR',
  width: 'INTEGER',
  height: 'INTEGER',
  bytes_hash: 'VARCHAR',
  pixels_hash: 'VARCHAR',
  perceptual_hash: 'VARCHAR',
  thumbnail: 'VARCHAR',
  blob: 'VARCHAR',
  offset: 'BIGINT',
  size: 'BIGINT',
};

/** Names of a chunk's files. */
export function chunkFiles(chunk: number): { readonly facts: string; readonly blob: string } {
  const number = String(chunk).padStart(6, '0');
  return { facts: `${number}.jsonl`, blob: `${number}.blob` };
}

/** The number of a chunk from the name of its facts file; undefined for every other name. */
export function chunkOfFacts(name: string): number | undefined {
  const number = /^(\d{6,})\.jsonl$/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}
