import path from 'node:path';
import type { Preparation, Vocabulary } from '@hashsight/formats';
import { readPreparation, readVocabulary, writeFileAtomic } from '@hashsight/formats/node';
import { logSpaced, shownImages } from '@hashsight/pages';
import { loadWordNet } from '../hashtags/wordnet/wordnet.js';
import type { PreparedTrainingSet } from '../prepare/prepare.js';
import type { DuplicatePair, NamedImage } from '../prepare/steps/duplicate-posts.js';
import { type ComparedPair, writeDuplicatesPage } from './duplicates-page.js';
import { type ManifestFigures, readManifestFigures } from './manifest-figures.js';
import type { ShownClass } from './preparation-classes.js';
import type { ShownDuplicates } from './preparation-duplicates.js';
import { preparationPage } from './preparation-page.js';

/** Options of {@link writePreparationReport}; the result of `prepare` can be passed as it is. */
export interface PreparationReportOptions {
  /** Heading of the page; default: the name of the folder. */
  readonly title?: string;
  /** Pairs of duplicate images. */
  readonly duplicatePairs?: readonly DuplicatePair[];
  /** The content of `prepare.json` and `vocabulary.json`; default: read from the folder. */
  readonly preparation?: Preparation;
  readonly vocabulary?: Vocabulary;
  /** The matches for the classes of another task. */
  readonly targets?: NonNullable<PreparedTrainingSet['targets']>;
}

const CLASSES = 24;
const IMAGES = 4;
const COPIED = 8;
const PAIRS = 6;

/**
 * Writes the report of a training set, `report.html` in its folder: the counts from posts to images, the long tail,
 * labels per image, merged and dropped hashtags with reasons, sample images, duplicates, and the effect of sampling. If
 * there are pairs of duplicates, it also writes `duplicates.html`. Each page is a self-contained file, and the same set
 * gives the same bytes.
 *
 * @param dir a folder written by `prepare`
 * @returns the path of the report
 * @throws InputError if the folder is not a training set or cannot be written to
 */
export async function writePreparationReport(
  dir: string,
  {
    title = path.basename(path.resolve(dir)),
    duplicatePairs = [],
    targets,
    ...given
  }: PreparationReportOptions = {},
): Promise<string> {
  const preparation = given.preparation ?? (await readPreparation(dir));
  const vocabulary = given.vocabulary ?? (await readVocabulary(path.join(dir, 'vocabulary.json')));
  const shown = logSpaced(vocabulary.classes.length, CLASSES);
  const figures = await readManifestFigures(dir, {
    classes: vocabulary.classes.length,
    sampling: preparation.settings.sampling,
    shown,
    images: IMAGES,
    copied: COPIED,
  });
  const pairs = await compared(duplicatePairs);
  const page = preparationPage({
    title,
    preparation,
    vocabulary,
    wordnet: loadWordNet(),
    figures,
    classes: await classesShown(shown, vocabulary, figures),
    duplicates: await duplicatesShown(pairs, figures),
    ...(targets && { targets }),
  });
  await writeDuplicatesPage(dir, pairs, { title, counts: preparation.counts });
  const out = path.join(dir, 'report.html');
  await writeFileAtomic(out, page);
  return out;
}

/** The classes that have images to show. */
async function classesShown(
  shown: readonly number[],
  { classes }: Vocabulary,
  { natural, imagesOf }: ManifestFigures,
): Promise<readonly ShownClass[]> {
  const found: ShownClass[] = [];
  for (const label of shown) {
    const images = (await shownImages(imagesOf.get(label) ?? [])).filter((each) => each !== null);
    const { name = '' } = classes[label] ?? {};
    if (images.length > 0) {
      found.push({ name, rank: label + 1, count: natural.ofClass[label] ?? 0, images });
    }
  }
  return found;
}

async function duplicatesShown(
  pairs: readonly ComparedPair[],
  { mostCopied }: ManifestFigures,
): Promise<ShownDuplicates> {
  const images = await shownImages(mostCopied.map(({ image }) => image));
  return {
    // A sample over the whole range, not only the least similar pairs.
    pairs: pairs.filter((_, i) => i % Math.ceil(pairs.length / PAIRS) === 0),
    pairCount: pairs.length,
    mostCopied: mostCopied.flatMap(({ copies }, i) => {
      const image = images[i] ?? null;
      return image === null ? [] : [{ image, copies }];
    }),
  };
}

/** The pairs whose images can both be decoded. */
async function compared(pairs: readonly DuplicatePair[]): Promise<readonly ComparedPair[]> {
  const images = await shownImages(pairs.flatMap(({ first, second }) => [first.image, second.image]));
  return pairs.flatMap(({ kind, distance, where, first, second }, i) => {
    const left = images[2 * i] ?? null;
    const right = images[2 * i + 1] ?? null;
    if (left === null || right === null) return [];
    const both = [
      { name: shownName(first), image: left },
      { name: shownName(second), image: right },
    ];
    return [{ kind, distance, where, images: both }];
  });
}

/** The id of the post, with the name of the image's file if the id does not tell it. */
function shownName({ name, image }: NamedImage): string {
  if (image.offset !== undefined) return name; // the file contains many images
  const { base, name: stem } = path.parse(image.file);
  if (name === stem) return base;
  return name.includes(stem) ? name : `${base} (post ${name})`;
}
