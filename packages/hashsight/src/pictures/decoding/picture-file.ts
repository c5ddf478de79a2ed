import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { PICTURE_LIMITS } from '@hashsight/jpeg';
import { UnusablePicture } from './unusable-picture.js';

/** How files of pictures are opened: a named pipe that nobody writes to would be waited for without end. */
export const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * Checks that what was opened is a file, and that no more of it is wanted than a picture may have.
 *
 * @throws UnusablePicture when it is not
 */
export function checkPictureFile(found: Stats, bytes: number): void {
  if (!found.isFile()) {
    const kind = found.isDirectory() ? 'a folder' : found.isFIFO() ? 'a named pipe' : 'a device or a socket';
    throw new UnusablePicture(`expected a picture file, got ${kind}`);
  }
  if (bytes > PICTURE_LIMITS.bytes) {
    throw new UnusablePicture(`expected at most ${PICTURE_LIMITS.bytes} bytes, got ${bytes}`);
  }
}

/**
 * The bytes of a file that is said to be a picture, and may be anything.
 *
 * @throws UnusablePicture when it is no file, or too large
 * @throws Error of the file system
 */
export async function readPictureFile(file: string): Promise<Buffer> {
  const handle = await open(file, WITHOUT_WAITING);
  try {
    const found = await handle.stat();
    checkPictureFile(found, found.size);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
