import { Random } from '@hashsight/formats';

/** Separates these draws from those of other purposes with the same seed. */
const STREAM = 0x73686f74;

/**
 * Draws k labelled images of each class. A class with fewer gives all it has. With one label an image, the draws of a seed
 * are nested: the 2 images of a class are among its 5. With several, an image counts for each of them, and the rarest
 * classes draw first.
 *
 * @param labels - classes of each image
 * @returns indices of the images, ascending
 */
export function drawShots(
  labels: readonly (readonly number[])[],
  numClasses: number,
  k: number,
  seed: number,
): number[] {
  const byClass = Array.from({ length: numClasses }, (): number[] => []);
  for (const [image, own] of labels.entries()) for (const label of own) byClass[label]?.push(image);
  const rarestFirst = [...byClass.entries()].sort(([a, x], [b, y]) => x.length - y.length || a - b);
  const has = new Uint32Array(numClasses);
  const drawn = new Set<number>();
  for (const [label, images] of rarestFirst) {
    for (const image of permuted(images, new Random(STREAM, seed, label))) {
      if ((has[label] as number) >= k) break;
      if (drawn.has(image)) continue;
      drawn.add(image);
      for (const own of labels[image] ?? []) has[own] = (has[own] as number) + 1;
    }
  }
  return [...drawn].sort((a, b) => a - b);
}

/** Fisher and Yates. */
function permuted(items: readonly number[], random: Random): number[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** Number of images of each class. */
export function classCounts(labels: readonly (readonly number[])[], numClasses: number): number[] {
  const counts = Array.from({ length: numClasses }, () => 0);
  for (const own of labels) for (const label of own) counts[label] = (counts[label] as number) + 1;
  return counts;
}
