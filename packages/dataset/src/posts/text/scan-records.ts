import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { unusablePath } from '@hashsight/formats/node';
import { LONGEST_RECORD, lineEndFrom, newRecord, type RecordParser, type TextRecord } from './record.js';

/** Receives each record, in file order. The bytes of an invalid record may be incomplete. */
export type RecordVisitor = (record: TextRecord, buffer: Buffer, start: number, line: number) => void;

const WINDOW = 4 * LONGEST_RECORD;
const LF = 10;
const CR = 13;

/**
 * Scans the records of a text file without DuckDB, to count them and to report invalid ones by line number. Memory use
 * is independent of the length of lines. Yields regularly, between records.
 *
 * @param from byte offset of the first record
 * @throws InputError if the file cannot be read
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

/** Problem of a record that is not valid UTF-8. */
export const NOT_UTF8 = 'expected text in UTF-8, got invalid bytes';
const MIB = 1 << 20;
const OPEN_TOO_LONG = `the quote at the beginning of a field is not closed within ${LONGEST_RECORD / MIB} MiB; close it, or double it`;

function tooLong(bytes: number): string {
  return `expected a line of at most ${LONGEST_RECORD / MIB} MiB, got one of ${(bytes / MIB).toFixed(1)} MiB`;
}

/** The bytes of a file that are in memory: the current record and more. */
class Window {
  readonly buffer = Buffer.allocUnsafe(WINDOW);
  /** Offset of the current record, and end of the bytes in memory. */
  start = 0;
  length = 0;
  isEnd = false;
  readonly #handle: FileHandle;
  #position: number;
  /** All bytes before this offset are known to be valid UTF-8. */
  #textUntil = 0;

  constructor(handle: FileHandle, position: number) {
    this.#handle = handle;
    this.#position = position;
  }

  /** Reads more of the file, and drops the bytes before the current record. */
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
    // The last character may be incomplete, so only whole lines are checked.
    const whole = this.isEnd ? this.length : buffer.lastIndexOf(LF, this.length - 1) + 1;
    this.#textUntil = isUtf8(buffer.subarray(0, whole)) ? whole : 0;
  }

  /** Whether the bytes are valid UTF-8. */
  isText(start: number, end: number): boolean {
    return end <= this.#textUntil || isUtf8(this.buffer.subarray(start, end));
  }

  /** Moves to the next line; returns the length of the current one. */
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
