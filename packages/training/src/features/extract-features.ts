import { createHash } from 'node:crypto';
import path from 'node:path';
import { HashsightError, type ImageSource, type OnProgress } from '@hashsight/formats';
import { cacheFolder as defaultCacheFolder } from '@hashsight/formats/node';
import { inferenceMode, nn, type Tensor, tidy } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';
import type { SourcedModel } from '../weights/model-source.js';
import { openFeatureStore } from './feature-store.js';
import { imageDigests } from './image-digests.js';
import { deviceOf, inferImages } from './infer-images.js';

/** Changes when the same weights and images would give other features. */
const FEATURES_VERSION = 1;

/** Features of N images, each in a row of its own, in the order of the images. */
export interface Features {
  /** `[N, D]` in row-major order; a row of an unreadable image is NaN. */
  readonly values: Float32Array;
  /** D, the width of the network's last layer. */
  readonly dim: number;
  /** Identifies weights, preprocessing, and kind of device: images with the same key and bytes have the same features. */
  readonly key: string;
  /** SHA-256 of the bytes of each image; null if they cannot be read. */
  readonly digests: readonly (string | null)[];
  /** The images without features, ascending. */
  readonly unreadable: readonly { readonly index: number; readonly reason: string }[];
  /** Number of images that were computed now; the others came from the cache. */
  readonly computed: number;
}

/** Options of {@link extractFeatures}. */
export interface ExtractFeaturesOptions {
  readonly images: readonly ImageSource[];
  /** Folder of the cache; default: `features` in the folder for downloads (`XDG_CACHE_HOME`). */
  readonly cacheFolder?: string | undefined;
  /** Threads that decode images; default: one per core. */
  readonly workers?: number | undefined;
  /** Name of the step for `onProgress`; default: `computing features`. */
  readonly step?: string;
  readonly onProgress?: OnProgress | undefined;
}

/** A network whose weights stay as they are, from `loadModelSource`. */
export type FrozenModel = Pick<SourcedModel, 'model' | 'name' | 'key'>;

/** Folder of the features in the cache. */
export function featuresFolder(cacheFolder?: string): string {
  return path.join(cacheFolder ?? defaultCacheFolder(), 'features');
}

/** Identifies weights, preprocessing, and kind of device; features are kept under this name. */
export function featuresKey({ model, name, key }: FrozenModel): string {
  const kind = deviceOf(model) === 'cpu' ? 'cpu' : 'cuda'; // a GPU multiplies with fewer digits (TF32)
  const parts = [FEATURES_VERSION, name, key, model.preprocessing, kind, 'float32'];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/**
 * Computes the features of images: the input of the last layer, `[D]` float32, for the center crop that evaluation uses.
 * The model's own device is used.
 * Features are cached on disk under the weights, the preprocessing, and the SHA-256 of the image's bytes, so an image
 * that was moved or is listed twice is not computed again, and a killed extraction goes on where it was. Images that
 * cannot be decoded are listed in the result; they are tried again the next time.
 *
 * @throws InputError if the cache cannot be written
 * @throws HashsightError if the features are not finite
 */
export async function extractFeatures(
  frozen: FrozenModel,
  options: ExtractFeaturesOptions,
): Promise<Features> {
  const { images, step = 'computing features', onProgress } = options;
  const folder = featuresFolder(options.cacheFolder);
  const key = featuresKey(frozen);
  const dim = frozen.model.numFeatures;
  const found = await imageDigests(images, folder, (done) =>
    onProgress?.({ step: 'reading images', done, total: images.length, unit: 'images' }),
  );
  const digests = found.map((one) => ('digest' in one ? one.digest : null));
  const values = new Float32Array(images.length * dim).fill(Number.NaN);
  const rows = rowsByDigest(digests);
  const place = (digest: string, vector: Float32Array) => {
    for (const row of rows.get(digest) ?? []) values.set(vector, row * dim);
  };
  await using store = await openFeatureStore(path.join(folder, key), dim);
  const missing = new Set(rows.keys());
  await store.readAll((digest, vector) => {
    place(digest, vector);
    missing.delete(digest);
  });
  const unreadable = found.flatMap((one, index) =>
    'digest' in one ? [] : [{ index, reason: one.unreadable }],
  );
  const wanted = [...missing].map((digest) => ({ digest, row: (rows.get(digest) as number[])[0] as number }));
  let done = 0;
  const sources = wanted.map(({ row }) => images[row] as ImageSource);
  for await (const batch of inferImages(frozen.model, sources, {
    infer: inferFeatures,
    workers: options.workers,
  })) {
    const own = batch.samples.map((sample) => (wanted[sample] as (typeof wanted)[number]).digest);
    checkFinite(batch.values);
    for (const [i, digest] of own.entries()) place(digest, batch.values.subarray(i * dim, (i + 1) * dim));
    await store.append(own, batch.values);
    for (const { sample, reason } of batch.unreadable) {
      const { digest } = wanted[sample] as (typeof wanted)[number];
      unreadable.push(...(rows.get(digest) as number[]).map((index) => ({ index, reason })));
    }
    done += own.length + batch.unreadable.length;
    onProgress?.({ step, done, total: wanted.length, unit: 'images' });
  }
  unreadable.sort((a, b) => a.index - b.index);
  return { values, dim, key, digests, unreadable, computed: wanted.length };
}

function rowsByDigest(digests: readonly (string | null)[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, digest] of digests.entries()) {
    if (digest === null) continue;
    const own = rows.get(digest);
    if (own === undefined) rows.set(digest, [row]);
    else own.push(row);
  }
  return rows;
}

/**
 * Computes the input of the last layer without gradients, `[N, 3, H, W]` to `[N, D]`. Frees each segment's tensors before
 * the next one starts.
 */
export function inferFeatures(model: ImageModel, images: Tensor): Tensor {
  return inferenceMode(() => {
    const maps = model
      .segments()
      .slice(0, -1)
      .reduce((hidden, { forward }) => {
        const next = tidy(() => forward(hidden));
        if (hidden !== images && hidden !== next) hidden.dispose();
        return next;
      }, images);
    return nn.functional.adaptiveAvgPool2d(maps, 1).flatten({ startDim: 1 });
  });
}

function checkFinite(values: Float32Array): void {
  if (values.every(Number.isFinite)) return;
  throw new HashsightError(
    'features: expected finite values, got NaN or infinity, because the weights are not finite; use another checkpoint',
  );
}
