import { type FileHandle, open } from 'node:fs/promises';
import { readBytes } from './read-bytes.js';

/** A file of which parts are read, as hyparquet wants it: `byteLength` and `slice`. */
export class ByteFile implements AsyncDisposable {
  readonly #handle: FileHandle;
  readonly byteLength: number;

  private constructor(handle: FileHandle, byteLength: number) {
    this.#handle = handle;
    this.byteLength = byteLength;
  }

  /** @throws Error of the operating system when the file cannot be opened */
  static async open(file: string): Promise<ByteFile> {
    const handle = await open(file);
    return new ByteFile(handle, (await handle.stat()).size);
  }

  /**
   * The bytes from `start` up to `end` (default: the end of the file).
   *
   * @throws Error when the file is shorter than it was when it was opened
   */
  async slice(start: number, end = this.byteLength): Promise<ArrayBuffer> {
    const bytes = await readBytes(this.#handle, start, end - start);
    return bytes.buffer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
  }
}
