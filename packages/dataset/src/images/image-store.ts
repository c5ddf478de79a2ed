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

/** An image with a name of its own, by which its facts are found again. */
export interface KeyedImage {
  readonly key: string;
  readonly source: ImageSource;
}

/** What {@link ImageStore.process} takes. */
export interface ProcessOptions {
  /**
   * Threads; each keeps about one core busy. libuv's threads decode for all of them, and there are four unless
   * `UV_THREADPOOL_SIZE` says otherwise before Node starts.
   */
  readonly workers: number;
  readonly onProgress?: OnProgress | undefined;
  /** How many images come, when it is known; for the progress only. */
  readonly total?: number | undefined;
  /** Images in a chunk, what is lost when a run is killed; the results do not depend on it. */
  readonly chunkSize?: number;
}

/** What {@link ImageStore.process} did. */
export interface ProcessedImages {
  /** Images that had facts already, or that came twice. */
  readonly known: number;
  /** Images of which there are facts now. */
  readonly processed: number;
  /** Of those, the ones that cannot be used. */
  readonly unusable: number;
}

/** A change of what is known of images, or of how they are encoded, makes a new folder in the store. */
const FORMAT_VERSION = 2;

const CHUNK_SIZE = 256;

/**
 * A folder of what is known of images, and of images that were made smaller. What is done stays done: the work is
 * cut into chunks that are there or not, so a process that was killed at any moment goes on where it was, and what
 * is known of an image depends on the image and the settings only. One process at a time.
 */
export class ImageStore {
  /** Where the blob files lie that facts name. */
  readonly folder: string;
  readonly #settings: ImageSettings;
  readonly #known: KnownImages;
  /** Keys of the images that a process ended at. */
  readonly #suspects: ReadonlySet<string>;
  /** Numbers of the chunks that are there, in no order. */
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
   * Reads, decodes, describes and, where a shorter side was asked for, encodes the images whose facts are not there yet,
   * or are those of another state of the source (by size and time of its file). Of two images with one key, the first
   * counts. An image that cannot be used has facts that say so; one that ends the process is found by the next one. After an error the store is to be opened anew.
   *
   * @throws InputError when the store cannot be written to
   * @throws HashsightError when a thread died
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
    const tell = () =>
      onProgress?.({
        step: 'reading images',
        done: known + processed,
        ...(total !== undefined && { total }),
        unit: 'images',
      });
    const begin = (some: readonly ChunkImage[]) => {
      const chunk = nextChunk++;
      return chunks.begin({ chunk, images: some }, (bad) => {
        this.#chunks.push(chunk);
        processed += some.length;
        unusable += bad;
        tell();
      });
    };
    const stamps = new SourceStamps();
    let waiting: ChunkImage[] = [];
    for await (const { key, source } of images) {
      const stamp = stamps.of(source);
      if (this.#known.take(key, stamp)) {
        known += 1;
        if (known % chunkSize === 0) tell();
      } else if (waiting.push({ key, source, stamp, apart: this.#suspects.has(key) }) === chunkSize) {
        await begin(waiting);
        waiting = [];
      }
    }
    // The rest is shared out, so that no thread waits for another at the end.
    const share = Math.ceil(waiting.length / workers);
    for (let i = 0; i < waiting.length; i += share) await begin(waiting.slice(i, i + share));
    await chunks.end();
    dropSuspects(this.folder);
    tell();
    return { known, processed, unusable };
  }

  /**
   * A query for the facts, one row for each key that was ever processed, in no order: key, problem ('missing-image' or
   * 'unusable-image', NULL when the image is good) and reason, extension, width, height, bytes_hash, pixels_hash,
   * perceptual_hash (hexadecimal), thumbnail (BLOB, 8 x 8 RGB), blob (name of a file in {@link folder}; NULL when the
   * bytes stay as they are in the source), "offset" (first byte in the blob file), size (bytes).
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
 * Opens the folder of a store, or makes it, and removes what a process that was killed left half done. Images under
 * other settings, and those made by another libvips, lie beside each other in it.
 *
 * @throws InputError when the folder cannot be used, or when its files are not a store's
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

/** Does chunks in threads, a few of them waiting. */
class ChunkRunner implements AsyncDisposable {
  readonly #folder: string;
  readonly #settings: ImageSettings;
  readonly #workers: number;
  readonly #running = new Set<Promise<void>>();
  #pool: Piscina<ChunkTask, ChunkResult> | undefined;
  #failure: Error | undefined;

  constructor(folder: string, settings: ImageSettings, workers: number) {
    this.#folder = folder;
    this.#settings = settings;
    this.#workers = workers;
  }

  /** Begins a chunk as soon as there is room for it. */
  async begin(task: Pick<ChunkTask, 'chunk' | 'images'>, onDone: (unusable: number) => void): Promise<void> {
    while (this.#running.size >= this.#workers * 2) await Promise.race(this.#running);
    if (this.#failure !== undefined) throw this.#failure;
    // Only now: when everything is done already, no thread is started.
    this.#pool ??= new Piscina({
      filename: new URL('./chunk-worker.js', import.meta.url).href,
      minThreads: this.#workers,
      maxThreads: this.#workers,
    });
    const run = this.#pool.run({ ...task, folder: this.#folder, settings: this.#settings }).then(
      (result) => {
        if ('failure' in result) this.#failure ??= new InputError(result.failure);
        else onDone(result.unusable);
      },
      (cause: Error) => {
        this.#failure ??= new HashsightError(
          `image worker: expected to run to the end, got ${cause.message}; try again with fewer \`workers\``,
          { cause },
        );
      },
    );
    const running: Promise<void> = run.finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits until all chunks are done. */
  async end(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Ends the threads, none of them in the middle of a chunk. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#running);
    await this.#pool?.destroy();
  }
}
