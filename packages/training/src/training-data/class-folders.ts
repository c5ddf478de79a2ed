import path from 'node:path';
import type { SplitName } from '@hashsight/formats';
import { PassedOver } from '@hashsight/formats/node';
import { isReadImageName, isUnknownName, walkImages } from '@hashsight/images';
import { imagesText, type LabelledImage, type LabelledImages, listedNote } from './labelled-image.js';

/** Folder names that are splits if there is a `train` folder, as in torchvision's and timm's data sets. */
const SPLIT_FOLDERS: Readonly<Record<string, SplitName>> = {
  train: 'train',
  validation: 'validation',
  valid: 'validation',
  val: 'validation',
  test: 'test',
};

/**
 * Reads a folder with one folder of images per class, `DIR/cat/1.jpg`, like torchvision's `ImageFolder`, optionally below
 * `train`, `validation` (or `val`, `valid`) and `test`. Images in nested folders belong to the class folder above them.
 *
 * @returns no images if the folder has no class folders
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
  // A folder named train that contains images directly is a class, for example of vehicles.
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
    ...listedNote((n) => `${imagesText(n)} in unsupported formats skipped`, unread),
    ...listedNote((n) => `${imagesText(n)} outside of class folders skipped`, outside),
    ...listedNote((n) => `${n} ${n === 1 ? 'folder' : 'folders'} without images ignored`, [...classes]),
    ...passedOver.lines(),
  ];
  return { images, labelsPerImage: 'one', notes };
}

/** The class of a folder, and its split if there are split folders; undefined above the class folders. */
function membershipOf(
  within: string,
  hasSplits: boolean,
): { readonly label: string; readonly split?: SplitName } | undefined {
  const [first, second] = within.split('/').filter((name) => name !== '');
  if (!hasSplits) return first === undefined ? undefined : { label: first.normalize() };
  const split = SPLIT_FOLDERS[first ?? ''];
  return split === undefined || second === undefined ? undefined : { label: second.normalize(), split };
}
