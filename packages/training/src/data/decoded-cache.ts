import { type FileHandle, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '@hashsight/formats/node';
import type { Image } from '@hashsight/jpeg';

/** Storage options for decoded images. */
export const CACHE_KINDS = ['ram', 'disk', 'off'] as const;

/** Storage option for decoded images. */
export type CacheKind = (typeof CACHE_KINDS)[number];

/** Caches decoded images up to a number of bytes. It keeps the first ones, because every epoch uses all images. */
export interface DecodedCache extends AsyncDisposable {
  has(sample: number): boolean;
  get(sample: number): Promise<Image | undefined>;
  put(sample: number, image: Image): Promise<void>;
}

/** Opens a cache of at most `bytes`. A disk cache disappears when the process ends, even after a crash. */
export async function openDecodedCache(kind: CacheKind, bytes: number): Promise<DecodedCache> {
  return kind === 'disk' ? await DiskCache.open(bytes) : new RamCache(kind === 'ram' ? bytes : 0);
}

class RamCache implements DecodedCache {
  readonly #images = new Map<number, Image>();
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  has(sample: number): boolean {
    return this.#images.has(sample);
  }

  async get(sample: number): Promise<Image | undefined> {
    return this.#images.get(sample);
  }

  async put(sample: number, image: Image): Promise<void> {
    if (image.pixels.length > this.#left || this.#images.has(sample)) return;
    this.#left -= image.pixels.length;
    this.#images.set(sample, image);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#images.clear();
  }
}

class DiskCache implements DecodedCache {
  readonly #file: FileHandle;
  readonly #bytes: number;
  readonly #stored = new Map<
    number,
    { readonly at: number; readonly width: number; readonly height: number }
  >();
  #end = 0;

  private constructor(file: FileHandle, bytes: number) {
    this.#file = file;
    this.#bytes = bytes;
  }

  static async open(bytes: number): Promise<DiskCache> {
    const parent = path.join(cacheFolder(), 'decoded');
    await mkdir(parent, { recursive: true });
    const folder = await mkdtemp(path.join(parent, 'run-'));
    const file = await open(path.join(folder, 'pixels'), 'wx+');
    await rm(folder, { recursive: true }); // a deleted file exists until it is closed
    return new DiskCache(file, bytes);
  }

  has(sample: number): boolean {
    return this.#stored.has(sample);
  }

  async get(sample: number): Promise<Image | undefined> {
    const stored = this.#stored.get(sample);
    if (stored === undefined) return undefined;
    const { at, width, height } = stored;
    const pixels = new Uint8Array(width * height * 3);
    const { bytesRead } = await this.#file.read(pixels, 0, pixels.length, at);
    return bytesRead === pixels.length ? { width, height, pixels } : undefined;
  }

  async put(sample: number, { width, height, pixels }: Image): Promise<void> {
    if (this.#end + pixels.length > this.#bytes || this.#stored.has(sample)) return;
    const at = this.#end;
    this.#end += pixels.length;
    const written = await this.#file.write(pixels, 0, pixels.length, at).catch(() => undefined); // if the disk is full, the image is not cached
    if (written?.bytesWritten === pixels.length) this.#stored.set(sample, { at, width, height });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }
}
