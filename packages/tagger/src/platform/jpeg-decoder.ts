import { UnusableImageError } from '../errors.js';
import { type Box, type Geometry, type Resize, type Size, seenBox } from '../geometry.js';
import { checkSize } from './check-size.js';
import type { Decoded, ModelInput } from './platform.js';
import type { Encoded } from './read-image.js';

/** What we use of `@hashsight/jpeg`, which is optional. */
interface JpegPackage {
  readonly JpegPool: new (options: {
    readonly threads: number;
    readonly files: readonly string[];
  }) => JpegPool;
  eighthsFor(part: Size, side: number): number;
}

interface JpegPool {
  sizes(images: readonly { readonly bytes: Uint8Array }[]): Promise<{
    readonly sizes: readonly (Size | undefined)[];
    readonly failures: readonly { readonly reason: string }[];
  }>;
  cutJpegs(
    cuts: readonly {
      readonly bytes: Uint8Array;
      readonly eighths: number;
      readonly at: number;
      readonly side: number;
      readonly box: Box;
      readonly isMirrored: boolean;
      readonly filter: Resize['filter'];
    }[],
    out: Uint8Array,
  ): Promise<readonly { readonly reason: string }[]>;
  close(): void;
}

/** Loads `@hashsight/jpeg`. @throws Error if it is not installed, or its native part is not built */
async function loadPackage(): Promise<JpegPackage> {
  // Not written as a literal, because the package is optional: types and bundlers do without it.
  const name: string = '@hashsight/jpeg';
  return (await import(name)) as JpegPackage;
}

/**
 * Decodes JPEGs as evaluation does: at the smallest scale at which the part that the model sees still has as many pixels as
 * its input, and only that part. The pixels are those of evaluation, bit for bit.
 */
export class JpegDecoder {
  readonly #package: JpegPackage;
  readonly #geometry: Geometry;
  readonly #resize: Resize;
  /** A pool does one call at a time. */
  readonly #idle: JpegPool[];
  readonly #all: readonly JpegPool[];

  private constructor(loaded: JpegPackage, geometry: Geometry, resize: Resize, concurrency: number) {
    this.#package = loaded;
    this.#geometry = geometry;
    this.#resize = resize;
    this.#all = Array.from({ length: concurrency }, () => new loaded.JpegPool({ threads: 1, files: [] }));
    this.#idle = [...this.#all];
  }

  /**
   * @param concurrency - maximum number of calls at the same time
   * @throws Error if it is not installed, not built, or does not suit the model
   */
  static async open(geometry: Geometry, concurrency: number): Promise<JpegDecoder> {
    const { resize } = geometry;
    if (resize === undefined) throw new Error('preprocessor_config.json does not say how images are resized');
    return new JpegDecoder(await loadPackage(), geometry, resize, concurrency);
  }

  /** @throws UnusableImageError if the image is damaged, or exceeds a limit */
  async decode({ name, bytes }: Encoded, maxPixels: number): Promise<Decoded> {
    const pool = this.#idle.pop();
    if (pool === undefined) throw new Error('JpegDecoder: more calls than were announced');
    try {
      const { sizes, failures } = await pool.sizes([{ bytes }]);
      const [image] = sizes;
      if (image === undefined) throw failed(name, failures[0]?.reason);
      checkSize(name, image, maxPixels);
      return { pixels: await this.#cut(pool, name, bytes, image), image };
    } finally {
      this.#idle.push(pool);
    }
  }

  async #cut(pool: JpegPool, name: string, bytes: Uint8Array, image: Size): Promise<ModelInput> {
    const { imageSize: side } = this.#geometry;
    const box = seenBox(image, this.#geometry);
    const eighths = this.#package.eighthsFor(box, side);
    const out = new Uint8Array(side * side * 3);
    const { filter } = this.#resize;
    const [failure] = await pool.cutJpegs(
      [{ bytes, eighths, at: 0, side, box, isMirrored: false, filter }],
      out,
    );
    if (failure !== undefined) throw failed(name, failure.reason);
    return normalized(out, this.#resize);
  }

  /** Ends the threads. */
  close(): void {
    for (const pool of this.#all) pool.close();
  }
}

function failed(name: string, reason = 'expected a JPEG image'): UnusableImageError {
  return new UnusableImageError(`${name}: ${reason}`, /at most/.test(reason) ? 'too-large' : 'damaged');
}

/** `[side, side, 3]` to `[3, side, side]`: `(pixel / 255 - mean) / std`, with the roundings of preprocess.onnx. */
function normalized(pixels: Uint8Array, { mean, std }: Resize): ModelInput {
  const plane = pixels.length / 3;
  const out = new Float32Array(pixels.length);
  for (let channel = 0; channel < 3; channel++) {
    const deviation = std[channel] as number;
    const scale = Math.fround(1 / (255 * deviation));
    const shift = Math.fround((mean[channel] as number) / deviation);
    for (let i = 0; i < plane; i++) {
      out[channel * plane + i] = Math.fround((pixels[3 * i + channel] as number) * scale) - shift;
    }
  }
  return out;
}
