import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { IMAGE_LIMITS } from '@hashsight/jpeg';
import { UnusableImage } from './unusable-image.js';

/** How files of images are opened: a named pipe that nobody writes to would be waited for without end. */
export const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * Checks that what was opened is a file, and that no more of it is wanted than an image may have.
 *
 * @throws UnusableImage when it is not
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
 * The bytes of a file that is said to be an image, and may be anything.
 *
 * @throws UnusableImage when it is no file, or too large
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
