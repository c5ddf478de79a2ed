import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Preparation, Vocabulary } from '@hashsight/formats';
import { InputError } from '@hashsight/formats';
import { byteText, fileDigest, freeSpace, readByteRange } from '@hashsight/formats/node';
import type { ShardSample } from '../shards/shard.js';
import { shardIndexFile } from '../shards/shard-index.js';
import { writeShard } from '../shards/write-shard.js';
import { parquetSql } from '../tables/file-relations.js';
import type { FinalSamples } from './final-labels.js';
import type { Job } from './job.js';

/** The shards of a training set, in a folder of the work. */
export interface WrittenShards {
  readonly folder: string;
  readonly shards: Preparation['shards'];
  /** The shards and their indices by name. */
  readonly files: readonly string[];
  /** A relation `place`, `shard`, `key`, `offset`, `size`; absent where there are no images. */
  readonly places?: string;
}

/** Where there are no images. */
export const NO_SHARDS: WrittenShards = { folder: '', shards: [], files: [] };

/** Bytes of a sample in a shard besides its image: two headers, padding, the labels. */
const BYTES_BESIDE = 2048;

interface PlannedSample {
  readonly [column: string]: unknown;
  readonly place: number;
  readonly post: string;
  readonly image: string;
  readonly labels: readonly number[];
  readonly file: string;
  readonly start: number | null;
  readonly bytes: number;
  readonly extension: string;
  readonly position: number;
}

/**
 * Writes the images and their labels as WebDataset shards, a task for each shard: one that is complete is not written
 * again. A sample is `KEY.jpg` (or another extension, by what it is) and `KEY.json` with `post`, `image`, `labels` (class
 * indices) and `classes` (their names).
 */
export async function writeShards(
  { tables, work, options }: Job,
  { samples }: FinalSamples,
  { classes }: Vocabulary,
): Promise<WrittenShards> {
  const { maxShardSize, onProgress } = options;
  const names = classes.map(({ name }) => name);
  const { folder, result } = await work.stage('shards', [samples.key, maxShardSize, names], async (into) => {
    const plan = path.join(into, 'plan.parquet');
    const size = `bytes + ${BYTES_BESIDE}`;
    // Shards are cut where the sum of sizes passes a multiple of the limit: each depends on what is before it alone.
    await tables.writeParquet(
      plan,
      `SELECT *, CAST((total - 1) // ${maxShardSize} AS INTEGER) AS number
      FROM (SELECT place, post, image, split, labels, file, start, bytes, extension,
          row_number() OVER own - 1 AS position, sum(${size}) OVER own - (${size}) + 1 AS total
        FROM ${samples.all} WINDOW own AS (PARTITION BY split ORDER BY place ROWS UNBOUNDED PRECEDING))
      ORDER BY split, place`,
    );
    const planned = await plannedShards(tables, plan, into);
    checkSpace(into, planned);
    const shards: Preparation['shards'] = [];
    for (const [index, { split, number, samples: count, name, places }] of planned.entries()) {
      onProgress?.({ step: 'writing shards', done: index, total: planned.length, unit: 'shards' });
      const tar = path.join(into, `${name}.tar`);
      if (!existsSync(places)) {
        const rows = tables.stream<PlannedSample>(
          `SELECT * FROM ${parquetSql(plan)} WHERE split = '${split}' AND number = ${number} ORDER BY place`,
        );
        await writeOne(tables, tar, places, rows, names);
      }
      const { size: bytes } = await stat(tar);
      shards.push({ name: `${name}.tar`, samples: count, bytes, sha256: await fileDigest(tar) });
    }
    return shards;
  });
  const files = result.flatMap(({ name }) => [name, path.basename(shardIndexFile(name))]);
  const places = parquetSql({ folder, pattern: '*.places.parquet' });
  return { folder, shards: result, files, places };
}

interface PlannedShard {
  readonly [column: string]: unknown;
  readonly split: string;
  readonly number: number;
  readonly samples: number;
  /** About. */
  readonly bytes: number;
  readonly name: string;
  /** The file that is written last. */
  readonly places: string;
}

async function plannedShards(
  tables: Job['tables'],
  plan: string,
  into: string,
): Promise<readonly PlannedShard[]> {
  const rows = await tables.rows<Omit<PlannedShard, 'name' | 'places'>>(
    `SELECT split, number, count(*) AS samples, sum(bytes + ${BYTES_BESIDE})::BIGINT AS bytes FROM ${parquetSql(plan)}
      GROUP BY split, number ORDER BY split, number`,
  );
  const inSplit = new Map<unknown, number>();
  return rows.map((row) => {
    const position = inSplit.get(row.split) ?? 0;
    inSplit.set(row.split, position + 1);
    const name = `${row.split}-${String(position).padStart(6, '0')}`;
    return { ...row, name, places: path.join(into, `${name}.places.parquet`) } as PlannedShard;
  });
}

/**
 * Fails before hours of writing where it would fail after them.
 *
 * @throws InputError when the shards that are not there yet do not fit on the disk
 */
function checkSpace(folder: string, shards: readonly PlannedShard[]): void {
  const needed = shards.reduce((sum, { places, bytes }) => (existsSync(places) ? sum : sum + bytes), 0);
  const free = freeSpace(folder);
  if (free === undefined || free >= needed) return;
  throw new InputError(
    `${folder}: no space left on the disk: the shards need ${byteText(needed)}, ${byteText(free)} are free; free some and start again, or choose another \`out\` or a smaller \`shorterSide\``,
  );
}

async function writeOne(
  tables: Job['tables'],
  tar: string,
  places: string,
  rows: AsyncIterable<readonly PlannedSample[]>,
  names: readonly string[],
): Promise<void> {
  const written: number[] = [];
  async function* shardSamples(): AsyncGenerator<ShardSample> {
    for await (const some of rows) {
      for (const { place, post, image, labels, file, start, bytes, extension, position } of some) {
        written.push(place);
        const classes = labels.map((label) => names[label]);
        const described = Buffer.from(JSON.stringify({ post, image, labels, classes }));
        const content = await readByteRange(file, start ?? 0, bytes);
        const members = [
          { extension, bytes: content },
          { extension: 'json', bytes: described },
        ];
        yield { key: String(position).padStart(9, '0'), members };
      }
    }
  }
  const sampled = await writeShard(tar, shardSamples());
  const shard = path.basename(tar);
  await tables.fill(
    'written',
    { place: 'BIGINT', shard: 'VARCHAR', key: 'VARCHAR', offset: 'BIGINT', size: 'BIGINT' },
    sampled.map(({ key, members: [image] }, i) => [written[i], shard, key, image?.offset, image?.size]),
  );
  await tables.writeParquet(places, 'SELECT * FROM written ORDER BY place');
  await tables.run('DROP TABLE written');
}
