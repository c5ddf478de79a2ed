import path from 'node:path';
import { HashsightError, type License } from '@hashsight/formats';
import { isFolder, readDatasetLicense, readPreparation } from '@hashsight/formats/node';
import { isPrepared } from './open-training-set.js';

/**
 * Origins and licenses of training data: those in the `prepare.json` of a prepared training set, else that of the
 * `dataset.json` in a folder of images, or beside a table of labels.
 *
 * @param data path of the data, as for `openTrainingSet`
 * @param onNote receives a line if a `dataset.json` is not one of `hashsight dataset`
 * @throws InputError if a prepared training set cannot be read
 */
export async function licensesOfData(
  data: string,
  onNote?: (text: string) => void,
): Promise<readonly License[]> {
  if (await isPrepared(data)) return (await readPreparation(data)).licenses;
  try {
    const license = await readDatasetLicense((await isFolder(data)) ? data : path.dirname(data));
    return license === undefined ? [] : [license];
  } catch (error) {
    if (!(error instanceof HashsightError)) throw error;
    onNote?.(`${error.message}; its license is not recorded`);
    return [];
  }
}

/** The licenses of several lists, each once. */
export function distinctLicenses(...lists: readonly (readonly License[] | undefined)[]): readonly License[] {
  const all = lists.flatMap((list) => list ?? []);
  return [...new Map(all.map((license) => [JSON.stringify(license), license])).values()];
}
