import { createReadStream } from 'node:fs';
import { type JsonLinesOptions, parseJsonLines } from './json-lines.js';
import { unusablePath } from './unusable-path.js';

/**
 * The records of a JSONL file, checked line by line. Memory holds one line.
 *
 * @throws InputError when the file cannot be read, or naming the line when one is no JSON, or holds something else
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
