import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import sharp from 'sharp';
import { type Sample, writeTrainingSet } from '../../src/dataset/index.js';
import type { TrainOptions } from '../../src/training/index.js';
import { temporaryFolder } from '../temporary-folder.js';

/** A training set in a folder of its own. */
export interface TinySet {
  readonly folder: string;
  /** The training set. */
  readonly data: string;
  /** The folder of its pictures. */
  readonly images: string;
}

const COLOURS = [
  { name: 'red', rgb: [200, 40, 40] },
  { name: 'blue', rgb: [40, 40, 200] },
] as const;

/** Pictures of two hashtags, red and blue in turns, no two of quite the same shade. */
export async function tinySet(
  t: TestContext,
  counts: { readonly train: number; readonly validation: number },
): Promise<TinySet> {
  const folder = temporaryFolder(t);
  const images = path.join(folder, 'images');
  mkdirSync(images);
  const samples = async (split: string, count: number): Promise<Sample[]> => {
    const made: Sample[] = [];
    for (let i = 0; i < count; i++) {
      const [r, g, b] = COLOURS[i % 2 === 0 ? 0 : 1].rgb;
      const image = `${split}-${i}.png`;
      const background = { r: r + (i % 40), g: g + (i % 40), b: b + (i % 40) };
      await sharp({ create: { width: 40, height: 36, channels: 3, background } })
        .png()
        .toFile(path.join(images, image));
      made.push({ id: `${split}-${i}`, image, labels: [i % 2] });
    }
    return made;
  };
  const train = await samples('train', counts.train);
  const validation = await samples('validation', counts.validation);
  const data = path.join(folder, 'data');
  await writeTrainingSet(
    data,
    {
      vocabulary: {
        version: 1,
        classes: COLOURS.map(({ name }) => ({ name, hashtags: [name], count: counts.train / 2 })),
        dropped: [],
      },
      imagesDir: images,
      train,
      validation,
    },
    {
      preparation: {
        settings: {
          posts: 'posts.jsonl',
          vocabulary: 'all',
          senses: 'best',
          minCount: 1,
          splitBy: 'post',
          validationShare: 0.1,
          keep: [],
        },
        counts: {
          records: counts.train + counts.validation,
          setAside: { malformed: 0, duplicateId: 0, missingImage: 0 },
          posts: counts.train + counts.validation,
          withoutLabel: 0,
          labelled: counts.train + counts.validation,
          ...counts,
          hashtags: 2,
          inClasses: 2,
          classes: 2,
          dropped: 0,
        },
      },
      setAside: [],
    },
  );
  return { folder, data, images };
}

/** The smallest model on the smallest pictures; float32 on one core, so that every machine computes alike. */
export const TINY = {
  model: 'resnext14_32x4d',
  epochs: 2,
  batchSize: 8,
  lr: 0.02,
  amp: 'off',
  threads: 1,
  input: { imageSize: 32 },
} as const satisfies Partial<TrainOptions>;
