import { readSync } from 'node:fs';

/** Bytes per read call; Node.js limits one call to less than 2 GiB. */
const READ_BYTES = 2 ** 30;

/** Reads a byte range of a file into memory of its own; returns fewer bytes at the end of the file. */
export function readAt(descriptor: number, length: number, position: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, bytes, done, Math.min(READ_BYTES, length - done), position + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}
