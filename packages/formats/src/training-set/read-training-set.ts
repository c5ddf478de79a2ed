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
 * Reads what `hashsight prepare` wrote; the images stay in their shards.
 *
 * @throws InputError when the folder is not a training set, its files do not belong together, it was made without
 *   images, or a shard is missing or not as long as it was
 */
export async function readTrainingSet(dir: string): Promise<TrainingSet> {
  const { digests, settings, shards } = await readPreparation(dir);
  const vocabulary = await readVocabulary(path.join(dir, VOCABULARY_FILE));
  if (classesDigest(vocabulary) !== digests.classes) throw notTogether(dir, VOCABULARY_FILE);
  if (!settings.readImages) {
    throw new InputError(
      `${dir}: expected a training set with images, got one with vocabulary and labels only; run hashsight prepare again without --metadata-only`,
    );
  }
  const manifest = path.join(dir, MANIFEST_FILE);
  if ((await fileDigest(manifest)) !== digests.manifest) throw notTogether(dir, MANIFEST_FILE);
  await Promise.all(shards.map((shard) => checkShard(dir, shard)));
  return { vocabulary, ...(await readSamples(manifest)) };
}

/** The digest says that these are the rows that were written; they need no second check. */
async function readSamples(manifest: string): Promise<Record<SplitName, Sample[]>> {
  const samples: Record<SplitName, Sample[]> = { train: [], validation: [], test: [] };
  // There can be millions of samples: what many have in common is kept once.
  const files = new Map<string, string>();
  const ofOneLabel = new Map<number, readonly number[]>();
  await using bytes = await ByteFile.open(manifest);
  for await (const rows of readManifest(bytes)) {
    for (const { post, image, split, labels, replicationFactor, shard, offset, size } of rows) {
      const file = files.get(shard) ?? path.resolve(path.dirname(manifest), shard);
      files.set(shard, file);
      samples[split].push({
        id: post,
        imagePath: image === post ? post : image,
        image: { file, offset, size },
        labels: shared(labels, ofOneLabel),
        replicationFactor,
      });
    }
  }
  return samples;
}

/** The labels, or the same ones that another image has; most images have one or two. */
function shared(labels: readonly number[], ofOneLabel: Map<number, readonly number[]>): readonly number[] {
  const [label] = labels;
  if (label === undefined || labels.length > 1) return labels;
  const known = ofOneLabel.get(label) ?? labels;
  ofOneLabel.set(label, known);
  return known;
}

/** Before the training and not at the image that is not there; the bytes themselves are not looked at. */
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
