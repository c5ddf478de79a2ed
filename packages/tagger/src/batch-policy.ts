/** Weight of the newest measurement in the running means. */
const NEWEST = 0.1;

/** A running fit of `milliseconds = fixedMs + imageMs * images`, in which older measurements count less and less. */
export class PassTime {
  #weight = 0;
  #n = 0;
  #ms = 0;
  #nn = 0;
  #nms = 0;

  /** Adds the time of a forward pass of `n` images. */
  add(n: number, ms: number): void {
    const keep = 1 - NEWEST;
    this.#weight = keep * this.#weight + 1;
    this.#n = keep * this.#n + n;
    this.#ms = keep * this.#ms + ms;
    this.#nn = keep * this.#nn + n * n;
    this.#nms = keep * this.#nms + n * ms;
  }

  /** The coefficients, at least 0. With batches of one size only, all time is attributed to the images. */
  get line(): { readonly fixedMs: number; readonly imageMs: number } {
    if (this.#weight === 0) return { fixedMs: 0, imageMs: 0 };
    const n = this.#n / this.#weight;
    const ms = this.#ms / this.#weight;
    const variance = this.#nn / this.#weight - n * n;
    const slope = variance > 1e-6 ? (this.#nms / this.#weight - n * ms) / variance : ms / n;
    const imageMs = Math.min(Math.max(slope, 0), ms / n);
    return { fixedMs: ms - imageMs * n, imageMs };
  }

  /** Predicted time of a forward pass of `n` images. */
  of(n: number): number {
    const { fixedMs, imageMs } = this.line;
    return fixedMs + imageMs * n;
  }
}

/** Images that wait for a forward pass. */
interface Waiting {
  readonly count: number;
  /** When the first of them arrived, in milliseconds. */
  readonly since: number;
}

/**
 * Decides how long a batch waits for more images. A pass takes `fixedMs + imageMs * n`, so one more image in this batch
 * saves `fixedMs`, and waiting for it costs each image that already waits the time between two arrivals. A batch waits
 * while it saves more than it costs, and never so long that its first image exceeds the latency budget.
 */
export class BatchPolicy {
  readonly passTime = new PassTime();
  readonly #maxSize: number;
  readonly #budgetMs: number;
  #gapMs: number;
  #lastArrival = Number.NEGATIVE_INFINITY;

  constructor({ maxSize, latencyBudgetMs }: { readonly maxSize: number; readonly latencyBudgetMs: number }) {
    this.#maxSize = maxSize;
    this.#budgetMs = latencyBudgetMs;
    this.#gapMs = latencyBudgetMs;
  }

  /** Notes the arrival of an image. */
  arrived(now: number): void {
    // A pause is no longer than the budget: a tagger that was idle soon learns of a new load.
    const gap = Math.min(now - this.#lastArrival, this.#budgetMs);
    this.#gapMs += 2 * NEWEST * (gap - this.#gapMs);
    this.#lastArrival = now;
  }

  /** Milliseconds until the batch has to start; 0 for at once. */
  waitMs(now: number, { count, since }: Waiting): number {
    if (count >= this.#maxSize) return 0;
    if (this.#gapMs * count >= this.passTime.line.fixedMs) return 0;
    const latest = since + this.#budgetMs - this.passTime.of(count + 1);
    // Without an arrival in twice the usual time, the load has changed.
    return Math.max(0, Math.min(latest, this.#lastArrival + 2 * this.#gapMs) - now);
  }
}
