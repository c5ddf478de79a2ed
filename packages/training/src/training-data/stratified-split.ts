import { hash } from 'node:crypto';
import type { SplitName } from '@hashsight/formats';

/** Share of each class that is held out per split, as in `hashsight prepare`. */
const SHARE = 0.1;
/** Minimum number of images of a class for holding any of them out. */
const MEASURED_FROM = 3;

/** An image whose split is to be drawn. */
export interface UnsplitImage {
  readonly path: string;
  readonly labels: readonly number[];
}

/**
 * Draws splits class by class. The images of a class are sorted by the SHA-256 of their paths; the first tenth is validation
 * and the last tenth is test, with at least one image each if the class has three. An image with several classes counts
 * for its rarest class.
 *
 * @param splits - the splits to draw in addition to `train`
 * @returns the split of each image
 */
export function stratifiedSplit(
  images: readonly UnsplitImage[],
  numClasses: number,
  splits: ReadonlySet<SplitName>,
): SplitName[] {
  const counts = new Float64Array(numClasses);
  for (const { labels } of images) for (const label of labels) (counts[label] as number)++;
  const rarest = ({ labels }: UnsplitImage) =>
    labels.reduce((best, label) => ((counts[label] as number) < (counts[best] as number) ? label : best));
  const byClass = new Map<number, number[]>();
  for (const [i, image] of images.entries()) {
    const label = rarest(image);
    const own = byClass.get(label);
    if (own === undefined) byClass.set(label, [i]);
    else own.push(i);
  }
  const drawn = images.map((): SplitName => 'train');
  for (const own of byClass.values()) {
    const keys = new Map(own.map((i) => [i, hash('sha256', (images[i] as UnsplitImage).path)]));
    own.sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
    const kept = own.length < MEASURED_FROM ? 0 : Math.max(1, Math.round(own.length * SHARE));
    if (splits.has('validation')) for (const i of own.slice(0, kept)) drawn[i] = 'validation';
    if (splits.has('test') && kept > 0) for (const i of own.slice(-kept)) drawn[i] = 'test';
  }
  return drawn;
}
