import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { shownPlace, shownValue } from '@hashsight/formats';
import type { ImageInput } from '../api.js';
import { UnusableImageError } from '../errors.js';
import { fetchBytes, TooManyBytes } from './fetch-bytes.js';

/** An encoded image and its name for messages. */
export interface Encoded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Options of {@link readImage}. */
interface ReadOptions {
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads an encoded image: a path, a URL object, or bytes.
 *
 * @throws UnusableImageError if it cannot be read, or is too large
 */
export async function readImage(image: ImageInput, options: ReadOptions): Promise<Encoded> {
  if (typeof image === 'string') return readFileOf(image, options);
  if (image instanceof URL) {
    return image.protocol === 'file:'
      ? readFileOf(fileURLToPath(image), options)
      : fetchImage(image, options);
  }
  const name = 'image';
  const isBlob = image instanceof Blob;
  if (!isBlob && !(image instanceof Uint8Array) && !(image instanceof ArrayBuffer)) {
    const expected = 'a path, a URL object, bytes, a Blob, or pixels';
    throw new UnusableImageError(`${name}: expected ${expected}, got ${shownValue(image)}`, 'unreadable');
  }
  checkBytes(name, isBlob ? image.size : image.byteLength, options.maxBytes);
  if (image instanceof Uint8Array) return { name, bytes: image };
  return { name, bytes: new Uint8Array(isBlob ? await image.arrayBuffer() : image) };
}

async function readFileOf(file: string, { maxBytes, signal }: ReadOptions): Promise<Encoded> {
  const name = shownPlace(file);
  try {
    // Without O_NONBLOCK, opening a named pipe without a writer would block forever.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (!found.isFile())
        throw new UnusableImageError(`${name}: expected an image file, got none`, 'unreadable');
      checkBytes(name, found.size, maxBytes);
      return { name, bytes: await handle.readFile({ ...(signal && { signal }) }) };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof UnusableImageError) throw cause;
    if (signal?.aborted) throw signal.reason;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UnusableImageError(`${name}: no such file`, 'missing', { cause });
    throw new UnusableImageError(`${name}: cannot be read (${code ?? message})`, 'unreadable', { cause });
  }
}

async function fetchImage(url: URL, { maxBytes, signal }: ReadOptions): Promise<Encoded> {
  const name = shownPlace(url.href);
  try {
    return { name, bytes: await fetchBytes(url, { maxBytes, signal }) };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const { message } = cause as Error;
    if (cause instanceof TooManyBytes)
      throw new UnusableImageError(`${name}: ${message}`, 'too-large', { cause });
    throw new UnusableImageError(`${name}: expected an image, got ${message}`, 'unreadable', { cause });
  }
}

function checkBytes(name: string, bytes: number, maxBytes: number): void {
  if (bytes === 0) throw new UnusableImageError(`${name}: expected an image, got an empty file`, 'empty');
  if (bytes <= maxBytes) return;
  throw new UnusableImageError(`${name}: expected at most ${maxBytes} bytes, got ${bytes}`, 'too-large');
}
