import { ImageReader } from '@hashsight/formats/node';
import { type ByteRange, eighthsFor, type Image, JpegPool, type Size } from '@hashsight/jpeg';
import type { Preprocessing } from '../models/preprocessing.js';
import { decodeImage } from './decode.js';
import { type CacheKind, type DecodedCache, openDecodedCache } from './decoded-cache.js';
import { decodedSide } from './decoded-side.js';
import { byteRangeAt, type ImageList, imageAt } from './image-list.js';
import { Prefetcher } from './prefetch.js';
import type { Draw } from './sampler.js';
import { canvasOf, sampleBytes, sideOf, type Transform, transformParams } from './transform.js';

/** Options of a {@link Fetcher}. */
export interface FetcherOptions {
  /** All images; a sample is an index into this list. */
  readonly images: ImageList;
  readonly preprocessing: Preprocessing;
  /** Number of decoding threads. */
  readonly threads: number;
  readonly cache: CacheKind;
  /** Maximum size of the cached decoded images in bytes. */
  readonly cacheBytes: number;
}

/** An image that could not be decoded; its pixels in the batch are undefined. */
export interface Unreadable {
  readonly position: number;
  readonly sample: number;
  readonly reason: string;
}

/** A draw and its index in the batch. */
interface Wanted {
  readonly position: number;
  readonly draw: Draw;
}

/** Number of whole images decoded at once: enough for all threads, but bounded in memory. */
const WHOLE_AT_ONCE = 64;

/**
 * Builds batches of samples. It reads the missing image sizes, draws the transform parameters, and lets C++ threads
 * decode and crop the JPEGs; sharp decodes other formats, and the same threads crop them.
 *
 * With a cache, each training image is decoded whole, at a scale that loses no detail in any crop, whether or not it
 * ends up in the cache. So the pixels depend on the kind of cache but not on its contents. They differ slightly from
 * those without a cache, which decodes only the region of the crop. Evaluation always decodes only that region.
 */
export class Fetcher implements AsyncDisposable {
  readonly #options: FetcherOptions;
  readonly #pool: JpegPool;
  readonly #prefetcher: Prefetcher;
  readonly #reader = new ImageReader();
  readonly #cache: DecodedCache;
  /** Width and height by image; 0 if not yet known, 1 if not a JPEG. */
  readonly #sizes: Uint32Array;
  #isClosing = false;

  private constructor(options: FetcherOptions, cache: DecodedCache) {
    this.#options = options;
    this.#pool = new JpegPool({ threads: options.threads, files: options.images.files });
    this.#prefetcher = new Prefetcher(this.#pool, options.images);
    this.#cache = cache;
    this.#sizes = new Uint32Array(2 * options.images.fileOf.length);
  }

  static async start(options: FetcherOptions): Promise<Fetcher> {
    return new Fetcher(options, await openDecodedCache(options.cache, options.cacheBytes));
  }

  /**
   * Fills a batch: `draws[i]` becomes its sample i.
   *
   * @param batch - `[N, side, side, 3]`
   */
  async fill(batch: SharedArrayBuffer, draws: readonly Draw[], transform: Transform): Promise<Unreadable[]> {
    const side = sideOf(transform, this.#options.preprocessing);
    const out = new Uint8Array(batch);
    const unreadable: Unreadable[] = [];
    const fail = ({ position, draw }: Wanted, reason: string) =>
      unreadable.push({ position, sample: draw.sample, reason });
    await this.#prefetcher.wait(draws.map(({ sample }) => sample));
    const all = draws.map((draw, position) => ({ position, draw }));
    const readable = await this.#readSizes(all, fail);
    const inParts = readable.filter(({ draw }) => this.#isJpeg(draw.sample) && this.#decodesParts(transform));
    const parts = this.#cutParts(inParts, transform, side, out, fail);
    const whole = readable.filter((wanted) => !inParts.includes(wanted));
    for (let i = 0; i < whole.length && !this.#isClosing; i += WHOLE_AT_ONCE) {
      await this.#cutWhole(whole.slice(i, i + WHOLE_AT_ONCE), transform, side, out, fail);
    }
    await parts;
    return unreadable.sort((a, b) => a.position - b.position);
  }

  /** Prefetches the files of uncached samples; a {@link fill} that needs one of them waits for it. */
  prefetch(samples: readonly number[]): void {
    if (!this.#isClosing) this.#prefetcher.request(samples.filter((sample) => !this.#cache.has(sample)));
  }

  #decodesParts({ kind }: Transform): boolean {
    return this.#options.cache === 'off' || kind === 'evaluation';
  }

  #isJpeg(sample: number): boolean {
    return (this.#sizes[2 * sample] as number) > 0 && (this.#sizes[2 * sample + 1] as number) > 0;
  }

  #sizeOf(sample: number): Size {
    return { width: this.#sizes[2 * sample] as number, height: this.#sizes[2 * sample + 1] as number };
  }

  #bytesOf(sample: number): ByteRange {
    return byteRangeAt(this.#options.images, sample);
  }

  /** Reads the headers that have not been read yet; returns the images that are not broken. */
  async #readSizes(
    all: readonly Wanted[],
    fail: (wanted: Wanted, reason: string) => void,
  ): Promise<Wanted[]> {
    const isNew = ({ draw }: Wanted) => this.#sizes[2 * draw.sample] === 0;
    const unknown = all.filter(isNew);
    if (unknown.length === 0) return [...all];
    const { sizes, failures } = await this.#pool.sizes(unknown.map(({ draw }) => this.#bytesOf(draw.sample)));
    const failed = new Set<Wanted>();
    for (const { image, reason } of failures) {
      const wanted = unknown[image] as Wanted;
      failed.add(wanted);
      fail(wanted, reason);
    }
    for (const [i, wanted] of unknown.entries()) {
      if (failed.has(wanted)) continue;
      const { width, height } = sizes[i] ?? NO_JPEG;
      this.#sizes.set([width, height], 2 * wanted.draw.sample);
    }
    return all.filter((wanted) => !failed.has(wanted));
  }

  async #cutParts(
    wanted: readonly Wanted[],
    transform: Transform,
    side: number,
    out: Uint8Array,
    fail: (wanted: Wanted, reason: string) => void,
  ): Promise<void> {
    const cuts = wanted.map(({ position, draw }) => {
      const params = transformParams(this.#sizeOf(draw.sample), draw, transform, this.#options.preprocessing);
      const range = this.#bytesOf(draw.sample);
      return {
        ...range,
        ...params,
        at: position * sampleBytes(side),
        side,
        eighths: eighthsFor(params.box, side),
      };
    });
    for (const { image, reason } of await this.#pool.cutJpegs(cuts, out))
      fail(wanted[image] as Wanted, reason);
  }

  async #cutWhole(
    wanted: readonly Wanted[],
    transform: Transform,
    side: number,
    out: Uint8Array,
    fail: (wanted: Wanted, reason: string) => void,
  ): Promise<void> {
    const images = await this.#decoded(new Set(wanted.map(({ draw }) => draw.sample)), transform);
    const cuts = wanted.flatMap((one) => {
      const { position, draw } = one;
      const image = images.get(draw.sample);
      if (image === undefined) return []; // closing
      if (typeof image === 'string') {
        fail(one, image);
        return [];
      }
      const params = transformParams(image, draw, transform, this.#options.preprocessing);
      return [{ ...params, image, at: position * sampleBytes(side), side }];
    });
    const [failure] = await this.#pool.cutPixels(cuts, out);
    if (failure !== undefined) throw new Error(failure.reason); // not caused by an image
  }

  /** Returns whole images, cached or decoded, or the reasons why they cannot be decoded. */
  async #decoded(
    samples: ReadonlySet<number>,
    transform: Transform,
  ): Promise<ReadonlyMap<number, Image | string>> {
    const images = new Map<number, Image | string>();
    const missing: number[] = [];
    for (const sample of samples) {
      const known = await this.#cache.get(sample);
      if (known === undefined) missing.push(sample);
      else images.set(sample, known);
    }
    const jpegs = missing.filter((sample) => this.#isJpeg(sample));
    const others = missing.filter((sample) => !this.#isJpeg(sample)).values();
    const decodeOthers = async () => {
      for (const sample of others) {
        if (this.#isClosing) return;
        images.set(sample, await this.#decodeOther(sample, transform));
      }
    };
    const bySharp = Array.from({ length: this.#options.threads }, decodeOthers);
    for (const [i, image] of (await this.#decodeJpegs(jpegs, transform)).entries())
      images.set(jpegs[i] as number, image);
    await Promise.all(bySharp);
    for (const sample of missing) {
      const image = images.get(sample);
      if (image !== undefined && typeof image !== 'string') await this.#cache.put(sample, image);
    }
    return images;
  }

  #decodeJpegs(samples: readonly number[], transform: Transform): Promise<readonly (Image | string)[]> {
    const { preprocessing } = this.#options;
    const side = decodedSide(preprocessing, transform);
    return this.#pool.decode(
      samples.map((sample) => {
        const fullSize = this.#sizeOf(sample);
        const eighths = eighthsFor(canvasOf(fullSize, preprocessing), side, { fast: false });
        return { ...this.#bytesOf(sample), fullSize, eighths };
      }),
    );
  }

  async #decodeOther(sample: number, transform: Transform): Promise<Image | string> {
    const { images, preprocessing } = this.#options;
    try {
      return await decodeImage(await this.#reader.read(imageAt(images, sample)), preprocessing, transform);
    } catch (error) {
      return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] as string;
    }
  }

  /** Ends after the images in progress. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosing = true;
    this.#pool.close();
    await this.#reader.close();
    await this.#cache[Symbol.asyncDispose]();
  }
}

/** Stands for the size of an image that is not a JPEG. */
const NO_JPEG: Size = { width: 1, height: 0 };
