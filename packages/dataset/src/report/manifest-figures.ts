import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImageSource } from '@hashsight/formats';
import { InputError, MANIFEST_FILE, replicationFactors, type SamplingRule } from '@hashsight/formats';
import { type UnmeasuredClasses, unmeasuredClasses } from '../prepare/unmeasured-classes.js';
import { parquetOf } from '../tables/file-relations.js';
import { namesOf, type Relation } from '../tables/relation.js';
import { openTables, type Tables } from '../tables/tables.js';

/** Expected number of times that images are shown in an epoch. */
export interface Draws {
  /** Images shown in an epoch. */
  readonly total: number;
  /** Images of each class shown in an epoch, by class index. */
  readonly ofClass: Float64Array;
}

/** The draws under a sampling rule. */
export interface DrawsByRule extends Draws {
  readonly rule: SamplingRule;
}

/** An image that represents several posts. */
export interface CopiedImage {
  readonly image: ImageSource;
  readonly copies: number;
}

/** The statistics of a manifest shown in the report. */
export interface ManifestFigures {
  /** Number of images with 1, 2, 3, … labels. */
  readonly imagesByLabels: readonly number[];
  /** The draws if each training image is shown once. */
  readonly natural: Draws;
  /** The draws under the set's own rule; if that is `natural`, under each of the other rules. */
  readonly sampled: readonly DrawsByRule[];
  /** Number of images that represent several posts, and of their posts. */
  readonly groups: { readonly images: number; readonly posts: number };
  /** The images that represent the most posts. */
  readonly mostCopied: readonly CopiedImage[];
  /** The classes without images, for each held-out split. */
  readonly unmeasured: UnmeasuredClasses;
  /** Sample training images by class. */
  readonly imagesOf: ReadonlyMap<number, readonly ImageSource[]>;
}

/** Options of {@link readManifestFigures}. */
export interface FiguresOptions {
  readonly classes: number;
  readonly sampling: SamplingRule;
  /** Classes to show. `images` is the number of images per class. */
  readonly shown: readonly number[];
  readonly images: number;
  /** Number of images to show among those posted most often. */
  readonly copied: number;
}

/**
 * Summarizes a manifest with SQL, because it can have millions of rows.
 *
 * @throws InputError if the manifest is missing or cannot be read
 */
export async function readManifestFigures(dir: string, options: FiguresOptions): Promise<ManifestFigures> {
  const temporaryDir = await mkdtemp(path.join(tmpdir(), 'hashsight-report-'));
  const tables = await openTables({ memoryLimit: '1GB', temporaryDir });
  const file = path.join(dir, MANIFEST_FILE);
  try {
    const manifest = parquetOf(MANIFEST, file);
    await checkManifest(tables, manifest, file);
    const { natural, sampled } = await drawsOf(tables, manifest, options);
    return {
      imagesByLabels: await imagesByLabels(tables, manifest),
      natural,
      sampled,
      unmeasured: await unmeasuredClasses(tables, manifest, options.classes),
      groups: await groupsOf(tables, manifest),
      mostCopied: await mostCopied(tables, dir, manifest, options.copied),
      imagesOf: await imagesOf(tables, dir, manifest, options),
    };
  } finally {
    tables.close();
    await rm(temporaryDir, { recursive: true, force: true });
  }
}

/** The columns used in the report; the shard columns are NULL in a set without images. */
const MANIFEST = {
  post: 'VARCHAR',
  split: 'VARCHAR',
  labels: 'INTEGER[]',
  replication_factor: 'DOUBLE',
  shard: 'VARCHAR?',
  offset: 'BIGINT?',
  size: 'BIGINT?',
  copies: 'INTEGER',
} as const;

async function checkManifest(
  tables: Tables,
  manifest: Relation<typeof MANIFEST>,
  file: string,
): Promise<void> {
  try {
    await tables.rows(`SELECT ${namesOf(MANIFEST)} FROM ${manifest} LIMIT 0`);
  } catch (error) {
    const got = (error as Error).message.split('\n', 1)[0];
    throw new InputError(
      `${file}: expected the manifest of a training set, got ${got}; run hashsight prepare again`,
      { cause: error },
    );
  }
}

const OTHER_RULES = ['sqrt', 'uniform'] as const satisfies readonly SamplingRule[];

async function drawsOf(
  tables: Tables,
  manifest: Relation<typeof MANIFEST>,
  { classes, sampling }: FiguresOptions,
): Promise<Pick<ManifestFigures, 'natural' | 'sampled'>> {
  const train = `${manifest} WHERE split = 'train'`;
  if (sampling !== 'natural') {
    const once = `SELECT labels, 1 AS once, replication_factor AS own FROM ${train}`;
    const [natural, own] = await sumDraws(tables, once, ['once', 'own'], classes);
    return { natural, sampled: [{ rule: sampling, ...own }] };
  }
  const [natural] = await sumDraws(tables, `SELECT labels, 1 AS once FROM ${train}`, ['once'], classes);
  const factors = OTHER_RULES.map((rule) =>
    replicationFactors(natural.ofClass, Math.max(natural.total, 1), { rule }),
  );
  const rows = Array.from(natural.ofClass, (_, label) => [label, ...factors.map((each) => each[label])]);
  await tables.fill('factors', { label: 'INTEGER', sqrt: 'DOUBLE', uniform: 'DOUBLE' }, rows);
  // The factors that prepare would write. A join would create a row per label of each image, so lists are used:
  // array_max and transform in Spark SQL.
  const lists = OTHER_RULES.map((rule) => `list(${rule} ORDER BY label) AS ${rule}_of`);
  const highest = OTHER_RULES.map(
    (rule) => `list_max(list_transform(labels, label -> ${rule}_of[label + 1])) AS ${rule}`,
  );
  const asSampled = `SELECT labels, ${highest.join(', ')} FROM (SELECT labels FROM ${train}),
    (SELECT ${lists.join(', ')} FROM factors)`;
  const sums = await sumDraws(tables, asSampled, OTHER_RULES, classes);
  return { natural, sampled: OTHER_RULES.map((rule, i) => ({ rule, ...(sums[i] as Draws) })) };
}

/** Label that stands for all images. */
const ALL = -1;

/**
 * Sums columns of weights, by class and over all images.
 *
 * @param images a query with `labels` and the weights
 */
async function sumDraws<const Weights extends readonly string[]>(
  tables: Tables,
  images: string,
  weights: Weights,
  classes: number,
): Promise<{ [Each in keyof Weights]: Draws }> {
  // Decimals make the sums exact: threads add floating-point numbers in a different order each time.
  const sums = weights.map((name) => `sum(CAST(${name} AS DECIMAL(18, 6)))::DOUBLE AS ${name}`);
  const rows = await tables.rows<{ [column: string]: number; label: number }>(
    `SELECT label, ${sums.join(', ')}
      FROM (SELECT unnest(list_append(labels, ${ALL})) AS label, ${weights.join(', ')} FROM (${images}))
      GROUP BY label`,
  );
  const drawsOfWeight = (name: string): Draws => {
    const ofClass = new Float64Array(classes);
    let total = 0;
    for (const row of rows) {
      if (row.label === ALL) total = row[name] ?? 0;
      else ofClass[row.label] = row[name] ?? 0;
    }
    return { total, ofClass };
  };
  return weights.map(drawsOfWeight) as { [Each in keyof Weights]: Draws };
}

async function imagesByLabels(
  tables: Tables,
  manifest: Relation<typeof MANIFEST>,
): Promise<readonly number[]> {
  const rows = await tables.rows<{ labels: number; images: number }>(
    `SELECT len(labels) AS labels, count(*) AS images FROM ${manifest} GROUP BY 1 ORDER BY 1`,
  );
  const images: number[] = [];
  for (const row of rows) images[row.labels - 1] = row.images;
  return Array.from(images, (each) => each ?? 0);
}

async function groupsOf(
  tables: Tables,
  manifest: Relation<typeof MANIFEST>,
): Promise<ManifestFigures['groups']> {
  const [row] = await tables.rows<{ images: number; posts: number }>(
    `SELECT count(*) AS images, coalesce(sum(copies), 0)::BIGINT AS posts FROM ${manifest} WHERE copies > 1`,
  );
  return row ?? { images: 0, posts: 0 };
}

interface ShardRange {
  readonly [column: string]: unknown;
  readonly shard: string;
  readonly offset: number;
  readonly size: number;
}

function imageAt(dir: string, { shard, offset, size }: ShardRange): ImageSource {
  return { file: path.join(dir, shard), offset, size };
}

async function mostCopied(
  tables: Tables,
  dir: string,
  manifest: Relation<typeof MANIFEST>,
  most: number,
): Promise<ManifestFigures['mostCopied']> {
  const rows = await tables.rows<ShardRange & { copies: number }>(
    `SELECT shard, "offset", size, copies FROM ${manifest} WHERE copies > 1 AND shard IS NOT NULL
      ORDER BY copies DESC, sha256(post) LIMIT ${most}`,
  );
  return rows.map((row) => ({ image: imageAt(dir, row), copies: row.copies }));
}

/** Sample images, ordered by a hash of the post: a random choice that is the same in every report of the set. */
async function imagesOf(
  tables: Tables,
  dir: string,
  manifest: Relation<typeof MANIFEST>,
  { shown, images }: FiguresOptions,
): Promise<ManifestFigures['imagesOf']> {
  const found = new Map<number, ImageSource[]>(shown.map((label) => [label, []]));
  if (shown.length === 0) return found;
  const rows = await tables.rows<ShardRange & { label: number }>(
    `SELECT label, shard, "offset", size
      FROM (SELECT *, row_number() OVER (PARTITION BY label ORDER BY sha256(label || ' ' || post), post) AS lot
        FROM (SELECT post, shard, "offset", size, unnest(labels) AS label FROM ${manifest}
          WHERE split = 'train' AND shard IS NOT NULL)
        WHERE label IN (${shown.join(', ')}))
      WHERE lot <= ${images} ORDER BY label, lot`,
  );
  for (const row of rows) found.get(row.label)?.push(imageAt(dir, row));
  return found;
}
