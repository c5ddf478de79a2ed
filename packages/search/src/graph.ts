import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { INDEX_FILES, type IndexFile, InputError, SourceError } from '@hashsight/formats';
import { fileDigest, writeBeside } from '@hashsight/formats/node';
import type { Index } from 'usearch';
import type { Vectors } from './vectors.js';

/** Edges per node, and candidates kept while adding and searching; usearch's own defaults are 16, 128, and 64. */
const CONNECTIVITY = 16;
const EXPANSION_ADD = 128;
const EXPANSION_SEARCH = 256;
/** Rows added in one call, which other work has to wait for. */
const ROWS_PER_CALL = 4_096;

/** What `index.json` says about a graph. */
export type GraphFile = NonNullable<IndexFile['graph']>;

/**
 * A graph of near neighbors (HNSW, Malkov and Yashunin 2018), made by usearch, in a file of its own beside the embeddings. It
 * holds them again, in float16. It is made anew rather than changed: usearch cannot add to a graph that was opened as a
 * view, and its removal has given wrong results.
 */
export class Graph {
  readonly #index: Index;
  /** The graph covers the rows from 0 up to this one. */
  readonly rows: number;

  private constructor(index: Index, rows: number) {
    this.#index = index;
    this.rows = rows;
  }

  /**
   * Builds the graph of all rows and writes it to the folder of the index.
   *
   * @param onProgress - called with the number of rows that were added
   * @throws SourceError if usearch is not installed
   */
  static async build(
    folder: string,
    vectors: Vectors,
    { threads = 0, onProgress }: { readonly threads?: number; readonly onProgress?: (rows: number) => void },
  ): Promise<GraphFile> {
    const index = await newIndex(vectors.size);
    for (let from = 0; from < vectors.count; from += ROWS_PER_CALL) {
      const to = Math.min(vectors.count, from + ROWS_PER_CALL);
      const numbers = Array.from({ length: to - from }, (_, i) => from + i);
      const rows = numbers.map((row) => vectors.row(row));
      index.add(BigUint64Array.from(numbers, BigInt), rows, threads);
      onProgress?.(to);
      await nextTurn();
    }
    const file = path.join(folder, INDEX_FILES.graph);
    return writeBeside(file, async (beside) => {
      index.save(beside);
      return { rows: vectors.count, digest: await fileDigest(beside) };
    });
  }

  /**
   * Reads the graph of an index into memory.
   *
   * @param size - C
   * @param described - what `index.json` says about it
   * @throws SourceError if usearch is not installed
   * @throws InputError if the file is missing or damaged
   */
  static async load(folder: string, size: number, { rows, digest }: GraphFile): Promise<Graph> {
    const file = path.join(folder, INDEX_FILES.graph);
    const index = await newIndex(size);
    // usearch ends the process on a damaged file.
    if ((await fileDigest(file)) !== digest) {
      throw new InputError(`${file}: the file was cut off or changed; build the graph again`);
    }
    index.load(file);
    return new Graph(index, rows);
  }

  /** Rows that are probably the nearest of the query, in no order. */
  near(query: Float32Array, count: number): number[] {
    const { keys } = this.#index.search(query, Math.min(count, this.rows), 0);
    return Array.from(keys, Number);
  }
}

async function newIndex(dimensions: number): Promise<Index> {
  const usearch = await import('usearch').catch((error: unknown) => {
    throw new SourceError('usearch: not installed; run npm install usearch@2.25.3', { cause: error });
  });
  return new usearch.Index({
    dimensions,
    metric: usearch.MetricKind.IP,
    quantization: usearch.ScalarKind.F16,
    connectivity: CONNECTIVITY,
    expansion_add: EXPANSION_ADD,
    expansion_search: EXPANSION_SEARCH,
    multi: false,
  });
}
