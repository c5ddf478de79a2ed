import { InputError, shownPlace } from '@hashsight/formats';
import type { ASIDE } from '../posts/collect-posts.js';
import { query, type Relation, select } from '../tables/relation.js';
import type { Ask } from './step.js';

/** Relations of what is set aside, as one. */
export function setAsideOf(...parts: readonly Relation<typeof ASIDE>[]): Relation<typeof ASIDE> {
  const [first] = parts as readonly [Relation<typeof ASIDE>];
  const all = parts.map((part) => `SELECT * FROM ${part}`);
  return query(first.columns, all.join(' UNION ALL ')).relation;
}

/**
 * Refuses posts of which more records are unusable than the user allows.
 *
 * @param name of the posts, for the message
 * @param records all of them
 * @returns how many there are
 * @throws InputError with the first of them; or when no post is left
 */
export async function checkSetAside(
  ask: Ask,
  name: string,
  records: number,
  setAside: Relation<typeof ASIDE>,
  maxSetAside: number,
): Promise<number> {
  const [count] = await ask.rows(query({ n: 'BIGINT' }, `SELECT count(*) AS n FROM ${setAside}`));
  const { n = 0 } = count ?? {};
  if (n === 0) return n;
  const [first] = await ask.rows(select(setAside, ['origin', 'reason'], 'ORDER BY row_id, reason LIMIT 1'));
  const error = setAsideError(name, {
    ...{ count: n, records, maxSetAside },
    first: `${shownPlace(first?.origin ?? '')}: ${first?.reason}`,
  });
  if (error) throw error;
  return n;
}

/** What {@link setAsideError} is told. */
export interface SetAsideCounts {
  readonly count: number;
  readonly records: number;
  /** Share of the records that may be set aside. */
  readonly maxSetAside: number;
  /** The first of them with its reason. */
  readonly first: string;
}

/** The error that a job ends with for what is set aside; undefined where that is no more than may be. */
export function setAsideError(
  name: string,
  { count, records, maxSetAside, first }: SetAsideCounts,
): InputError | undefined {
  if (count === 0 || (count <= maxSetAside * records && count < records)) return undefined;
  if (count === records) {
    return new InputError(`${name}: expected posts, got none that can be used; the first: ${first}`);
  }
  return new InputError(
    `${name}: expected at most ${maxSetAside} of the posts to be set aside (\`maxSetAside\`), got ${count} of ${records}; the first: ${first}`,
  );
}
