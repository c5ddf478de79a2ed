import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InputError } from '../errors.js';
import { fileDigest } from '../files/index.js';
import { readVocabulary, type Vocabulary } from '../hashtags/index.js';
import type { PictureSource } from '../pictures/index.js';
import { shownPlace, shownText } from '../shown.js';
import { openTables, parquetSql, type Row } from '../tables/index.js';
import {
  classesDigest,
  MANIFEST_FILE,
  PREPARATION_FILE,
  type Preparation,
  readPreparation,
  VOCABULARY_FILE,
} from './preparation.js';

/** A picture and its classes. */
export interface Sample {
  /** The post's id. */
  readonly id: string;
  /** The picture as the post names it; only for people to read. */
  readonly imagePath: string;
  /** Where the picture's bytes lie: the absolute path of a shard, and the part of it. */
  readonly picture: PictureSource;
  /** Class indices into the vocabulary, ascending, each once, at least one. */
  readonly labels: readonly number[];
  /** How often an epoch shows it on average; 1 for a validation picture. */
  readonly replicationFactor: number;
}

/** A sample, for people who look for it: its shard, its picture and its post. */
export function sampleText({ id, imagePath, picture }: Sample): string {
  return `${picture.file}: ${shownPlace(imagePath)} of post ${shownText(id)}`;
}

/** What a model is trained on and measured by. */
export interface TrainingSet {
  readonly vocabulary: Vocabulary;
  readonly train: readonly Sample[];
  readonly validation: readonly Sample[];
}

/** A row of the manifest, as far as training needs it. */
interface ManifestRow extends Row {
  readonly post: string;
  readonly image: string;
  readonly split: 'train' | 'validation';
  readonly labels: readonly number[];
  readonly replication_factor: number;
  /** Relative to the folder. */
  readonly shard: string;
  readonly offset: number;
  readonly size: number;
}

/**
 * Reads what `hashsight prepare` wrote; the pictures stay in their shards.
 *
 * @throws InputError when the folder is not a training set, its files do not belong together, it was made without
 *   pictures, or a shard is missing or not as long as it was
 */
export async function readTrainingSet(dir: string): Promise<TrainingSet> {
  const { digests, settings, shards } = await readPreparation(dir);
  const vocabulary = await readVocabulary(path.join(dir, VOCABULARY_FILE));
  if (classesDigest(vocabulary) !== digests.classes) throw notTogether(dir, VOCABULARY_FILE);
  if (!settings.readImages) {
    throw new InputError(
      `${dir}: expected a training set with pictures, got one that was made with --metadata-only; run hashsight prepare again without it`,
    );
  }
  const manifest = path.join(dir, MANIFEST_FILE);
  if ((await fileDigest(manifest)) !== digests.manifest) throw notTogether(dir, MANIFEST_FILE);
  await Promise.all(shards.map((shard) => checkShard(dir, shard)));
  return { vocabulary, ...(await readManifest(manifest)) };
}

/** The digest says that these are the rows that were written; they need no second check. */
async function readManifest(manifest: string): Promise<Pick<TrainingSet, 'train' | 'validation'>> {
  const samples: Record<ManifestRow['split'], Sample[]> = { train: [], validation: [] };
  // There can be millions of samples: what many have in common is kept once.
  const files = new Map<string, string>();
  const ofOneLabel = new Map<number, readonly number[]>();
  using tables = await openTables({ threads: 1, memoryLimit: '1GB', temporaryDir: tmpdir() });
  const columns = 'post, image, split, labels, replication_factor, shard, "offset", size';
  // In the file's order, as DuckDB reads one file; Spark SQL would have to be told a column to order by.
  const query = `SELECT ${columns} FROM ${parquetSql(manifest)}`;
  for await (const rows of tables.stream<ManifestRow>(query)) {
    for (const { post, image, split, labels, replication_factor, shard, offset, size } of rows) {
      const file = files.get(shard) ?? path.resolve(path.dirname(manifest), shard);
      files.set(shard, file);
      samples[split].push({
        id: post,
        imagePath: image === post ? post : image,
        picture: { file, offset, size },
        labels: shared(labels, ofOneLabel),
        replicationFactor: replication_factor,
      });
    }
  }
  return samples;
}

/** The labels, or the same ones that another picture has; most pictures have one or two. */
function shared(labels: readonly number[], ofOneLabel: Map<number, readonly number[]>): readonly number[] {
  const [label] = labels;
  if (label === undefined || labels.length > 1) return labels;
  const known = ofOneLabel.get(label) ?? labels;
  ofOneLabel.set(label, known);
  return known;
}

/** Before the training and not at the picture that is not there; the bytes themselves are not looked at. */
async function checkShard(dir: string, { name, bytes }: Preparation['shards'][number]): Promise<void> {
  const file = path.join(dir, name);
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === bytes) return;
  throw new InputError(
    `${file}: expected the shard that ${PREPARATION_FILE} names, of ${bytes} bytes, got ${size === undefined ? 'none that can be read' : `one of ${size}`}; bring it back, or run hashsight prepare again`,
  );
}

function notTogether(dir: string, name: string): InputError {
  return new InputError(
    `${path.join(dir, name)}: expected the file that ${PREPARATION_FILE} describes, got another; run hashsight prepare again`,
  );
}
