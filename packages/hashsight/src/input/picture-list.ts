import type { FilePlace } from '@hashsight/jpeg';
import type { PictureSource } from '../pictures/index.js';

/**
 * Where the pictures of a set lie, in memory that threads share: millions of them take 16 bytes each, however many
 * threads read.
 */
export interface PictureList {
  /** Paths; of a shard with thousands of pictures once. */
  readonly files: readonly string[];
  /** By picture: the place of its file in `files`. */
  readonly fileOf: Uint32Array;
  /** By picture: where its bytes begin. */
  readonly offsets: Float64Array;
  /** By picture: how many bytes it has; {@link TO_THE_END} for all that the file has. */
  readonly sizes: Uint32Array;
}

/** The size of a picture that reaches to the end of its file; no picture is that large. */
const TO_THE_END = 0xffff_ffff;

/** Packs where pictures lie. */
export function listPictures(pictures: readonly PictureSource[]): PictureList {
  const shared = (bytesEach: number) => new SharedArrayBuffer(pictures.length * bytesEach);
  const fileOf = new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT));
  const offsets = new Float64Array(shared(Float64Array.BYTES_PER_ELEMENT));
  const sizes = new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT));
  const places = new Map<string, number>();
  for (const [i, { file, offset = 0, size = TO_THE_END }] of pictures.entries()) {
    const place = places.get(file) ?? places.size;
    places.set(file, place);
    fileOf[i] = place;
    offsets[i] = offset;
    sizes[i] = size;
  }
  return { files: [...places.keys()], fileOf, offsets, sizes };
}

/** Where one of the pictures lies. */
export function pictureAt({ files, fileOf, offsets, sizes }: PictureList, picture: number): PictureSource {
  const file = files[fileOf[picture] as number] as string;
  const offset = offsets[picture] as number;
  const size = sizes[picture] as number;
  return size === TO_THE_END ? { file, offset } : { file, offset, size };
}

/** The same by the place of the file in `files`. */
export function placeAt({ fileOf, offsets, sizes }: PictureList, picture: number): FilePlace {
  const file = fileOf[picture] as number;
  const offset = offsets[picture] as number;
  const size = sizes[picture] as number;
  return size === TO_THE_END ? { file, offset } : { file, offset, size };
}
