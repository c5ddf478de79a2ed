import type { DecoderName, ImageInput, ImageLimits, TaggerOptions } from '../api.js';
import type { Geometry } from '../geometry.js';
import type { FolderReader, ModelFolder } from '../model-folder.js';
import type { CheckedOptions } from '../options.js';
import type { Runtime } from '../runtime/session.js';

/** How images are decoded. */
export interface DecodeOptions {
  readonly limits: Required<ImageLimits>;
  readonly geometry: Geometry;
  /** Images that are decoded at the same time. */
  readonly concurrency: number;
  readonly decoder: NonNullable<TaggerOptions['decoder']>;
}

/** A decoded image, possibly smaller than the image itself. */
export interface Decoded {
  readonly pixels: DecodedPixels | ModelInput;
  /** Size of the upright image itself. */
  readonly image: { readonly width: number; readonly height: number };
}

/** Upright 8-bit RGB, `[height, width, 3]`. The buffer belongs to whoever gets it. */
export interface DecodedPixels {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** An image that needs no preprocessing any more: `[3, imageSize, imageSize]`, normalized. */
export type ModelInput = Float32Array<ArrayBuffer>;

/** Decodes images for one model. */
export interface ImageDecoder {
  readonly name: DecoderName;
  /** @throws UnusableImageError if the image cannot be read or decoded, or exceeds a limit */
  decode(image: ImageInput, signal: AbortSignal | undefined): Promise<Decoded>;
  /** Ends its threads. */
  close(): void;
}

/** What differs between Node and browsers; package.json chooses the file by its condition `browser`. */
export interface Platform {
  /** Images that are decoded at the same time. */
  readonly decoders: number;
  folderReader(folderOrUrl: string | URL, signal: AbortSignal | undefined): FolderReader;
  /** @throws UsageError if the chosen decoder is not installed */
  openDecoder(options: DecodeOptions): Promise<ImageDecoder>;
  openRuntime(folder: ModelFolder, options: CheckedOptions, given: TaggerOptions): Promise<Runtime>;
}
