import path from 'node:path';
import { type ImageSource, InputError, type Sample, SPLITS, type Vocabulary } from '@hashsight/formats';
import { type LedgerLine, noteOpening, testDigestOf } from '../evaluation/ledger.js';
import { imagesText, listedNote } from '../training-data/labelled-image.js';
import type { OpenedSet } from '../training-data/labelled-set.js';
import { openTrainingSet } from '../training-data/open-training-set.js';

/** A test image; its labels are in the task's keeping. */
export interface TestImage {
  readonly id: string;
  /** Path of the image in the post, for messages. */
  readonly imagePath: string;
  readonly image: ImageSource;
}

/** Labels of the test images, in their order, and how often they have been opened. */
export interface OpenedTestLabels {
  readonly labels: readonly (readonly number[])[];
  /** Including this time. */
  readonly openings: number;
}

/** A labelled data set to solve. The labels of its test images come out through one method, which notes it. */
export class Task {
  readonly name: string;
  /** As the user gave it. */
  readonly path: string;
  /** `single`: each image has one label; `multi`: any number. */
  readonly kind: 'single' | 'multi';
  readonly vocabulary: Vocabulary;
  readonly train: readonly Sample[];
  readonly validation: readonly Sample[];
  readonly test: readonly TestImage[];
  /** Digests of the set, as in a run's config. */
  readonly digests: OpenedSet['digests'];
  /** SHA-256 over test images and labels. */
  readonly testDigest: string;
  /** Notes for the user, one per line. */
  readonly notes: readonly string[];
  readonly #testLabels: readonly (readonly number[])[];

  constructor(
    known: Pick<Task, 'name' | 'path' | 'kind' | 'vocabulary' | 'train' | 'validation' | 'digests' | 'notes'>,
    test: readonly Sample[],
  ) {
    this.name = known.name;
    this.path = known.path;
    this.kind = known.kind;
    this.vocabulary = known.vocabulary;
    this.train = known.train;
    this.validation = known.validation;
    this.digests = known.digests;
    this.notes = known.notes;
    this.test = test.map(({ id, imagePath, image }) => ({ id, imagePath, image }));
    this.#testLabels = test.map(({ labels }) => labels);
    this.testDigest = testDigestOf(test, known.vocabulary);
  }

  get numClasses(): number {
    return this.vocabulary.classes.length;
  }

  /** Names of the classes, in their order. */
  get classNames(): readonly string[] {
    return this.vocabulary.classes.map(({ name }) => name);
  }

  /**
   * The labels of the test images. The opening is noted in the ledger first.
   *
   * @throws InputError if the ledger cannot be written: without a note, there are no labels
   */
  async openTestLabels(
    ledger: string,
    opening: Pick<LedgerLine, 'time' | 'models' | 'settings' | 'results' | 'out'>,
  ): Promise<OpenedTestLabels> {
    const { name, testDigest, test } = this;
    const line: LedgerLine = { version: 1, task: name, testDigest, images: test.length, ...opening };
    return { openings: await noteOpening(ledger, line), labels: this.#testLabels };
  }
}

/**
 * Opens a task: class folders, a table, or a training set of `hashsight prepare`. If it has no test split, its
 * validation split becomes the test split, since choices can be made inside the training part.
 *
 * @param name - default: the name of the folder or file
 * @throws InputError if it cannot be used, has fewer than two classes, or no images to train or to test on
 */
export async function openTask(data: string, name = nameOf(data)): Promise<Task> {
  const { set, labelsPerImage, digests, notes } = await openTrainingSet(data);
  const { vocabulary } = set;
  if (vocabulary.classes.length < 2) {
    throw new InputError(`${data}: expected at least two classes, got ${vocabulary.classes.length}`);
  }
  const isMulti =
    labelsPerImage === 'several' &&
    SPLITS.some((split) => set[split].some(({ labels }) => labels.length > 1));
  const twice = isMulti
    ? []
    : SPLITS.flatMap((split) => set[split].filter(({ labels }) => labels.length > 1));
  const usable = (samples: readonly Sample[]) =>
    isMulti ? samples : samples.filter(({ labels }) => labels.length === 1);
  const hasTest = set.test.length > 0;
  const splits = {
    train: usable(set.train),
    validation: hasTest ? usable(set.validation) : [],
    test: usable(hasTest ? set.test : set.validation),
  };
  for (const split of ['train', 'test'] as const) {
    if (splits[split].length > 0) continue;
    throw new InputError(`${data}: no ${split} images; give some images the split ${split}`);
  }
  const known = {
    ...({ name, path: data, kind: isMulti ? 'multi' : 'single', vocabulary, digests } as const),
    ...{ train: splits.train, validation: splits.validation },
    notes: [
      ...notes,
      ...listedNote(
        (n) => `${imagesText(n)} in two classes left out, because an image of this task has one label`,
        twice.map(({ imagePath }) => imagePath),
      ),
      ...(hasTest
        ? []
        : [
            'no test split: the validation split is the test set, and settings are chosen inside the training part',
          ]),
    ],
  };
  return new Task(known, splits.test);
}

function nameOf(data: string): string {
  return path.basename(path.resolve(data)).replace(/\.[ct]sv$/i, '');
}
