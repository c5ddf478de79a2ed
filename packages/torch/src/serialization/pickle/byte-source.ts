import { readSync } from 'node:fs';
import { WeightsError } from '../../errors.js';

/** Bytes read ahead. */
const WINDOW_BYTES = 64 << 10;

/** Reads a range of a file from its start to its end, a few bytes at a time. */
export class ByteSource {
  readonly source: string;
  readonly #descriptor: number;
  readonly #end: number;
  readonly #window = Buffer.allocUnsafe(WINDOW_BYTES);
  /** Position in the file of the first byte of the window, the bytes in it, and the next one to give. */
  #windowStart: number;
  #filled = 0;
  #next = 0;

  /** @param source - the file and the part of it, for error messages */
  constructor(descriptor: number, begin: number, end: number, source: string) {
    this.#descriptor = descriptor;
    this.#windowStart = begin;
    this.#end = end;
    this.source = source;
  }

  /** Position of the next byte in the file. */
  get position(): number {
    return this.#windowStart + this.#next;
  }

  /**
   * The next `length` bytes. The buffer is valid until the next call.
   *
   * @throws WeightsError if the range ends before
   */
  bytes(length: number): Buffer {
    if (length > this.#end - this.position) {
      throw new WeightsError(
        `${this.source}: expected ${length} more bytes at byte ${this.position}, got ${Math.max(0, this.#end - this.position)}; the file is truncated or corrupt, get it again`,
      );
    }
    if (length > WINDOW_BYTES) return this.#long(length);
    if (this.#filled - this.#next < length) this.#fill(length);
    this.#next += length;
    return this.#window.subarray(this.#next - length, this.#next);
  }

  /** The next byte. */
  byte(): number {
    if (this.#next === this.#filled) return this.bytes(1)[0] as number;
    return this.#window[this.#next++] as number;
  }

  /** Passes over bytes without reading them. @throws WeightsError if the range ends before */
  skip(length: number): void {
    if (length <= WINDOW_BYTES) {
      this.bytes(length);
      return;
    }
    if (length > this.#end - this.position) this.bytes(length);
    this.#windowStart = this.position + length;
    this.#filled = this.#next = 0;
  }

  /** More bytes than the window holds, in memory of their own. */
  #long(length: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(length);
    this.#readInto(bytes, this.position, length);
    this.#windowStart = this.position + length;
    this.#filled = this.#next = 0;
    return bytes;
  }

  #fill(needed: number): void {
    const start = this.position;
    const length = Math.min(WINDOW_BYTES, this.#end - start);
    this.#filled = this.#readInto(this.#window, start, needed, length);
    this.#windowStart = start;
    this.#next = 0;
  }

  /** Reads up to `length` bytes, at least `needed`. */
  #readInto(bytes: Buffer, position: number, needed: number, length = needed): number {
    let done = 0;
    while (done < length) {
      const count = readSync(this.#descriptor, bytes, done, length - done, position + done);
      if (count === 0) break;
      done += count;
    }
    if (done >= needed) return done;
    throw new WeightsError(`${this.source}: the file was truncated while it was read; get it again`);
  }
}
