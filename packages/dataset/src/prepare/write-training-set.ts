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
import type { ASIDE } from '../posts/collect-posts.js';
import { type Relation, select } from '../tables/relation.js';
import type { Job } from './job.js';
import type { WrittenManifest } from './steps/write-manifest.js';
import type { WrittenShards } from './steps/write-shards.js';

/** Arguments of {@link writeTrainingSet}. */
export interface TrainingSetParts {
  readonly vocabulary: Vocabulary;
  readonly manifest: WrittenManifest;
  readonly shards: WrittenShards;
  readonly setAside: Relation<typeof ASIDE>;
  readonly preparation: Omit<Preparation, 'version' | 'shards' | 'digests'>;
}

/**
 * Writes a training set to its folder. All files are first written to temporary names, so an existing set stays intact
 * until the new one is complete. `prepare.json` contains the digests of the other files and is renamed last.
 *
 * @throws InputError if the folder cannot be written to
 */
export async function writeTrainingSet(
  { executor, options: { out } }: Job,
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
  const asides = executor.stream(
    select(setAside, ['kind', 'origin', 'reason'], 'ORDER BY row_id, kind, reason'),
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

/** Removes shards of an earlier training set and temporary files of a killed run. */
async function removeOthers(out: string, own: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(out)) {
    if (isLeftOver(name) || (SHARD_FILE.test(name) && !own.has(name))) await rm(path.join(out, name));
  }
}
