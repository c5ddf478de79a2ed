import { type FileHandle, open } from 'node:fs/promises';
import type { PictureSource } from '../pictures/index.js';

/** Files that stay open: random order comes back to a shard soon, and a process may have 1,024 of them on most systems. */
const OPEN_FILES = 32;

/** Reads pictures' bytes, keeping the files open that it read from last. For one caller at a time. */
export class PictureReader implements AsyncDisposable {
  /** The one that was used longest ago first. */
  readonly #open = new Map<string, FileHandle>();

  /**
   * The bytes of a picture.
   *
   * @throws Error with the reason when the file cannot be read, or is shorter than the picture's place says
   */
  async read({ file, offset = 0, size }: PictureSource): Promise<Uint8Array> {
    const handle = await this.#handleOf(file);
    const wanted = size ?? (await handle.stat()).size - offset;
    const bytes = new Uint8Array(Math.max(0, wanted));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, offset + filled);
      if (bytesRead === 0) {
        throw new Error(`expected ${wanted} bytes from ${offset} on, got ${filled}; the file is cut off`);
      }
      filled += bytesRead;
    }
    return bytes;
  }

  async #handleOf(file: string): Promise<FileHandle> {
    const known = this.#open.get(file);
    const handle = known ?? (await open(file));
    this.#open.delete(file);
    this.#open.set(file, handle);
    if (this.#open.size > OPEN_FILES) {
      const [oldest] = this.#open.keys();
      await this.#open.get(oldest as string)?.close();
      this.#open.delete(oldest as string);
    }
    return handle;
  }

  /** Closes the files. */
  async close(): Promise<void> {
    const handles = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(handles.map((handle) => handle.close()));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
