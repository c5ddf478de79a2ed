import { Random, STREAMS } from '@hashsight/formats';
import type { ProbeLabels } from './targets.js';

/**
 * Assigns images to folds so that each class is spread evenly: shuffled within its class and dealt out in turn. An image
 * with several tags counts for the rarest of them.
 *
 * @returns the fold of each image, from 0 to `folds` - 1
 */
export function stratifiedFolds(given: ProbeLabels, folds: number, seed: number): Uint8Array {
  const strata = new Map<number, number[]>();
  for (const [image, stratum] of strataOf(given).entries()) {
    const images = strata.get(stratum);
    if (images === undefined) strata.set(stratum, [image]);
    else images.push(image);
  }
  const random = new Random(STREAMS.folds, seed);
  const foldOf = new Uint8Array(imagesOf(given));
  let next = 0;
  for (const stratum of [...strata.keys()].sort((a, b) => a - b)) {
    for (const image of shuffled(strata.get(stratum) as number[], random)) foldOf[image] = next++ % folds;
  }
  return foldOf;
}

/** Number of images. */
export function imagesOf(given: ProbeLabels): number {
  return given.labels === undefined ? given.tags.length : given.labels.length;
}

/** The class of each image, or its rarest tag; -1 for an image without tags. */
function strataOf(given: ProbeLabels): number[] {
  if (given.labels !== undefined) return Array.from(given.labels);
  const counts = classCounts(given);
  return given.tags.map((own) =>
    own.reduce(
      (rarest, tag) => (rarest < 0 || (counts[tag] as number) < (counts[rarest] as number) ? tag : rarest),
      -1,
    ),
  );
}

/** Images of each class, `[K]`. */
export function classCounts(given: ProbeLabels): Float64Array {
  const counts = new Float64Array(given.numClasses);
  const count = (label: number) => {
    counts[label] = (counts[label] as number) + 1;
  };
  if (given.labels !== undefined) for (const label of Array.from(given.labels)) count(label);
  else for (const own of given.tags) for (const tag of new Set(own)) count(tag);
  return counts;
}

function shuffled(items: readonly number[], random: Random): number[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** The labels of some of the images. */
export function labelsOfImages(given: ProbeLabels, images: readonly number[]): ProbeLabels {
  const { numClasses } = given;
  if (given.labels === undefined) {
    return { tags: images.map((image) => given.tags[image] as readonly number[]), numClasses };
  }
  return { labels: images.map((image) => given.labels[image] as number), numClasses };
}
