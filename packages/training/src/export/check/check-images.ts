import { Random, type Sample, type TrainingSet } from '@hashsight/formats';
import { ImageReader } from '@hashsight/formats/node';
import { UnusableImage } from '@hashsight/images';
import { transformImage } from '../../data/transform-image.js';
import type { Preprocessing } from '../../models/preprocessing.js';

/** An image to check with. */
export interface CheckImage {
  /** The file's bytes; undefined for a random image. */
  readonly bytes: Uint8Array | undefined;
  /** As the model sees it: `[imageSize, imageSize, 3]`, 8-bit RGB. */
  readonly pixels: Uint8Array;
  /** Indices of its classes; empty for a random image. */
  readonly labels: readonly number[];
}

/** Images to check a model with, and where they come from. */
export interface CheckImages {
  readonly source: 'validation' | 'training' | 'random';
  readonly images: readonly CheckImage[];
}

/**
 * Images from all over the validation split; training images if the set has no validation, random ones without a set.
 * Images that cannot be read are left out.
 *
 * @param count - at most so many
 */
export async function checkImages(
  set: TrainingSet | undefined,
  preprocessing: Preprocessing,
  count: number,
): Promise<CheckImages> {
  const source = set === undefined ? 'random' : set.validation.length > 0 ? 'validation' : 'training';
  const samples = set === undefined ? [] : source === 'validation' ? set.validation : set.train;
  const images: CheckImage[] = [];
  for await (const image of readableImages(spread(samples, count), preprocessing)) images.push(image);
  if (images.length > 0) return { source, images };
  const random = Array.from({ length: count }, (_, i) => randomImage(i, preprocessing));
  return { source: 'random', images: random };
}

/** Up to `count` items, evenly spaced. */
export function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / count)] as T);
}

/** Reads images one after the other, as the model sees them. */
export async function* readableImages(
  samples: readonly Sample[],
  preprocessing: Preprocessing,
): AsyncGenerator<CheckImage> {
  await using reader = new ImageReader();
  for (const { image, labels } of samples) {
    const bytes = await reader.read(image);
    try {
      yield { bytes, pixels: await transformImage(bytes, preprocessing), labels };
    } catch (error) {
      if (!(error instanceof UnusableImage)) throw error;
    }
  }
}

/** Noise on a gradient. */
function randomImage(image: number, { imageSize }: Preprocessing): CheckImage {
  const random = new Random(image);
  const slope = random.uniform(0.2, 2);
  const pixels = Uint8Array.from(
    { length: imageSize * imageSize * 3 },
    (_, i) => (slope * (i / imageSize) + random.below(120)) % 256,
  );
  return { bytes: undefined, pixels, labels: [] };
}
