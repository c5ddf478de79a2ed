import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolder, unusablePath } from '@hashsight/formats/node';

const DIGEST_BYTES = 32;
const CHECK_BYTES = 4;
/** Bytes read at once. */
const CHUNK_BYTES = 2 ** 23;
const PART = /^part-[0-9a-f]+\.features$/;

/** Feature vectors of one network on disk, by the digests of their images. */
export interface FeatureStore extends AsyncDisposable {
  /**
   * Reads the stored vectors.
   *
   * @param onVector - called with the SHA-256 of the image and its features `[D]`, which are valid during the call
   */
  readAll(onVector: (digest: string, vector: Float32Array) => void): Promise<void>;
  /** Appends the vectors `[N, D]` of N images. */
  append(digests: readonly string[], values: Float32Array): Promise<void>;
}

/**
 * Opens the folder of one network's features. Each process appends to a part of its own, so several can work at once. A
 * record is the digest, D float32 values, and a checksum; a record that was cut off or damaged is not used, and its
 * image is computed again.
 *
 * @throws InputError if the folder cannot be used
 */
export async function openFeatureStore(folder: string, dim: number): Promise<FeatureStore> {
  const bytesEach = DIGEST_BYTES + 4 * dim + CHECK_BYTES;
  try {
    await makeFolder(folder);
  } catch (error) {
    throw unusablePath(folder, error);
  }
  let part: FileHandle | undefined;
  const partFile = path.join(folder, `part-${randomBytes(8).toString('hex')}.features`);
  return {
    async readAll(onVector) {
      const names = await readdir(folder).catch((error: unknown) => {
        throw unusablePath(folder, error);
      });
      for (const name of names.sort()) {
        if (PART.test(name)) await readPart(path.join(folder, name), bytesEach, onVector);
      }
    },
    async append(digests, values) {
      const records = Buffer.alloc(digests.length * bytesEach);
      const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
      for (const [i, digest] of digests.entries()) {
        const record = records.subarray(i * bytesEach, (i + 1) * bytesEach);
        record.write(digest, 'hex');
        bytes.copy(record, DIGEST_BYTES, 4 * dim * i, 4 * dim * (i + 1));
        record.writeUInt32LE(checkOf(record), bytesEach - CHECK_BYTES);
      }
      try {
        part ??= await open(partFile, 'a');
        await part.writeFile(records);
      } catch (error) {
        throw unusablePath(partFile, error);
      }
    },
    async [Symbol.asyncDispose]() {
      await part?.close();
    },
  };
}

function checkOf(record: Buffer): number {
  return crc32(record.subarray(0, record.length - CHECK_BYTES));
}

async function readPart(
  file: string,
  bytesEach: number,
  onVector: (digest: string, vector: Float32Array) => void,
): Promise<void> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  try {
    const together = Math.max(1, Math.floor(CHUNK_BYTES / bytesEach));
    const buffer = Buffer.alloc(together * bytesEach);
    const vector = new Float32Array((bytesEach - DIGEST_BYTES - CHECK_BYTES) / 4);
    const vectorBytes = new Uint8Array(vector.buffer);
    for (let position = 0; ; position += buffer.length) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      for (let at = 0; at + bytesEach <= bytesRead; at += bytesEach) {
        const record = buffer.subarray(at, at + bytesEach);
        if (record.readUInt32LE(bytesEach - CHECK_BYTES) !== checkOf(record)) continue;
        vectorBytes.set(record.subarray(DIGEST_BYTES, bytesEach - CHECK_BYTES));
        onVector(record.toString('hex', 0, DIGEST_BYTES), vector);
      }
      if (bytesRead < buffer.length) return;
    }
  } finally {
    await handle.close();
  }
}
