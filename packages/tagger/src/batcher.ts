import { BatchPolicy } from './batch-policy.js';

/** Options of a {@link Batcher}. */
export interface BatcherOptions {
  readonly maxSize: number;
  readonly latencyBudgetMs: number;
  /** Clock in milliseconds; default: `performance.now`. */
  readonly now?: () => number;
}

/** The result of an item, and what it took. */
export interface Batched<Result> {
  readonly result: Result;
  /** Time until the batch started, in milliseconds. */
  readonly queueMs: number;
  /** Time of the batch, in milliseconds. */
  readonly runMs: number;
  readonly batchSize: number;
}

interface Entry<Item, Result> {
  readonly item: Item;
  readonly arrival: number;
  readonly resolve: (done: Batched<Result>) => void;
  readonly reject: (reason: unknown) => void;
  /** Removes the listener of the signal. */
  readonly forget: () => void;
}

/** Collects items that arrive one by one, and runs them in batches, one batch at a time. */
export class Batcher<Item, Result> {
  readonly #run: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly #policy: BatchPolicy;
  readonly #maxSize: number;
  readonly #now: () => number;
  #waiting: Entry<Item, Result>[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pass: Promise<void> | undefined;
  #closed: Error | undefined;
  #running = 0;
  #batches = 0;
  #items = 0;

  /** @param run - returns the results in the order of the items; an error fails all of them */
  constructor(run: (items: readonly Item[]) => Promise<readonly Result[]>, options: BatcherOptions) {
    this.#run = run;
    this.#policy = new BatchPolicy(options);
    this.#maxSize = options.maxSize;
    this.#now = options.now ?? (() => performance.now());
  }

  get stats() {
    return {
      waiting: this.#waiting.length,
      running: this.#running,
      batches: this.#batches,
      items: this.#items,
      fit: this.#policy.passTime.line,
    };
  }

  /** Predicted time until everything that waits now is done, in milliseconds. */
  get backlogMs(): number {
    const passes = Math.ceil((this.#waiting.length + this.#running) / this.#maxSize);
    return passes * this.#policy.passTime.of(this.#maxSize);
  }

  /**
   * Runs an item in one of the next batches.
   *
   * @param signal - removes the item while it waits; the promise is rejected with the signal's reason
   */
  submit(item: Item, signal?: AbortSignal): Promise<Batched<Result>> {
    if (this.#closed !== undefined) return Promise.reject(this.#closed);
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const arrival = this.#now();
      const onAbort = () => {
        this.#waiting = this.#waiting.filter((each) => each !== entry);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      const forget = () => signal?.removeEventListener('abort', onAbort);
      const entry: Entry<Item, Result> = { item, arrival, resolve, reject, forget };
      this.#waiting.push(entry);
      this.#policy.arrived(arrival);
      this.#next();
    });
  }

  /** Rejects what waits and what comes; resolves when the running batch is done. */
  async close(reason: Error): Promise<void> {
    this.#closed ??= reason;
    clearTimeout(this.#timer);
    for (const { reject, forget } of this.#waiting.splice(0)) {
      forget();
      reject(reason);
    }
    await this.#pass;
  }

  /** Starts the next batch, now or when it has waited long enough. */
  #next(): void {
    clearTimeout(this.#timer);
    const [first] = this.#waiting;
    if (this.#pass !== undefined || first === undefined) return;
    const waiting = { count: this.#waiting.length, since: first.arrival };
    const wait = this.#policy.waitMs(this.#now(), waiting);
    if (wait > 0) this.#timer = setTimeout(() => this.#next(), wait);
    else this.#pass = this.#start(this.#waiting.splice(0, this.#maxSize));
  }

  async #start(entries: readonly Entry<Item, Result>[]): Promise<void> {
    for (const { forget } of entries) forget();
    const start = this.#now();
    this.#running = entries.length;
    try {
      const results = await this.#run(entries.map(({ item }) => item));
      const runMs = this.#now() - start;
      this.#policy.passTime.add(entries.length, runMs);
      this.#batches++;
      this.#items += entries.length;
      for (const [i, { arrival, resolve }] of entries.entries()) {
        const result = results[i] as Result;
        resolve({ result, queueMs: start - arrival, runMs, batchSize: entries.length });
      }
    } catch (error) {
      for (const { reject } of entries) reject(error);
    } finally {
      this.#running = 0;
      this.#pass = undefined;
      this.#next();
    }
  }
}
