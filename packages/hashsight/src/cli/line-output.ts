import { createReadStream, createWriteStream } from 'node:fs';
import { stat, truncate } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import { z } from 'zod';

/** Receives the JSON lines of a verb. */
export interface LineOutput {
  /** Whether an earlier call already wrote the line of an image. */
  has(image: string): boolean;
  write(line: { readonly image: string }): Promise<void>;
  close(): Promise<void>;
}

/** Standard output. */
export function standardOutput(): LineOutput {
  return {
    has: () => false,
    write: (line) => written(process.stdout, line),
    close: async () => {},
  };
}

/**
 * A file to which lines are appended. Lines of an earlier call stay, except for a last one that was cut off.
 *
 * @param verb - for messages
 * @param key - what lines of this verb contain, unless they report an error
 * @throws InputError if it cannot be written to, or holds something else
 */
export async function lineFile(file: string, verb: string, key: string): Promise<LineOutput> {
  try {
    const { images, bytes } = await earlierLines(file, verb, key);
    if (bytes !== undefined) await truncate(file, bytes);
    const stream = createWriteStream(file, { flags: 'a' });
    let failure: Error | undefined;
    stream.on('error', (error) => {
      failure = unusablePath(file, error) as Error;
    });
    return {
      has: (image) => images.has(image),
      write: (line) => (failure === undefined ? written(stream, line) : Promise.reject(failure)),
      async close() {
        if (failure !== undefined) throw failure;
        stream.end();
        await finished(stream);
      },
    };
  } catch (error) {
    throw unusablePath(file, error);
  }
}

async function written(stream: NodeJS.WritableStream, line: object): Promise<void> {
  if (stream.write(`${JSON.stringify(line)}\n`)) return;
  await new Promise<void>((resolve, reject) => {
    const done = (error?: Error) => {
      stream.off('drain', done);
      stream.off('error', done);
      if (error === undefined) resolve();
      else reject(error);
    };
    stream.on('drain', done);
    stream.on('error', done);
  });
}

interface EarlierLines {
  readonly images: ReadonlySet<string>;
  /** Length of the whole lines; undefined if there is no file. */
  readonly bytes: number | undefined;
}

const LINE_FEED = 10;

async function earlierLines(file: string, verb: string, key: string): Promise<EarlierLines> {
  const images = new Set<string>();
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return { images, bytes: undefined };
  const schema = lineSchema(key);
  let rest = Buffer.alloc(0);
  let bytes = 0;
  let number = 0;
  const fail = () =>
    new InputError(
      `${file}:${number + 1}: expected a line that hashsight ${verb} wrote, got something else; choose another file`,
    );
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = rest.indexOf(LINE_FEED); end !== -1; end = rest.indexOf(LINE_FEED, from)) {
      const { success, data } = schema.safeParse(parsed(rest.toString('utf8', from, end)));
      if (!success) throw fail();
      images.add(data.image);
      number++;
      bytes += end + 1 - from;
      from = end + 1;
    }
    rest = rest.subarray(from);
    // Not the beginning of a line of ours: it must not be cut off.
    if (
      rest.length > 0 &&
      !rest.toString('latin1', 0, START.length).startsWith(START.slice(0, rest.length))
    ) {
      throw fail();
    }
  }
  return { images, bytes };
}

const START = '{"image":';

function lineSchema(key: string) {
  return z
    .looseObject({ image: z.string() })
    .refine((line) => key in line || 'error' in line, `expected "${key}"`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
