import { stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError, PREPARATION_FILE } from '@hashsight/formats';
import { readPreparation, readTrainingSet, unusablePath } from '@hashsight/formats/node';
import { readClassFolders } from './class-folders.js';
import { labelledSet, type OpenedSet } from './labelled-set.js';
import { readLabelsTable } from './labels-table.js';

/**
 * Opens a training set: a folder written by `hashsight prepare`, a folder with one folder of images per class, or a CSV or TSV
 * file of images and labels.
 *
 * @throws InputError when `data` is none of these, or cannot be used
 */
export async function openTrainingSet(data: string): Promise<OpenedSet> {
  const found = await stat(data).catch((error: unknown) => {
    throw unusablePath(data, error);
  });
  if (!found.isDirectory()) {
    if (!/\.[ct]sv$/i.test(data)) {
      throw new InputError(`${data}: expected a folder, or a .csv or .tsv file of images and labels`);
    }
    return labelledSet(data, await readLabelsTable(data));
  }
  if (!(await isPrepared(data))) {
    const read = await readClassFolders(data);
    if (read.images.length > 0) return labelledSet(data, read);
    throw new InputError(
      `${data}: expected a folder written by hashsight prepare, or one with a folder of images per class, got neither ${PREPARATION_FILE} nor class folders with images`,
    );
  }
  const set = await readTrainingSet(data);
  const { manifest, classes } = (await readPreparation(data)).digests;
  return { set, labelsPerImage: 'several', digests: { manifest, classes }, notes: [] };
}

/** Whether a folder was written by `hashsight prepare`. */
export async function isPrepared(data: string): Promise<boolean> {
  return stat(path.join(data, PREPARATION_FILE)).then(
    () => true,
    () => false,
  );
}
