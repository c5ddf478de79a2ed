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

/** Folder for intermediate results, in the folder of a training set. */
export const WORK_FOLDER = '.work';

/** The folder that images are relative to when none is named: that of the posts. */
export function imagesFolder([first]: readonly PostsFile[]): string {
  if (first === undefined) return '.';
  return first.kind === 'folder' ? first.path : path.dirname(first.path);
}

/**
 * Fails before the long work where it would fail after it.
 *
 * @throws InputError when the images' folder is none, or the training set cannot be written to `out`
 */
export async function checkFolders(images: string, out: string): Promise<void> {
  const found = await stat(images).catch((error: unknown) => {
    throw unusablePath(images, error);
  });
  if (!found.isDirectory()) throw new InputError(`${images}: expected a folder of images, got a file`);
  await checkWritableFolder(out);
  const names = (await isFolder(out)) ? await readdir(out) : [];
  const there = names.filter((name) => !isLeftOver(name) && name !== WORK_FOLDER);
  // A run that was killed while it renamed its files left some of them there; its work is beside them.
  const isCutOff = names.some((name) => isLeftOver(name) && name.startsWith(`.${PREPARATION_FILE}.`));
  if (there.length === 0 || isCutOff) return;
  await readPreparation(out).catch(() => {
    const message = `${out}: expected an empty folder or an earlier training set, got one with ${there[0]} in it`;
    throw new InputError(`${message}; choose another \`out\``);
  });
}

/**
 * A vocabulary that somebody edited is never written over, but by the run that uses it.
 *
 * @throws InputError when it would be
 */
export async function checkUnedited(out: string, rule: VocabularyRule): Promise<void> {
  if (rule.kind === 'file' && path.resolve(rule.path) === path.resolve(out, VOCABULARY_FILE)) return;
  if (!(await isVocabularyEdited(out))) return;
  const file = path.join(out, VOCABULARY_FILE);
  throw new InputError(
    `${file}: expected the file that prepare wrote, got one that was edited; use it with \`vocabulary: file:${file}\`, or move it away`,
  );
}
