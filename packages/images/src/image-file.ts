import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { IMAGE_LIMITS } from '@hashsight/jpeg';
import { UnusableImage } from './unusable-image.js';

/** Flags for opening image files. Without O_NONBLOCK, opening a named pipe without a writer would block forever. */
export const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * Checks that the opened path is a regular file, and that an image may have this size.
 *
 * @throws UnusableImage if not
 */
export function checkImageFile(found: Stats, bytes: number): void {
  if (!found.isFile()) {
    const kind = found.isDirectory() ? 'a folder' : found.isFIFO() ? 'a named pipe' : 'a device or a socket';
    throw new UnusableImage(`expected an image file, got ${kind}`);
  }
  if (bytes > IMAGE_LIMITS.bytes) {
    throw new UnusableImage(`expected at most ${IMAGE_LIMITS.bytes} bytes, got ${bytes}`);
  }
}

/**
 * Reads the bytes of an alleged image file.
 *
 * @throws UnusableImage if it is not a regular file, or too large
 * @throws Error of the file system
 */
export async function readImageFile(file: string): Promise<Buffer> {
  const handle = await open(file, WITHOUT_WAITING);
  try {
    const found = await handle.stat();
    checkImageFile(found, found.size);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
