import { Random } from '@hashsight/formats';

/** Separates these draws from those of other purposes with the same seed. */
const STREAM = 0x6d697875;

/** Mixup of a training. */
export interface Mixup {
  /** Parameter of the beta distribution, above 0 and at most 1. */
  readonly alpha: number;
  readonly seed: number;
}

/**
 * The share of the images themselves in mixup (Zhang et al. 2018), a draw from Beta(alpha, alpha); the rest is that of the
 * images of the batch in reverse order, as in timm. A pure function of (seed, pass). Jöhnk's method, for alpha up to 1.
 *
 * @param pass - number of passes before this one
 */
export function mixupShare({ alpha, seed }: Mixup, pass: number): number {
  const random = new Random(STREAM, seed, pass);
  for (;;) {
    const [own, other] = [random.uniform() ** (1 / alpha), random.uniform() ** (1 / alpha)];
    if (own + other > 0 && own + other <= 1) return own / (own + other);
  }
}
