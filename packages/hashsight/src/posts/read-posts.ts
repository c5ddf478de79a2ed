import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { InputError } from '../errors.js';
import { unusablePath } from '../files/index.js';
import { type CheckedPost, checkPost, type Post } from './post.js';
import type { OnSetAside } from './set-aside.js';

/**
 * Reads posts from a JSONL file, one a line, as a stream. Records that are malformed or repeat an id are told to
 * `onSetAside` and left out; empty lines are passed over.
 *
 * @throws InputError when the file cannot be read, or holds no good post
 */
export async function* readPosts(file: string, onSetAside: OnSetAside): AsyncGenerator<Post> {
  const name = path.basename(file);
  const lineOfId = new Map<string, number>();
  let line = 0;
  let firstProblem: string | undefined;
  for await (const text of lines(file)) {
    line += 1;
    if (text.trim() === '') continue;
    const place = `${name}:${line}`;
    const { post, problem } = parsePost(text);
    const earlier = post === undefined ? undefined : lineOfId.get(post.id);
    if (post === undefined) {
      onSetAside({ kind: 'malformed', place, reason: problem });
      firstProblem ??= `${place}: ${problem}`;
    } else if (earlier !== undefined) {
      const reason = `expected an id of its own, got "${post.id}" as in line ${earlier}`;
      onSetAside({ kind: 'duplicate-id', place, reason });
    } else {
      lineOfId.set(post.id, line);
      yield post;
    }
  }
  if (lineOfId.size > 0) return;
  if (firstProblem === undefined)
    throw new InputError(`${file}: expected posts, one a line, got an empty file`);
  throw new InputError(
    `${file}: expected posts, one a line, got none that can be used; the first: ${firstProblem}`,
  );
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
