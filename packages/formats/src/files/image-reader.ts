import { type FileHandle, open } from 'node:fs/promises';
import type { ImageSource } from '../training-set/image-source.js';
import { readBytes } from './read-bytes.js';

/** Files that stay open: random order comes back to a shard soon, and a process may have 1,024 of them on most systems. */
const OPEN_FILES = 32;

interface Opened {
  readonly handle: Promise<FileHandle>;
  /** Reads that are going on. */
  users: number;
  /** Whether it is to be closed when nobody reads from it any more. */
  isLeft: boolean;
}

/** Reads images' bytes, keeping the files open that it read from last. Several reads may go on at once. */
export class ImageReader implements AsyncDisposable {
  /** The one that was used longest ago first. */
  readonly #open = new Map<string, Opened>();
  #isClosed = false;

  /**
   * The bytes of an image.
   *
   * @throws Error with the reason when the file cannot be read, or is shorter than the image's place says
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
      await closeLeft(opened);
    }
  }

  #opened(file: string): Opened {
    if (this.#isClosed) throw new Error('expected a reader that is open, got one that was closed');
    const known = this.#open.get(file);
    const opened = known ?? { handle: this.#makeRoom().then(() => open(file)), users: 0, isLeft: false };
    // One that cannot be opened is tried again by whoever asks next.
    if (known === undefined) opened.handle.catch(() => this.#open.delete(file));
    this.#open.delete(file);
    this.#open.set(file, opened);
    return opened;
  }

  /** Leaves the file that was used longest ago, where as many are open as may be. */
  async #makeRoom(): Promise<void> {
    const [oldest] = this.#open.keys();
    if (oldest === undefined || this.#open.size < OPEN_FILES) return;
    const left = this.#open.get(oldest) as Opened;
    this.#open.delete(oldest);
    left.isLeft = true;
    await closeLeft(left);
  }

  /** Closes the files, those that are being read from after that. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const all = [...this.#open.values()];
    this.#open.clear();
    for (const opened of all) opened.isLeft = true;
    await Promise.all(all.map(closeLeft));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

async function closeLeft({ handle, users, isLeft }: Opened): Promise<void> {
  if (!isLeft || users > 0) return;
  const opened = await handle.catch(() => undefined);
  await opened?.close();
}
