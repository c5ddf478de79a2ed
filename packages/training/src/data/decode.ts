// Not by the room's own door: the thread that decodes would load the data base behind it.
import { decodePixels } from '@hashsight/images';
import type { Image } from '@hashsight/jpeg';
import type { Preprocessing } from '../models/preprocessing.js';
import type { Transform } from './transform.js';

/**
 * The side an image is decoded to. In training the smallest crop still has `imageSize` pixels a side, so nothing is lost
 * that the model could see; in evaluation the centre crop has `imageSize` pixels a side.
 */
export function decodedSide({ imageSize, cropPct }: Preprocessing, transform: DecodedFor): number {
  if (transform.kind === 'evaluation') return Math.ceil(imageSize / cropPct);
  return Math.ceil(imageSize / Math.sqrt(transform.augmentation.cropScale[0]));
}

/** The part of a {@link Transform} that the decoded size depends on. */
type DecodedFor =
  | Pick<Extract<Transform, { kind: 'training' }>, 'kind' | 'augmentation'>
  | Extract<Transform, { kind: 'evaluation' }>;

/**
 * Decodes the bytes of an image that is no JPEG (PNG, WebP, SVG, …) by sharp: on white, turned as its camera says, no larger
 * than the model needs.
 *
 * @throws UnusableImage when it cannot be decoded
 */
export async function decodeImage(
  bytes: Uint8Array,
  preprocessing: Preprocessing,
  transform: Transform,
): Promise<Image> {
  const fit = preprocessing.fit === 'pad' ? 'inside' : 'outside';
  const { width, height, data } = await decodePixels(bytes, {
    side: decodedSide(preprocessing, transform),
    fit,
  });
  return { width, height, pixels: data };
}
