import type { ImageSource } from '@hashsight/formats';
import type { ByteRange } from '@hashsight/jpeg';

/**
 * Byte ranges of the images in a set, in memory shared by all threads: 16 bytes per image, whatever the number of
 * threads.
 */
export interface ImageList {
  /** Paths; each shard is listed once. */
  readonly files: readonly string[];
  /** Index into `files`, by image. */
  readonly fileOf: Uint32Array;
  /** Offset of the first byte, by image. */
  readonly offsets: Float64Array;
  /** Length in bytes, by image; {@link TO_THE_END} for the whole rest of the file. */
  readonly sizes: Uint32Array;
}

/** Size of an image that extends to the end of its file; no image is that large. */
const TO_THE_END = 0xffff_ffff;

/** Packs the byte ranges of images. */
export function listImages(images: readonly ImageSource[]): ImageList {
  const shared = (bytesEach: number) => new SharedArrayBuffer(images.length * bytesEach);
  const fileOf = new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT));
  const offsets = new Float64Array(shared(Float64Array.BYTES_PER_ELEMENT));
  const sizes = new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT));
  const files = new Map<string, number>();
  for (const [i, { file, offset = 0, size = TO_THE_END }] of images.entries()) {
    const index = files.get(file) ?? files.size;
    files.set(file, index);
    fileOf[i] = index;
    offsets[i] = offset;
    sizes[i] = size;
  }
  return { files: [...files.keys()], fileOf, offsets, sizes };
}

/** Returns the source of an image. */
export function imageAt({ files, fileOf, offsets, sizes }: ImageList, image: number): ImageSource {
  const file = files[fileOf[image] as number] as string;
  const offset = offsets[image] as number;
  const size = sizes[image] as number;
  return size === TO_THE_END ? { file, offset } : { file, offset, size };
}

/** Returns the byte range of an image, with the index of its file. */
export function byteRangeAt({ fileOf, offsets, sizes }: ImageList, image: number): ByteRange {
  const file = fileOf[image] as number;
  const offset = offsets[image] as number;
  const size = sizes[image] as number;
  return size === TO_THE_END ? { file, offset } : { file, offset, size };
}
