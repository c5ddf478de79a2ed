import { stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../errors.js';
import { ByteFile } from '../files/byte-file.js';
import { fileDigest } from '../files/file-digest.js';
import { readVocabulary } from '../vocabulary/vocabulary-file.js';
import { readManifest } from './manifest.js';
import {
  MANIFEST_FILE,
  PREPARATION_FILE,
  type Preparation,
  type SplitName,
  VOCABULARY_FILE,
} from './preparation.js';
import { classesDigest, readPreparation } from './preparation-file.js';
import type { Sample, TrainingSet } from './training-set.js';

/**
 * Reads a training set written by `hashsight prepare`; the images stay in their shards.
 *
 * @throws InputError if the folder is not a training set, its files do not belong together, it was made without images,
 *   or a shard is missing or has another size
 */
export async function readTrainingSet(dir: string): Promise<TrainingSet> {
  const { digests, settings, shards } = await readPreparation(dir);
  const vocabulary = await readVocabulary(path.join(dir, VOCABULARY_FILE));
  if (classesDigest(vocabulary) !== digests.classes) throw notTogether(dir, VOCABULARY_FILE);
  if (!settings.readImages) {
    throw new InputError(
      `${dir}: expected a training set with images, got only a vocabulary and labels; run hashsight prepare again without --metadata-only`,
    );
  }
  const manifest = path.join(dir, MANIFEST_FILE);
  if ((await fileDigest(manifest)) !== digests.manifest) throw notTogether(dir, MANIFEST_FILE);
  await Promise.all(shards.map((shard) => checkShard(dir, shard)));
  return { vocabulary, ...(await readSamples(manifest)) };
}

/** The rows are not checked one by one, because the digest proves that they are the rows that were written. */
async function readSamples(manifest: string): Promise<Record<SplitName, Sample[]>> {
  const samples: Record<SplitName, Sample[]> = { train: [], validation: [], test: [] };
  // There can be millions of samples, so equal strings and lists are shared.
  const files = new Map<string, string>();
  const singleLabels = new Map<number, readonly number[]>();
  await using bytes = await ByteFile.open(manifest);
  for await (const rows of readManifest(bytes)) {
    for (const { post, image, split, labels, replicationFactor, shard, offset, size } of rows) {
      const file = files.get(shard) ?? path.resolve(path.dirname(manifest), shard);
      files.set(shard, file);
      samples[split].push({
        id: post,
        imagePath: image === post ? post : image,
        image: { file, offset, size },
        labels: shared(labels, singleLabels),
        replicationFactor,
      });
    }
  }
  return samples;
}

/** The labels, or an equal list of an earlier image; most images have one or two labels. */
function shared(labels: readonly number[], singleLabels: Map<number, readonly number[]>): readonly number[] {
  const [label] = labels;
  if (label === undefined || labels.length > 1) return labels;
  const known = singleLabels.get(label) ?? labels;
  singleLabels.set(label, known);
  return known;
}

/**
 * Checks that a shard exists and has the right size, so that a missing shard is found before training; reads no bytes.
 */
async function checkShard(dir: string, { name, bytes }: Preparation['shards'][number]): Promise<void> {
  const file = path.join(dir, name);
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === bytes) return;
  throw new InputError(
    `${file}: expected the shard of ${bytes} bytes listed in ${PREPARATION_FILE}, got ${size === undefined ? 'no readable file' : `${size} bytes`}; restore it, or run hashsight prepare again`,
  );
}

function notTogether(dir: string, name: string): InputError {
  return new InputError(
    `${path.join(dir, name)}: expected the file described in ${PREPARATION_FILE}, got a different one; run hashsight prepare again`,
  );
}
