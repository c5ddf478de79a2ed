import { mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import {
  MANIFEST_FILE,
  PREPARATION_FILE,
  PREPARATION_VERSION,
  type Preparation,
  Random,
  SPLITS,
  VOCABULARY_FILE,
} from '@hashsight/formats';
import { classesDigest, fileDigest, readTrainingSet, writeVocabulary } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import type { SamplePlace } from '../../src/shards/shard.js';
import { writeShard } from '../../src/shards/write-shard.js';
import { type ColumnValue, openTables } from '../../src/tables/tables.js';

/** A training set in a folder of its own. */
export interface TinySet {
  readonly folder: string;
  /** The training set. */
  readonly data: string;
  /** The folder of the images that went into it. */
  readonly images: string;
}

/** What {@link tinySet} makes. */
export interface TinySetOptions {
  readonly train: number;
  readonly validation: number;
  /** Default 0. */
  readonly test?: number;
  /** Shards that the training images are in; default 1. */
  readonly shards?: number;
  /** Of a training image, by its number; default 1. */
  readonly replicationFactor?: (image: number) => number;
  /** False: as `prepare --metadata-only` leaves it; default true. */
  readonly hasImages?: boolean;
}

const COLOURS = [
  { name: 'red', rgb: [160, 40, 40] },
  { name: 'blue', rgb: [40, 40, 160] },
] as const;

/** Values that the shades of one hashtag are spread over. */
const SHADES = 20;

/**
 * Values that the pixels of one image are spread over. A flat channel would be divided by almost nothing in batch
 * normalisation: what is learned would hang on how the processor rounds.
 */
const GRAIN = 64;

const SIZE = { width: 40, height: 36 };

const MANIFEST = {
  post: 'VARCHAR',
  image: 'VARCHAR',
  split: 'VARCHAR',
  labels: 'INTEGER[]',
  replication_factor: 'DOUBLE',
  shard: 'VARCHAR',
  offset: 'BIGINT',
  size: 'BIGINT',
  copies: 'INTEGER',
} as const;

/**
 * A training set of grainy images of two hashtags, red and blue in turns, no two alike: written here and not by
 * `prepare`, so that a test says how many images are on each side.
 */
export async function tinySet(t: TestContext, options: TinySetOptions): Promise<TinySet> {
  const folder = temporaryFolder(t);
  const images = path.join(folder, 'images');
  const data = path.join(folder, 'data');
  mkdirSync(images);
  mkdirSync(data);
  const rows: ColumnValue[][] = [];
  const shards: Preparation['shards'] = [];
  for (const split of SPLITS) {
    const count = options[split] ?? 0;
    const all = await writeImages(images, split, count);
    const size = Math.ceil(count / (split === 'train' ? (options.shards ?? 1) : 1));
    for (let first = 0; first < count; first += size) {
      const shard = `${split}-${String(first / size).padStart(6, '0')}.tar`;
      const file = path.join(data, shard);
      const places = await writeShard(file, all.slice(first, first + size));
      shards.push({
        name: shard,
        samples: places.length,
        bytes: statSync(file).size,
        sha256: await fileDigest(file),
      });
      for (const [i, place] of places.entries()) {
        const image = first + i;
        const id = `${split}-${image}`;
        const factor = split === 'train' ? (options.replicationFactor?.(image) ?? 1) : 1;
        rows.push([id, `${id}.png`, split, [image % 2], factor, shard, ...bytesOf(place), 1]);
      }
    }
  }
  const manifest = path.join(data, MANIFEST_FILE);
  using tables = await openTables({ threads: 1, memoryLimit: '500MB', temporaryDir: tmpdir() });
  await tables.fill('manifest', MANIFEST, rows);
  await tables.writeParquet(manifest, 'SELECT * FROM manifest');
  const vocabulary = {
    version: 1 as const,
    classes: COLOURS.map(({ name }, i) => ({
      name,
      hashtags: [name],
      count: Math.ceil((options.train - i) / 2),
    })),
    dropped: [],
  };
  await writeVocabulary(path.join(data, VOCABULARY_FILE), vocabulary);
  const digests = { manifest: await fileDigest(manifest), classes: classesDigest(vocabulary) };
  const preparation = preparationOf(options, shards, digests);
  writeFileSync(path.join(data, PREPARATION_FILE), JSON.stringify(preparation, null, 2));
  return { folder, data, images };
}

async function writeImages(images: string, split: string, count: number) {
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const bytes = await sharp(pixelsOf(i), { raw: { ...SIZE, channels: 3 } })
        .png()
        .toBuffer();
      writeFileSync(path.join(images, `${split}-${i}.png`), bytes);
      return { key: String(i).padStart(9, '0'), members: [{ extension: 'png', bytes }] };
    }),
  );
}

function pixelsOf(image: number): Uint8Array {
  const { rgb } = COLOURS[image % 2 === 0 ? 0 : 1];
  const grain = new Random(image);
  return Uint8Array.from(
    { length: SIZE.width * SIZE.height * 3 },
    (_, i) => (rgb[i % 3] as number) + (image % SHADES) + grain.below(GRAIN),
  );
}

function bytesOf({ members: [member] }: SamplePlace): readonly [number, number] {
  return [member?.offset ?? 0, member?.size ?? 0];
}

function preparationOf(
  { train, validation, test = 0, hasImages = true }: TinySetOptions,
  shards: Preparation['shards'],
  digests: Pick<Preparation['digests'], 'manifest' | 'classes'>,
): Preparation {
  const all = train + validation + test;
  return {
    version: PREPARATION_VERSION,
    versions: { hashsight: '0.1.0', wordnet: '3.0' },
    licenses: [],
    settings: {
      posts: ['posts.jsonl'],
      vocabulary: 'all',
      senses: 'best',
      filters: true,
      minCount: 1,
      keep: [],
      splitBy: 'post',
      validationShare: 0.1,
      testShare: 0.1,
      duplicates: 'merge',
      evaluationSets: [],
      sampling: 'natural',
      samplingThreshold: null,
      labelNoise: 0,
      seed: 0,
      shorterSide: null,
      readImages: hasImages,
    },
    counts: {
      ...{ records: all, posts: all, withoutLabel: 0, labelled: all, train, validation, test },
      setAside: { malformed: 0, duplicateId: 0, missingImage: 0, unusableImage: 0 },
      ...{ inEvaluationSets: 0, duplicates: 0, labels: train, noisyLabels: 0 },
      ...{ hashtags: 2, inClasses: 2, classes: 2, dropped: 0 },
    },
    shards,
    digests: { ...digests, vocabulary: '0'.repeat(64) },
  };
}

/** Writes over the bytes of an image in its shard. */
export async function spoilImage(data: string, id: string): Promise<void> {
  const { train, validation, test } = await readTrainingSet(data);
  const found = [...train, ...validation, ...test].find((sample) => sample.id === id);
  const { file, offset = 0, size = 0 } = found?.image ?? { file: '' };
  writeSync(openSync(file, 'r+'), new Uint8Array(size), 0, size, offset);
}
