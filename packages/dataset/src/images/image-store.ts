import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ImageSource, OnProgress } from '@hashsight/formats';
import { HashsightError, InputError } from '@hashsight/formats';
import { isLeftOver, makeFolder, unusablePath } from '@hashsight/formats/node';
import { Piscina } from 'piscina';
import sharp from 'sharp';
import { jsonLinesSql } from '../tables/file-relations.js';
import { columnText } from '../tables/sql-text.js';
import type { ChunkImage, ChunkResult, ChunkTask } from './chunk-worker.js';
import { dropSuspects, takeSuspects } from './decoding-journal.js';
import type { ImageSettings } from './describe-image.js';
import { chunkFiles, chunkOfFacts, FACTS_COLUMNS } from './facts-file.js';
import { KnownImages, SourceStamps } from './known-images.js';

/** An image with a unique key, by which its facts are found. */
export interface KeyedImage {
  readonly key: string;
  readonly source: ImageSource;
}

/** Options of {@link ImageStore.process}. */
export interface ProcessOptions {
  /**
   * Number of threads. Each keeps about one core busy. libuv's threads do the decoding; there are four, unless
   * `UV_THREADPOOL_SIZE` is set before Node starts.
   */
  readonly workers: number;
  readonly onProgress?: OnProgress | undefined;
  /** Number of images, if known; only for the progress. */
  readonly total?: number | undefined;
  /** Images per chunk. An interrupted run loses its unfinished chunks; the results do not depend on the size. */
  readonly chunkSize?: number;
}

/** Summary of {@link ImageStore.process}. */
export interface ProcessedImages {
  /** Images that already had facts, or that occurred twice. */
  readonly known: number;
  /** Images processed now. */
  readonly processed: number;
  /** Images among them that are unusable. */
  readonly unusable: number;
}

/** Increased when the facts or the encoding of images change; each version has its own folder in the store. */
const FORMAT_VERSION = 2;

const CHUNK_SIZE = 256;

/**
 * A folder with the facts about images, and with downscaled images. Work is divided into chunks that either exist
 * completely or not at all, so that an interrupted process can resume. The facts about an image depend only on the
 * image and the settings. Only one process may use a store at a time.
 */
export class ImageStore {
  /** Folder of the blob files named in the facts. */
  readonly folder: string;
  readonly #settings: ImageSettings;
  readonly #known: KnownImages;
  /** Keys of the images at which an earlier process ended. */
  readonly #suspects: ReadonlySet<string>;
  /** Numbers of the finished chunks, in no particular order. */
  readonly #chunks: number[];

  constructor(
    folder: string,
    settings: ImageSettings,
    known: KnownImages,
    suspects: ReadonlySet<string>,
    chunks: readonly number[],
  ) {
    this.folder = folder;
    this.#settings = settings;
    this.#known = known;
    this.#suspects = suspects;
    this.#chunks = [...chunks];
  }

  /**
   * Processes the images that have no facts yet, or whose source changed (by size and modification time of its file):
   * reads, decodes, describes and, with a shorter side, encodes them. If a key occurs twice, the first image is used.
   * Facts of an unusable image give the reason; an image that ends the process is detected by the next one. After an
   * error, the store must be opened again.
   *
   * @throws InputError if the store cannot be written to
   * @throws HashsightError if a thread died
   */
  async process(
    images: AsyncIterable<KeyedImage> | Iterable<KeyedImage>,
    { workers, onProgress, total, chunkSize = CHUNK_SIZE }: ProcessOptions,
  ): Promise<ProcessedImages> {
    await using chunks = new ChunkRunner(this.folder, this.#settings, workers);
    let [known, processed, unusable, nextChunk] = [
      0,
      0,
      0,
      this.#chunks.reduce((a, b) => Math.max(a, b), 0) + 1,
    ];
    const report = () =>
      onProgress?.({
        step: 'reading images',
        done: known + processed,
        ...(total !== undefined && { total }),
        unit: 'images',
      });
    const begin = (batch: readonly ChunkImage[]) => {
      const chunk = nextChunk++;
      return chunks.begin({ chunk, images: batch }, (bad) => {
        this.#chunks.push(chunk);
        processed += batch.length;
        unusable += bad;
        report();
      });
    };
    const stamps = new SourceStamps();
    let waiting: ChunkImage[] = [];
    for await (const { key, source } of images) {
      const stamp = stamps.of(source);
      if (this.#known.take(key, stamp)) {
        known += 1;
        if (known % chunkSize === 0) report();
      } else if (waiting.push({ key, source, stamp, apart: this.#suspects.has(key) }) === chunkSize) {
        await begin(waiting);
        waiting = [];
      }
    }
    // The remaining images are divided evenly, so that the threads finish at about the same time.
    const share = Math.ceil(waiting.length / workers);
    for (let i = 0; i < waiting.length; i += share) await begin(waiting.slice(i, i + share));
    await chunks.end();
    dropSuspects(this.folder);
    report();
    return { known, processed, unusable };
  }

  /**
   * A query for the facts, with one row per key ever processed, in no particular order: key, problem ('missing-image'
   * or 'unusable-image'; NULL for a usable image), reason, extension, width, height, bytes_hash, pixels_hash,
   * perceptual_hash (hexadecimal), thumbnail (BLOB, 8 x 8 RGB), blob (name of a file in {@link folder}; NULL if the
   * source bytes are used unchanged), "offset" (byte offset in the blob file), size (bytes).
   */
  factsSql(): string {
    const names = Object.keys(FACTS_COLUMNS).filter((name) => name !== 'stamp' && name !== 'chunk');
    const columns = names.map((name) =>
      name === 'thumbnail' ? 'from_base64(thumbnail) AS thumbnail' : columnText(name),
    );
    const files = this.#chunks.map((chunk) => path.join(this.folder, chunkFiles(chunk).facts));
    const none = Object.entries(FACTS_COLUMNS).map(
      ([name, type]) => `CAST(NULL AS ${type}) AS ${columnText(name)}`,
    );
    const all =
      files.length === 0 ? `(SELECT ${none.join(', ')} WHERE false)` : jsonLinesSql(files, FACTS_COLUMNS);
    const newest = `(SELECT *, row_number() OVER (PARTITION BY key ORDER BY chunk DESC) AS age FROM ${all}) WHERE age = 1`;
    return `SELECT ${columns.join(', ')} FROM ${this.#known.hasReplaced ? newest : all}`;
  }
}

/**
 * Opens or creates an image store, and removes unfinished files of an interrupted process. Images with different
 * settings or from different versions of libvips have separate subfolders.
 *
 * @throws InputError if the folder cannot be used, or if its files are not those of a store
 */
export async function openImageStore(base: string, settings: ImageSettings): Promise<ImageStore> {
  const size = settings.shorterSide === undefined ? 'as-they-are' : `shorter-side-${settings.shorterSide}`;
  const folder = path.join(base, `${size}-v${FORMAT_VERSION}-libvips-${sharp.versions.vips}`);
  try {
    await makeFolder(folder);
    const names = readdirSync(folder);
    const chunks = names.flatMap((name) => chunkOfFacts(name) ?? []).sort((a, b) => a - b);
    const blobs = new Set(chunks.map((chunk) => chunkFiles(chunk).blob));
    const known = new KnownImages();
    for (const chunk of chunks) known.read(folder, chunkFiles(chunk).facts);
    for (const name of names) {
      const isHalfDone = isLeftOver(name) || (name.endsWith('.blob') && !blobs.has(name));
      if (isHalfDone) rmSync(path.join(folder, name));
    }
    const suspects = await takeSuspects(folder, names);
    return new ImageStore(folder, settings, known, suspects, chunks);
  } catch (error) {
    throw unusablePath(folder, error);
  }
}

/** Processes chunks in threads, with a short queue. */
class ChunkRunner implements AsyncDisposable {
  readonly #folder: string;
  readonly #settings: ImageSettings;
  readonly #workers: number;
  readonly #running = new Set<Promise<void>>();
  #pool: Piscina<ChunkTask, ChunkResult> | undefined;
  #areThreadsStarted: Promise<void> | undefined;
  #failure: Error | undefined;

  constructor(folder: string, settings: ImageSettings, workers: number) {
    this.#folder = folder;
    this.#settings = settings;
    this.#workers = workers;
  }

  /** Starts a chunk as soon as the queue has room. */
  async begin(task: Pick<ChunkTask, 'chunk' | 'images'>, onDone: (unusable: number) => void): Promise<void> {
    while (this.#running.size >= this.#workers * 2) await Promise.race(this.#running);
    if (this.#failure !== undefined) throw this.#failure;
    // The pool is created late, so that no thread is started if everything is already done.
    this.#pool ??= this.#startPool();
    const run = this.#pool.run({ ...task, folder: this.#folder, settings: this.#settings }).then(
      (result) => {
        if ('failure' in result) this.#failure ??= new InputError(result.failure);
        else onDone(result.unusable);
      },
      (cause: Error) => {
        this.#failure ??= new HashsightError(
          `image worker: ended unexpectedly: ${cause.message}; try again with fewer \`workers\``,
          { cause },
        );
      },
    );
    const running: Promise<void> = run.finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  #startPool(): Piscina<ChunkTask, ChunkResult> {
    const pool = new Piscina<ChunkTask, ChunkResult>({
      filename: new URL('./chunk-worker.js', import.meta.url).href,
      minThreads: this.#workers,
      maxThreads: this.#workers,
    });
    this.#areThreadsStarted = threadsStarted(pool, this.#workers);
    return pool;
  }

  /** Waits until all chunks are done. */
  async end(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Waits for running chunks, then ends the threads. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#running);
    await this.#areThreadsStarted;
    await this.#pool?.destroy();
  }
}

/**
 * Waits until all threads of a new pool have loaded their module, or one of them has ended. Node.js aborts the whole process if
 * a thread is terminated while it loads an ES module by `require`, as piscina does.
 */
function threadsStarted(pool: Piscina, count: number): Promise<void> {
  return new Promise((resolve) => {
    let started = 0;
    pool.on('workerCreate', () => {
      if (++started === count) resolve();
    });
    pool.once('workerDestroy', () => resolve());
  });
}
