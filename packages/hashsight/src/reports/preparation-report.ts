import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type DuplicatePair, readPreparation } from '../dataset/index.js';
import { writeFileAtomic } from '../files/index.js';
import { readVocabulary } from '../hashtags/index.js';
import { type ComparedPair, duplicatesPage } from './duplicates-page.js';
import { readManifestFigures } from './manifest-figures.js';
import { preparationPage } from './preparation-page.js';
import { thumbnail } from './thumbnails.js';

/** What {@link writePreparationReport} takes. */
export interface PreparationReportOptions {
  /** The page's heading; default: the name of the folder. */
  readonly title?: string;
  /** Pictures that are the same as another, or look so: what `prepare` gave. */
  readonly duplicatePairs?: readonly DuplicatePair[];
}

const CLASSES = 24;
const PICTURES = 4;
const PAIRS = 6;
const DUPLICATES_FILE = 'duplicates.html';

/**
 * Writes the page of a training set, `report.html` in its folder: what became of each post, the long tail, labels a
 * picture, what came together, what was dropped and why, duplicates, the effect of sampling, and what classes look like;
 * and `duplicates.html` with pairs to look at, where there are any. Each is one file that needs nothing else.
 *
 * @param dir a folder that `prepare` wrote
 * @returns the page's path
 * @throws InputError when the folder is no training set
 */
export async function writePreparationReport(
  dir: string,
  { title = path.basename(path.resolve(dir)), duplicatePairs = [] }: PreparationReportOptions = {},
): Promise<string> {
  const preparation = await readPreparation(dir);
  const vocabulary = await readVocabulary(path.join(dir, 'vocabulary.json'));
  const step = Math.max(1, vocabulary.classes.length / CLASSES);
  const shown = [...vocabulary.classes.keys()].filter(
    (index) => Math.floor(index / step) !== Math.floor((index - 1) / step),
  );
  const figures = await readManifestFigures(dir, {
    classes: vocabulary.classes.length,
    sampling: preparation.settings.sampling,
    shown,
    pictures: PICTURES,
  });
  const classes: { name: string; count: number; pictures: string[] }[] = [];
  for (const index of shown) {
    const drawn = await Promise.all((figures.picturesOf.get(index) ?? []).map(thumbnail));
    const pictures = drawn.filter((picture) => picture !== null);
    const count = figures.ofClass[index] ?? 0;
    if (pictures.length > 0) classes.push({ name: vocabulary.classes[index]?.name ?? '', count, pictures });
  }
  const pairs = await compared(duplicatePairs);
  const page = preparationPage({
    title,
    preparation,
    vocabulary,
    figures,
    classes,
    // From the least to the most alike, not the least alike alone.
    pairs: pairs.filter((_, i) => i % Math.ceil(pairs.length / PAIRS) === 0),
    ...(pairs.length > 0 && { duplicatesFile: DUPLICATES_FILE }),
  });
  const duplicates = path.join(dir, DUPLICATES_FILE);
  if (pairs.length > 0) await writeFileAtomic(duplicates, duplicatesPage(title, pairs));
  else await rm(duplicates, { force: true });
  const out = path.join(dir, 'report.html');
  await writeFileAtomic(out, page);
  return out;
}

async function compared(pairs: readonly DuplicatePair[]): Promise<readonly ComparedPair[]> {
  const found: ComparedPair[] = [];
  for (const { kind, distance, where, first, second } of pairs) {
    const [one, other] = await Promise.all([thumbnail(first.picture), thumbnail(second.picture)]);
    if (one === null || other === null) continue;
    const pictures = [
      { name: first.name, picture: one },
      { name: second.name, picture: other },
    ] as const;
    found.push({ kind, distance, where, pictures });
  }
  return found;
}
