import type { ImageSource, OnProgress } from '@hashsight/formats';
import { type DuplicateKind, findDuplicates, type HashedImage } from '../../images/duplicates.js';
import { query, Relation } from '../../tables/relation.js';
import type { ColumnValue } from '../../tables/tables.js';
import type { Ask } from '../step.js';
import type { IMAGES } from './look-at-images.js';

/** Posts whose image duplicates, exactly or nearly, an earlier image. `head` is the row id of the first image of the group. */
export const DUPLICATES = new Relation('duplicate_of', {
  row_id: 'BIGINT',
  head: 'BIGINT',
  kind: 'VARCHAR',
  distance: 'INTEGER',
} as const);

/**
 * Finds the rows of {@link DUPLICATES}. Images of evaluation sets come before all posts, so a post that duplicates one of
 * them is in its group. No rows are returned for the images of evaluation sets themselves.
 */
export async function* duplicateRows(
  ask: Ask,
  images: Relation<typeof IMAGES>,
  onProgress?: OnProgress,
): AsyncGenerator<readonly ColumnValue[]> {
  const [count] = await ask.rows(
    query({ n: 'BIGINT' }, `SELECT count(*) AS n FROM ${images} WHERE problem IS NULL`),
  );
  const { n = 0 } = count ?? {};
  const rowIds = new Float64Array(n);
  async function* hashed(): AsyncGenerator<HashedImage> {
    let position = 0;
    for await (const rows of ask.stream(hashedQuery(images))) {
      for (const row of rows) {
        rowIds[position++] = row.row_id;
        yield {
          width: row.width,
          height: row.height,
          bytesHash: row.bytes_hash,
          pixelsHash: row.pixels_hash,
          perceptualHash: row.perceptual_hash,
          thumbnail: row.thumbnail,
        };
      }
    }
  }
  const rowIdOf = (image: number) => rowIds[image] as number;
  for (const { image, head, kind, distance } of await findDuplicates(hashed(), { count: n, onProgress })) {
    if (rowIdOf(image) >= 0) yield [rowIdOf(image), rowIdOf(head), kind, distance];
  }
}

function hashedQuery(images: Relation<typeof IMAGES>) {
  return query(
    {
      row_id: 'BIGINT',
      width: 'INTEGER',
      height: 'INTEGER',
      bytes_hash: 'VARCHAR',
      pixels_hash: 'VARCHAR',
      perceptual_hash: 'VARCHAR',
      thumbnail: 'BLOB',
    },
    `SELECT row_id, width, height, bytes_hash, pixels_hash, perceptual_hash, thumbnail
      FROM ${images} WHERE problem IS NULL ORDER BY row_id`,
  );
}

/** A pair of duplicate or near-duplicate images. */
export interface DuplicatePair {
  readonly kind: DuplicateKind;
  /** Number of bits in which the perceptual hashes differ. */
  readonly distance: number;
  /** Whether the first image is in the training set or in an evaluation set. */
  readonly where: 'set' | 'evaluation';
  readonly first: NamedImage;
  readonly second: NamedImage;
}

/** An image with the name of its post or, in an evaluation set, of its file. */
export interface NamedImage {
  readonly name: string;
  readonly image: ImageSource;
}

const PAIRS = {
  kind: 'VARCHAR',
  distance: 'INTEGER',
  head: 'BIGINT',
  first_name: 'VARCHAR',
  first_source: 'VARCHAR',
  first_start: 'BIGINT?',
  first_bytes: 'BIGINT',
  second_name: 'VARCHAR',
  second_source: 'VARCHAR',
  second_start: 'BIGINT?',
  second_bytes: 'BIGINT',
} as const;

/** Selects pairs for review: near duplicates with the largest distance first, then exact duplicates. */
export async function pairsToLookAt(
  ask: Ask,
  images: Relation<typeof IMAGES>,
  most: number,
): Promise<readonly DuplicatePair[]> {
  const rows = await ask.rows(
    query(
      PAIRS,
      `SELECT kind, distance, head, a.name AS first_name, a.source AS first_source, a.source_start AS first_start,
        a.bytes AS first_bytes, b.name AS second_name, b.source AS second_source, b.source_start AS second_start,
        b.bytes AS second_bytes
      FROM (SELECT * FROM ${DUPLICATES} ORDER BY kind = 'near' DESC, distance DESC, row_id LIMIT ${most}) AS pairs
      JOIN ${images} AS a ON a.row_id = head JOIN ${images} AS b ON b.row_id = pairs.row_id
      ORDER BY kind = 'near' DESC, distance DESC, pairs.row_id`,
    ),
  );
  return rows.map((row) => ({
    kind: row.kind as DuplicateKind,
    distance: row.distance,
    where: row.head < 0 ? 'evaluation' : 'set',
    first: { name: row.first_name, image: sourceOf(row.first_source, row.first_start, row.first_bytes) },
    second: {
      name: row.second_name,
      image: sourceOf(row.second_source, row.second_start, row.second_bytes),
    },
  }));
}

function sourceOf(file: string, offset: number | null, size: number): ImageSource {
  return offset === null ? { file } : { file, offset, size };
}
