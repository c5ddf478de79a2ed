import type { Vectors } from './vectors.js';

/** A row and its similarity to a query. */
export interface ScoredRow {
  readonly row: number;
  /** Cosine similarity, -1 to 1. */
  readonly score: number;
}

/** Candidates are thinned out when there are about this many more than needed. */
const SPARE = 4_096;

/**
 * Collects the rows that may be among the k best by float32 products, and ranks them by float64 products. The result
 * depends neither on the order of summation nor on the order in which batches come; equal scores are ordered by row.
 */
export class BestRows {
  readonly #k: number;
  readonly #margin: number;
  #rows: number[] = [];
  #scores: number[] = [];
  #limit: number;
  /** No row with a lower float32 product can be among the k best. */
  #least = Number.NEGATIVE_INFINITY;

  /** @param size - C; the error of a float32 product of unit vectors is below (C + 8) half units in the last place */
  constructor(k: number, size: number) {
    this.#k = k;
    this.#limit = k + SPARE;
    this.#margin = 2 * (size + 8) * 2 ** -24;
  }

  /** Adds the float32 products of the rows from `first` on. */
  add(first: number, scores: Float32Array): void {
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i] as number;
      if (score < this.#least) continue;
      this.#rows.push(first + i);
      this.#scores.push(score);
      if (this.#rows.length >= this.#limit) this.#thinOut();
    }
  }

  /** Adds single rows, whichever way they were found. */
  addRows(rows: readonly number[], query: Float32Array, vectors: Vectors): void {
    for (const row of rows) {
      this.#rows.push(row);
      this.#scores.push(product(query, vectors.row(row)));
    }
  }

  /** The k best rows of those added, best first. */
  ranked(query: Float32Array, vectors: Vectors): ScoredRow[] {
    this.#thinOut();
    return this.#rows
      .map((row) => ({ row, score: product(query, vectors.row(row)) }))
      .sort((a, b) => b.score - a.score || a.row - b.row)
      .slice(0, this.#k);
  }

  #thinOut(): void {
    if (this.#rows.length <= this.#k) return;
    const order = Float64Array.from(this.#scores).sort();
    const least = (order[order.length - this.#k] as number) - this.#margin;
    const kept = this.#scores.map((score, i) => (score >= least ? i : -1)).filter((i) => i >= 0);
    this.#rows = kept.map((i) => this.#rows[i] as number);
    this.#scores = kept.map((i) => this.#scores[i] as number);
    this.#least = least;
    // Of many equal rows none can be left out; sorting them again for each new one would take forever.
    this.#limit = 2 * this.#rows.length + SPARE;
  }
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
