import type { z } from 'zod';
import { parseJsonFile } from './json-file.js';

/** The text of a JSONL file: one record per line. */
export function jsonLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** Options of {@link parseJsonLines}. */
export interface JsonLinesOptions<T> {
  /** For messages. */
  readonly file: string;
  /** Schema of a line. */
  readonly schema: z.ZodType<T>;
  /** Expected content of a line, for messages: `a line of metrics`. */
  readonly what: string;
  /**
   * Whether the last line may be incomplete, as in a file that is being appended to. A last line without a line end
   * that is not valid JSON is then ignored.
   */
  readonly mayBeCutOff?: boolean;
}

/**
 * Parses a JSONL file and checks each record. Empty lines are ignored. Memory holds one line.
 *
 * @param chunks - the text, in pieces of any length
 * @throws InputError with file and line if a line is not valid JSON or does not match the schema
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
