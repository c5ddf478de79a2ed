import { type FileHandle, open } from 'node:fs/promises';

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
    const bytes = new Uint8Array(end - start);
    for (let filled = 0; filled < bytes.length; ) {
      const { bytesRead } = await this.#handle.read(bytes, filled, bytes.length - filled, start + filled);
      if (bytesRead === 0)
        throw new Error(`expected ${end} bytes, got ${start + filled}; the file is cut off`);
      filled += bytesRead;
    }
    return bytes.buffer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
  }
}
