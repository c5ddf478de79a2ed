import type { HeldOutSplit } from '@hashsight/formats';
import { query, type Relation } from '../tables/relation.js';
import type { Tables } from '../tables/tables.js';

/** The classes without an image in each held-out split. They cannot be measured there. */
export type UnmeasuredClasses = Readonly<Record<HeldOutSplit, readonly number[]>>;

/**
 * Finds the classes that cannot be measured.
 *
 * @param manifest manifest of a training set
 * @param classes number of classes
 */
export async function unmeasuredClasses(
  tables: Pick<Tables, 'rows'>,
  manifest: Relation<{ readonly split: 'VARCHAR'; readonly labels: 'INTEGER[]' }>,
  classes: number,
): Promise<UnmeasuredClasses> {
  const rows = await tables.rows(
    query(
      { split: 'VARCHAR', label: 'INTEGER' },
      `SELECT DISTINCT split, explode(labels) AS label FROM ${manifest} WHERE split <> 'train'`,
    ),
  );
  const all = Array.from({ length: classes }, (_, label) => label);
  const without = (split: HeldOutSplit) => {
    const measured = new Set(rows.filter((row) => row.split === split).map(({ label }) => label));
    return all.filter((label) => !measured.has(label));
  };
  return { validation: without('validation'), test: without('test') };
}
