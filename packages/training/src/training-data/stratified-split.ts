import { hash } from 'node:crypto';
import type { SplitName } from '@hashsight/formats';

/** Share of each class that is held out per split, as in `hashsight prepare`. */
const SHARE = 0.1;
/** Minimum number of images, or groups, of a class for holding any of them out. */
const MEASURED_FROM = 3;

/** An image whose split is to be drawn. */
export interface UnsplitImage {
  readonly path: string;
  readonly labels: readonly number[];
  /** Images of a group get the same split. */
  readonly group?: string | undefined;
}

/** Images that get the same split: those of a group, or one image. */
interface Unit {
  /** SHA-256 of the name of the group, or of the path. */
  readonly hash: string;
  readonly images: number[];
}

/**
 * Draws splits class by class. The images of a class are sorted by the SHA-256 of their paths; the first tenth is validation
 * and the last tenth is test, with at least one image each if the class has three. An image with several classes counts
 * for its rarest class. Groups are drawn like images, as a whole: a tenth is then as near as their sizes allow.
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
  const rarest = ({ images: own }: Unit) =>
    own
      .flatMap((i) => (images[i] as UnsplitImage).labels)
      .reduce((best, label) => ((counts[label] as number) < (counts[best] as number) ? label : best));
  const byClass = new Map<number, Unit[]>();
  for (const unit of unitsOf(images)) {
    const label = rarest(unit);
    const own = byClass.get(label);
    if (own === undefined) byClass.set(label, [unit]);
    else own.push(unit);
  }
  const drawn = images.map((): SplitName => 'train');
  for (const own of byClass.values()) {
    if (own.length < MEASURED_FROM) continue;
    own.sort((a, b) => (a.hash < b.hash ? -1 : 1));
    const total = own.reduce((sum, unit) => sum + unit.images.length, 0);
    const wanted = Math.max(1, Math.round(total * SHARE));
    const validation = splits.has('validation') ? firstUnits(own, wanted) : [];
    const rest = own.slice(validation.length, own.length);
    const test = splits.has('test') ? firstUnits(rest.reverse(), wanted) : [];
    for (const i of validation.flatMap((unit) => unit.images)) drawn[i] = 'validation';
    for (const i of test.flatMap((unit) => unit.images)) drawn[i] = 'test';
  }
  return drawn;
}

function unitsOf(images: readonly UnsplitImage[]): Unit[] {
  const units: Unit[] = [];
  const groups = new Map<string, Unit>();
  for (const [i, { path, group }] of images.entries()) {
    const known = group === undefined ? undefined : groups.get(group);
    if (known !== undefined) {
      known.images.push(i);
      continue;
    }
    const unit = { hash: hash('sha256', group ?? path), images: [i] };
    units.push(unit);
    if (group !== undefined) groups.set(group, unit);
  }
  return units;
}

/** The first units with about the wanted number of images: at least one unit, but never all. */
function firstUnits(units: readonly Unit[], wanted: number): Unit[] {
  const taken: Unit[] = [];
  let count = 0;
  for (const unit of units.slice(0, -1)) {
    if (count + unit.images.length / 2 > wanted && taken.length > 0) break;
    taken.push(unit);
    count += unit.images.length;
    if (count >= wanted) break;
  }
  return taken;
}
