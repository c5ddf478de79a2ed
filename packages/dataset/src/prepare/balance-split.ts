import { SPLITS, type SplitName } from '@hashsight/formats';
import { fractionOf, type SplitShares } from './split.js';

/** What stays in one part of the split together: a post, the posts with one image, or all posts of a user. */
export interface SplitUnit {
  readonly key: string;
  /** By which units of a class are ordered: of the key alone, so that it does not matter which others there are. */
  readonly hash: string;
  readonly split: SplitName;
  readonly images: number;
  /** The classes of its images, each as often as it has images of it. */
  readonly labels: readonly number[];
}

/** Images of each class in each part, and how many there are of all classes together. */
export interface SplitCounts {
  readonly ofClass: PerSplit<ArrayLike<number>>;
  readonly images: number;
}

/** A unit that changes its part. */
export interface MovedUnit {
  readonly key: string;
  readonly to: SplitName;
}

type PerSplit<T> = Readonly<Record<SplitName, T>>;

/** So many images for measuring a class gets exactly, as far as its share goes; above, chance comes close enough. */
const EXACT = 10;
const ROUNDING = 1e-9;

/**
 * The fewest images that each part should have of a class: half of its share, one at least; and of those for measuring all
 * of its share up to ten, as far as it leaves one for each other part. A single image is for training, the second for
 * validation.
 */
function leastOfClass(images: number, { validation, test }: SplitShares): PerSplit<number> {
  const half = (of: number) => Math.max(1, Math.floor(of / 2 + ROUNDING));
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

/** The classes that have less in a part than their share. */
export function shortClasses({ ofClass }: SplitCounts, shares: SplitShares): number[] {
  return totals(ofClass).flatMap((images, label) => {
    const least = leastOfClass(images, shares);
    return SPLITS.some((split) => (ofClass[split][label] as number) < least[split]) ? [label] : [];
  });
}

/**
 * The units that change their part so that each class has its share in each, as far as that is possible: the keys' hashes
 * alone leave a class of fifteen images without one for validation one time in five. Rare classes come first, and of a
 * class the units with the fewest images, then those whose hash is next to the border. So nothing but the hashes decides
 * which units these are, and units that are added move few of the others. No move takes a class below its share in the
 * part that the unit leaves, unless it would have nothing to train on otherwise.
 *
 * @param units at least those of {@link shortClasses}
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
    this.#least = this.#ofClass.map((all) => leastOfClass(all, shares));
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
    // A class without training images is worth less than one that cannot be measured.
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
    // A user with more images than the part is to have would not balance but upset the split.
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
    // Back where it came from it is not moved any more.
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

/** How far a fraction is from those that a part has by hash; below 0 among them. */
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
