import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, type LabelsFile, labelsFileSchema, MODEL_FILES } from '@hashsight/formats';
import { parseJsonFile, readByteRange, unusablePath } from '@hashsight/formats/node';
import { z } from 'zod';

/** The part of a safetensors header that is read here. */
const headerSchema = z.object({
  weight: z.object({
    dtype: z.literal('F32'),
    shape: z.tuple([z.int().positive(), z.int().positive()]),
    data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
  }),
});

/** A longer header is not of our making. */
const LARGEST_HEADER_BYTES = 1_000_000;

/**
 * The direction of a hashtag among embeddings: its row of the last layer's weights, of length 1. Searching an index for it
 * finds the images that the model would give this hashtag first.
 *
 * @param hashtag - with or without `#`; a synonym counts as the hashtag itself
 * @returns the hashtag's canonical name, and `[C]`; undefined if the model does not know the hashtag
 * @throws InputError if the folder holds no model, or no weights of its last layer
 */
export async function hashtagVector(
  modelFolder: string,
  hashtag: string,
): Promise<{ readonly hashtag: string; readonly vector: Float32Array } | undefined> {
  const file = path.join(modelFolder, MODEL_FILES.labels);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const { labels } = parseJsonFile(file, text, labelsFileSchema, 'the labels of a model');
  const row = rowOf(labels, hashtag);
  if (row === undefined) return undefined;
  const vector = await headRow(path.join(modelFolder, MODEL_FILES.head), row, labels.length);
  return { hashtag: labels[row]?.name ?? hashtag, vector: normalized(vector) };
}

/** A name comes before synonyms: one hashtag's synonym may be another's name. */
function rowOf(labels: LabelsFile['labels'], hashtag: string): number | undefined {
  const wanted = hashtag.replace(/^#/, '').normalize('NFC').toLowerCase();
  const byName = labels.findIndex(({ name }) => name === wanted);
  const row = byName >= 0 ? byName : labels.findIndex(({ hashtags }) => hashtags.includes(wanted));
  return row < 0 ? undefined : row;
}

/** Reads one row of the tensor `weight`, `[K, C]`. */
async function headRow(file: string, row: number, numClasses: number): Promise<Float32Array> {
  const { bytes, start } = await readHeader(file);
  const { weight } = parseJsonFile(file, bytes.toString('utf8'), headerSchema, 'weights of the last layer');
  const [rows, size] = weight.shape;
  if (rows !== numClasses) {
    throw new InputError(
      `${file}: expected ${numClasses} rows, one for each label, got ${rows}; export again`,
    );
  }
  const offset = start + weight.data_offsets[0] + 4 * size * row;
  return new Float32Array((await readByteRange(file, offset, 4 * size)).buffer);
}

/** The JSON header of a safetensors file, and where the data after it starts. */
async function readHeader(file: string): Promise<{ readonly bytes: Buffer; readonly start: number }> {
  const length = Buffer.from(await readByteRange(file, 0, 8)).readBigUInt64LE();
  if (length > LARGEST_HEADER_BYTES) {
    throw new InputError(`${file}: expected a safetensors file, got a header of ${length} bytes`);
  }
  const start = 8 + Number(length);
  return { bytes: Buffer.from(await readByteRange(file, 8, Number(length))), start };
}

function normalized(values: Float32Array): Float32Array {
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
