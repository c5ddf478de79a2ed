import { type ImageSource, InputError, type OnProgress, type Sample, sampleText } from '@hashsight/formats';
import { extractFeatures, type FrozenModel } from '../features/extract-features.js';
import { imagesText, listedNote } from '../training-data/labelled-image.js';
import { unreadableLimit, unreadableLimitText } from '../unreadable-images.js';
import type { TaskFeatures } from './methods/method.js';
import type { Task, TestImage } from './task.js';

/** Options that reading the images of a task takes. */
export interface ReadOptions {
  readonly cacheFolder?: string | undefined;
  readonly workers?: number | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** The images of a task that can be decoded. */
export interface Survey {
  /** Training images, then validation images. */
  readonly pool: readonly Sample[];
  /** Number of training images in the pool. */
  readonly numTrain: number;
  readonly test: readonly TestImage[];
  /** SHA-256 of the images of the pool and of the test images, in their order. */
  readonly digests: { readonly pool: readonly string[]; readonly test: readonly string[] };
  /** Images left out. */
  readonly unreadable: number;
  /** Indices of the test images whose bytes are also those of an image of the pool. */
  readonly copies: ReadonlySet<number>;
  readonly notes: readonly string[];
  /** The features of these images by a network; from the cache after the first time. */
  readonly features: (frozen: FrozenModel, step: string) => Promise<TaskFeatures>;
}

/**
 * Decodes all images of a task once, with the features by a network as a result that stays in the cache. Finds the images
 * that cannot be decoded, and test images that are also training images.
 *
 * @throws InputError if too many images cannot be decoded: more than 1 % and more than 3
 */
export async function surveyTask(task: Task, frozen: FrozenModel, options: ReadOptions): Promise<Survey> {
  const all: readonly (Sample | TestImage)[] = [...task.train, ...task.validation, ...task.test];
  const poolSize = task.train.length + task.validation.length;
  const step = `${task.name}: features`;
  const found = await extractFeatures(frozen, { ...options, images: all.map(({ image }) => image), step });
  const unreadable = new Map(found.unreadable.map(({ index, reason }) => [index, reason]));
  checkReadable(task, all, unreadable);
  const indices = [...all.keys()].filter((i) => !unreadable.has(i));
  const [pool, test] = [indices.filter((i) => i < poolSize), indices.filter((i) => i >= poolSize)];
  const digestsOf = (own: readonly number[]) => own.map((i) => found.digests[i] as string);
  const digests = { pool: digestsOf(pool), test: digestsOf(test) };
  const inPool = new Set(digests.pool);
  const copies = new Set(digests.test.flatMap((digest, i) => (inPool.has(digest) ? [i] : [])));
  const testImages = test.map((i) => all[i] as TestImage);
  const nameOf = (image: TestImage | undefined) => image?.imagePath ?? '';
  return {
    pool: pool.map((i) => all[i] as Sample),
    numTrain: pool.filter((i) => i < task.train.length).length,
    test: testImages,
    digests,
    unreadable: unreadable.size,
    copies,
    notes: [
      ...listedNote(
        (n) => `${imagesText(n)} left out because they cannot be decoded`,
        [...unreadable.keys()].map((i) => nameOf(all[i])),
      ),
      ...listedNote(
        (n) =>
          `${n} test ${n === 1 ? 'image is' : 'images are'} also in the training part: metrics are optimistic; the lower bound counts them as wrong`,
        [...copies].map((i) => nameOf(testImages[i])),
      ),
    ],
    features: async (other, label) => {
      const images: ImageSource[] = indices.map((i) => (all[i] as TestImage).image);
      const { values, dim } = await extractFeatures(other, { ...options, images, step: label });
      const split = pool.length * dim;
      return { dim, pool: values.subarray(0, split), test: values.subarray(split) };
    },
  };
}

function checkReadable(
  task: Task,
  all: readonly (Sample | TestImage)[],
  unreadable: ReadonlyMap<number, string>,
): void {
  if (unreadable.size <= unreadableLimit(all.length)) return;
  const [[index, reason] = [0, '']] = unreadable;
  const first = sampleText({ labels: [], replicationFactor: 1, ...(all[index] as TestImage) });
  throw new InputError(
    `${task.path}: ${unreadable.size} of ${all.length} images cannot be decoded (${unreadableLimitText(all.length)}); the first: ${first}: ${reason}`,
  );
}
