import path from 'node:path';
import { readPreparation, readTrainingSet, type TrainingSet } from '../dataset/index.js';
import { writeFileAtomic } from '../files/index.js';
import { drawn } from './drawn.js';
import { type PreparationPage, preparationPage } from './preparation-page.js';
import { thumbnail } from './thumbnails.js';

const CLASSES = 24;
const PICTURES = 4;

/**
 * Writes the page of a training set, `report.html` in its folder: the long tail, labels a picture, what came together,
 * what was dropped and why, and what classes look like. One file that needs nothing else.
 *
 * @param dir a folder that `prepare` wrote
 * @returns the page's path
 * @throws InputError when the folder is no training set
 */
export async function writePreparationReport(dir: string, title?: string): Promise<string> {
  const set = await readTrainingSet(dir);
  const page = preparationPage({
    title: title ?? path.basename(path.resolve(dir)),
    preparation: await readPreparation(dir),
    vocabulary: set.vocabulary,
    picturesByLabels: picturesByLabels(set),
    classes: await picturesOfClasses(set),
  });
  const out = path.join(dir, 'report.html');
  await writeFileAtomic(out, page);
  return out;
}

function picturesByLabels({ train, validation }: TrainingSet): number[] {
  const pictures: number[] = [];
  for (const { labels } of [...train, ...validation]) {
    while (pictures.length < labels.length) pictures.push(0);
    pictures[labels.length - 1] = (pictures[labels.length - 1] ?? 0) + 1;
  }
  return pictures;
}

/** Some of the training pictures of classes at even steps down the vocabulary. */
async function picturesOfClasses({
  vocabulary,
  train,
  imagesDir,
}: TrainingSet): Promise<PreparationPage['classes']> {
  const step = Math.max(1, vocabulary.classes.length / CLASSES);
  const shown = vocabulary.classes
    .map(({ name, count }, index) => ({ name, count, index }))
    .filter(({ index }) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const classes: PreparationPage['classes'][number][] = [];
  for (const { name, count, index } of shown) {
    const samples = drawn(
      train.filter(({ labels }) => labels.includes(index)),
      PICTURES,
    );
    const pictures = await Promise.all(samples.map(({ image }) => thumbnail(imagesDir, image)));
    classes.push({ name, count, pictures: pictures.filter((picture) => picture !== null) });
  }
  return classes;
}
