import { setImmediate } from 'node:timers/promises';
import type { OnProgress } from '@hashsight/formats';
import { UsageError } from '@hashsight/formats';
import { DigestTable } from './digest-table.js';
import { HammingIndex, MAX_HAMMING_DISTANCE } from './hamming-index.js';
import { THUMBNAIL_BYTES } from './thumbnail.js';

/** What two images are compared by; columns of a store's facts. */
export interface HashedImage {
  readonly width: number;
  readonly height: number;
  /** Hexadecimal digits, 32 at least. */
  readonly bytesHash: string;
  /** Hexadecimal digits, 32 at least. */
  readonly pixelsHash: string;
  /** 16 hexadecimal digits. */
  readonly perceptualHash: string;
  /** `[8, 8, 3]`, followed by `[8, 8]` of opacity where something is transparent. */
  readonly thumbnail: Uint8Array;
}

/** How an image is the same as another: its bytes are, its pixels are, or it only looks so. */
export type DuplicateKind = 'bytes' | 'pixels' | 'near';

/** An image that is the same as an earlier one, the head of its group; both by their place in the order. */
export interface Duplicate {
  readonly image: number;
  readonly head: number;
  readonly kind: DuplicateKind;
  /** Bits in which the perceptual hashes differ; 0 for the same bytes or pixels. */
  readonly distance: number;
}

/** What {@link findDuplicates} takes. */
export interface DuplicateOptions {
  /** How many images come, at most. */
  readonly count: number;
  /** Whether images that only look the same are duplicates, too; default true. */
  readonly near?: boolean;
  /** Bits in which the perceptual hashes of near duplicates may differ, 0 to 15. */
  readonly maxDistance?: number;
  /** By how many standard deviations the thumbnails of near duplicates may differ where they differ most; above 0. */
  readonly maxDifference?: number;
  readonly onProgress?: OnProgress | undefined;
}

/** Bits in which the hashes of near duplicates differ: at 12 a hundredth more copies are found, at several times the cost. */
const MAX_DISTANCE = 8;

/**
 * Colours of the thumbnails, less their mean and by their standard deviation, so that a copy may be lighter, darker or of less
 * contrast. The largest difference says more than the mean one: other signs in the same frame differ much in few
 * places, copies differ little everywhere. On the figure see `bench/images/duplicates.mjs`.
 */
const MAX_DIFFERENCE = 0.5;

/**
 * A thumbnail whose values deviate from their mean by less (standard deviation, of 255) shows a flat surface, or a dot on
 * white: its hash is noise, and the same image is found by its bytes or pixels only.
 */
const FLAT = 4;

/** Mean brightness of copies that were made lighter or darker, of 255. */
const BRIGHTNESS_DIFFERENCE = 50;
const CONTRAST_RATIO = 1.5;
/** Mean opacity of a part of two images that are both transparent somewhere, of 255. */
const OPACITY_DIFFERENCE = 24;
/** A crop by some percent changes the ratio of the sides less; another image in the same frame may well have another. */
const ASPECT_RATIO = 1.1;

const IMAGES_A_TURN = 4096;

/**
 * Finds images that are the same as an earlier one. Images are taken in their order: each joins the first head that has
 * its bytes or pixels, or that it is near to; one that joins none becomes a head. So nothing chains (two images of a group
 * may differ twice as much as is allowed, not more), and images that come later change no group of those before them.
 *
 * Near is: hashes within `maxDistance`, and then, as an exact check, nearly the same shape, brightness and contrast, and
 * thumbnails that differ in no place by more than `maxDifference`; where both are transparent, nearly the same opacity too. Needs about 330 bytes an image.
 *
 * @returns the images that are not heads, in their order
 * @throws UsageError when a limit is out of its range
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
  /** The place in `duplicates` of an image that is near to its head. */
  const nearOnes = new Map<number, Duplicate>();
  for (let image = 0; image < imageCount; image++) {
    const match = exact.of(image);
    if (match !== undefined) {
      // What its twin is near to, it is near to in the same way.
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
      await setImmediate(); // signals and the progress line have their turn
    }
  }
  onProgress?.({ step: 'finding duplicates', done: imageCount, total: imageCount, unit: 'images' });
  return duplicates;
}

function checkLimits(maxDistance: number, maxDifference: number): void {
  if (!Number.isInteger(maxDistance) || maxDistance < 0 || maxDistance > MAX_HAMMING_DISTANCE) {
    throw new UsageError(
      `duplicates: expected a distance of 0 to ${MAX_HAMMING_DISTANCE} bits, got ${maxDistance}`,
    );
  }
  if (!(maxDifference > 0)) {
    throw new UsageError(`duplicates: expected a difference of thumbnails above 0, got ${maxDifference}`);
  }
}

/** Which images have the bytes, or else the pixels, of an earlier one. */
class ExactMatches {
  /** For each digest the first image with it, or the one that the first is the same as, times 2, plus 1 when by pixels. */
  readonly #bytes = new DigestTable();
  readonly #pixels = new DigestTable();
  /** What stands in the tables for each image; -1 for those that are the first. */
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

/** The first 128 bits. */
function digestOf(hash: string): Uint32Array {
  return Uint32Array.from({ length: 4 }, (_, i) => Number.parseInt(hash.slice(i * 8, i * 8 + 8), 16));
}

/** What images look like. */
class Looks {
  /** Upper and lower 32 bits of the perceptual hashes. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly #thumbnails: Uint8Array;
  /** Opacities of the images that are transparent somewhere. */
  readonly #opacities = new Map<number, Uint8Array>();
  /** Mean and standard deviation of each thumbnail's values. */
  readonly #means: Float64Array;
  readonly #deviations: Float64Array;
  /** Width by height. */
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

  /** The exact check of images that are not flat. */
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

  /** An image without transparency may be a copy on a ground of its own. */
  #areAsOpaque(a: number, b: number): boolean {
    const [ofA, ofB] = [this.#opacities.get(a), this.#opacities.get(b)];
    if (ofA === undefined || ofB === undefined) return true;
    return ofA.every((opacity, i) => Math.abs(opacity - (ofB[i] as number)) <= OPACITY_DIFFERENCE);
  }
}

function within(a: number, b: number, ratio: number): boolean {
  return a <= b * ratio && b <= a * ratio;
}
