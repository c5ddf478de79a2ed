import { open } from 'node:fs/promises';
import path from 'node:path';
import { INDEX_FILES, InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import { isUnit } from './unit-length.js';
import { Vectors } from './vectors.js';

/** Bytes read at a time. */
const CHUNK_BYTES = 2 ** 24;

/**
 * Reads the embeddings of an index into memory.
 *
 * @param size - C
 * @param count - rows to read
 * @throws InputError if the file cannot be read, ends before, or has a row that is no embedding
 */
export async function readVectors(folder: string, size: number, count: number): Promise<Vectors> {
  const place = path.join(folder, INDEX_FILES.embeddings);
  const vectors = new Vectors(size);
  if (count === 0) return vectors;
  const rowsPerChunk = Math.max(1, Math.floor(CHUNK_BYTES / (4 * size)));
  const chunk = new Float32Array(Math.min(count, rowsPerChunk) * size);
  try {
    const handle = await open(place);
    try {
      for (let first = 0; first < count; first += rowsPerChunk) {
        const rows = chunk.subarray(0, Math.min(rowsPerChunk, count - first) * size);
        const bytes = new Uint8Array(rows.buffer, 0, rows.byteLength);
        for (let filled = 0; filled < bytes.length; ) {
          const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, null);
          if (bytesRead === 0) throw new InputError(`${place}: the file was cut off; embed the images again`);
          filled += bytesRead;
        }
        checkRows(place, rows, size, first);
        vectors.append(rows);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unusablePath(place, error);
  }
  return vectors;
}

function checkRows(place: string, rows: Float32Array, size: number, first: number): void {
  for (let at = 0; at < rows.length; at += size) {
    if (isUnit(rows.subarray(at, at + size))) continue;
    throw new InputError(
      `${place}: expected an embedding of length 1 in row ${first + at / size}, got other values; the file is damaged, embed the images again`,
    );
  }
}
