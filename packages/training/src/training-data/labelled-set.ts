import { createHash } from 'node:crypto';
import {
  InputError,
  type Sample,
  SPLITS,
  type SplitName,
  shownText,
  type TrainingSet,
  type Vocabulary,
} from '@hashsight/formats';
import { classesDigest } from '@hashsight/formats/node';
import { unreadableLimit, unreadableLimitText } from '../unreadable-images.js';
import { imagesText, type LabelledImage, type LabelledImages, listedNote } from './labelled-image.js';
import { type ImageFile, imageFiles, sameImages } from './same-files.js';
import { stratifiedSplit } from './stratified-split.js';

/** A training set and its digests. */
export interface OpenedSet {
  readonly set: TrainingSet;
  /** Whether the form of the data gives each image one label, or any number. Merged copies may have more than one. */
  readonly labelsPerImage: 'one' | 'several';
  /** SHA-256 of the samples, and of the class names in their order. */
  readonly digests: { readonly manifest: string; readonly classes: string };
  /** Notes for the user, one per line. */
  readonly notes: readonly string[];
}

/** Maximum total size of the files that are read to find copies: 256 MiB. */
const COMPARED_BYTES = 2 ** 28;

type SplitImage = LabelledImage & { readonly split: SplitName; readonly size: number };

/**
 * Makes a training set of labelled images. Missing splits are drawn by the hash of the path. Copies within a split become one
 * image with the labels of all. The image files are not copied.
 *
 * @param data - path of the folder or the table, for messages
 * @throws InputError when there are no images, fewer than two classes, or too many missing files
 */
export async function labelledSet(data: string, read: LabelledImages): Promise<OpenedSet> {
  const files = await imageFiles(read.images);
  const missing = read.images.filter((_, i) => files[i]?.size === undefined).map(({ path }) => path);
  if (missing.length > unreadableLimit(read.images.length)) {
    throw new InputError(
      `${data}: ${missing.length} of ${read.images.length} image files do not exist (${unreadableLimitText(read.images.length)}); the first: ${missing[0]}`,
    );
  }
  const there = read.images.flatMap((image, i) =>
    files[i]?.size === undefined ? [] : [{ image, file: files[i] as ImageFile }],
  );
  const merged = await mergeCopies(
    there.map(({ image }) => image),
    there.map(({ file }) => file),
  );
  const names = [...new Set(merged.images.flatMap(({ labels }) => labels))].sort(byCodeUnits);
  if (names.length < 2) {
    const got = names.length === 0 ? 'no images' : `one, ${shownText(names[0] as string)}`;
    throw new InputError(`${data}: expected images of at least two classes, got ${got}`);
  }
  const vocabulary = vocabularyOf(names, merged.images);
  const indexOf = new Map(names.map((name, i) => [name, i]));
  const labelsOf = ({ labels }: LabelledImage) =>
    labels.map((label) => indexOf.get(label) as number).sort((a, b) => a - b);
  const split = drawSplits(merged.images, labelsOf, names.length);
  const images = split.images.map((image): SplitImage => {
    return { ...image, size: merged.sizes.get(image.path) as number };
  });
  const set = { vocabulary, ...samplesOf(images, labelsOf) };
  if (set.train.length === 0) throw new InputError(`${data}: expected training images, got none`);
  return {
    set,
    labelsPerImage: read.labelsPerImage,
    digests: { manifest: samplesDigest(images), classes: classesDigest(vocabulary) },
    notes: [
      ...read.notes,
      ...listedNote((n) => `${imagesText(n)} skipped because the file does not exist`, missing),
      ...merged.notes,
      ...split.notes,
      ...classNotes(set),
    ],
  };
}

interface Merged {
  readonly images: readonly LabelledImage[];
  /** Bytes, by path. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly notes: readonly string[];
}

/** Merges copies within a split into one image with the first path. Copies across splits stay and are reported. */
async function mergeCopies(images: readonly LabelledImage[], files: readonly ImageFile[]): Promise<Merged> {
  const { groups, isComplete } = await sameImages(images, files, COMPARED_BYTES);
  const kept = new Map<number, LabelledImage>(images.entries());
  const merged: string[] = [];
  const leaked: string[] = [];
  for (const group of groups) {
    const firsts = new Map<SplitName | undefined, number>();
    for (const i of group) {
      const image = images[i] as LabelledImage;
      const first = firsts.get(image.split);
      if (first === undefined) {
        firsts.set(image.split, i);
        continue;
      }
      const before = kept.get(first) as LabelledImage;
      kept.set(first, { ...before, labels: [...new Set([...before.labels, ...image.labels])] });
      kept.delete(i);
      merged.push(image.path);
    }
    if (firsts.size > 1) leaked.push((images[group[0] as number] as LabelledImage).path);
  }
  const sizes = new Map(images.map(({ path }, i) => [path, files[i]?.size as number]));
  const notes = [
    ...listedNote(
      (n) =>
        `${n} ${n === 1 ? 'copy' : 'copies'} within a split merged into one image with the labels of both`,
      merged.sort(byCodeUnits),
    ),
    ...listedNote(
      (n) => `${imagesText(n)} in more than one split: metrics are optimistic`,
      leaked.sort(byCodeUnits),
    ),
    ...(isComplete
      ? []
      : [
          `copies with equal bytes were not searched: the files of equal size exceed ${COMPARED_BYTES} bytes in total`,
        ]),
  ];
  return { images: [...kept.values()], sizes, notes };
}

/** Draws the missing splits: validation and test if no image has a split, only validation if just test is given. */
function drawSplits(
  images: readonly LabelledImage[],
  labelsOf: (image: LabelledImage) => number[],
  numClasses: number,
): { readonly images: readonly (LabelledImage & { split: SplitName })[]; readonly notes: readonly string[] } {
  const given = new Set(images.flatMap(({ split }) => split ?? []));
  const undrawn = (['validation', 'test'] as const).filter((name) => !given.has(name));
  const wanted = new Set<SplitName>(given.has('validation') ? [] : undrawn);
  const isOpen = ({ split }: LabelledImage) => split === undefined || (split === 'train' && wanted.size > 0);
  const open = images.filter(isOpen);
  // Rows without a split, in a table where other rows have one, are distributed over all splits.
  const splits = new Set<SplitName>(wanted.size > 0 || open.length === 0 ? wanted : ['validation', 'test']);
  const unsplit = open.map((image) => ({ path: image.path, labels: labelsOf(image), group: image.group }));
  const drawn = stratifiedSplit(unsplit, numClasses, splits).values();
  const all = images.map((image) => {
    const split = isOpen(image) ? (drawn.next().value as SplitName) : (image.split as SplitName);
    return { ...image, split };
  });
  const hasGroups = open.some(({ group }) => group !== undefined);
  const by = hasGroups ? 'group; the images of a group stay together' : 'path';
  const notes =
    splits.size === 0 || open.length === 0
      ? []
      : [
          `a tenth of each class is held out for ${[...splits].join(', and a tenth for ')}, by the hash of the ${by}`,
        ];
  return { images: all, notes: [...notes, ...dividedGroups(all)] };
}

/** A note on groups with images in more than one split, which happens if the splits are given. */
function dividedGroups(images: readonly (LabelledImage & { readonly split: SplitName })[]): string[] {
  const splitsOf = new Map<string, Set<SplitName>>();
  for (const { group, split } of images) {
    if (group !== undefined) splitsOf.set(group, (splitsOf.get(group) ?? new Set()).add(split));
  }
  const divided = [...splitsOf].filter(([, splits]) => splits.size > 1).map(([group]) => group);
  return listedNote(
    (n) =>
      `${n} ${n === 1 ? 'group has' : 'groups have'} images in more than one split: metrics are optimistic`,
    divided.sort(byCodeUnits),
  );
}

function vocabularyOf(names: readonly string[], images: readonly LabelledImage[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const { labels } of images)
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const classes = names.map((name) => ({ name, hashtags: [name], count: counts.get(name) as number }));
  return { version: 1, classes, dropped: [] };
}

function samplesOf(
  images: readonly SplitImage[],
  labelsOf: (image: LabelledImage) => number[],
): Record<SplitName, Sample[]> {
  const samples: Record<SplitName, Sample[]> = { train: [], validation: [], test: [] };
  for (const image of images) {
    const { path, file, split } = image;
    const labels = labelsOf(image);
    samples[split].push({ id: path, imagePath: path, image: { file }, labels, replicationFactor: 1 });
  }
  return samples;
}

/** SHA-256 of paths, sizes, splits and labels. The images themselves are not read. */
function samplesDigest(images: readonly SplitImage[]): string {
  const digest = createHash('sha256');
  for (const { path, size, split, labels } of images) {
    digest.update(`${JSON.stringify([path, size, split, labels])}\n`);
  }
  return digest.digest('hex');
}

/** Notes on classes without an image in a split. */
function classNotes({ vocabulary, ...splits }: TrainingSet): string[] {
  const counts = new Map(
    SPLITS.map((split) => {
      const seen = new Set(splits[split].flatMap(({ labels }) => labels));
      return [split, seen] as const;
    }),
  );
  return SPLITS.flatMap((split) => {
    const seen = counts.get(split) as ReadonlySet<number>;
    if (seen.size === 0) return [];
    const without = vocabulary.classes.filter((_, label) => !seen.has(label)).map(({ name }) => name);
    const harm = split === 'train' ? 'cannot be learned' : `cannot be measured on ${split}`;
    return listedNote(
      (n) => `${n} ${n === 1 ? 'class has' : 'classes have'} no ${split} image and ${harm}`,
      without,
    );
  });
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
