import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ImageSource } from '@hashsight/formats';
import { checkImageFile, isRawName, UnusableImage, WITHOUT_WAITING } from '@hashsight/images';

/** What is wrong with this one image; everything else (no more file handles, a broken disk) ends the job. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'one that may not be read',
  EPERM: 'one that may not be read',
  EISDIR: 'a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'a name that is too long',
};

/**
 * The bytes of an image. It waits for the disk: in a worker thread that costs less than the asynchronous calls, which
 * would queue behind the images that libuv's threads are decoding.
 *
 * @throws UnusableImage when the file is not there, is no file, may not be read, is empty, too large or shorter than the
 * source says
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
    // Not from Node's pool of small buffers: libvips reads it from another thread.
    const bytes = Buffer.allocUnsafeSlow(wanted);
    let filled = 0;
    while (filled < wanted) {
      const read = readSync(handle, bytes, filled, wanted - filled, offset + filled);
      if (read === 0) {
        throw new UnusableImage(`expected ${wanted} bytes from byte ${offset} on, got ${filled}`);
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
