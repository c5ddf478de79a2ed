/** Maximum length of a record in bytes. DuckDB allocates memory for sixteen of them at a time. */
export const LONGEST_RECORD = 1 << 21;

/** DuckDB's option for this maximum, line ends included. */
export const LINE_SIZE = `max_line_size = ${LONGEST_RECORD + 1024}`;

const LF = 10;
const CR = 13;

/** A line end. */
export type LineEnd = '\n' | '\r\n' | '\r';

/** A record in a buffer, as found by a {@link RecordParser}. */
export interface TextRecord {
  /** Offset after its last byte, without the line end. */
  end: number;
  /** Offset of the next record. */
  next: number;
  lineEnd: LineEnd | '';
  /** Number of lines. */
  lines: number;
  /** Whether the record is blank. */
  isBlank: boolean;
  /** Reason why the record is invalid; `end` and `next` then refer to its first line. */
  problem: string;
  /** Whether the reason is an unclosed quote. */
  isUnclosed: boolean;
  /** Byte ranges that are not part of the record, as pairs of start and end offsets. */
  readonly cuts: number[];
}

/**
 * Finds the record that begins at `start`.
 *
 * @param limit offset after the last available byte, or after the maximum length of a record
 * @param isEnd whether the file ends at `limit`
 * @returns whether the record ends before the limit; if not, only `isUnclosed` is valid
 */
export type RecordParser = (
  found: TextRecord,
  buffer: Uint8Array,
  start: number,
  limit: number,
  isEnd: boolean,
) => boolean;

/** An empty record, to be filled by a parser. */
export function newRecord(): TextRecord {
  return { end: 0, next: 0, lineEnd: '', lines: 1, isBlank: false, problem: '', isUnclosed: false, cuts: [] };
}

/**
 * Ends a record at the line end at offset `end`, or at the end of the file.
 *
 * @returns false if more bytes are needed to know the line end
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

/** Offset of the next line end from `start`; `limit` if there is none before. */
export function lineEndFrom(buffer: Uint8Array, start: number, limit: number): number {
  let end = start;
  while (end < limit && buffer[end] !== LF && buffer[end] !== CR) end += 1;
  return end;
}
