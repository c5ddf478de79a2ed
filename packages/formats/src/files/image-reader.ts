import { type FileHandle, open } from 'node:fs/promises';
import type { ImageSource } from '../training-set/image-source.js';
import { readBytes } from './read-bytes.js';

/** Maximum number of open files: random access returns to a shard soon, and most systems allow 1,024 per process. */
const OPEN_FILES = 32;

interface Opened {
  readonly handle: Promise<FileHandle>;
  /** Number of reads in progress. */
  users: number;
  /** Whether to close the file after the reads in progress. */
  isLeft: boolean;
}

/** Reads the bytes of images and keeps recently used files open. Several reads may run at once. */
export class ImageReader implements AsyncDisposable {
  /** Open files, the least recently used first. */
  readonly #open = new Map<string, Opened>();
  #isClosed = false;

  /**
   * Reads the bytes of an image.
   *
   * @throws Error with the reason if the file cannot be read or is shorter than expected
   */
  async read({ file, offset = 0, size }: ImageSource): Promise<Uint8Array> {
    const opened = this.#opened(file);
    opened.users++;
    try {
      const handle = await opened.handle;
      const wanted = size ?? (await handle.stat()).size - offset;
      return await readBytes(handle, offset, Math.max(0, wanted));
    } finally {
      opened.users--;
      await closeUnused(opened);
    }
  }

  #opened(file: string): Opened {
    if (this.#isClosed) throw new Error('the image reader is closed');
    const known = this.#open.get(file);
    const opened = known ?? { handle: this.#makeRoom().then(() => open(file)), users: 0, isLeft: false };
    // A file that cannot be opened is removed, so that the next read tries again.
    if (known === undefined) opened.handle.catch(() => this.#open.delete(file));
    this.#open.delete(file);
    this.#open.set(file, opened);
    return opened;
  }

  /** Closes the least recently used file if the maximum number is open. */
  async #makeRoom(): Promise<void> {
    const [oldest] = this.#open.keys();
    if (oldest === undefined || this.#open.size < OPEN_FILES) return;
    const left = this.#open.get(oldest) as Opened;
    this.#open.delete(oldest);
    left.isLeft = true;
    await closeUnused(left);
  }

  /** Closes all files after the reads in progress. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const all = [...this.#open.values()];
    this.#open.clear();
    for (const opened of all) opened.isLeft = true;
    await Promise.all(all.map(closeUnused));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

async function closeUnused({ handle, users, isLeft }: Opened): Promise<void> {
  if (!isLeft || users > 0) return;
  const opened = await handle.catch(() => undefined);
  await opened?.close();
}
