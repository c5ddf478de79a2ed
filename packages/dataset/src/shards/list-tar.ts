import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import tar from 'tar-stream';
import { BLOCK } from './shard.js';

/** A file in a tar. */
export interface TarFile {
  readonly name: string;
  /** Byte offset of the content in the tar. */
  readonly offset: number;
  /** Size in bytes. */
  readonly size: number;
  /** The content, if `wanted` returned true. */
  readonly bytes?: Uint8Array;
}

/** Number of bytes read or skipped at once. */
const CHUNK = 1 << 17;
const ZEROS = Buffer.alloc(CHUNK);

/**
 * Lists the files in a tar, in order, with their content where `wanted` returns true. Folders and links are skipped.
 * Large unwanted files are not read: the parser, which needs every byte of the tar, receives zeros instead.
 *
 * @param shown the name of the tar in messages
 * @throws InputError if the tar is missing, cut off or damaged, or if the file is not a tar
 */
export async function* listTar(
  path: string,
  shown: string,
  wanted: (name: string, size: number) => boolean,
): AsyncGenerator<TarFile> {
  const handle = await open(path).catch((error: unknown) => {
    throw unusablePath(shown, error);
  });
  const progress = { end: 0, unreadUntil: 0 };
  const extract = tar.extract();
  // Set here rather than in the loop below, because the earlier it is known, the less of the content is read.
  extract.on('entry', ({ name, size }, { offset }) => {
    progress.end = offset + BLOCK + size;
    if (!wanted(name, size)) progress.unreadUntil = progress.end;
  });
  const chunks = Readable.from(chunksOf(handle, progress), { highWaterMark: 1 });
  chunks.on('error', (error) => extract.destroy(error));
  chunks.pipe(extract);
  try {
    for await (const entry of extract) {
      const { name, size, type } = entry.header;
      const bytes = wanted(name, size) ? await bytesOf(entry) : undefined;
      if (bytes === undefined) entry.resume();
      if (type === 'file' || type === 'contiguous-file') {
        yield { name, offset: entry.offset + BLOCK, size, ...(bytes && { bytes }) };
      }
    }
    await checkEnd(handle, shown, progress.end);
  } catch (error) {
    throw damaged(shown, error, progress.end);
  } finally {
    chunks.destroy();
    extract.destroy();
    await handle.close();
  }
}

async function* chunksOf(
  handle: FileHandle,
  progress: { readonly unreadUntil: number },
): AsyncGenerator<Buffer> {
  const { size } = await handle.stat();
  let position = 0;
  while (position < size) {
    const unread = Math.min(progress.unreadUntil, size) - position;
    if (unread >= CHUNK) {
      yield ZEROS;
      position += CHUNK;
      continue;
    }
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}

async function bytesOf(entry: AsyncIterable<unknown>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of entry) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

/** Checks for the final block of zeros. A tar cut off between two members has no other sign of it. */
async function checkEnd(handle: FileHandle, shown: string, end: number): Promise<void> {
  const marker = Math.ceil(end / BLOCK) * BLOCK;
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(BLOCK), 0, BLOCK, marker);
  if (bytesRead === 0 && end === 0) throw new InputError(`${shown}: expected a tar, got an empty file`);
  if (bytesRead < BLOCK || !buffer.equals(ZEROS.subarray(0, BLOCK))) throw cutOff(shown, end);
}

function cutOff(shown: string, end: number): InputError {
  return new InputError(`${shown}: the tar is cut off after byte ${end}; create or download it again`);
}

/** Adds file and position to an error of the parser. */
function damaged(shown: string, error: unknown, end: number): unknown {
  if (error instanceof InputError || !(error instanceof Error) || 'code' in error) {
    return unusablePath(shown, error);
  }
  if (end === 0) {
    return new InputError(`${shown}: expected an uncompressed tar, got something else`, {
      cause: error,
    });
  }
  if (error.message === 'Unexpected end of data') return cutOff(shown, end);
  return new InputError(`${shown}: expected a member's header after byte ${end}, got something else`, {
    cause: error,
  });
}
