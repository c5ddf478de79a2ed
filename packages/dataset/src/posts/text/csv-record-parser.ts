import { endRecord, lineEndFrom, type RecordParser, type TextRecord } from './record.js';

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** Problem of a record with an unclosed quote. */
const UNCLOSED = 'the quote at the beginning of a field is not closed at its end; close it, or double it';

/**
 * Finds the records of a CSV file (RFC 4180), also with spaces around quotes. A record with an unclosed quote ends
 * after its first line, so that the next lines are read as records.
 *
 * @param separator the byte that separates fields
 * @param columns number of columns; one more, empty, at the end of a line is accepted
 */
export function csvRecordParser(separator: number, columns: number): RecordParser {
  return (found, buffer, start, limit, isEnd) => {
    found.lines = 1;
    found.problem = '';
    found.isBlank = false;
    found.isUnclosed = false;
    found.cuts.length = 0;
    let fields = 1;
    let field = start;
    let at = start;
    for (;;) {
      let quote = at;
      while (quote < limit && buffer[quote] === SPACE) quote += 1;
      if (quote < limit && buffer[quote] === QUOTE) {
        if (quote > at) found.cuts.push(at, quote);
        const closed = closingQuote(found, buffer, quote + 1, limit, isEnd);
        if (closed < 0) return isEnd && unclosed(found, buffer, start, limit, isEnd);
        at = closed + 1;
        while (at < limit && buffer[at] === SPACE) at += 1;
        if (at > closed + 1) found.cuts.push(closed + 1, at);
        const byte = buffer[at];
        const isClosed = at >= limit || byte === separator || byte === LF || byte === CR;
        if (!isClosed) return unclosed(found, buffer, start, limit, isEnd);
      } else {
        at = quote;
        for (; at < limit; at++) {
          const byte = buffer[at];
          if (byte === separator || byte === LF || byte === CR) break;
        }
      }
      if (at >= limit || buffer[at] !== separator) break;
      fields += 1;
      at += 1;
      field = at;
    }
    if (!endRecord(found, buffer, at, limit, isEnd)) return false;
    if (found.lines > 1 && takesRecords(buffer, start, found, separator, columns)) {
      return unclosed(found, buffer, start, limit, isEnd);
    }
    if (fields === 1) found.isBlank = isSpaces(buffer, start, at);
    const isFit = fields === columns || (fields === columns + 1 && field === at);
    if (!isFit && !found.isBlank) {
      found.problem = `expected ${columns} columns, got ${fields}`;
    }
    return true;
  };
}

/** Offset of the quote that closes a field; negative if the file or the limit ends first. */
function closingQuote(
  found: TextRecord,
  buffer: Uint8Array,
  start: number,
  limit: number,
  isEnd: boolean,
): number {
  found.isUnclosed = true;
  for (let at = start; at < limit; at++) {
    const byte = buffer[at];
    if (byte === QUOTE) {
      if (at + 1 >= limit && !isEnd) return -1;
      if (at + 1 >= limit || buffer[at + 1] !== QUOTE) {
        found.isUnclosed = false;
        return at;
      }
      at += 1;
    } else if (byte === LF || (byte === CR && buffer[at + 1] !== LF)) found.lines += 1;
  }
  return -1;
}

/** Ends an invalid record after its first line. */
function unclosed(
  found: TextRecord,
  buffer: Uint8Array,
  start: number,
  limit: number,
  isEnd: boolean,
): boolean {
  found.lines = 1;
  found.isUnclosed = true;
  found.problem = UNCLOSED;
  return endRecord(found, buffer, lineEndFrom(buffer, start, limit), limit, isEnd);
}

/** Number of whole lines inside a field that hardly have the right number of columns by chance. */
const HARDLY_CHANCE = 3;
const HARDLY_CHANCE_OF_TWO_COLUMNS = 10;
const ALMOST_ALL = 0.9;

/** Whether the lines inside the quotes look like records. The quotes then belong to two different fields. */
function takesRecords(
  buffer: Uint8Array,
  start: number,
  { end, lines }: TextRecord,
  separator: number,
  columns: number,
): boolean {
  const inner = lines - 2;
  if (columns < 2 || inner < (columns === 2 ? HARDLY_CHANCE_OF_TWO_COLUMNS : HARDLY_CHANCE)) return false;
  let fit = 0;
  let at = lineEndFrom(buffer, start, end);
  for (let line = 0; line < inner; line++) {
    at += buffer[at] === CR && buffer[at + 1] === LF ? 2 : 1;
    let fields = 1;
    for (; at < end && buffer[at] !== LF && buffer[at] !== CR; at++)
      if (buffer[at] === separator) fields += 1;
    if (fields === columns) fit += 1;
  }
  return fit >= inner * ALMOST_ALL;
}

function isSpaces(buffer: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (buffer[at] !== SPACE && buffer[at] !== 9) return false;
  return true;
}
