import type { z } from 'zod';
import { parseJsonFile } from './json-file.js';

/** The text of a JSONL file: one record a line. */
export function jsonLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** What {@link parseJsonLines} expects. */
export interface JsonLinesOptions<T> {
  /** For messages. */
  readonly file: string;
  /** Of each line. */
  readonly schema: z.ZodType<T>;
  /** What a line is to hold: `a line of metrics`. */
  readonly what: string;
  /**
   * Whether the last line may be cut off, as in a file that is appended to: a line without its end that is no JSON is left
   * out.
   */
  readonly mayBeCutOff?: boolean;
}

/**
 * The records of a JSONL file, checked line by line; empty lines are passed over. Memory holds one line.
 *
 * @param chunks - the text, in pieces of any length
 * @throws InputError naming the file and the line when one is no JSON, or holds something else
 */
export async function* parseJsonLines<T>(
  chunks: AsyncIterable<string> | Iterable<string>,
  { file, schema, what, mayBeCutOff = false }: JsonLinesOptions<T>,
): AsyncGenerator<T, void, undefined> {
  let line = 0;
  const parse = (text: string) => parseJsonFile(`${file}:${line}`, text, schema, what);
  let rest = '';
  for await (const chunk of chunks) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line++;
      if (text.trim() !== '') yield parse(text);
    }
  }
  if (rest.trim() === '') return;
  line++;
  if (mayBeCutOff && !isJson(rest)) return;
  yield parse(rest);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
