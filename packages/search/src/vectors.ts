import { type DotProducts, dotProducts, ROW_MULTIPLE } from './dot-products.js';

const PAGE_BYTES = 65_536;
/** Rows whose products are computed in one call: some milliseconds. */
export const BATCH_ROWS = 8_192;
/** Size of a segment's memory; WebAssembly addresses at most 4 GiB. */
const SEGMENT_BYTES = 2 ** 30;

/** Rows of float32 in WebAssembly memory, in segments that grow. */
export class Vectors {
  /** C, the number of values of a row. */
  readonly size: number;
  readonly #stride: number;
  readonly #rowsPerSegment: number;
  readonly #segments: Segment[] = [];
  #count = 0;

  constructor(size: number, { segmentBytes = SEGMENT_BYTES }: { readonly segmentBytes?: number } = {}) {
    this.size = size;
    this.#stride = Math.ceil(size / ROW_MULTIPLE) * ROW_MULTIPLE;
    this.#rowsPerSegment = Math.max(1, Math.floor(segmentBytes / (4 * this.#stride)));
  }

  /** Number of rows. */
  get count(): number {
    return this.#count;
  }

  /** Appends rows. @param rows - `[N, C]` in row-major order */
  append(rows: Float32Array): void {
    const { size } = this;
    for (let from = 0; from < rows.length; ) {
      const free = this.#rowsPerSegment - (this.#count % this.#rowsPerSegment);
      if (free === this.#rowsPerSegment) this.#segments.push(new Segment(this.#stride));
      const part = rows.subarray(from, Math.min(rows.length, from + free * size));
      this.#segments.at(-1)?.append(part, size);
      this.#count += part.length / size;
      from += part.length;
    }
  }

  /** A copy of a row. */
  row(index: number): Float32Array {
    const segment = this.#segments[Math.floor(index / this.#rowsPerSegment)];
    if (segment === undefined || index >= this.#count) {
      throw new RangeError(`vectors: expected a row below ${this.#count}, got ${index}`);
    }
    return segment.row(index % this.#rowsPerSegment).slice(0, this.size);
  }

  /**
   * The float32 products of a query with all rows, batch by batch. The scores of a batch are valid until the next step.
   *
   * @param query - `[C]`
   */
  *products(
    query: Float32Array,
    from = 0,
  ): Generator<{ readonly first: number; readonly scores: Float32Array }, void, undefined> {
    for (let first = from; first < this.#count; ) {
      const segment = this.#segments[Math.floor(first / this.#rowsPerSegment)] as Segment;
      const within = first % this.#rowsPerSegment;
      const rows = Math.min(BATCH_ROWS, segment.count - within);
      yield { first, scores: segment.products(query, within, rows) };
      first += rows;
    }
  }
}

/** Rows in one memory: the query, the scores of a batch, and then the rows, each padded to the stride. */
class Segment {
  readonly #stride: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #dots: DotProducts;
  readonly #scoresAt: number;
  readonly #rowsAt: number;
  count = 0;

  /** @param stride - values of a padded row */
  constructor(stride: number) {
    this.#stride = stride;
    this.#dots = dotProducts(this.#memory);
    this.#scoresAt = 4 * stride;
    this.#rowsAt = 4 * (stride + BATCH_ROWS);
  }

  append(rows: Float32Array, size: number): void {
    const added = rows.length / size;
    const start = this.#address(this.count);
    const end = this.#address(this.count + added);
    const missing = end - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    const target = new Float32Array(this.#memory.buffer, start, added * this.#stride);
    if (size === this.#stride) target.set(rows);
    else {
      for (let i = 0; i < added; i++) target.set(rows.subarray(i * size, (i + 1) * size), i * this.#stride);
    }
    this.count += added;
  }

  row(index: number): Float32Array {
    return new Float32Array(this.#memory.buffer, this.#address(index), this.#stride);
  }

  products(query: Float32Array, first: number, rows: number): Float32Array {
    const { buffer } = this.#memory;
    // Another search may have left its query here.
    new Float32Array(buffer, 0, query.length).set(query);
    this.#dots(this.#address(first), this.#address(first + rows), 4 * this.#stride, 0, this.#scoresAt);
    return new Float32Array(buffer, this.#scoresAt, rows);
  }

  #address(row: number): number {
    return this.#rowsAt + 4 * this.#stride * row;
  }
}
