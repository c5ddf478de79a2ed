import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { HashsightError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';

/** What {@link ScoreColumns} takes. */
export interface ScoreColumnsOptions {
  readonly numClasses: number;
  /** The most images that will be added. */
  readonly images: number;
  /** Folder of the temporary file. */
  readonly folder: string;
  /** Memory of the images that were added last, and again of the classes that are read; default: 64 MiB. */
  readonly bufferBytes?: number;
}

const BUFFER_BYTES = 2 ** 26;
const VALUE_BYTES = Float32Array.BYTES_PER_ELEMENT;

/**
 * A matrix of scores that is written image by image and read class by class, in memory that does not grow with it: what does
 * not fit goes to a temporary file, which has no name from the moment it is open, so that nothing is left of a process that
 * is killed. To be disposed of.
 *
 * The file is a row of chunks, each `[K, R]`: the scores of R images by classes. So a chunk is written in one piece, and
 * neighbouring classes of a chunk are read in one.
 */
export class ScoreColumns implements AsyncDisposable {
  readonly #numClasses: number;
  readonly #folder: string;
  readonly #bufferBytes: number;
  /** R. */
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

  /** Images that were added. */
  get images(): number {
    return this.#images;
  }

  /**
   * Adds images.
   *
   * @param values - `[N, K]`, row by row
   * @throws HashsightError when a score is not a number
   * @throws InputError when the temporary file cannot be written
   */
  async add(values: Float32Array): Promise<void> {
    const size = this.#chunkImages;
    for (let from = 0; from < values.length; ) {
      // Written when the next image comes: the last chunk stays in memory.
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
            `evaluate: expected scores that are numbers, got NaN for class ${label}; the weights are not finite, evaluate another checkpoint`,
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

  /** The scores of all images in each class, `[N]`, the classes ascending; to be read before the next is asked for. */
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
        if (bytesRead === 0) throw new Error(`the temporary file of scores ends after ${at} bytes`);
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
