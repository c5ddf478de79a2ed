import { InputError } from '@hashsight/formats';

/**
 * Checks that DuckDB reads every record of a file.
 *
 * @param counted number of records, counted without DuckDB
 * @param found number of records that DuckDB found
 * @param findIn number of records that DuckDB finds in the first `first` records; called only to locate a difference
 * @throws InputError if the counts differ
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
    `${name}: DuckDB reads ${found} of ${counted} records${where}; please report this, with the file`,
  );
}

/** The number of the first record (from 1) at which the two counts differ, by bisection. */
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
