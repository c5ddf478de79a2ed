import type { ImageSource } from '@hashsight/formats';
import type { ByteRange } from '@hashsight/jpeg';

/**
 * Where the images of a set lie, in memory that threads share: millions of them take 16 bytes each, however many
 * threads read.
 */
export interface ImageList {
  /** Paths; of a shard with thousands of images once. */
  readonly files: readonly string[];
  /** By image: the index of its file in `files`. */
  readonly fileOf: Uint32Array;
  /** By image: where its bytes begin. */
  readonly offsets: Float64Array;
  /** By image: how many bytes it has; {@link TO_THE_END} for all that the file has. */
  readonly sizes: Uint32Array;
}

/** The size of an image that reaches to the end of its file; no image is that large. */
const TO_THE_END = 0xffff_ffff;

/** Packs where images lie. */
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

/** Where one of the images lies. */
export function imageAt({ files, fileOf, offsets, sizes }: ImageList, image: number): ImageSource {
  const file = files[fileOf[image] as number] as string;
  const offset = offsets[image] as number;
  const size = sizes[image] as number;
  return size === TO_THE_END ? { file, offset } : { file, offset, size };
}

/** The same with the index of the file in `files`. */
export function byteRangeAt({ fileOf, offsets, sizes }: ImageList, image: number): ByteRange {
  const file = fileOf[image] as number;
  const offset = offsets[image] as number;
  const size = sizes[image] as number;
  return size === TO_THE_END ? { file, offset } : { file, offset, size };
}
