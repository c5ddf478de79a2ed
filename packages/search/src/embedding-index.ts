import { setImmediate as nextTurn } from 'node:timers/promises';
import { type IndexedImage, type IndexFile, InputError, SourceError, UsageError } from '@hashsight/formats';
import { makeFolder, unusablePath } from '@hashsight/formats/node';
import { BestRows } from './best-rows.js';
import { Graph, type GraphFile } from './graph.js';
import { IndexAppender } from './index-appender.js';
import { type FoundIndex, hasIndex, readIndexFiles, writeIndexFile } from './index-files.js';
import { readVectors } from './read-vectors.js';
import { checkUnit } from './unit-length.js';
import type { Vectors } from './vectors.js';

/** The model whose embeddings an index holds. */
export interface IndexedModel {
  /** SHA-256 of its weights; see {@link modelDigest}. */
  readonly digest: string;
  /** Absolute path of its folder. */
  readonly folder?: string;
}

/** An image to be added to an index. */
export interface EmbeddedImage {
  readonly path: string;
  /** `[C]`, of length 1. */
  readonly embedding: Float32Array;
}

/** An image found by a search. */
export interface Match {
  /** Number of the image in the index. */
  readonly id: number;
  readonly path: string;
  /** Cosine similarity to the query, -1 to 1. */
  readonly score: number;
}

/** Options of {@link EmbeddingIndex.search}. */
export interface SearchOptions {
  /** Default: only if the index has no graph. */
  readonly exact?: boolean;
  readonly signal?: AbortSignal;
}

/** Images asked of the graph beyond twice the wanted ones: float16 may misplace near ones. */
const SPARE_NEAR = 32;

/**
 * The embeddings of images in a folder: `index.json`, `embeddings.f32` (rows of float32, little-endian) and `images.jsonl`
 * (a line for each row). Images are only added, never removed or changed. A row counts once both files have it in full, so
 * a killed process loses at most the images that it had not finished. One process may add images at a time; any number may
 * read meanwhile, and see the images that were there when they opened the index.
 *
 * Embeddings are read into memory at the first search: 4 C bytes per image, so 2 GB for a million images at C = 512.
 */
export class EmbeddingIndex implements AsyncDisposable {
  readonly folder: string;
  #file: IndexFile;
  readonly #images: IndexedImage[];
  readonly #paths: Map<string, number>;
  readonly #found: FoundIndex;
  #vectors: Promise<Vectors> | undefined;
  #graph: Promise<Graph | undefined> | undefined;
  #appender: Promise<IndexAppender> | undefined;

  private constructor(folder: string, found: FoundIndex) {
    this.folder = folder;
    this.#file = found.file;
    this.#found = found;
    this.#images = [...found.images];
    this.#paths = new Map(this.#images.map((image, row) => [image.path, row]));
  }

  /**
   * Opens an index.
   *
   * @param options.model - the model that is to be used with it
   * @throws InputError if the folder holds no index, the index lost rows, or another model made it
   */
  static async open(
    folder: string,
    { model }: { readonly model?: IndexedModel } = {},
  ): Promise<EmbeddingIndex> {
    const found = await readIndexFiles(folder);
    if (model !== undefined && model.digest !== found.file.model.digest) {
      const other = found.file.model.folder ?? `digest ${found.file.model.digest.slice(0, 12)}`;
      throw new InputError(
        `${folder}: expected embeddings of ${model.folder ?? 'the same model'}, got those of another model (${other}); use that model, or make a new index`,
      );
    }
    return new EmbeddingIndex(folder, found);
  }

  /**
   * Opens an index to add images to it, and makes a new one if the folder holds none.
   *
   * @param model - the model whose embeddings will be added
   * @param embeddingSize - C
   * @throws InputError as {@link EmbeddingIndex.open}, or if the folder cannot be written to
   */
  static async openOrCreate(
    folder: string,
    model: IndexedModel,
    embeddingSize: number,
  ): Promise<EmbeddingIndex> {
    if (!(await hasIndex(folder))) {
      try {
        await makeFolder(folder);
      } catch (error) {
        throw unusablePath(folder, error);
      }
      await writeIndexFile(folder, { version: 1, model: { ...model }, embeddingSize, count: 0 });
    }
    return EmbeddingIndex.open(folder, { model });
  }

  /** The model that computed the embeddings. */
  get model(): IndexedModel {
    return { ...this.#file.model } as IndexedModel;
  }

  /** C, the number of values of an embedding. */
  get embeddingSize(): number {
    return this.#file.embeddingSize;
  }

  /** Number of images. */
  get size(): number {
    return this.#images.length;
  }

  /** The image with a number; undefined if there is none. */
  image(id: number): IndexedImage | undefined {
    return this.#images[id];
  }

  /** The number of an image by its absolute path; undefined if the index does not have it. */
  idOf(file: string): number | undefined {
    return this.#paths.get(file);
  }

  /** The embedding of an image. @throws RangeError if there is no such image */
  async embedding(id: number): Promise<Float32Array> {
    return (await this.#loaded()).row(id);
  }

  /**
   * Adds images. They are on disk when the promise is fulfilled. Images that the index has already are added again: ask
   * {@link EmbeddingIndex.idOf} before.
   *
   * @throws UsageError if an embedding has another size, or not length 1
   * @throws InputError if a file cannot be written, or another process adds images to the same index
   */
  async append(images: readonly EmbeddedImage[]): Promise<void> {
    const { embeddingSize } = this;
    const rows = new Float32Array(images.length * embeddingSize);
    for (const [i, { path: file, embedding }] of images.entries()) {
      checkUnit(file, embedding, embeddingSize);
      rows.set(embedding, i * embeddingSize);
    }
    const lines = images.map(({ path: file }) => ({ path: file }));
    await (await this.#appending()).append(rows, lines);
    for (const line of lines) this.#paths.set(line.path, this.#images.push(line) - 1);
    if (this.#vectors !== undefined) (await this.#vectors).append(rows);
  }

  /**
   * The k most similar images, most similar first. Other work gets its turn every few milliseconds.
   *
   * The result is exact, and independent of the order of summation, unless the index has a graph: then a few of the images
   * that the graph covers may be missing.
   *
   * @param query - `[C]`, of length 1
   * @param k - from 1
   * @param options.exact - compare with every image, even if the index has a graph
   * @throws UsageError if the query has another size, or not length 1
   * @throws InputError if the embeddings cannot be read or are damaged
   */
  async search(query: Float32Array, k: number, options: SearchOptions = {}): Promise<Match[]> {
    if (!Number.isInteger(k) || k < 1) throw new UsageError(`search: expected k from 1, got ${k}`);
    checkUnit('search', query, this.embeddingSize);
    const { exact = false, signal } = options;
    const vectors = await this.#loaded();
    const graph = exact ? undefined : await this.#loadedGraph();
    const best = new BestRows(k, this.embeddingSize);
    if (graph !== undefined) best.addRows(graph.near(query, SPARE_NEAR + 2 * k), query, vectors);
    for (const { first, scores } of vectors.products(query, graph?.rows)) {
      best.add(first, scores);
      await nextTurn();
      signal?.throwIfAborted();
    }
    return best.ranked(query, vectors).map(({ row, score }) => this.#match(row, score));
  }

  /** Images that the graph for approximate search covers; 0 if there is none. */
  get graphSize(): number {
    return this.#file.graph?.rows ?? 0;
  }

  /**
   * Builds the graph for approximate search of all images, which takes minutes to hours per million of them. It pays above a
   * million. Images that are added later are compared one by one until the graph is built again.
   *
   * @throws SourceError if usearch, an optional package, is not installed
   * @throws InputError if it cannot be written
   */
  async buildGraph(
    options: { readonly threads?: number; readonly onProgress?: (images: number) => void } = {},
  ): Promise<void> {
    const vectors = await this.#loaded();
    await this.#describe({ graph: undefined });
    this.#graph = undefined;
    await this.#describe({ graph: await Graph.build(this.folder, vectors, options) });
  }

  /** Closes the files. What was added is complete on disk before this already. */
  async close(): Promise<void> {
    if (this.#appender === undefined) return;
    const appender = await this.#appender;
    this.#appender = undefined;
    await appender.close();
    await this.#describe({});
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #describe(changes: { readonly graph?: GraphFile | undefined }): Promise<void> {
    const { graph = undefined, ...rest } = { ...this.#file, ...changes };
    this.#file = { ...rest, count: this.size, ...(graph && { graph }) };
    await writeIndexFile(this.folder, this.#file);
  }

  #match(row: number, score: number): Match {
    return { id: row, path: this.#images[row]?.path ?? '', score };
  }

  /** The graph in memory, if there is one and what it needs is installed. */
  #loadedGraph(): Promise<Graph | undefined> {
    const { graph } = this.#file;
    if (graph === undefined || graph.rows > this.size) return Promise.resolve(undefined);
    this.#graph ??= Graph.load(this.folder, this.embeddingSize, graph).catch((error: unknown) => {
      // Without usearch the search is slower, not wrong.
      if (error instanceof SourceError) return undefined;
      throw error;
    });
    return this.#graph;
  }

  /** The files open for appending, since the first call. */
  #appending(): Promise<IndexAppender> {
    this.#appender ??= IndexAppender.open(this.folder, this.#found).catch((error: unknown) => {
      this.#appender = undefined;
      throw error;
    });
    return this.#appender;
  }

  /** The embeddings in memory; read at the first call. */
  #loaded(): Promise<Vectors> {
    this.#vectors ??= readVectors(this.folder, this.embeddingSize, this.size).catch((error: unknown) => {
      this.#vectors = undefined;
      throw error;
    });
    return this.#vectors;
  }
}
