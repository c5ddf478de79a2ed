import { createReadStream } from 'node:fs';
import { type JsonLinesOptions, parseJsonLines } from './json-lines.js';
import { unusablePath } from './unusable-path.js';

/**
 * Reads a JSONL file and checks each record. Memory holds one line.
 *
 * @throws InputError if the file cannot be read, or with the line number if a line is not valid JSON or does not match
 *   the schema
 */
export async function* readJsonLines<T>(
  file: string,
  options: Omit<JsonLinesOptions<T>, 'file'>,
): AsyncGenerator<T, void, undefined> {
  yield* parseJsonLines(textOf(file), { file, ...options });
}

async function* textOf(file: string): AsyncGenerator<string, void, undefined> {
  try {
    yield* createReadStream(file, 'utf8') as AsyncIterable<string>;
  } catch (error) {
    throw unusablePath(file, error);
  }
}
