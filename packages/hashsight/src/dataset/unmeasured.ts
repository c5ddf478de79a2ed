import type { Tables } from '../tables/index.js';

/**
 * The classes that no validation picture shows: nothing can be measured of them.
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

/** Names that are shown of many. */
const SHOWN = 8;

/**
 * The classes that no validation picture shows, for people: `7 of 39 classes have no validation picture: egg, emu, …`;
 * undefined where there are none.
 *
 * @param unmeasured by name
 * @param classes how many there are
 */
export function unmeasuredText(unmeasured: readonly string[], classes: number): string | undefined {
  if (unmeasured.length === 0) return undefined;
  const names = unmeasured.slice(0, SHOWN).join(', ');
  const have = unmeasured.length === 1 ? 'has' : 'have';
  return `${unmeasured.length} of ${classes} classes ${have} no validation picture: ${names}${unmeasured.length > SHOWN ? ', …' : ''}`;
}
