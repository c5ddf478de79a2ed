import { open } from 'node:fs/promises';
import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';

/**
 * Reads the bytes [`offset`, `offset + size`) of a file: a member of a shard.
 *
 * @throws InputError when the file is missing, or ends before
 */
export async function readPlace(file: string, offset: number, size: number): Promise<Uint8Array> {
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
    const bytes = new Uint8Array(size);
    let read = 0;
    while (read < size) {
      const { bytesRead } = await handle.read(bytes, read, size - read, offset + read);
      if (bytesRead === 0) throw new InputError(`${file}: expected ${size} bytes at ${offset}, got ${read}`);
      read += bytesRead;
    }
    return bytes;
  } catch (error) {
    throw unusablePath(file, error);
  } finally {
    await handle.close();
  }
}
