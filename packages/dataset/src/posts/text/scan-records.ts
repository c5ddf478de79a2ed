import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { unusablePath } from '@hashsight/formats/node';
import { LONGEST_RECORD, lineEndFrom, newRecord, type RecordParser, type TextRecord } from './record.js';

/** Told of each record, in the order of the file. The bytes of one that has a problem are not all there. */
export type RecordVisitor = (record: TextRecord, buffer: Buffer, start: number, line: number) => void;

const WINDOW = 4 * LONGEST_RECORD;
const LF = 10;
const CR = 13;

/**
 * Goes through the records of a text file, without DuckDB: so that what is read can be counted, and what cannot be read is
 * known by its line. Memory does not depend on the length of a line. Yields now and then, between records.
 *
 * @param from first byte of the first record
 * @throws InputError when the file cannot be read
 */
export async function* scanRecords(
  file: string,
  from: number,
  parser: RecordParser,
  visit: RecordVisitor,
): AsyncGenerator<void> {
  const handle = await open(file).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  try {
    const window = new Window(handle, from);
    const record = newRecord();
    let line = 1;
    await window.fill();
    while (window.start < window.length || !window.isEnd) {
      const { buffer, start, length, isEnd } = window;
      const limit = Math.min(length, start + LONGEST_RECORD);
      const isWhole = parser(record, buffer, start, limit, isEnd && limit === length);
      if (isWhole) {
        if (record.problem === '' && !window.isText(start, record.end)) record.problem = NOT_UTF8;
        visit(record, buffer, start, line);
        window.start = record.next;
        line += record.lines;
      } else if (!isEnd && length - start < LONGEST_RECORD) {
        yield;
        await window.fill();
      } else {
        const isQuote = record.isUnclosed && lineEndFrom(buffer, start, limit) < limit;
        const bytes = await window.skipLine();
        record.problem = isQuote ? OPEN_TOO_LONG : tooLong(bytes);
        record.isUnclosed = isQuote;
        record.lines = 1;
        record.isBlank = false;
        visit(record, buffer, start, line);
        line += 1;
      }
    }
  } catch (error) {
    throw unusablePath(file, error);
  } finally {
    await handle.close();
  }
}

/** What is told of bytes that are no text. */
export const NOT_UTF8 = 'expected text in UTF-8, got other bytes';
const MIB = 1 << 20;
const OPEN_TOO_LONG = `expected a quote to be closed within ${LONGEST_RECORD / MIB} MiB, got one that is not; close it, or double it`;

function tooLong(bytes: number): string {
  return `expected a line of at most ${LONGEST_RECORD / MIB} MiB, got one of ${(bytes / MIB).toFixed(1)} MiB`;
}

/** Some bytes of a file, from the record on that is looked at. */
class Window {
  readonly buffer = Buffer.allocUnsafe(WINDOW);
  /** Where the record begins, and the end of what was read. */
  start = 0;
  length = 0;
  isEnd = false;
  readonly #handle: FileHandle;
  #position: number;
  /** All before is text. */
  #textUntil = 0;

  constructor(handle: FileHandle, position: number) {
    this.#handle = handle;
    this.#position = position;
  }

  /** Reads on, dropping what is before the record. */
  async fill(): Promise<void> {
    const { buffer } = this;
    buffer.copyWithin(0, this.start, this.length);
    this.length -= this.start;
    this.start = 0;
    while (this.length < buffer.length && !this.isEnd) {
      const space = buffer.length - this.length;
      const { bytesRead } = await this.#handle.read(buffer, this.length, space, this.#position);
      this.#position += bytesRead;
      this.length += bytesRead;
      this.isEnd = bytesRead === 0;
    }
    // A character may go on behind the window, but none goes on behind a line end.
    const whole = this.isEnd ? this.length : buffer.lastIndexOf(LF, this.length - 1) + 1;
    this.#textUntil = isUtf8(buffer.subarray(0, whole)) ? whole : 0;
  }

  /** Whether bytes are text in UTF-8. */
  isText(start: number, end: number): boolean {
    return end <= this.#textUntil || isUtf8(this.buffer.subarray(start, end));
  }

  /** Goes to the next line; returns the bytes of this one. */
  async skipLine(): Promise<number> {
    let bytes = 0;
    for (;;) {
      const end = lineEndFrom(this.buffer, this.start, this.length);
      bytes += end - this.start;
      this.start = end;
      if (end < this.length) break;
      if (this.isEnd) return bytes;
      await this.fill();
    }
    if (this.length - this.start < 2 && !this.isEnd) await this.fill();
    const isPair = this.buffer[this.start] === CR && this.buffer[this.start + 1] === LF;
    this.start += isPair && this.start + 1 < this.length ? 2 : 1;
    return bytes;
  }
}
