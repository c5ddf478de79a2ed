import { Random } from '@hashsight/formats';

/** Share of the training images that choices are measured on. */
const SHARE = 0.2;
/** Images that a class needs to give one away. */
const NEEDED = 4;
/** Separates these draws from those of other purposes with the same seed. */
const STREAM = 0x686f6c64;

/**
 * Draws the images that hyper-parameters are chosen on: a fifth of each class with at least four images, at least one.
 * An image with several labels counts for its rarest one.
 *
 * @param labels - classes of each image
 * @returns indices of the images, ascending; empty if no class has four images
 */
export function holdOut(labels: readonly (readonly number[])[], numClasses: number, seed: number): number[] {
  const counts = new Uint32Array(numClasses);
  for (const label of labels.flat()) counts[label] = (counts[label] as number) + 1;
  const byClass = Array.from({ length: numClasses }, (): number[] => []);
  for (const [image, own] of labels.entries()) {
    const rarest = own.reduce((a, b) => ((counts[b] as number) < (counts[a] as number) ? b : a));
    byClass[rarest]?.push(image);
  }
  const held: number[] = [];
  for (const [label, images] of byClass.entries()) {
    if (images.length < NEEDED) continue;
    const random = new Random(STREAM, seed, label);
    const due = Math.max(1, Math.round(SHARE * images.length));
    for (let drawn = 0; drawn < due; drawn++) {
      held.push(...images.splice(random.below(images.length), 1));
    }
  }
  return held.sort((a, b) => a - b);
}
