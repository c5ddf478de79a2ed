import { type FileHandle, open } from 'node:fs/promises';
import { readBytes } from './read-bytes.js';

/** A file for random access, with the interface of hyparquet: `byteLength` and `slice`. */
export class ByteFile implements AsyncDisposable {
  readonly #handle: FileHandle;
  readonly byteLength: number;

  private constructor(handle: FileHandle, byteLength: number) {
    this.#handle = handle;
    this.byteLength = byteLength;
  }

  /** @throws Error of the operating system if the file cannot be opened */
  static async open(file: string): Promise<ByteFile> {
    const handle = await open(file);
    return new ByteFile(handle, (await handle.stat()).size);
  }

  /**
   * Reads the bytes from `start` to `end` (exclusive; default: the end of the file).
   *
   * @throws Error if the file has become shorter since it was opened
   */
  async slice(start: number, end = this.byteLength): Promise<ArrayBuffer> {
    const bytes = await readBytes(this.#handle, start, end - start);
    return bytes.buffer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
  }
}
