import { open } from 'node:fs/promises';
import type { ImageSource } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import type { Tables } from '../tables/tables.js';
import type { FileQuery } from './json-lines-query.js';

/** A row of a table that contains image bytes. */
export interface ImagedRow {
  /** From 1. */
  readonly row: number;
  readonly record: string;
  /** Location of the extracted image bytes; undefined if the row has none. */
  readonly image: ImageSource | undefined;
}

/** Number of rows whose images are held in memory at once. */
const TOGETHER = 64;

/**
 * Reads the rows of a table that contains image bytes, and writes all images to one file, one after another. A single
 * image can then be read directly; in Parquet, it would mean reading its whole row group.
 *
 * @param into path of the image file
 * @param count number of rows in the table
 * @throws InputError if the image file cannot be written
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
