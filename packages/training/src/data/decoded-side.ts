import type { Preprocessing } from '../models/preprocessing.js';
import type { Transform } from './transform.js';

/**
 * The side that an image is decoded to. For training, the smallest crop still has `imageSize` pixels per side, so no
 * visible detail is lost. For evaluation, the center crop has `imageSize` pixels per side.
 */
export function decodedSide({ imageSize, cropPct }: Preprocessing, transform: DecodedFor): number {
  if (transform.kind === 'evaluation') return Math.ceil(imageSize / cropPct);
  return Math.ceil(imageSize / Math.sqrt(transform.augmentation.cropScale[0]));
}

/** The part of a {@link Transform} that determines the decoded size. */
type DecodedFor =
  | Pick<Extract<Transform, { kind: 'training' }>, 'kind' | 'augmentation'>
  | Extract<Transform, { kind: 'evaluation' }>;
