import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { unusablePath } from '@hashsight/formats/node';
import { DELIMITER } from './json-line-parser.js';
import { LONGEST_RECORD } from './record.js';
import { UsualKeys } from './usual-keys.js';

/** Result of {@link surveyLines}. */
export interface LinesSurvey {
  /** Number of lines, including empty ones; only valid for a plain file. */
  readonly rows: number;
  /** The keys with a usual name, in any case; sorted. */
  readonly keys: readonly string[];
  /** Whether DuckDB reads each line unchanged: valid UTF-8, short enough, and no line end but a line feed. */
  readonly isPlain: boolean;
}

const WINDOW = 4 * LONGEST_RECORD;
const LF = 10;
const CR = 13;

/**
 * Counts the lines of a JSONL file and finds its keys. It uses native searches only: 10 million posts (1.3 GB) take
 * about 4 seconds, against 12 for a loop over bytes in JavaScript.
 *
 * @param most number of lines after which it may stop
 * @throws InputError if the file cannot be read
 */
export async function surveyLines(file: string, most: number): Promise<LinesSurvey> {
  const handle = await open(file).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const keys = new UsualKeys();
  const window = Buffer.allocUnsafe(WINDOW);
  let rows = 0;
  let isPlain = true;
  try {
    for (let kept = 0, isEnd = false; !isEnd && rows < most; ) {
      const { bytesRead } = await handle.read(window, kept, WINDOW - kept, null);
      isEnd = bytesRead === 0;
      const length = kept + bytesRead;
      // Only whole lines, unless a line is longer than the window or the last one has no line end.
      const lastEnd = window.lastIndexOf(LF, length - 1);
      const whole = isEnd || (length === WINDOW && lastEnd < 0) ? length : lastEnd + 1;
      const lines = window.subarray(0, whole);
      keys.find(lines);
      const counted = countLines(lines);
      rows += counted.lines;
      const isText = isUtf8(lines) && !lines.includes(CR) && !lines.includes(DELIMITER);
      if (!isText || counted.longest >= LONGEST_RECORD) isPlain = false;
      window.copyWithin(0, whole, length);
      kept = length - whole;
    }
  } catch (error) {
    throw unusablePath(file, error);
  } finally {
    await handle.close();
  }
  return { rows, keys: keys.names, isPlain };
}

function countLines(bytes: Buffer): { readonly lines: number; readonly longest: number } {
  let lines = 0;
  let longest = 0;
  for (let start = 0; start < bytes.length; lines++) {
    const found = bytes.indexOf(LF, start);
    const end = found < 0 ? bytes.length : found;
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  return { lines, longest };
}
