import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { HashsightError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';

/** Options of {@link ScoreColumns}. */
export interface ScoreColumnsOptions {
  readonly numClasses: number;
  /** Maximum number of images that will be added. */
  readonly images: number;
  /** Folder for the temporary file. */
  readonly folder: string;
  /** Memory for the most recent images, and again for the classes being read, in bytes; default 64 MiB. */
  readonly bufferBytes?: number;
}

const BUFFER_BYTES = 2 ** 26;
const VALUE_BYTES = Float32Array.BYTES_PER_ELEMENT;

/**
 * A score matrix that is written by image and read by class, in constant memory. What does not fit goes to a temporary
 * file, which is deleted right after it is opened, so that a killed process leaves nothing behind. The caller disposes
 * of it.
 *
 * The file is a sequence of chunks `[K, R]`, each with the scores of R images by class. A chunk is written in one
 * piece, and adjacent classes of a chunk are read in one piece.
 */
export class ScoreColumns implements AsyncDisposable {
  readonly #numClasses: number;
  readonly #folder: string;
  readonly #bufferBytes: number;
  /** R, the images per chunk. */
  readonly #chunkImages: number;
  /** `[K, R]`, the chunk that is being filled. */
  readonly #chunk: Float32Array;
  #images = 0;
  #file: FileHandle | undefined;

  constructor({ numClasses, images, folder, bufferBytes = BUFFER_BYTES }: ScoreColumnsOptions) {
    this.#numClasses = numClasses;
    this.#folder = folder;
    this.#bufferBytes = bufferBytes;
    const fitting = Math.floor(bufferBytes / (VALUE_BYTES * numClasses));
    this.#chunkImages = Math.max(1, Math.min(images, fitting));
    this.#chunk = new Float32Array(this.#chunkImages * numClasses);
  }

  /** Number of images so far. */
  get images(): number {
    return this.#images;
  }

  /**
   * Adds images.
   *
   * @param values - `[N, K]` in row-major order
   * @throws HashsightError if a score is NaN
   * @throws InputError if the temporary file cannot be written
   */
  async add(values: Float32Array): Promise<void> {
    const size = this.#chunkImages;
    for (let from = 0; from < values.length; ) {
      // Written only when the next image arrives, so the last chunk stays in memory.
      if (this.#images > 0 && this.#images % size === 0) await this.#write(this.#images / size - 1);
      const column = this.#images % size;
      const images = Math.min(size - column, (values.length - from) / this.#numClasses);
      this.#fill(column, values.subarray(from, from + images * this.#numClasses));
      this.#images += images;
      from += images * this.#numClasses;
    }
  }

  #fill(column: number, values: Float32Array): void {
    const [numClasses, size, chunk] = [this.#numClasses, this.#chunkImages, this.#chunk];
    const images = values.length / numClasses;
    for (let label = 0; label < numClasses; label++) {
      for (let image = 0; image < images; image++) {
        const score = values[image * numClasses + label] as number;
        if (Number.isNaN(score)) {
          throw new HashsightError(
            `evaluate: the score of class ${label} is NaN, because the weights are not finite; evaluate another checkpoint`,
          );
        }
        chunk[label * size + column + image] = score;
      }
    }
  }

  async #write(chunk: number): Promise<void> {
    const bytes = bytesOf(this.#chunk);
    await this.#withFile(async (file) => {
      for (let done = 0; done < bytes.length; ) {
        done += (await file.write(bytes, done, bytes.length - done, chunk * bytes.length + done))
          .bytesWritten;
      }
    });
  }

  async #withFile(work: (file: FileHandle) => Promise<void>): Promise<void> {
    const name = path.join(this.#folder, `.scores.${randomBytes(6).toString('hex')}.partial`);
    try {
      if (this.#file === undefined) {
        this.#file = await open(name, 'wx+');
        await rm(name);
      }
      await work(this.#file);
    } catch (error) {
      throw unusablePath(name, error);
    }
  }

  /**
   * Yields the scores of all images for each class, `[N]`, in ascending order of classes. Each is valid until the next
   * is requested.
   */
  async *columns(): AsyncGenerator<Float32Array, void, undefined> {
    const images = this.#images;
    const together = Math.max(1, Math.floor(this.#bufferBytes / (VALUE_BYTES * Math.max(1, images))));
    const block = new Float32Array(Math.min(together, this.#numClasses) * images);
    for (let first = 0; first < this.#numClasses; first += together) {
      const classes = Math.min(together, this.#numClasses - first);
      await this.#read(first, classes, block);
      for (let i = 0; i < classes; i++) yield block.subarray(i * images, (i + 1) * images);
    }
  }

  /** @param block - `[classes, N]` */
  async #read(first: number, classes: number, block: Float32Array): Promise<void> {
    const [images, size] = [this.#images, this.#chunkImages];
    const part = new Float32Array(this.#file === undefined ? 0 : classes * size);
    for (let begin = 0; begin < images; begin += size) {
      const count = Math.min(size, images - begin);
      const isInMemory = begin + size >= images;
      if (!isInMemory) await this.#readPart(begin * this.#numClasses + first * size, part);
      const [source, offset] = isInMemory ? [this.#chunk, first * size] : [part, 0];
      for (let i = 0; i < classes; i++) {
        const from = offset + i * size;
        block.set(source.subarray(from, from + count), i * images + begin);
      }
    }
  }

  async #readPart(value: number, part: Float32Array): Promise<void> {
    const bytes = bytesOf(part);
    await this.#withFile(async (file) => {
      for (let done = 0; done < bytes.length; ) {
        const at = value * VALUE_BYTES + done;
        const { bytesRead } = await file.read(bytes, done, bytes.length - done, at);
        if (bytesRead === 0) throw new Error(`the temporary score file ends after ${at} bytes`);
        done += bytesRead;
      }
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file?.close();
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
