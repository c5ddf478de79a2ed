/** What stays on one side of the split together: a post, the posts with one image, or all posts of a user. */
export interface SplitUnit {
  readonly key: string;
  /** By which units of a class are ordered: of the key alone, so that it does not matter which others there are. */
  readonly hash: string;
  readonly isValidation: boolean;
  readonly images: number;
  /** The classes of its images, each as often as it has images of it. */
  readonly labels: readonly number[];
}

/** Images on both sides together and those of validation, by class; and how many there are of all classes. */
export interface SplitCounts {
  readonly ofClass: ArrayLike<number>;
  readonly validationOfClass: ArrayLike<number>;
  readonly images: number;
}

/** So many validation images a class gets exactly, as far as its share goes; above, chance comes close enough. */
const EXACT = 10;
const ROUNDING = 1e-9;

/**
 * The fewest images that each side should have of a class: half of its share, one at least, and for validation up to ten
 * all of its share. A single image is for training.
 */
function leastOfClass(images: number, share: number): Readonly<Record<Side, number>> {
  const half = (of: number) => Math.max(1, Math.floor(of / 2 + ROUNDING));
  const ofValidation = images * share;
  return {
    train: images === 0 ? 0 : half(images - ofValidation),
    validation:
      images < 2 ? 0 : Math.max(half(ofValidation), Math.floor(Math.min(ofValidation, EXACT) + ROUNDING)),
  };
}

type Side = 'train' | 'validation';

/** The classes that have less on a side than their share. */
export function shortClasses({ ofClass, validationOfClass }: SplitCounts, share: number): number[] {
  return Array.from(ofClass, (_, label) => label).filter((label) => {
    const [all, validation] = [ofClass[label] as number, validationOfClass[label] as number];
    const { train: leastTrain, validation: leastValidation } = leastOfClass(all, share);
    return validation < leastValidation || all - validation < leastTrain;
  });
}

/**
 * The units that change sides so that each class has its share on both, as far as that is possible: the keys' hashes
 * alone leave a class of fifteen images without one for validation one time in five. Rare classes come first, and of a
 * class the units with the fewest images, then those whose hash is next to the border. So nothing but the hashes decides
 * which units these are, and units that are added move few of the others. No move takes a class below its share on the
 * side that the unit leaves, unless it would have nothing to train on otherwise.
 *
 * @param units at least those of {@link shortClasses}
 * @returns their keys
 */
export function unitsToMove(units: readonly SplitUnit[], counts: SplitCounts, share: number): string[] {
  return new Balance(units, counts, share).moved();
}

class Balance {
  readonly #units: readonly SplitUnit[];
  readonly #share: number;
  /** A user with more images than validation is to have would not balance but upset the split. */
  readonly #mostImages: number;
  readonly #least: readonly Readonly<Record<Side, number>>[];
  readonly #has: Readonly<Record<Side, Float64Array>>;
  readonly #ofClass: ArrayLike<number>;
  readonly #moved = new Set<SplitUnit>();

  constructor(
    units: readonly SplitUnit[],
    { ofClass, validationOfClass, images }: SplitCounts,
    share: number,
  ) {
    this.#units = units;
    this.#share = share;
    this.#mostImages = Math.max(1, share * images);
    this.#ofClass = ofClass;
    this.#least = Array.from(ofClass, (all) => leastOfClass(all, share));
    const validation = Float64Array.from(validationOfClass);
    this.#has = { validation, train: validation.map((own, label) => (ofClass[label] as number) - own) };
  }

  moved(): string[] {
    const ofClass = this.#unitsOfClass();
    const rarestFirst = [...ofClass.keys()].sort(
      (a, b) => (this.#ofClass[a] as number) - (this.#ofClass[b] as number) || a - b,
    );
    // A class without training images is worth less than one that cannot be measured.
    for (const side of ['train', 'validation'] as const) {
      for (const label of rarestFirst) this.#fill(label, ofClass.get(label) ?? [], side);
    }
    return [...this.#moved].map(({ key }) => key);
  }

  #unitsOfClass(): Map<number, SplitUnit[]> {
    const isShort = new Set(
      shortClasses(
        { ofClass: this.#ofClass, validationOfClass: this.#has.validation, images: 0 },
        this.#share,
      ),
    );
    const ofClass = new Map<number, SplitUnit[]>();
    for (const unit of this.#units) {
      for (const label of new Set(unit.labels)) {
        if (!isShort.has(label)) continue;
        const own = ofClass.get(label);
        if (own === undefined) ofClass.set(label, [unit]);
        else own.push(unit);
      }
    }
    return ofClass;
  }

  #fill(label: number, units: readonly SplitUnit[], side: Side): void {
    const candidates = units.filter((unit) => this.#sideOf(unit) !== side).sort(nearestTo(side));
    for (const unit of candidates) {
      if (this.#isEnough(label, side)) return;
      if (this.#mayMove(unit, side)) this.#move(unit, side);
    }
    const [last] = candidates;
    if (side === 'train' && this.#has.train[label] === 0 && last !== undefined) this.#move(last, side);
  }

  #sideOf(unit: SplitUnit): Side {
    return unit.isValidation !== this.#moved.has(unit) ? 'validation' : 'train';
  }

  #isEnough(label: number, side: Side): boolean {
    return (this.#has[side][label] as number) >= (this.#least[label] as Record<Side, number>)[side];
  }

  #mayMove({ images, labels }: SplitUnit, to: Side): boolean {
    if (to === 'validation' && images > this.#mostImages) return false;
    const from = other(to);
    return [...countsOf(labels)].every(([label, own]) => {
      const left = (this.#has[from][label] as number) - own;
      return left >= (this.#least[label] as Record<Side, number>)[from];
    });
  }

  #move(unit: SplitUnit, to: Side): void {
    for (const label of unit.labels) {
      this.#has[to][label] = (this.#has[to][label] as number) + 1;
      this.#has[other(to)][label] = (this.#has[other(to)][label] as number) - 1;
    }
    // Back where it came from it is not moved any more.
    if (!this.#moved.delete(unit)) this.#moved.add(unit);
  }
}

function other(side: Side): Side {
  return side === 'train' ? 'validation' : 'train';
}

function nearestTo(side: Side): (a: SplitUnit, b: SplitUnit) => number {
  const direction = side === 'validation' ? 1 : -1;
  return (a, b) => a.images - b.images || direction * (a.hash < b.hash ? -1 : 1);
}

function countsOf(labels: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
