import type { ImageInput, ImageLimits, TaggerOptions } from '../api.js';
import type { Geometry } from '../class-activation.js';
import type { FolderReader, ModelFolder } from '../model-folder.js';
import type { CheckedOptions } from '../options.js';
import type { Runtime } from '../runtime/session.js';

/** How an image is decoded. */
export interface DecodeOptions {
  readonly limits: Required<ImageLimits>;
  readonly geometry: Geometry;
  readonly signal?: AbortSignal;
}

/** A decoded image: upright 8-bit RGB, possibly smaller than the image. The buffer belongs to whoever gets it. */
export interface Decoded {
  /** `[height, width, 3]`. */
  readonly data: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  /** Size of the image itself. */
  readonly image: { readonly width: number; readonly height: number };
}

/** What differs between Node and browsers; package.json chooses the file by its condition `browser`. */
export interface Platform {
  /** Images that are decoded at the same time. */
  readonly decoders: number;
  folderReader(folderOrUrl: string | URL, signal: AbortSignal | undefined): FolderReader;
  /** @throws UnusableImageError if the image cannot be read or decoded, or exceeds a limit */
  decodeImage(image: ImageInput, options: DecodeOptions): Promise<Decoded>;
  openRuntime(folder: ModelFolder, options: CheckedOptions, given: TaggerOptions): Promise<Runtime>;
}
