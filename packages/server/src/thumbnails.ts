import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { recognizeImage } from '@hashsight/formats';
import sharp from 'sharp';
import { HttpError } from './errors.js';
import type { ServerSettings } from './server-options.js';

/** Longer side of a thumbnail in pixels. */
const SIDE = 320;
/** Memory for thumbnails that were asked for lately. */
const CACHE_BYTES = 16 * 2 ** 20;
const TIMEOUT_SECONDS = 10;

/** Thumbnails of indexed images, as WebP; the latest are kept. */
export class Thumbnails {
  readonly #maxPixels: number;
  readonly #maxBytes: number;
  /** In the order of use, oldest first. */
  readonly #kept = new Map<string, Buffer>();
  #bytes = 0;

  constructor({ maxPixels, maxBodyBytes }: Pick<ServerSettings, 'maxPixels' | 'maxBodyBytes'>) {
    this.#maxPixels = maxPixels;
    this.#maxBytes = maxBodyBytes;
  }

  /** @throws HttpError 404 if the file is gone, or is no image any more */
  async of(file: string): Promise<Buffer> {
    const kept = this.#kept.get(file);
    if (kept !== undefined) {
      this.#kept.delete(file);
      this.#kept.set(file, kept);
      return kept;
    }
    const bytes = await this.#make(file).catch(() => {
      throw new HttpError(404, 'image-gone', 'the file of this image was moved, removed, or changed');
    });
    this.#keep(file, bytes);
    return bytes;
  }

  async #make(file: string): Promise<Buffer> {
    // Without O_NONBLOCK, opening a named pipe without a writer would block forever.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (!found.isFile() || found.size > this.#maxBytes) throw new RangeError('too large, or no file');
      const bytes = await handle.readFile();
      // A drawing may take hours and cannot be interrupted.
      if (recognizeImage(bytes).format === 'svg') throw new RangeError('a drawing');
      return await sharp(bytes, { limitInputPixels: this.#maxPixels })
        .timeout({ seconds: TIMEOUT_SECONDS })
        .autoOrient()
        .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer();
    } finally {
      await handle.close();
    }
  }

  #keep(file: string, bytes: Buffer): void {
    this.#kept.set(file, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= CACHE_BYTES) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }
}
