import { OverloadedError } from './errors.js';

/** A request that was admitted. */
export interface Ticket {
  /** Sets the memory of its image, in bytes. */
  hold(bytes: number): void;
  leave(): void;
}

/** Bounds the number of requests in progress and the memory of their images. */
export class Admission {
  readonly #maxCount: number;
  readonly #maxBytes: number;
  readonly #retryAfterMs: () => number;
  #count = 0;
  #bytes = 0;
  #refused = 0;

  /** @param limits.retryAfterMs - estimated time until there is room again */
  constructor(limits: {
    readonly maxCount: number;
    readonly maxBytes: number;
    readonly retryAfterMs: () => number;
  }) {
    this.#maxCount = limits.maxCount;
    this.#maxBytes = limits.maxBytes;
    this.#retryAfterMs = limits.retryAfterMs;
  }

  get stats() {
    return { count: this.#count, bytes: this.#bytes, refused: this.#refused };
  }

  /**
   * Admits a request. One that exceeds the limit of bytes by itself is admitted if it is the only one.
   *
   * @param bytes - memory of its image as far as known
   * @throws OverloadedError if there is no room
   */
  enter(bytes: number): Ticket {
    const isFull = this.#count >= this.#maxCount;
    if (isFull || (this.#count > 0 && this.#bytes + bytes > this.#maxBytes)) {
      this.#refused++;
      const state = isFull ? `${this.#count} images` : `${this.#bytes} bytes of images`;
      const advice = 'try again later, or raise `maxQueue` or `maxQueueBytes`';
      throw new OverloadedError(`queue: full with ${state}; ${advice}`, this.#retryAfterMs());
    }
    this.#count++;
    let held = 0;
    const hold = (next: number) => {
      this.#bytes += next - held;
      held = next;
    };
    hold(bytes);
    let isHere = true;
    const leave = () => {
      if (!isHere) return;
      isHere = false;
      hold(0);
      this.#count--;
    };
    return { hold, leave };
  }
}
