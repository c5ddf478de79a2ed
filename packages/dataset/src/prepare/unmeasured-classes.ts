import type { Tables } from '../tables/tables.js';

/**
 * The classes that no validation image shows: nothing can be measured of them.
 *
 * @param manifest of a training set, as a relation
 * @param classes how many there are
 */
export async function unmeasuredClasses(
  tables: Tables,
  manifest: string,
  classes: number,
): Promise<readonly number[]> {
  const rows = await tables.rows<{ label: number }>(
    `SELECT DISTINCT unnest(labels) AS label FROM ${manifest} WHERE split = 'validation'`,
  );
  const measured = new Set(rows.map(({ label }) => label));
  return Array.from({ length: classes }, (_, label) => label).filter((label) => !measured.has(label));
}
