import { createHash } from 'node:crypto';

/** A pseudorandom choice, ordered by a hash of the id: the same records always give the same choice. */
export function drawn<T extends { readonly id: string }>(records: readonly T[], count: number): T[] {
  const lot = ({ id }: T) => createHash('sha256').update(`report ${id}`).digest('hex');
  return records
    .map((record) => ({ record, lot: lot(record) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ record }) => record);
}
