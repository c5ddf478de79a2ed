import {
  type DuplicateKind,
  findDuplicates,
  type HashedPicture,
  type PictureSource,
} from '../pictures/index.js';
import type { OnProgress } from '../progress.js';
import type { Tables } from '../tables/index.js';

/** The table that {@link fillDuplicates} makes: `place`, `head` (the place of the first of its group), `kind`, `distance`. */
export const DUPLICATES_TABLE = 'duplicate_of';

/**
 * Finds the pictures that an earlier one is the same as or looks the same as: those of evaluation sets are before all
 * others, posts in their order. Pictures of evaluation sets themselves are not told.
 *
 * @param pictures as `PictureFacts` has them
 */
export async function fillDuplicates(
  tables: Tables,
  pictures: string,
  onProgress?: OnProgress,
): Promise<void> {
  const [count] = await tables.rows<{ n: number }>(
    `SELECT count(*) AS n FROM ${pictures} WHERE problem IS NULL`,
  );
  const { n = 0 } = count ?? {};
  const places = new Float64Array(n);
  async function* hashed(): AsyncGenerator<HashedPicture> {
    let position = 0;
    const good = `SELECT place, width, height, bytes_hash, pixels_hash, perceptual_hash, thumbnail
      FROM ${pictures} WHERE problem IS NULL ORDER BY place`;
    for await (const rows of tables.stream<PictureRow>(good)) {
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
  const placeOf = (picture: number) => places[picture] as number;
  await tables.fill(
    DUPLICATES_TABLE,
    { place: 'BIGINT', head: 'BIGINT', kind: 'VARCHAR', distance: 'INTEGER' },
    duplicates
      .filter(({ picture }) => placeOf(picture) >= 0)
      .map(({ picture, head, kind, distance }) => [placeOf(picture), placeOf(head), kind, distance]),
  );
}

interface PictureRow {
  readonly [column: string]: unknown;
  readonly place: number;
  readonly width: number;
  readonly height: number;
  readonly bytes_hash: string;
  readonly pixels_hash: string;
  readonly perceptual_hash: string;
  readonly thumbnail: Uint8Array;
}

/** Two pictures that are the same, or look so. */
export interface DuplicatePair {
  readonly kind: DuplicateKind;
  /** Bits in which their perceptual hashes differ. */
  readonly distance: number;
  /** Whether the first is in the training set or in an evaluation set. */
  readonly where: 'set' | 'evaluation';
  readonly first: NamedPicture;
  readonly second: NamedPicture;
}

/** A picture by the post, or the file of an evaluation set. */
export interface NamedPicture {
  readonly name: string;
  readonly picture: PictureSource;
}

/** Pairs to look at: the least alike of those that only look the same, then some of the others. */
export async function pairsToLookAt(
  tables: Tables,
  pictures: string,
  most: number,
): Promise<readonly DuplicatePair[]> {
  const rows = await tables.rows<PairRow>(
    `SELECT kind, distance, head, a.name AS first_name, a.source AS first_source, a.source_start AS first_start,
        a.bytes AS first_bytes, b.name AS second_name, b.source AS second_source, b.source_start AS second_start,
        b.bytes AS second_bytes
      FROM (SELECT * FROM ${DUPLICATES_TABLE} ORDER BY kind = 'near' DESC, distance DESC, place LIMIT ${most}) AS pairs
      JOIN ${pictures} AS a ON a.place = head JOIN ${pictures} AS b ON b.place = pairs.place
      ORDER BY kind = 'near' DESC, distance DESC, pairs.place`,
  );
  return rows.map((row) => ({
    kind: row.kind,
    distance: row.distance,
    where: row.head < 0 ? 'evaluation' : 'set',
    first: { name: row.first_name, picture: sourceOf(row.first_source, row.first_start, row.first_bytes) },
    second: {
      name: row.second_name,
      picture: sourceOf(row.second_source, row.second_start, row.second_bytes),
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

function sourceOf(file: string, offset: number | null, size: number): PictureSource {
  return offset === null ? { file } : { file, offset, size };
}
