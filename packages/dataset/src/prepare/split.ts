import { createHash } from 'node:crypto';
import type { SplitName } from '@hashsight/formats';

/**
 * Which part a post belongs to: the first 48 bits of the SHA-256 of its id, read as a fraction, under the share or not.
 * So it depends on nothing but the id: posts that are added or taken away move no other, and a larger share keeps all
 * that a smaller one chose.
 *
 * @param validationShare from 0 (no validation) to below 1
 */
export function splitOf(id: string, validationShare: number): SplitName {
  const fraction = createHash('sha256').update(id).digest().readUIntBE(0, 6) / 2 ** 48;
  return fraction < validationShare ? 'validation' : 'train';
}

/** {@link splitOf} in SQL, of an expression that is not NULL. */
export function splitSql(key: string, validationShare: number): string {
  return `CASE WHEN ${isValidationSql(`sha256(${key})`, validationShare)} THEN 'validation' ELSE 'train' END`; // sha2(key, 256) in Spark SQL
}

/** Whether {@link splitOf} is validation in SQL, of the SHA-256 of the key as hexadecimal digits. */
export function isValidationSql(hash: string, validationShare: number): string {
  const below = Math.ceil(validationShare * 2 ** 48)
    .toString(16)
    .padStart(12, '0');
  // Digits compare as the numbers do, those after the twelfth included.
  return `(${hash} < '${below}')`;
}
