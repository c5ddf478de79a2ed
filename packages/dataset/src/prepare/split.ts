/** The shares of the held-out splits, each at least 0 and together below 1. The rest is for training. */
export interface SplitShares {
  readonly validation: number;
  readonly test: number;
}

/** Bits of a hash that decide the split: twelve hexadecimal digits. */
const BITS = 48;

/**
 * SQL expression for the split of a key, computed from its SHA-256 in hexadecimal digits. The first 48 bits are read as a
 * fraction. The lowest fractions are for validation, the highest for test, the others for training. The split depends
 * only on the key: adding or removing posts moves no other post, a larger share keeps everything that a smaller share
 * selects, and the two shares do not affect each other.
 */
export function splitOfHashSql(hash: string, { validation, test }: SplitShares): string {
  // Comparing hexadecimal strings orders them like the numbers, also with the digits after the twelfth.
  return `CASE WHEN ${hash} < '${digitsOf(validation)}' THEN 'validation'
    WHEN ${hash} >= '${digitsOf(1 - test)}' THEN 'test' ELSE 'train' END`;
}

/** The first 48 bits of a hash as a fraction from 0 to below 1. */
export function fractionOf(hash: string): number {
  return Number.parseInt(hash.slice(0, BITS / 4), 16) / 2 ** BITS;
}

/** The first twelve digits of the lowest hash at or above a fraction; for 1, a string greater than every hash. */
function digitsOf(fraction: number): string {
  const least = Math.ceil(fraction * 2 ** BITS);
  return least >= 2 ** BITS ? 'g' : least.toString(16).padStart(BITS / 4, '0');
}
