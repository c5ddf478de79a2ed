import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { InputError } from '../errors.js';
import { unusablePath } from '../files/index.js';
import { type CheckedPost, checkPost, type Post } from './post.js';
import { isTable, readTable } from './read-table.js';
import type { OnSetAside } from './set-aside.js';

/**
 * Reads posts from a file as a stream: JSONL, one a line, or a table (CSV, TSV, Parquet), one a row. Records that are
 * malformed or repeat an id are told to `onSetAside` and left out, with the line of a JSONL file or the number of the row;
 * empty lines are passed over.
 *
 * @throws InputError when the file cannot be read, or holds no good post
 */
export async function* readPosts(file: string, onSetAside: OnSetAside): AsyncGenerator<Post> {
  const name = path.basename(file);
  const placeOfId = new Map<string, number>();
  let firstProblem: string | undefined;
  for await (const { number, checked } of isTable(file) ? rowsOf(file) : linesOf(file)) {
    const place = `${name}:${number}`;
    const { post, problem } = checked;
    const earlier = post === undefined ? undefined : placeOfId.get(post.id);
    if (post === undefined) {
      onSetAside({ kind: 'malformed', place, reason: problem });
      firstProblem ??= `${place}: ${problem}`;
    } else if (earlier !== undefined) {
      const where = `${isTable(file) ? 'row' : 'line'} ${earlier}`;
      onSetAside({
        kind: 'duplicate-id',
        place,
        reason: `expected an id of its own, got "${post.id}" as in ${where}`,
      });
    } else {
      placeOfId.set(post.id, number);
      yield post;
    }
  }
  if (placeOfId.size > 0) return;
  const expected = `${file}: expected posts, one a ${isTable(file) ? 'row' : 'line'}, got`;
  if (firstProblem === undefined) throw new InputError(`${expected} an empty file`);
  throw new InputError(`${expected} none that can be used; the first: ${firstProblem}`);
}

/** A record and where it stands, from 1 on. */
interface NumberedRecord {
  readonly number: number;
  readonly checked: CheckedPost;
}

async function* linesOf(file: string): AsyncGenerator<NumberedRecord> {
  let number = 0;
  for await (const text of lines(file)) {
    number += 1;
    if (text.trim() !== '') yield { number, checked: parsePost(text) };
  }
}

async function* rowsOf(file: string): AsyncGenerator<NumberedRecord> {
  let number = 0;
  for await (const row of readTable(file)) {
    number += 1;
    yield { number, checked: checkPost(row) };
  }
}

async function* lines(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, { encoding: 'utf8' });
  try {
    let first = true;
    // `crlfDelay` keeps a line feed that follows a carriage return in the next chunk from counting as a line.
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield first ? line.replace(/^\ufeff/, '') : line;
      first = false;
    }
    if (stream.errored) throw stream.errored;
  } catch (error) {
    throw unusablePath(file, error);
  } finally {
    stream.destroy();
  }
}

function parsePost(text: string): CheckedPost {
  try {
    return checkPost(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    return { problem: `expected a JSON object, got ${JSON.stringify(shown)}` };
  }
}
