import { type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../errors.js';
import { unusablePath } from './unusable-path.js';

/**
 * The bytes [`offset`, `offset + size`) of an open file.
 *
 * @throws Error when the file ends before
 */
export async function readBytes(
  handle: FileHandle,
  offset: number,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  for (let filled = 0; filled < size; ) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, offset + filled);
    if (bytesRead === 0) {
      throw new Error(`expected ${size} bytes from ${offset} on, got ${filled}; the file is cut off`);
    }
    filled += bytesRead;
  }
  return bytes;
}

/**
 * The bytes [`offset`, `offset + size`) of a file, for example a member of a tar file.
 *
 * @throws InputError when the file is missing, or ends before
 */
export async function readByteRange(
  file: string,
  offset: number,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  try {
    const length = (await handle.stat()).size;
    // Before memory is asked for: an offset that is wrong may come with a size that is.
    if (offset + size > length) {
      throw new InputError(
        `${file}: expected ${size} bytes at ${offset}, got a file of ${length} bytes; it was cut off or changed`,
      );
    }
    return await readBytes(handle, offset, size);
  } catch (error) {
    throw unusablePath(file, error);
  } finally {
    await handle.close();
  }
}
