import { setImmediate } from 'node:timers/promises';
import type { OnProgress } from '@hashsight/formats';
import { UsageError } from '@hashsight/formats';
import { DigestTable } from './digest-table.js';
import { HammingIndex, MAX_HAMMING_DISTANCE } from './hamming-index.js';
import { THUMBNAIL_BYTES } from './thumbnail.js';

/** The facts by which two images are compared; columns of an image store. */
export interface HashedImage {
  readonly width: number;
  readonly height: number;
  /** At least 32 hexadecimal digits. */
  readonly bytesHash: string;
  /** At least 32 hexadecimal digits. */
  readonly pixelsHash: string;
  /** 16 hexadecimal digits. */
  readonly perceptualHash: string;
  /** `[8, 8, 3]`, followed by `[8, 8]` of opacity if any pixel is transparent. */
  readonly thumbnail: Uint8Array;
}

/** How two images are the same: equal bytes, equal pixels, or similar appearance. */
export type DuplicateKind = 'bytes' | 'pixels' | 'near';

/**
 * An image that is the same as an earlier one, the head of its group. Both are given by their position in the order.
 */
export interface Duplicate {
  readonly image: number;
  readonly head: number;
  readonly kind: DuplicateKind;
  /** Hamming distance of the perceptual hashes; 0 for equal bytes or pixels. */
  readonly distance: number;
}

/** Options of {@link findDuplicates}. */
export interface DuplicateOptions {
  /** Maximum number of images. */
  readonly count: number;
  /** Whether images of similar appearance are duplicates, too; default: true. */
  readonly near?: boolean;
  /** Maximum Hamming distance between the perceptual hashes of near duplicates, 0 to 15. */
  readonly maxDistance?: number;
  /** Maximum difference between any two thumbnail values of near duplicates, in standard deviations; above 0. */
  readonly maxDifference?: number;
  readonly onProgress?: OnProgress | undefined;
}

/** Default of `maxDistance`; 12 would find a hundredth more copies, at several times the cost. */
const MAX_DISTANCE = 8;

/**
 * Default of `maxDifference`. Thumbnails are standardized (mean 0, standard deviation 1), so that a copy may be
 * lighter, darker or of lower contrast. The largest difference is more telling than the mean: different signs in the
 * same frame differ a lot in few places, while copies differ little everywhere. The value was chosen by
 * `bench/images/duplicates.mjs`.
 */
const MAX_DIFFERENCE = 0.5;

/**
 * Minimum standard deviation of a thumbnail (of 255) for near duplicates. Below it, the image is a flat surface or a
 * dot on white, and its hash is noise; such an image is only matched by its bytes or pixels.
 */
const FLAT = 4;

/** Maximum difference in mean brightness between copies that were made lighter or darker, of 255. */
const BRIGHTNESS_DIFFERENCE = 50;
const CONTRAST_RATIO = 1.5;
/** Maximum difference in mean opacity of any part of two partly transparent images, of 255. */
const OPACITY_DIFFERENCE = 24;
/**
 * Maximum ratio of the aspect ratios: crops by a few percent stay below; other images in the same frame often do not.
 */
const ASPECT_RATIO = 1.1;

const IMAGES_A_TURN = 4096;

/**
 * Finds images that are the same as an earlier one. Images are taken in order. Each one joins the first head with equal
 * bytes or pixels, or the first head that it is near to; if there is none, it becomes a head. Therefore groups do not
 * chain (two images of a group differ by at most twice the limits), and later images never change the groups of earlier
 * ones.
 *
 * Two images are near if their hashes are within `maxDistance` and they pass an exact check: nearly the same aspect
 * ratio, brightness and contrast, thumbnails that nowhere differ by more than `maxDifference`, and, if both are partly
 * transparent, nearly the same opacity. Memory use is about 330 bytes per image.
 *
 * @returns the images that are not heads, in order
 * @throws UsageError if a limit is out of range
 */
export async function findDuplicates(
  images: AsyncIterable<HashedImage> | Iterable<HashedImage>,
  {
    count,
    near = true,
    maxDistance = MAX_DISTANCE,
    maxDifference = MAX_DIFFERENCE,
    onProgress,
  }: DuplicateOptions,
): Promise<Duplicate[]> {
  checkLimits(maxDistance, maxDifference);
  const exact = new ExactMatches(count);
  const looks = new Looks(count);
  let imageCount = 0;
  for await (const image of images) {
    exact.add(imageCount, image);
    looks.add(imageCount, image);
    imageCount += 1;
  }
  const index = near ? new HammingIndex(looks.high, looks.low, maxDistance) : undefined;
  const duplicates: Duplicate[] = [];
  /** The entry in `duplicates` of each near duplicate. */
  const nearOnes = new Map<number, Duplicate>();
  for (let image = 0; image < imageCount; image++) {
    const match = exact.of(image);
    if (match !== undefined) {
      // An exact copy of a near duplicate is a near duplicate of the same head.
      const twin = nearOnes.get(match.head);
      duplicates.push(twin === undefined ? { image, ...match, distance: 0 } : { ...twin, image });
    } else if (index !== undefined && !looks.isFlat(image)) {
      const head = index.first(image, maxDistance, (candidate) =>
        looks.areAlike(candidate, image, maxDifference),
      );
      if (head === undefined) index.add(image);
      else {
        const duplicate = { image, head, kind: 'near', distance: index.distance(image, head) } as const;
        nearOnes.set(image, duplicate);
        duplicates.push(duplicate);
      }
    }
    if (image % IMAGES_A_TURN === 0) {
      onProgress?.({ step: 'finding duplicates', done: image, total: imageCount, unit: 'images' });
      await setImmediate(); // lets signals and the progress line run
    }
  }
  onProgress?.({ step: 'finding duplicates', done: imageCount, total: imageCount, unit: 'images' });
  return duplicates;
}

function checkLimits(maxDistance: number, maxDifference: number): void {
  if (!Number.isInteger(maxDistance) || maxDistance < 0 || maxDistance > MAX_HAMMING_DISTANCE) {
    throw new UsageError(
      `duplicates: expected a distance from 0 to ${MAX_HAMMING_DISTANCE} bits, got ${maxDistance}`,
    );
  }
  if (!(maxDifference > 0)) {
    throw new UsageError(`duplicates: expected a thumbnail difference above 0, got ${maxDifference}`);
  }
}

/** Finds the images with the bytes, or else the pixels, of an earlier one. */
class ExactMatches {
  /**
   * For each digest, the number of the first image with it (or of that image's head) times 2, plus 1 if equal by
   * pixels.
   */
  readonly #bytes = new DigestTable();
  readonly #pixels = new DigestTable();
  /** The table entry that each image matches; -1 for the first image of a group. */
  readonly #matches: Float64Array;

  constructor(count: number) {
    this.#matches = new Float64Array(count).fill(-1);
  }

  add(image: number, { bytesHash, pixelsHash }: HashedImage): void {
    const bytes = digestOf(bytesHash);
    const pixels = digestOf(pixelsHash);
    const samePixels = this.#pixels.get(pixels);
    const match = this.#bytes.get(bytes) ?? (samePixels === undefined ? undefined : samePixels * 2 + 1);
    if (match !== undefined) this.#matches[image] = match;
    const first = match === undefined ? image : Math.floor(match / 2);
    if (samePixels === undefined) this.#pixels.set(pixels, first);
    if (this.#bytes.get(bytes) === undefined) this.#bytes.set(bytes, match ?? image * 2);
  }

  of(image: number): { readonly head: number; readonly kind: DuplicateKind } | undefined {
    const match = this.#matches[image] as number;
    if (match < 0) return undefined;
    return { head: Math.floor(match / 2), kind: match % 2 === 0 ? 'bytes' : 'pixels' };
  }
}

/** The first 128 bits of a hash. */
function digestOf(hash: string): Uint32Array {
  return Uint32Array.from({ length: 4 }, (_, i) => Number.parseInt(hash.slice(i * 8, i * 8 + 8), 16));
}

/** The appearance of all images. */
class Looks {
  /** Upper and lower 32 bits of the perceptual hashes. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly #thumbnails: Uint8Array;
  /** Opacities of the partly transparent images. */
  readonly #opacities = new Map<number, Uint8Array>();
  /** Mean and standard deviation of each thumbnail. */
  readonly #means: Float64Array;
  readonly #deviations: Float64Array;
  /** Aspect ratio of each image: width divided by height. */
  readonly #aspects: Float64Array;

  constructor(count: number) {
    this.high = new Uint32Array(count);
    this.low = new Uint32Array(count);
    this.#thumbnails = new Uint8Array(count * THUMBNAIL_BYTES);
    this.#means = new Float64Array(count);
    this.#deviations = new Float64Array(count);
    this.#aspects = new Float64Array(count);
  }

  add(image: number, { width, height, perceptualHash, thumbnail }: HashedImage): void {
    this.high[image] = Number.parseInt(perceptualHash.slice(0, 8), 16);
    this.low[image] = Number.parseInt(perceptualHash.slice(8), 16);
    const colours = thumbnail.subarray(0, THUMBNAIL_BYTES);
    this.#thumbnails.set(colours, image * THUMBNAIL_BYTES);
    if (thumbnail.length > THUMBNAIL_BYTES) {
      this.#opacities.set(image, thumbnail.slice(THUMBNAIL_BYTES));
    }
    let sum = 0;
    let squares = 0;
    for (const value of colours) {
      sum += value;
      squares += value * value;
    }
    const mean = sum / THUMBNAIL_BYTES;
    this.#means[image] = mean;
    this.#deviations[image] = Math.sqrt(Math.max(0, squares / THUMBNAIL_BYTES - mean * mean));
    this.#aspects[image] = width / height;
  }

  isFlat(image: number): boolean {
    return (this.#deviations[image] as number) < FLAT;
  }

  /** The exact check for two images that are not flat. */
  areAlike(a: number, b: number, maxDifference: number): boolean {
    const [meanA, meanB] = [this.#means[a] as number, this.#means[b] as number];
    const [deviationA, deviationB] = [this.#deviations[a] as number, this.#deviations[b] as number];
    if (!within(this.#aspects[a] as number, this.#aspects[b] as number, ASPECT_RATIO)) return false;
    if (!within(deviationA, deviationB, CONTRAST_RATIO)) return false;
    if (Math.abs(meanA - meanB) > BRIGHTNESS_DIFFERENCE) return false;
    const [ofA, ofB] = [a * THUMBNAIL_BYTES, b * THUMBNAIL_BYTES];
    for (let i = 0; i < THUMBNAIL_BYTES; i++) {
      const standardA = ((this.#thumbnails[ofA + i] as number) - meanA) / deviationA;
      const standardB = ((this.#thumbnails[ofB + i] as number) - meanB) / deviationB;
      if (Math.abs(standardA - standardB) > maxDifference) return false;
    }
    return this.#areAsOpaque(a, b);
  }

  /** Whether two images have similar opacity. An opaque image may be a copy of a transparent one on some background. */
  #areAsOpaque(a: number, b: number): boolean {
    const [ofA, ofB] = [this.#opacities.get(a), this.#opacities.get(b)];
    if (ofA === undefined || ofB === undefined) return true;
    return ofA.every((opacity, i) => Math.abs(opacity - (ofB[i] as number)) <= OPACITY_DIFFERENCE);
  }
}

function within(a: number, b: number, ratio: number): boolean {
  return a <= b * ratio && b <= a * ratio;
}
