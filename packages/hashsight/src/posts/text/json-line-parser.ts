import { POST_FIELDS, USUAL_NAMES } from '../post-columns.js';
import { endRecord, type RecordParser } from './record.js';

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;
const LF = 10;
const CR = 13;
const SPACE = 32;
const DELIMITER = 1;

/** Bytes that are passed over, most of all: one look-up each, where comparing takes several times as long. */
const IS_PLAIN = new Uint8Array(256).fill(1);
for (const byte of [QUOTE, BACKSLASH, LF, CR, DELIMITER]) IS_PLAIN[byte] = 0;

const NAMES: ReadonlySet<string> = new Set(POST_FIELDS.flatMap((field) => [...USUAL_NAMES[field]]));
const LONGEST_NAME = Math.max(...[...NAMES].map((name) => name.length));

/** Collects the keys of JSON that have a usual name of a post's fields, in any capital letters. */
export class UsualKeys {
  readonly #seen: Buffer[][] = Array.from({ length: LONGEST_NAME + 1 }, () => []);
  /** Whether a name of this length begins so. */
  readonly #begins = new Uint8Array((LONGEST_NAME + 1) << 8);

  constructor() {
    for (const name of NAMES) {
      for (const first of [name.charCodeAt(0), name.toUpperCase().charCodeAt(0)]) {
        this.#begins[(name.length << 8) | first] = 1;
      }
    }
  }

  /** As they are written. */
  get names(): readonly string[] {
    return this.#seen.flatMap((names) => names.map(String)).sort();
  }

  /** Looks at the string between two quotes. */
  look(buffer: Uint8Array, start: number, end: number, limit: number): void {
    const length = end - start;
    if (length > LONGEST_NAME || this.#begins[(length << 8) | (buffer[start] as number)] !== 1) return;
    let next = end + 1;
    while (next < limit && (buffer[next] as number) <= SPACE) next += 1;
    if (buffer[next] !== COLON) return;
    for (const name of this.#seen[length] as Buffer[]) {
      let same = 0;
      while (same < length && name[same] === buffer[start + same]) same += 1;
      if (same === length) return;
    }
    const name = Buffer.from(buffer.subarray(start, end));
    if (NAMES.has(name.toString('latin1').toLowerCase())) this.#seen[length]?.push(name);
  }
}

/** Finds the lines of a JSONL file, and what keys there are. Each line is a record, also an empty one. */
export function jsonLineParser(keys: UsualKeys): RecordParser {
  return (found, buffer, start, limit, isEnd) => {
    let opened = -1;
    let end = start;
    let hasDelimiter = false;
    for (; ; end++) {
      while (end < limit && IS_PLAIN[buffer[end] as number] === 1) end += 1;
      if (end >= limit) break;
      const byte = buffer[end];
      if (byte === QUOTE) {
        if (opened >= 0) keys.look(buffer, opened, end, limit);
        opened = opened < 0 ? end + 1 : -1;
      } else if (byte === BACKSLASH) {
        const next = buffer[end + 1];
        if (opened >= 0 && next !== LF && next !== CR) end += 1;
      } else if (byte === DELIMITER) hasDelimiter = true;
      else break;
    }
    end = Math.min(end, limit);
    found.problem = hasDelimiter
      ? 'expected a JSON object, got a line with the control character \\u0001'
      : '';
    return endRecord(found, buffer, end, limit, isEnd);
  };
}
