import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError, PREPARATION_FILE, VOCABULARY_FILE } from '@hashsight/formats';
import {
  checkWritableFolder,
  isFolder,
  isLeftOver,
  isVocabularyEdited,
  readPreparation,
  unusablePath,
} from '@hashsight/formats/node';
import type { VocabularyRule } from '../hashtags/vocabularies/vocabulary-rule.js';
import type { ImageFolders } from './image-folders.js';

/** Name of the folder for intermediate results, inside the folder of a training set. */
export const WORK_FOLDER = '.work';

/**
 * Checks the image folders and the output folder before the long work starts.
 *
 * @throws InputError if one of the image folders is none, or the training set cannot be written to `out`
 */
export async function checkFolders(images: ImageFolders, out: string): Promise<void> {
  for (const folder of images.all) {
    const found = await stat(folder).catch((error: unknown) => {
      throw unusablePath(folder, error);
    });
    if (!found.isDirectory()) throw new InputError(`${folder}: expected a folder of images, got a file`);
  }
  await checkWritableFolder(out);
  const names = (await isFolder(out)) ? await readdir(out) : [];
  const existing = names.filter((name) => !isLeftOver(name) && name !== WORK_FOLDER);
  // A run that was killed while renaming its files leaves only some of them in place; its work folder is still there.
  const isCutOff = names.some((name) => isLeftOver(name) && name.startsWith(`.${PREPARATION_FILE}.`));
  if (existing.length === 0 || isCutOff) return;
  await readPreparation(out).catch(() => {
    const message = `${out}: expected an empty folder or an earlier training set, got a folder that contains ${existing[0]}`;
    throw new InputError(`${message}; choose another \`out\``);
  });
}

/**
 * Protects an edited vocabulary: only a run that uses it may overwrite it.
 *
 * @throws InputError if `out` contains an edited vocabulary that the run does not use
 */
export async function checkUnedited(out: string, rule: VocabularyRule): Promise<void> {
  if (rule.kind === 'file' && path.resolve(rule.path) === path.resolve(out, VOCABULARY_FILE)) return;
  if (!(await isVocabularyEdited(out))) return;
  const file = path.join(out, VOCABULARY_FILE);
  throw new InputError(
    `${file}: edited since prepare wrote it; use it with \`vocabulary: file:${file}\`, or move it to another folder`,
  );
}
