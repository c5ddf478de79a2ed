import { UsageError } from '@hashsight/formats';
import { empty, fromBuffer, inferenceMode, ops, type Tensor, tidy } from '@hashsight/torch';

/** Row vectors: the features of N images. */
export interface FeatureRows {
  /** `[N, D]` in row-major order. */
  readonly values: Float32Array;
  /** D. */
  readonly dim: number;
}

/** Options of {@link nearestNeighbors}. */
export interface NeighborOptions {
  /** Neighbors per query; default 21, as in Mahajan et al. 2018. At most all rows of the base are returned. */
  readonly k?: number;
  /** Device of the products; default `cpu`. */
  readonly device?: string;
  /** Called with the fraction of the work done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** The nearest neighbors of N queries, best first. */
export interface Neighbors {
  /** Neighbors per query: k, or the number of rows of the base if that is smaller. */
  readonly k: number;
  /** Row numbers in the base, `[N, k]`. */
  readonly indices: Int32Array;
  /** Cosine similarities, -1 to 1, `[N, k]`. */
  readonly scores: Float64Array;
}

const DEFAULT_K = 21;
/** Rows of a block of queries and of the base: 16 MiB of products at a time. */
const QUERY_ROWS = 256;
const BASE_ROWS = 16384;
/** Candidates kept beyond k, so that rounding in float32 rarely makes a second look necessary. */
const SPARE = 16;

/**
 * The exact k nearest neighbors by cosine similarity. Blocks of products on the engine select candidates in float32;
 * their similarities are then computed in float64, and whatever float32 could have misplaced is looked at again. The
 * result is therefore independent of block sizes, threads, and device. Equal similarities are ordered by the lower
 * index; a row of zeros has similarity 0 to every row. Memory beyond the inputs and the result: about 20 MB, one
 * block of normalized rows, and 12 bytes per candidate.
 *
 * @param queries - `[N, D]`
 * @param base - `[M, D]`
 * @throws UsageError if k is not a positive integer, the dimensions differ, or a value is not finite
 */
export function nearestNeighbors(
  queries: FeatureRows,
  base: FeatureRows,
  { k: wanted = DEFAULT_K, device = 'cpu', onProgress }: NeighborOptions = {},
): Neighbors {
  checkInput(queries, base, wanted);
  const [n, m] = [rowsOf(queries), rowsOf(base)];
  const k = Math.min(wanted, m);
  const job: Job = { queries, base, queryNorms: norms(queries), baseNorms: norms(base), k, device };
  const indices = new Int32Array(n * k);
  const scores = new Float64Array(n * k);
  for (let from = 0; from < n; from += QUERY_ROWS) {
    const to = Math.min(from + QUERY_ROWS, n);
    for (const [row, found] of candidatesOf(job, from, to).entries()) {
      const best = exactBest(job, from + row, found);
      indices.set(
        best.map(({ index }) => index),
        (from + row) * k,
      );
      scores.set(
        best.map(({ score }) => score),
        (from + row) * k,
      );
    }
    onProgress?.(to / n);
  }
  return { k, indices, scores };
}

interface Job {
  readonly queries: FeatureRows;
  readonly base: FeatureRows;
  readonly queryNorms: Float64Array;
  readonly baseNorms: Float64Array;
  readonly k: number;
  readonly device: string;
}

function checkInput(queries: FeatureRows, base: FeatureRows, k: number): void {
  if (!Number.isInteger(k) || k < 1) throw new UsageError(`neighbors: expected a positive k, got ${k}`);
  if (queries.dim !== base.dim) {
    throw new UsageError(
      `neighbors: expected queries with ${base.dim} dimensions, as the base has, got ${queries.dim}`,
    );
  }
  for (const { values, dim } of [queries, base]) {
    if (!Number.isInteger(dim) || dim < 1 || values.length % dim !== 0) {
      throw new UsageError(`neighbors: expected whole rows of ${dim} values, got ${values.length} values`);
    }
  }
}

function rowsOf({ values, dim }: FeatureRows): number {
  return values.length / dim;
}

/** The Euclidean norm of each row; 1 for a row of zeros, whose products are 0 then. */
function norms({ values, dim }: FeatureRows): Float64Array {
  return Float64Array.from({ length: values.length / dim }, (_, row) => {
    let squares = 0;
    for (let i = row * dim; i < (row + 1) * dim; i++) squares += (values[i] as number) ** 2;
    if (!Number.isFinite(squares))
      throw new UsageError(`neighbors: row ${row} has a value that is not finite`);
    return Math.sqrt(squares) || 1;
  });
}

/**
 * Bound on the error of a product of two unit vectors in float32, whatever the order of summation: D roundings of half
 * a unit in the last place, and the normalization of both.
 */
function tolerance(dim: number): number {
  return (dim + 8) * 2 ** -24;
}

/** For each query of a block, the rows of the base that may be among its k nearest. */
function candidatesOf(job: Job, from: number, to: number): (readonly number[])[] {
  const { base, k } = job;
  const kept = Math.min(k + SPARE, rowsOf(base));
  return inferenceMode(() =>
    tidy(() => {
      const block = unitRows(job.queries, job.queryNorms, from, to, job.device);
      const [values, rows] = bestOfBlocks(job, block, kept);
      const all = rows.toTypedArray() as BigInt64Array;
      const best = values.toTypedArray() as Float32Array;
      const margin = 2 * tolerance(base.dim);
      return Array.from({ length: to - from }, (_, row) => {
        const least = (best[row * kept + k - 1] as number) - margin;
        // The last candidate may have been as good as the k-th: others that were left out may be, too.
        const isCut = kept < rowsOf(base) && (best[(row + 1) * kept - 1] as number) >= least;
        if (isCut) return rowsAbove(job, block, row, least);
        return Array.from(all.subarray(row * kept, (row + 1) * kept), Number);
      });
    }),
  );
}

/** The `kept` best products of each query over all blocks of the base, and their rows. */
function bestOfBlocks(job: Job, block: Tensor, kept: number): [values: Tensor, rows: Tensor] {
  const n = block.shape[0] as number;
  let values = empty([n, 0], { device: job.device });
  let rows = empty([n, 0], { dtype: 'int64', device: job.device });
  for (const [start, product] of productBlocks(job, block)) {
    [values, rows] = tidy(() => {
      const scores = product();
      const [top, at] = scores.topk(Math.min(kept, scores.shape[1] as number), { sorted: false });
      const joined = ops.aten.cat([values, top], { dim: 1 });
      const joinedRows = ops.aten.cat([rows, at.add(start)], { dim: 1 });
      const [best, order] = joined.topk(Math.min(kept, joined.shape[1] as number));
      return [best, joinedRows.gather(1, order)] as [Tensor, Tensor];
    });
  }
  return [values, rows];
}

/** All rows of the base whose product with one query of the block is at least `least`. */
function rowsAbove(job: Job, block: Tensor, row: number, least: number): number[] {
  const found: number[] = [];
  const query = block.narrow(0, row, 1);
  for (const [start, product] of productBlocks(job, query)) {
    const scores = tidy(() => product().toTypedArray() as Float32Array);
    for (const [i, score] of scores.entries()) if (score >= least) found.push(start + i);
  }
  return found;
}

/** The products of queries with each block of the base: the block's first row, and a function that computes it. */
function* productBlocks(
  { base, baseNorms, device }: Job,
  block: Tensor,
): Generator<[start: number, product: () => Tensor]> {
  for (let start = 0; start < rowsOf(base); start += BASE_ROWS) {
    const end = Math.min(start + BASE_ROWS, rowsOf(base));
    yield [start, () => block.matmul(unitRows(base, baseNorms, start, end, device).t())];
  }
}

/** Rows `from` to `to`, divided by their norms. */
function unitRows(
  { values, dim }: FeatureRows,
  norm: Float64Array,
  from: number,
  to: number,
  device: string,
): Tensor {
  const rows = fromBuffer(values.subarray(from * dim, to * dim), { shape: [to - from, dim] }).to({ device });
  const lengths = fromBuffer(Float32Array.from(norm.subarray(from, to)), { shape: [to - from, 1] }).to({
    device,
  });
  return rows.div(lengths);
}

/** The k best of the candidates by their similarities in float64. */
function exactBest(
  { queries, base, queryNorms, baseNorms, k }: Job,
  query: number,
  found: readonly number[],
): { readonly index: number; readonly score: number }[] {
  const { dim } = base;
  const [a, b] = [queries.values, base.values];
  const scored = found.map((index) => {
    let product = 0;
    for (let i = 0, x = query * dim, y = index * dim; i < dim; i++, x++, y++) {
      product += (a[x] as number) * (b[y] as number);
    }
    const score = product / ((queryNorms[query] as number) * (baseNorms[index] as number));
    return { index, score: Math.max(-1, Math.min(1, score)) };
  });
  return scored.sort((x, y) => y.score - x.score || x.index - y.index).slice(0, k);
}
