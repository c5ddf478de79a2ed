import type { FileHandle } from 'node:fs/promises';
import { type IndexedImage, InputError } from '@hashsight/formats';
import { jsonLines, unusablePath } from '@hashsight/formats/node';
import { type FoundIndex, openForAppending, readIndexFiles } from './index-files.js';
import { lockForWriting } from './write-lock.js';

/** Appends rows to the two files of an index: first the embeddings, then the lines that make them count. */
export class IndexAppender {
  readonly #folder: string;
  readonly #embeddings: AppendedFile;
  readonly #images: AppendedFile;
  readonly #unlock: () => Promise<void>;
  #last: Promise<void> = Promise.resolve();

  private constructor(
    folder: string,
    files: { readonly embeddings: AppendedFile; readonly images: AppendedFile },
    unlock: () => Promise<void>,
  ) {
    this.#folder = folder;
    this.#embeddings = files.embeddings;
    this.#images = files.images;
    this.#unlock = unlock;
  }

  /**
   * @param found - the index as the caller knows it
   * @throws InputError if another process adds images, or has added some since; or if a file cannot be opened for writing
   */
  static async open(folder: string, found: FoundIndex): Promise<IndexAppender> {
    const unlock = await lockForWriting(folder);
    try {
      const now = await readIndexFiles(folder);
      if (now.images.length !== found.images.length) {
        throw new InputError(
          `${folder}: another process has added images since the index was opened; start again`,
        );
      }
      const { embeddings, images } = await openForAppending(folder, now);
      const bytes = 4 * now.file.embeddingSize * now.images.length;
      const files = {
        embeddings: new AppendedFile(embeddings, bytes),
        images: new AppendedFile(images, now.imagesBytes),
      };
      return new IndexAppender(folder, files, unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** Appends rows after those of the calls before. @throws InputError if they cannot be written */
  append(rows: Float32Array, images: readonly IndexedImage[]): Promise<void> {
    this.#last = this.#last.then(() => this.#write(rows, images));
    return this.#last;
  }

  /** Syncs and closes the files. */
  async close(): Promise<void> {
    await this.#last.catch(() => {}); // the caller of append has this error
    try {
      for (const file of [this.#embeddings, this.#images]) await file.close();
    } finally {
      await this.#unlock();
    }
  }

  async #write(rows: Float32Array, images: readonly IndexedImage[]): Promise<void> {
    try {
      await this.#embeddings.append(new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
      await this.#images.append(Buffer.from(jsonLines(images)));
    } catch (error) {
      throw unusablePath(this.#folder, error);
    }
  }
}

/** A file that only this process appends to. */
class AppendedFile {
  readonly #handle: FileHandle;
  #end: number;

  constructor(handle: FileHandle, end: number) {
    this.#handle = handle;
    this.#end = end;
  }

  async append(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const left = bytes.length - written;
      const { bytesWritten } = await this.#handle.write(bytes, written, left, this.#end + written);
      written += bytesWritten;
    }
    this.#end += bytes.length;
  }

  async close(): Promise<void> {
    try {
      await this.#handle.sync();
    } finally {
      await this.#handle.close();
    }
  }
}
