import { createHash } from 'node:crypto';
import type { SplitName } from '@hashsight/formats';
import { fractionOf, type SplitShares } from '../../src/prepare/split.js';

/** What `splitOfHashSql` says of a key, in JavaScript. */
export function splitOf(key: string, { validation, test }: SplitShares): SplitName {
  const fraction = fractionOf(createHash('sha256').update(key).digest('hex'));
  if (fraction < validation) return 'validation';
  return fraction >= 1 - test ? 'test' : 'train';
}
