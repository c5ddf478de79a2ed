import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  MANIFEST_FILE,
  PREPARATION_FILE,
  PREPARATION_VERSION,
  type Preparation,
  SET_ASIDE_FILE,
  VOCABULARY_FILE,
  type Vocabulary,
  vocabularyText,
} from '@hashsight/formats';
import {
  classesDigest,
  fileDigest,
  isLeftOver,
  type StagedFile,
  stageCopy,
  stageFile,
  vocabularyDigest,
} from '@hashsight/formats/node';
import { parquetSql } from '../tables/file-relations.js';
import { type Row, SMALL } from '../tables/tables.js';
import type { FinalSamples } from './final-labels.js';
import type { Job } from './job.js';
import { type UnmeasuredClasses, unmeasuredClasses } from './unmeasured-classes.js';
import type { WrittenShards } from './write-shards.js';

/** The manifest, not at its place yet, and what is in it. */
export interface WrittenManifest {
  readonly file: string;
  readonly counts: {
    readonly train: number;
    readonly validation: number;
    readonly test: number;
    /** Labels of the training images. */
    readonly labels: number;
    /** Posts that images stand for besides their own. */
    readonly copies: number;
  };
  /** The classes that no image of each held-out part shows. */
  readonly unmeasured: UnmeasuredClasses;
}

/** The columns of the manifest that say where an image is in the shards. */
const NO_SHARD =
  'NULL::VARCHAR AS shard, NULL::VARCHAR AS key, NULL::BIGINT AS "offset", NULL::BIGINT AS size';

/** Writes the manifest to the work folder: a row an image, in the order of the posts. */
export async function writeManifest(
  { tables, work }: Job,
  { samples }: FinalSamples,
  { places }: WrittenShards,
  classes: number,
): Promise<WrittenManifest> {
  const file = path.join(work.folder('manifest'), MANIFEST_FILE);
  const columns = (
    shard: string,
  ) => `post, image, split, labels, replication_factor, ${shard}, width, height, bytes_hash,
      pixels_hash, perceptual_hash, copies`;
  const sql =
    places === undefined
      ? `SELECT ${columns(NO_SHARD)} FROM ${samples.all}`
      : `SELECT ${columns('shard, key, "offset", size')} FROM ${samples.all} AS samples JOIN ${places} AS places USING (place) ORDER BY place`;
  await tables.writeParquet(file, sql, SMALL);
  const [counts] = await tables.rows<WrittenManifest['counts'] & Row>(
    `SELECT count(*) FILTER (split = 'train') AS train, count(*) FILTER (split = 'validation') AS validation,
      count(*) FILTER (split = 'test') AS test,
      coalesce(sum(len(labels)) FILTER (split = 'train'), 0)::BIGINT AS labels,
      coalesce(sum(copies - 1), 0)::BIGINT AS copies FROM ${parquetSql(file)}`,
  );
  const unmeasured = await unmeasuredClasses(tables, parquetSql(file), classes);
  return { file, counts: counts ?? { train: 0, validation: 0, test: 0, labels: 0, copies: 0 }, unmeasured };
}

/** What {@link writeTrainingSet} writes. */
export interface TrainingSetParts {
  readonly vocabulary: Vocabulary;
  readonly manifest: WrittenManifest;
  readonly shards: WrittenShards;
  /** `place`, `kind`, `origin`, `reason`. */
  readonly setAside: string;
  readonly preparation: Omit<Preparation, 'version' | 'shards' | 'digests'>;
}

/**
 * Writes a training set to its folder. All is written beside its place first, so that a set that was there stays whole
 * until the new one is complete; `prepare.json`, which holds the digests of the others, comes last.
 *
 * @throws InputError when the folder cannot be written to
 */
export async function writeTrainingSet(
  { tables, options: { out } }: Job,
  { vocabulary, manifest, shards, setAside, preparation }: TrainingSetParts,
): Promise<Preparation> {
  const complete: Preparation = {
    version: PREPARATION_VERSION,
    ...preparation,
    shards: [...shards.shards],
    digests: {
      manifest: await fileDigest(manifest.file),
      classes: classesDigest(vocabulary),
      vocabulary: vocabularyDigest(vocabulary),
    },
  };
  const asides = tables.stream<{ kind: string; origin: string; reason: string }>(
    `SELECT kind, origin, reason FROM ${setAside} ORDER BY place, kind, reason`,
  );
  const staged: StagedFile[] = [];
  try {
    for (const name of shards.files) {
      staged.push(await stageCopy(path.join(out, name), path.join(shards.folder, name)));
    }
    staged.push(await stageCopy(path.join(out, MANIFEST_FILE), manifest.file));
    staged.push(await stageFile(path.join(out, SET_ASIDE_FILE), setAsideLines(asides)));
    staged.push(await stageFile(path.join(out, VOCABULARY_FILE), vocabularyText(vocabulary)));
    const text = `${JSON.stringify(complete, null, 2)}\n`;
    staged.push(await stageFile(path.join(out, PREPARATION_FILE), text));
    for (const file of staged) await file.commit();
  } catch (error) {
    await Promise.all(staged.map((file) => file.discard()));
    throw error;
  }
  await removeOthers(out, new Set(shards.files));
  return complete;
}

async function* setAsideLines(
  asides: AsyncIterable<
    readonly { readonly kind: string; readonly origin: string; readonly reason: string }[]
  >,
): AsyncGenerator<string> {
  for await (const rows of asides) {
    for (const { kind, origin, reason } of rows) yield `${JSON.stringify({ kind, place: origin, reason })}\n`;
  }
}

const SHARD_FILE = /^(?:train|validation|test)-\d{6}\.(?:tar|idx)$/;

/** Removes shards of an earlier training set in this folder, and what a run that was killed left beside its files. */
async function removeOthers(out: string, own: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(out)) {
    if (isLeftOver(name) || (SHARD_FILE.test(name) && !own.has(name))) await rm(path.join(out, name));
  }
}
