import { type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../errors.js';
import { unusablePath } from './unusable-path.js';

/**
 * Reads the bytes [`offset`, `offset + size`) of an open file.
 *
 * @throws Error if the file ends before
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
 * Reads the bytes [`offset`, `offset + size`) of a file, such as a member of a tar.
 *
 * @throws InputError if the file is missing or ends before
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
    // Checked before memory is allocated, because a wrong offset may come with a wrong, huge size.
    if (offset + size > length) {
      throw new InputError(
        `${file}: expected ${size} bytes at offset ${offset}, got a file of ${length} bytes; it was cut off or changed`,
      );
    }
    return await readBytes(handle, offset, size);
  } catch (error) {
    throw unusablePath(file, error);
  } finally {
    await handle.close();
  }
}
