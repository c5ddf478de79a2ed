import type { ImageSource, OnProgress } from '@hashsight/formats';
import { type DuplicateKind, findDuplicates, type HashedImage } from '../images/duplicates.js';
import type { Tables } from '../tables/tables.js';

/** The table that {@link fillDuplicates} makes: `place`, `head` (the place of the first of its group), `kind`, `distance`. */
export const DUPLICATES_TABLE = 'duplicate_of';

/**
 * Finds the images that an earlier one is the same as or looks the same as: those of evaluation sets are before all
 * others, posts in their order. Images of evaluation sets themselves are not told.
 *
 * @param images as `ImageFacts` has them
 */
export async function fillDuplicates(tables: Tables, images: string, onProgress?: OnProgress): Promise<void> {
  const [count] = await tables.rows<{ n: number }>(
    `SELECT count(*) AS n FROM ${images} WHERE problem IS NULL`,
  );
  const { n = 0 } = count ?? {};
  const places = new Float64Array(n);
  async function* hashed(): AsyncGenerator<HashedImage> {
    let position = 0;
    const good = `SELECT place, width, height, bytes_hash, pixels_hash, perceptual_hash, thumbnail
      FROM ${images} WHERE problem IS NULL ORDER BY place`;
    for await (const rows of tables.stream<ImageRow>(good)) {
      for (const row of rows) {
        places[position++] = row.place;
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
  const duplicates = await findDuplicates(hashed(), { count: n, onProgress });
  const placeOf = (image: number) => places[image] as number;
  await tables.fill(
    DUPLICATES_TABLE,
    { place: 'BIGINT', head: 'BIGINT', kind: 'VARCHAR', distance: 'INTEGER' },
    duplicates
      .filter(({ image }) => placeOf(image) >= 0)
      .map(({ image, head, kind, distance }) => [placeOf(image), placeOf(head), kind, distance]),
  );
}

interface ImageRow {
  readonly [column: string]: unknown;
  readonly place: number;
  readonly width: number;
  readonly height: number;
  readonly bytes_hash: string;
  readonly pixels_hash: string;
  readonly perceptual_hash: string;
  readonly thumbnail: Uint8Array;
}

/** Two images that are the same, or look so. */
export interface DuplicatePair {
  readonly kind: DuplicateKind;
  /** Bits in which their perceptual hashes differ. */
  readonly distance: number;
  /** Whether the first is in the training set or in an evaluation set. */
  readonly where: 'set' | 'evaluation';
  readonly first: NamedImage;
  readonly second: NamedImage;
}

/** An image by the post, or the file of an evaluation set. */
export interface NamedImage {
  readonly name: string;
  readonly image: ImageSource;
}

/** Pairs to look at: the least alike of those that only look the same, then some of the others. */
export async function pairsToLookAt(
  tables: Tables,
  images: string,
  most: number,
): Promise<readonly DuplicatePair[]> {
  const rows = await tables.rows<PairRow>(
    `SELECT kind, distance, head, a.name AS first_name, a.source AS first_source, a.source_start AS first_start,
        a.bytes AS first_bytes, b.name AS second_name, b.source AS second_source, b.source_start AS second_start,
        b.bytes AS second_bytes
      FROM (SELECT * FROM ${DUPLICATES_TABLE} ORDER BY kind = 'near' DESC, distance DESC, place LIMIT ${most}) AS pairs
      JOIN ${images} AS a ON a.place = head JOIN ${images} AS b ON b.place = pairs.place
      ORDER BY kind = 'near' DESC, distance DESC, pairs.place`,
  );
  return rows.map((row) => ({
    kind: row.kind,
    distance: row.distance,
    where: row.head < 0 ? 'evaluation' : 'set',
    first: { name: row.first_name, image: sourceOf(row.first_source, row.first_start, row.first_bytes) },
    second: {
      name: row.second_name,
      image: sourceOf(row.second_source, row.second_start, row.second_bytes),
    },
  }));
}

interface PairRow {
  readonly [column: string]: unknown;
  readonly kind: DuplicateKind;
  readonly distance: number;
  readonly head: number;
  readonly first_name: string;
  readonly first_source: string;
  readonly first_start: number | null;
  readonly first_bytes: number;
  readonly second_name: string;
  readonly second_source: string;
  readonly second_start: number | null;
  readonly second_bytes: number;
}

function sourceOf(file: string, offset: number | null, size: number): ImageSource {
  return offset === null ? { file } : { file, offset, size };
}
