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
