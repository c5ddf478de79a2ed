/** The longest record that is read, in bytes; DuckDB asks for memory for sixteen of them at a time. */
export const LONGEST_RECORD = 1 << 21;

/** What DuckDB needs to be told to read them: with their line ends. */
export const LINE_SIZE = `max_line_size = ${LONGEST_RECORD + 1024}`;

const LF = 10;
const CR = 13;

/** How lines end. */
export type LineEnd = '\n' | '\r\n' | '\r';

/** A record in a buffer, as a {@link RecordParser} finds it. */
export interface TextRecord {
  /** Behind its last byte, line ends not counted. */
  end: number;
  /** Where the next one begins. */
  next: number;
  lineEnd: LineEnd | '';
  /** Lines that it takes. */
  lines: number;
  /** Whether there is nothing in it that would be a record. */
  isBlank: boolean;
  /** What is wrong with it; `end` and `next` are then those of its first line. */
  problem: string;
  /** Whether that is a quote which is not closed. */
  isUnclosed: boolean;
  /** Bytes that are none of its, from and to before which, in pairs. */
  readonly cuts: number[];
}

/**
 * Finds the record that begins at `start`.
 *
 * @param limit behind the last byte that there is, or that a record may have
 * @param isEnd whether the file ends there
 * @returns whether it ends before the limit; where it does not, of `found` only `isUnclosed` is known
 */
export type RecordParser = (
  found: TextRecord,
  buffer: Uint8Array,
  start: number,
  limit: number,
  isEnd: boolean,
) => boolean;

/** A record of which nothing is known. */
export function newRecord(): TextRecord {
  return { end: 0, next: 0, lineEnd: '', lines: 1, isBlank: false, problem: '', isUnclosed: false, cuts: [] };
}

/**
 * Ends a record at the line end at `end`, or at the end of the file.
 *
 * @returns false where it cannot be known yet how the line ends
 */
export function endRecord(
  found: TextRecord,
  buffer: Uint8Array,
  end: number,
  limit: number,
  isEnd: boolean,
): boolean {
  if (end >= limit && !isEnd) return false;
  found.end = end;
  if (end >= limit) {
    found.lineEnd = '';
    found.next = end;
  } else if (buffer[end] === LF) {
    found.lineEnd = '\n';
    found.next = end + 1;
  } else {
    if (end + 1 >= limit && !isEnd) return false;
    found.lineEnd = end + 1 < limit && buffer[end + 1] === LF ? '\r\n' : '\r';
    found.next = end + found.lineEnd.length;
  }
  return true;
}

/** Where the line ends that goes on at `start`; the limit where it does not before. */
export function lineEndFrom(buffer: Uint8Array, start: number, limit: number): number {
  let end = start;
  while (end < limit && buffer[end] !== LF && buffer[end] !== CR) end += 1;
  return end;
}
