import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseJsonFile } from '../files/json-file.js';
import { unusablePath } from '../files/unusable-path.js';
import { DATASET_FILE, datasetDescriptionSchema, type License, licenseOf } from './dataset-description.js';

/**
 * Reads origin and license of a data set from the `dataset.json` in its folder.
 *
 * @returns undefined if the folder has no such file
 * @throws InputError if the file is not a complete description
 */
export async function readDatasetLicense(folder: string): Promise<License | undefined> {
  const file = path.join(folder, DATASET_FILE);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw unusablePath(file, error);
  });
  if (text === undefined) return undefined;
  return licenseOf(parseJsonFile(file, text, datasetDescriptionSchema, 'a description of a data set'));
}
