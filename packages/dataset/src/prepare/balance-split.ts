import { SPLITS, type SplitName } from '@hashsight/formats';
import { fractionOf, type SplitShares } from './split.js';

/** Posts that always share a split: a single post, the posts with the same image, or all posts of a user. */
export interface SplitUnit {
  readonly key: string;
  /** Hash of the key. It orders the units of a class, independently of the other units. */
  readonly hash: string;
  readonly split: SplitName;
  readonly images: number;
  /** The classes of the images, repeated once per image. */
  readonly labels: readonly number[];
}

/** The number of images of each class in each split, and the number of all images. */
export interface SplitCounts {
  readonly ofClass: PerSplit<ArrayLike<number>>;
  readonly images: number;
}

/** A unit that moves to another split. */
export interface MovedUnit {
  readonly key: string;
  readonly to: SplitName;
}

type PerSplit<T> = Readonly<Record<SplitName, T>>;

/** Up to this many held-out images, a class gets exactly its share. Beyond that, the split by hash is close enough. */
const EXACT = 10;
const ROUNDING = 1e-9;

/**
 * The minimum number of images of a class in each split. Each split gets at least half of its share and at least one
 * image. The held-out splits get their full share up to {@link EXACT} images, provided that the other splits keep their
 * minimum. If a class has a single image, it is used for training; a second image is used for validation.
 */
function minimumImages(images: number, { validation, test }: SplitShares): PerSplit<number> {
  const half = (count: number) => Math.max(1, Math.floor(count / 2 + ROUNDING));
  const train = images === 0 ? 0 : half(images * (1 - validation - test));
  const isTested = test > 0 && images > (validation > 0 ? 2 : 1);
  const isValidated = validation > 0 && images > 1;
  const least = (share: number, others: number) => {
    const own = images * share;
    return Math.min(images - others, Math.max(half(own), Math.floor(Math.min(own, EXACT) + ROUNDING)));
  };
  return {
    train,
    validation: isValidated ? least(validation, train + Number(isTested)) : 0,
    test: isTested ? least(test, train + Number(isValidated)) : 0,
  };
}

/** The classes that have fewer images in a split than the minimum. */
export function shortClasses({ ofClass }: SplitCounts, shares: SplitShares): number[] {
  return totals(ofClass).flatMap((images, label) => {
    const least = minimumImages(images, shares);
    return SPLITS.some((split) => (ofClass[split][label] as number) < least[split]) ? [label] : [];
  });
}

/**
 * Chooses units that move to another split so that each class has its minimum in every split where possible. A split by
 * hash alone leaves one in five classes of fifteen images without a validation image. Rare classes are served first. Within
 * a class, the units with the fewest images move first, then those whose hash is closest to the border of the split. The
 * choice depends only on the hashes, so added units change the split of few others. A move never takes a class below its
 * minimum in the split that the unit leaves, unless the class would otherwise have no training image.
 *
 * @param units units of the classes in {@link shortClasses}; others are ignored
 */
export function unitsToMove(
  units: readonly SplitUnit[],
  counts: SplitCounts,
  shares: SplitShares,
): MovedUnit[] {
  return new Balance(units, counts, shares).moved();
}

class Balance {
  readonly #units: readonly SplitUnit[];
  readonly #shares: SplitShares;
  readonly #isShort: ReadonlySet<number>;
  readonly #images: number;
  readonly #least: readonly PerSplit<number>[];
  readonly #has: PerSplit<Float64Array>;
  readonly #ofClass: readonly number[];
  readonly #movedTo = new Map<SplitUnit, SplitName>();

  constructor(units: readonly SplitUnit[], counts: SplitCounts, shares: SplitShares) {
    const { ofClass, images } = counts;
    this.#units = units;
    this.#shares = shares;
    this.#images = images;
    this.#isShort = new Set(shortClasses(counts, shares));
    this.#ofClass = totals(ofClass);
    this.#least = this.#ofClass.map((all) => minimumImages(all, shares));
    this.#has = {
      train: Float64Array.from(ofClass.train),
      validation: Float64Array.from(ofClass.validation),
      test: Float64Array.from(ofClass.test),
    };
  }

  moved(): MovedUnit[] {
    const ofClass = this.#unitsOfClass();
    const rarestFirst = [...ofClass.keys()].sort(
      (a, b) => (this.#ofClass[a] as number) - (this.#ofClass[b] as number) || a - b,
    );
    // The training split comes first: a class without training images is worse than a class that cannot be measured.
    for (const split of SPLITS) {
      for (const label of rarestFirst) this.#fill(label, ofClass.get(label) ?? [], split);
    }
    return [...this.#movedTo].map(([{ key }, to]) => ({ key, to }));
  }

  #unitsOfClass(): Map<number, SplitUnit[]> {
    const ofClass = new Map<number, SplitUnit[]>();
    for (const unit of this.#units) {
      for (const label of new Set(unit.labels)) {
        if (!this.#isShort.has(label)) continue;
        const own = ofClass.get(label);
        if (own === undefined) ofClass.set(label, [unit]);
        else own.push(unit);
      }
    }
    return ofClass;
  }

  #fill(label: number, units: readonly SplitUnit[], split: SplitName): void {
    const candidates = units
      .filter((unit) => this.#splitOf(unit) !== split)
      .sort(nearestTo(split, this.#shares));
    for (const unit of candidates) {
      if (this.#isEnough(label, split)) return;
      if (this.#mayMove(unit, split)) this.#move(unit, split);
    }
    const [last] = candidates;
    if (split === 'train' && this.#has.train[label] === 0 && last !== undefined) this.#move(last, split);
  }

  #splitOf(unit: SplitUnit): SplitName {
    return this.#movedTo.get(unit) ?? unit.split;
  }

  #isEnough(label: number, split: SplitName): boolean {
    return (this.#has[split][label] as number) >= (this.#least[label] as PerSplit<number>)[split];
  }

  #mayMove(unit: SplitUnit, to: SplitName): boolean {
    // A user with more images than the whole split should have would unbalance it.
    if (to !== 'train' && unit.images > Math.max(1, this.#shares[to] * this.#images)) return false;
    const from = this.#splitOf(unit);
    return [...countsOf(unit.labels)].every(([label, own]) => {
      const left = (this.#has[from][label] as number) - own;
      return left >= (this.#least[label] as PerSplit<number>)[from];
    });
  }

  #move(unit: SplitUnit, to: SplitName): void {
    const from = this.#splitOf(unit);
    for (const label of unit.labels) {
      this.#has[to][label] = (this.#has[to][label] as number) + 1;
      this.#has[from][label] = (this.#has[from][label] as number) - 1;
    }
    // A unit that returns to its original split counts as not moved.
    if (to === unit.split) this.#movedTo.delete(unit);
    else this.#movedTo.set(unit, to);
  }
}

function totals({ train, validation, test }: PerSplit<ArrayLike<number>>): number[] {
  return Array.from(train, (own, label) => own + (validation[label] as number) + (test[label] as number));
}

function nearestTo(split: SplitName, shares: SplitShares): (a: SplitUnit, b: SplitUnit) => number {
  const distances = new Map<SplitUnit, number>();
  const distance = (unit: SplitUnit) => {
    const known = distances.get(unit) ?? distanceTo(split, fractionOf(unit.hash), shares);
    distances.set(unit, known);
    return known;
  };
  return (a, b) => a.images - b.images || distance(a) - distance(b) || (a.hash < b.hash ? -1 : 1);
}

/** The distance of a fraction from the range of fractions of a split; negative inside the range. */
function distanceTo(split: SplitName, fraction: number, { validation, test }: SplitShares): number {
  if (split === 'validation') return fraction - validation;
  if (split === 'test') return 1 - test - fraction;
  return Math.max(validation - fraction, fraction - (1 - test));
}

function countsOf(labels: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
