import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ImageSource } from '@hashsight/formats';
import { checkImageFile, isRawName, UnusableImage, WITHOUT_WAITING } from '@hashsight/images';

/** Problems of a single image, by error code. Any other error (no more file handles, a broken disk) ends the job. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'one without read permission',
  EPERM: 'one without read permission',
  EISDIR: 'a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'a file name that is too long',
};

/**
 * Reads the bytes of an image synchronously. In a worker thread, this costs less than asynchronous calls, which would
 * queue behind the images that libuv's threads are decoding.
 *
 * @throws UnusableImage if the file is missing, not a regular file, unreadable, empty, too large, or shorter than the
 *   source says
 */
export function readSource({ file, offset = 0, size }: ImageSource): Buffer {
  if (isRawName(file)) {
    throw new UnusableImage("expected an image, got a camera's raw file; convert it to JPEG");
  }
  let handle: number | undefined;
  try {
    handle = openSync(file, WITHOUT_WAITING);
    const found = fstatSync(handle);
    const wanted = size ?? Math.max(0, found.size - offset);
    checkImageFile(found, wanted);
    // Not from Node's buffer pool, because libvips reads the buffer from another thread.
    const bytes = Buffer.allocUnsafeSlow(wanted);
    let filled = 0;
    while (filled < wanted) {
      const read = readSync(handle, bytes, filled, wanted - filled, offset + filled);
      if (read === 0) {
        throw new UnusableImage(`expected ${wanted} bytes at offset ${offset}, got ${filled}`);
      }
      filled += read;
    }
    if (wanted === 0) throw new UnusableImage('expected an image, got an empty file');
    return bytes;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UnusableImage('expected the image, got no such file', 'missing-image');
    }
    const reason = REASONS[code];
    throw reason === undefined ? error : new UnusableImage(`expected an image file, got ${reason}`);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
