import { open } from 'node:fs/promises';
import type { ImageSource } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import type { Tables } from '../tables/tables.js';
import type { FileQuery } from './json-lines-query.js';

/** A row of a table that has the bytes of its images. */
export interface ImagedRow {
  /** From 1. */
  readonly row: number;
  readonly record: string;
  /** Where its image's bytes are now; absent where the row has none. */
  readonly image: ImageSource | undefined;
}

/** Rows whose images are in memory at a time. */
const TOGETHER = 64;

/**
 * Reads the rows of a table with the bytes of images, and writes these one behind the other into a file, from which any
 * of them is read at once; in a Parquet file it would cost reading all that were written with it.
 *
 * @param into path of that file
 * @param count rows of the table
 * @throws InputError when it cannot be written
 */
export async function* extractImages(
  tables: Tables,
  { from, expressions, image }: FileQuery,
  into: string,
  count: number,
): AsyncGenerator<ImagedRow> {
  const handle = await open(into, 'w').catch((error: unknown) => {
    throw unusablePath(into, error);
  });
  try {
    let offset = 0;
    for (let first = 0; first < count; first += TOGETHER) {
      const rows = await tables.rows<{ record: string; bytes: Uint8Array | null }>(
        `SELECT ${expressions.record} AS record, ${image} AS bytes FROM ${from}
          WHERE row >= ${first} AND row < ${first + TOGETHER} ORDER BY row`,
      );
      for (const [i, { record, bytes }] of rows.entries()) {
        const size = bytes?.length ?? 0;
        if (bytes !== null && size > 0) await handle.write(bytes, 0, size, offset);
        yield { row: first + i + 1, record, image: size === 0 ? undefined : { file: into, offset, size } };
        offset += size;
      }
    }
    await handle.sync();
  } catch (error) {
    throw unusablePath(into, error);
  } finally {
    await handle.close();
  }
}
