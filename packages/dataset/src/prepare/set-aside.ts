import { InputError, shownPlace } from '@hashsight/formats';
import type { ASIDE } from '../posts/collect-posts.js';
import { query, type Relation, select } from '../tables/relation.js';
import type { ImageFolders } from './image-folders.js';
import type { Ask } from './step.js';

/** Combines relations of records set aside. */
export function setAsideOf(...parts: readonly Relation<typeof ASIDE>[]): Relation<typeof ASIDE> {
  const [first] = parts as readonly [Relation<typeof ASIDE>];
  const all = parts.map((part) => `SELECT * FROM ${part}`);
  return query(first.columns, all.join(' UNION ALL ')).relation;
}

/**
 * Checks that no more records are set aside than `maxSetAside` allows.
 *
 * @param name name of the posts in the message
 * @param records number of all records
 * @param images folders of the images; the message names that of the first post if its image is missing
 * @returns the number of records set aside
 * @throws InputError with the first reason if there are too many, or if no post is left
 */
export async function checkSetAside(
  ask: Ask,
  name: string,
  records: number,
  setAside: Relation<typeof ASIDE>,
  maxSetAside: number,
  images?: Pick<ImageFolders, 'ofRow'>,
): Promise<number> {
  const [count] = await ask.rows(query({ n: 'BIGINT' }, `SELECT count(*) AS n FROM ${setAside}`));
  const { n = 0 } = count ?? {};
  if (n === 0) return n;
  const [first] = await ask.rows(
    select(setAside, ['row_id', 'kind', 'origin', 'reason'], 'ORDER BY row_id, reason LIMIT 1'),
  );
  const error = setAsideError(name, {
    ...{ count: n, records, maxSetAside },
    first: `${shownPlace(first?.origin ?? '')}: ${first?.reason}`,
    ...(first?.kind === 'missing-image' && images !== undefined && { searched: images.ofRow(first.row_id) }),
  });
  if (error) throw error;
  return n;
}

/** Arguments of {@link setAsideError}. */
export interface SetAsideCounts {
  readonly count: number;
  readonly records: number;
  /** Maximum share of the records that may be set aside. */
  readonly maxSetAside: number;
  /** The first record set aside, with its reason. */
  readonly first: string;
  /** Folder in which the image of the first post is missing, if that is the reason. */
  readonly searched?: string;
}

/** The error for too many records set aside; undefined if the number is within the limit. */
export function setAsideError(
  name: string,
  { count, records, maxSetAside, first, searched }: SetAsideCounts,
): InputError | undefined {
  if (count === 0 || (count <= maxSetAside * records && count < records)) return undefined;
  const advice =
    searched === undefined
      ? ''
      : `; image paths are relative to ${shownPlace(searched)}, unless \`images\` names another folder`;
  if (count === records) {
    return new InputError(`${name}: none of the posts can be used; the first: ${first}${advice}`);
  }
  return new InputError(
    `${name}: ${count} of ${records} posts cannot be used, more than \`maxSetAside: ${maxSetAside}\` allows; the first: ${first}${advice}`,
  );
}
