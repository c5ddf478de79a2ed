import path from 'node:path';
import type { SplitName } from '@hashsight/formats';
import { PassedOver } from '@hashsight/formats/node';
import { isReadImageName, isUnknownName, walkImages } from '@hashsight/images';
import { imagesText, type LabelledImage, type LabelledImages, listedNote } from './labelled-image.js';

/** Names of folders that are splits, if a folder has `train`: those that torchvision's and timm's data sets have. */
const SPLIT_FOLDERS: Readonly<Record<string, SplitName>> = {
  train: 'train',
  validation: 'validation',
  valid: 'validation',
  val: 'validation',
  test: 'test',
};

/**
 * Reads a folder that has one folder of images for each class, `DIR/cat/1.jpg`, as torchvision's `ImageFolder` does; or such
 * folders for `train`, `validation` (or `val`, `valid`) and `test`. Images further down belong to the class above them.
 *
 * @returns no images if it is no such folder
 * @throws InputError when a folder cannot be read
 */
export async function readClassFolders(dir: string): Promise<LabelledImages> {
  const passedOver = new PassedOver();
  const images: LabelledImage[] = [];
  const unread: string[] = [];
  const outside: string[] = [];
  const folders: string[] = [];
  const found: { readonly within: string; readonly name: string }[] = [];
  for await (const { within, images: names, others } of walkImages(dir, {
    followSymlinks: true,
    passedOver,
  })) {
    folders.push(within);
    for (const name of names) found.push({ within, name });
    for (const name of others) passedOver.addFile(`${within}${name}`);
  }
  // A folder of images that is named train is a class: of vehicles, for instance.
  const hasSplits =
    folders.some((folder) => folder.startsWith('train/') && folder !== 'train/') &&
    !found.some(({ within }) => within === 'train/');
  const classes = new Set(folders.flatMap((folder) => membershipOf(folder, hasSplits)?.label ?? []));
  for (const { within, name } of found) {
    const relative = `${within}${name}`;
    const member = membershipOf(within, hasSplits);
    if (member === undefined) outside.push(relative);
    else if (!isReadImageName(name) && !isUnknownName(name)) unread.push(relative);
    else {
      const { label, split } = member;
      images.push({ path: relative, file: path.resolve(dir, relative), labels: [label], split });
    }
  }
  for (const { labels } of images) for (const label of labels) classes.delete(label);
  const notes = [
    ...listedNote((n) => `${imagesText(n)} of formats that are not read, left out`, unread),
    ...listedNote((n) => `${imagesText(n)} in no folder of a class, left out`, outside),
    ...listedNote((n) => `${n === 1 ? 'a folder' : `${n} folders`} without images, no class`, [...classes]),
    ...passedOver.lines(),
  ];
  return { images, notes };
}

/** The class of a folder, and its split where there are folders for them; undefined above the classes. */
function membershipOf(
  within: string,
  hasSplits: boolean,
): { readonly label: string; readonly split?: SplitName } | undefined {
  const [first, second] = within.split('/').filter((name) => name !== '');
  if (!hasSplits) return first === undefined ? undefined : { label: first.normalize() };
  const split = SPLIT_FOLDERS[first ?? ''];
  return split === undefined || second === undefined ? undefined : { label: second.normalize(), split };
}
