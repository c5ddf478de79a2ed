import path from 'node:path';
import type { Preparation, Vocabulary } from '@hashsight/formats';
import { readPreparation, readVocabulary, writeFileAtomic } from '@hashsight/formats/node';
import { logSpaced, shownImages } from '@hashsight/pages';
import { loadWordNet } from '../hashtags/wordnet/wordnet.js';
import type { PreparedTrainingSet } from '../prepare/prepare.js';
import type { DuplicatePair } from '../prepare/steps/duplicate-posts.js';
import { type ComparedPair, writeDuplicatesPage } from './duplicates-page.js';
import { type ManifestFigures, readManifestFigures } from './manifest-figures.js';
import type { ShownClass } from './preparation-classes.js';
import type { ShownDuplicates } from './preparation-duplicates.js';
import { preparationPage } from './preparation-page.js';

/** What {@link writePreparationReport} takes besides the folder: what `prepare` gave can be given as it is. */
export interface PreparationReportOptions {
  /** The page's heading; default: the name of the folder. */
  readonly title?: string;
  /** Images that are the same as another, or look so. */
  readonly duplicatePairs?: readonly DuplicatePair[];
  /** What is in its files, where somebody has read them; default: they are read. */
  readonly preparation?: Preparation;
  readonly vocabulary?: Vocabulary;
  /** What was found for the classes of another task. */
  readonly targets?: NonNullable<PreparedTrainingSet['targets']>;
}

const CLASSES = 24;
const IMAGES = 4;
const COPIED = 8;
const PAIRS = 6;

/**
 * Writes the page of a training set, `report.html` in its folder: what became of each post, the long tail, labels a
 * image, what came together, what was dropped and why, what classes look like, duplicates, and the effect of sampling;
 * and `duplicates.html` with pairs to look at, where there are any. Each is one file that needs nothing else. The same set
 * gives the same bytes.
 *
 * @param dir a folder that `prepare` wrote
 * @returns the page's path
 * @throws InputError when the folder is no training set, or cannot be written to
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

/** The classes of which there are images. */
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
    // From the least to the most alike, not the least alike alone.
    pairs: pairs.filter((_, i) => i % Math.ceil(pairs.length / PAIRS) === 0),
    pairCount: pairs.length,
    mostCopied: mostCopied.flatMap(({ copies }, i) => {
      const image = images[i] ?? null;
      return image === null ? [] : [{ image, copies }];
    }),
  };
}

/** The pairs whose images can both be shown. */
async function compared(pairs: readonly DuplicatePair[]): Promise<readonly ComparedPair[]> {
  const images = await shownImages(pairs.flatMap(({ first, second }) => [first.image, second.image]));
  return pairs.flatMap(({ kind, distance, where, first, second }, i) => {
    const left = images[2 * i] ?? null;
    const right = images[2 * i + 1] ?? null;
    if (left === null || right === null) return [];
    const both = [
      { name: first.name, image: left },
      { name: second.name, image: right },
    ];
    return [{ kind, distance, where, images: both }];
  });
}
