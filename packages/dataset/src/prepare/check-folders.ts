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
import type { PostsFile } from '../posts/find-posts.js';

/** Name of the folder for intermediate results, inside the folder of a training set. */
export const WORK_FOLDER = '.work';

/** The default folder for relative image paths: the folder of the first posts file. */
export function imagesFolder([first]: readonly PostsFile[]): string {
  if (first === undefined) return '.';
  return first.kind === 'folder' ? first.path : path.dirname(first.path);
}

/**
 * Checks the image folder and the output folder before the long work starts.
 *
 * @throws InputError if `images` is not a folder, or the training set cannot be written to `out`
 */
export async function checkFolders(images: string, out: string): Promise<void> {
  const found = await stat(images).catch((error: unknown) => {
    throw unusablePath(images, error);
  });
  if (!found.isDirectory()) throw new InputError(`${images}: expected a folder of images, got a file`);
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
