import { InputError } from '@hashsight/formats';

/**
 * Makes sure that nothing was lost.
 *
 * @param counted records in the file, counted without DuckDB
 * @param found records that DuckDB found
 * @param findIn records that DuckDB finds in the first so many; asked only to say where the difference begins
 * @throws InputError when they differ
 */
export async function checkRows(
  name: string,
  counted: number,
  found: number,
  findIn?: (first: number) => Promise<number>,
): Promise<void> {
  if (counted === found) return;
  const record = findIn && (await firstDifference(counted, findIn));
  const where = record === undefined ? '' : `; the difference begins at record ${record}`;
  throw new InputError(
    `${name}: expected DuckDB to read the ${counted} records that were counted, got ${found}${where}; please report this, with the file`,
  );
}

/** The number of a record from 1, up to which a file is read otherwise than it was counted, and before which it is not. */
async function firstDifference(
  counted: number,
  findIn: (first: number) => Promise<number>,
): Promise<number | undefined> {
  if ((await findIn(counted)) === counted) return undefined;
  let [alike, different] = [0, counted];
  while (different - alike > 1) {
    const middle = Math.floor((alike + different) / 2);
    if ((await findIn(middle)) === middle) alike = middle;
    else different = middle;
  }
  return different;
}
