/**
 * The shares of the images that are kept for measuring; the rest is for training. Each from 0, together below 1.
 */
export interface SplitShares {
  readonly validation: number;
  readonly test: number;
}

/** 2 ** BITS is what the first twelve hexadecimal digits of a hash can tell apart. */
const BITS = 48;

/**
 * Which part a key belongs to, in SQL, of its SHA-256 as hexadecimal digits: the first 48 bits, read as a fraction. The
 * lowest are for validation, the highest for test, those between for training. So it depends on nothing but the key: posts
 * that are added or taken away move no other, a larger share keeps all that a smaller one chose, and neither share changes
 * what the other chooses.
 */
export function splitOfHashSql(hash: string, { validation, test }: SplitShares): string {
  // Digits compare as the numbers do, those after the twelfth included.
  return `CASE WHEN ${hash} < '${digitsOf(validation)}' THEN 'validation'
    WHEN ${hash} >= '${digitsOf(1 - test)}' THEN 'test' ELSE 'train' END`;
}

/** A hash as a fraction, from 0 to below 1. */
export function fractionOf(hash: string): number {
  return Number.parseInt(hash.slice(0, BITS / 4), 16) / 2 ** BITS;
}

/** The first twelve digits of the least hash that is not below a fraction; at 1 what is above all of them. */
function digitsOf(fraction: number): string {
  const least = Math.ceil(fraction * 2 ** BITS);
  return least >= 2 ** BITS ? 'g' : least.toString(16).padStart(BITS / 4, '0');
}
