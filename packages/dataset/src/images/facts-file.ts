import type { ImageFormat } from '@hashsight/formats';
import type { ImageProblem } from '@hashsight/images';

// The files of a chunk (the images that a worker processes together): the facts in `000012.jsonl`, one image per line,
// and the encoded images in `000012.blob`, one after another. The facts are written last; a chunk with a facts file is
// done.

/** One line of a facts file: the facts about an image; NULL if the image is unusable. */
export interface Facts {
  readonly key: string;
  /** The state of the source when it was read. */
  readonly stamp: string;
  /** Number of the chunk. If two lines have the same key, the one from the later chunk is valid. */
  readonly chunk: number;
  readonly problem: ImageProblem | null;
  readonly reason: string | null;
  readonly extension: ImageFormat | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes_hash: string | null;
  readonly pixels_hash: string | null;
  readonly perceptual_hash: string | null;
  /** Base64. */
  readonly thumbnail: string | null;
  /** Name of the blob file with the image; NULL if the source bytes are used unchanged. */
  readonly blob: string | null;
  /** Byte offset in the blob file. */
  readonly offset: number | null;
  /** Size in bytes, in the blob file or the source. */
  readonly size: number | null;
}

/** The columns of a facts file and their SQL types. */
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

/** File names of a chunk. */
export function chunkFiles(chunk: number): { readonly facts: string; readonly blob: string } {
  const number = String(chunk).padStart(6, '0');
  return { facts: `${number}.jsonl`, blob: `${number}.blob` };
}

/** The chunk number from the name of a facts file; undefined for any other file name. */
export function chunkOfFacts(name: string): number | undefined {
  const number = /^(\d{6,})\.jsonl$/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}
