import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MANIFEST_FILE, replicationFactors, type SamplingRule } from '../dataset/index.js';
import type { PictureSource } from '../pictures/index.js';
import { openTables, stringText, type Tables } from '../tables/index.js';

/** How often an epoch shows a picture of each class, on average, under a rule. */
export interface Draws {
  readonly rule: SamplingRule;
  /** Pictures that an epoch shows. */
  readonly total: number;
  /** By class. */
  readonly ofClass: Float64Array;
}

/** What a page tells of a manifest. */
export interface ManifestFigures {
  /** How many pictures have 1, 2, 3, … labels. */
  readonly picturesByLabels: readonly number[];
  /** Training pictures, and how many carry each class. */
  readonly train: number;
  readonly ofClass: Float64Array;
  /** Under the set's own rule; where that is natural, under the two others, unless there are too many pictures to try it. */
  readonly draws: readonly Draws[];
  /** Pictures that stand for several posts, and the posts they stand for. */
  readonly groups: { readonly pictures: number; readonly posts: number };
  /** By class, some training pictures of it. */
  readonly picturesOf: ReadonlyMap<number, readonly PictureSource[]>;
}

/** What {@link readManifestFigures} is told of the set. */
export interface FiguresOptions {
  readonly classes: number;
  readonly sampling: SamplingRule;
  /** Classes to show, and how many pictures of each. */
  readonly shown: readonly number[];
  readonly pictures: number;
}

/** Above, trying out two other rules would take longer than the rest of the page. */
const MOST_TRIED_OUT = 1_000_000;

/** Sums a manifest up by SQL, for there can be millions of rows. */
export async function readManifestFigures(dir: string, options: FiguresOptions): Promise<ManifestFigures> {
  const temporaryDir = await mkdtemp(path.join(tmpdir(), 'hashsight-report-'));
  const tables = await openTables({ memoryLimit: '500MB', temporaryDir });
  try {
    const manifest = `read_parquet(${stringText(path.join(dir, MANIFEST_FILE))})`;
    const train = `(SELECT * FROM ${manifest} WHERE split = 'train')`;
    const { classes, sampling } = options;
    const [count] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${train}`);
    const total = count?.n ?? 0;
    const ofClass = await byClass(tables, train, '1', classes);
    const draws: Draws[] = [];
    if (sampling !== 'natural') draws.push(await ownDraws(tables, train, sampling, classes));
    else if (total <= MOST_TRIED_OUT) {
      for (const rule of ['sqrt', 'uniform'] as const) {
        draws.push(await drawsUnder(tables, train, rule, ofClass, total));
      }
    }
    return {
      picturesByLabels: await picturesByLabels(tables, manifest),
      train: total,
      ofClass,
      draws,
      groups: await groupsOf(tables, manifest),
      picturesOf: await picturesOf(tables, dir, train, options),
    };
  } finally {
    tables.close();
    await rm(temporaryDir, { recursive: true, force: true });
  }
}

async function byClass(
  tables: Tables,
  train: string,
  weight: string,
  classes: number,
): Promise<Float64Array> {
  const counts = new Float64Array(classes);
  const rows = await tables.rows<{ label: number; n: number }>(
    `SELECT label, sum(weight)::DOUBLE AS n FROM (SELECT unnest(labels) AS label, ${weight} AS weight FROM ${train})
      GROUP BY label`,
  );
  for (const { label, n } of rows) counts[label] = n;
  return counts;
}

async function ownDraws(tables: Tables, train: string, rule: SamplingRule, classes: number): Promise<Draws> {
  const [row] = await tables.rows<{ n: number }>(`SELECT sum(replication_factor) AS n FROM ${train}`);
  return { rule, total: row?.n ?? 0, ofClass: await byClass(tables, train, 'replication_factor', classes) };
}

async function drawsUnder(
  tables: Tables,
  train: string,
  rule: SamplingRule,
  counts: Float64Array,
  pictures: number,
): Promise<Draws> {
  const factors = replicationFactors(counts, Math.max(pictures, 1), { rule });
  const rows = [...factors].map((factor, label) => [label, factor] as const);
  await tables.fill('factors', { label: 'INTEGER', factor: 'DOUBLE' }, rows);
  const shown = `(SELECT any_value(labels) AS labels, max(factor) AS replication_factor
    FROM (SELECT row, labels, unnest(labels) AS label FROM (SELECT row_number() OVER () AS row, labels FROM ${train}))
    JOIN factors USING (label) GROUP BY row)`;
  return ownDraws(tables, shown, rule, counts.length);
}

async function picturesByLabels(tables: Tables, manifest: string): Promise<readonly number[]> {
  const rows = await tables.rows<{ labels: number; pictures: number }>(
    `SELECT len(labels) AS labels, count(*) AS pictures FROM ${manifest} GROUP BY 1 ORDER BY 1`,
  );
  const pictures: number[] = [];
  for (const row of rows) pictures[row.labels - 1] = row.pictures;
  return Array.from(pictures, (each) => each ?? 0);
}

async function groupsOf(tables: Tables, manifest: string): Promise<ManifestFigures['groups']> {
  const [row] = await tables.rows<{ pictures: number; posts: number }>(
    `SELECT count(*) AS pictures, coalesce(sum(copies), 0)::BIGINT AS posts FROM ${manifest} WHERE copies > 1`,
  );
  return row ?? { pictures: 0, posts: 0 };
}

/** By a hash of the post, so that nobody chose them and the same set shows the same pictures. */
async function picturesOf(
  tables: Tables,
  dir: string,
  train: string,
  { shown, pictures }: FiguresOptions,
): Promise<ManifestFigures['picturesOf']> {
  const found = new Map<number, PictureSource[]>();
  const rows = await tables.rows<{ label: number; shard: string; offset: number; size: number }>(
    `SELECT label, shard, "offset", size
      FROM (SELECT *, row_number() OVER (PARTITION BY label ORDER BY sha256('report ' || post)) AS lot
        FROM (SELECT post, shard, "offset", size, unnest(labels) AS label FROM ${train} WHERE shard IS NOT NULL)
        WHERE label IN (${[-1, ...shown].join(', ')}))
      WHERE lot <= ${pictures} ORDER BY label, lot`,
  );
  for (const { label, shard, offset, size } of rows) {
    const own = found.get(label) ?? [];
    found.set(label, [...own, { file: path.join(dir, shard), offset, size }]);
  }
  return found;
}
