// Not by the room's own door: the thread that decodes would load the data base behind it.
import { UnusableImage } from '@hashsight/images';
import { eighthsFor, type Image, JpegPool, type Size } from '@hashsight/jpeg';
import type { Preprocessing } from '../models/preprocessing.js';
import { decodeImage } from './decode.js';
import { sampleBytes, type Transform, transformParams } from './transform.js';

const EVALUATION: Transform = { kind: 'evaluation' };

let pool: JpegPool | undefined;

/**
 * Converts an encoded image to an evaluation sample with the same steps, and so the same pixels, as evaluation.
 *
 * @returns `[1, imageSize, imageSize, 3]`, 8-bit RGB
 * @throws UnusableImage with the decoder's reason
 */
export async function transformImage(bytes: Uint8Array, preprocessing: Preprocessing): Promise<Uint8Array> {
  pool ??= new JpegPool({ threads: 1, files: [] });
  const side = preprocessing.imageSize;
  const { sizes, failures } = await pool.sizes([{ bytes }]);
  const size = sizes[0];
  if (size !== undefined) {
    const out = new Uint8Array(sampleBytes(side));
    const cut = viewOf(size, preprocessing);
    const [failure] = await pool.cutJpegs([{ ...cut, bytes, eighths: eighthsFor(cut.box, side) }], out);
    if (failure !== undefined) throw new UnusableImage(failure.reason);
    return out;
  }
  if (failures[0] !== undefined) throw new UnusableImage(failures[0].reason);
  return transformPixels(await decodeImage(bytes, preprocessing, EVALUATION), preprocessing);
}

/** {@link transformImage} for a decoded image. */
export async function transformPixels(image: Image, preprocessing: Preprocessing): Promise<Uint8Array> {
  pool ??= new JpegPool({ threads: 1, files: [] });
  const out = new Uint8Array(sampleBytes(preprocessing.imageSize));
  await pool.cutPixels([{ ...viewOf(image, preprocessing), image }], out);
  return out;
}

/** The part of an image that evaluation sees, and where it goes. */
function viewOf(size: Size, preprocessing: Preprocessing) {
  return {
    ...transformParams(size, { sample: 0, epoch: 0, repeat: 0 }, EVALUATION, preprocessing),
    ...{ at: 0, side: preprocessing.imageSize },
  } as const;
}
