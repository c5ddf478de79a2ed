import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Preparation, Vocabulary } from '@hashsight/formats';
import { InputError } from '@hashsight/formats';
import { byteText, fileDigest, freeSpace, readByteRange } from '@hashsight/formats/node';
import type { ShardSample } from '../../shards/shard.js';
import { shardIndexFile } from '../../shards/shard-index.js';
import { writeShard } from '../../shards/write-shard.js';
import { parquetOf } from '../../tables/file-relations.js';
import { query, type Relation, type RowOf, select } from '../../tables/relation.js';
import type { Tables } from '../../tables/tables.js';
import type { ResolvedOptions } from '../prepare-options.js';
import type { FINAL_SAMPLES, SampleTables } from '../samples.js';
import type { Ask, Step } from '../step.js';
import type { Task } from '../task.js';

/** The bytes of an image in the shards. */
export const BYTE_RANGES = {
  row_id: 'BIGINT',
  shard: 'VARCHAR',
  key: 'VARCHAR',
  shard_start: 'BIGINT',
  size: 'BIGINT',
} as const;

/** The shards of a training set, in a folder of the work. */
export interface WrittenShards {
  readonly folder: string;
  readonly shards: Preparation['shards'];
  /** The shards and their indices by name. */
  readonly files: readonly string[];
  /** Absent where there are no images. */
  readonly byteRanges?: Relation<typeof BYTE_RANGES>;
}

/** Where there are no images. */
export const NO_SHARDS: WrittenShards = { folder: '', shards: [], files: [] };

/** Bytes of a sample in a shard besides its image: two headers, padding, the labels. */
const BYTES_BESIDE = 2048;

/** A sample with the number of its shard, and its position among those of its part. */
const PLAN = {
  row_id: 'BIGINT',
  post: 'VARCHAR',
  image: 'VARCHAR',
  split: 'VARCHAR',
  labels: 'INTEGER[]',
  file: 'VARCHAR',
  start: 'BIGINT?',
  bytes: 'BIGINT',
  extension: 'VARCHAR',
  position: 'BIGINT',
  number: 'INTEGER',
} as const;

type PlannedSample = RowOf<Omit<typeof PLAN, 'split' | 'number'>>;

/**
 * Writes the images and their labels as WebDataset shards, a task for each shard: one that is complete is not written
 * again. A sample is `KEY.jpg` (or another extension, by what it is) and `KEY.json` with `post`, `image`, `labels` (class
 * indices) and `classes` (their names).
 */
export function writeShards(
  samples: SampleTables<typeof FINAL_SAMPLES>,
  { classes }: Vocabulary,
  { maxShardSize }: Pick<ResolvedOptions, 'maxShardSize'>,
): Step<Preparation['shards'], WrittenShards> {
  const names = classes.map(({ name }) => name);
  return {
    name: 'shards',
    inputs: { samples: samples.all },
    dependsOn: [samples.key, maxShardSize, names],
    async *tasks(folder, ask) {
      const file = path.join(folder, 'plan.parquet');
      yield [{ kind: 'file', file, query: planQuery(samples.all, maxShardSize) }];
      const plan = parquetOf(PLAN, file);
      const planned = await plannedShards(ask, plan, folder);
      checkSpace(folder, planned);
      yield planned.map(
        (shard, index): Task => ({
          kind: 'function',
          name: `write ${shard.name}`,
          run: async (tables) => {
            if (!existsSync(shard.byteRanges))
              await writeOne(tables, shard, samplesOf(tables, plan, shard), names);
          },
          progress: { step: 'writing shards', done: index, total: planned.length, unit: 'shards' },
        }),
      );
      const shards: Preparation['shards'] = [];
      for (const { tar, name, samples: count } of planned) {
        const { size: bytes } = await stat(tar);
        shards.push({ name: `${name}.tar`, samples: count, bytes, sha256: await fileDigest(tar) });
      }
      return shards;
    },
    outputs: ({ folder, result }) => ({
      folder,
      shards: result,
      files: result.flatMap(({ name }) => [name, path.basename(shardIndexFile(name))]),
      byteRanges: parquetOf(BYTE_RANGES, { folder, pattern: '*.ranges.parquet' }),
    }),
  };
}

/** Shards are cut where the sum of sizes passes a multiple of the limit: each depends on what is before it alone. */
function planQuery(samples: Relation<typeof FINAL_SAMPLES>, maxShardSize: number) {
  const size = `bytes + ${BYTES_BESIDE}`;
  return query(
    PLAN,
    `SELECT row_id, post, image, split, labels, file, start, bytes, extension, position,
        CAST(floor((total - 1) / ${maxShardSize}) AS INT) AS number
      FROM (SELECT row_id, post, image, split, labels, file, start, bytes, extension,
          row_number() OVER own - 1 AS position, sum(${size}) OVER own - (${size}) + 1 AS total
        FROM ${samples} WINDOW own AS (PARTITION BY split ORDER BY row_id ROWS UNBOUNDED PRECEDING))
      ORDER BY split, row_id`,
  );
}

const SHARDS = { split: 'VARCHAR', number: 'INTEGER', samples: 'BIGINT', bytes: 'BIGINT' } as const;

interface PlannedShard extends RowOf<typeof SHARDS> {
  readonly name: string;
  readonly tar: string;
  /** The file that is written last. */
  readonly byteRanges: string;
}

async function plannedShards(
  ask: Ask,
  plan: Relation<typeof PLAN>,
  into: string,
): Promise<readonly PlannedShard[]> {
  const rows = await ask.rows(
    query(
      SHARDS,
      `SELECT split, number, count(*) AS samples, CAST(sum(bytes + ${BYTES_BESIDE}) AS BIGINT) AS bytes FROM ${plan}
        GROUP BY split, number ORDER BY split, number`,
    ),
  );
  const inSplit = new Map<string, number>();
  return rows.map((row) => {
    const position = inSplit.get(row.split) ?? 0;
    inSplit.set(row.split, position + 1);
    const name = `${row.split}-${String(position).padStart(6, '0')}`;
    const at = (extension: string) => path.join(into, `${name}.${extension}`);
    return { ...row, name, tar: at('tar'), byteRanges: at('ranges.parquet') };
  });
}

function samplesOf(
  tables: Tables,
  plan: Relation<typeof PLAN>,
  { split, number }: PlannedShard,
): AsyncIterable<readonly PlannedSample[]> {
  return tables.stream(
    select(
      plan,
      ['row_id', 'post', 'image', 'labels', 'file', 'start', 'bytes', 'extension', 'position'],
      `WHERE split = '${split}' AND number = ${number} ORDER BY row_id`,
    ),
  );
}

/**
 * Fails before hours of writing where it would fail after them.
 *
 * @throws InputError when the shards that are not there yet do not fit on the disk
 */
function checkSpace(folder: string, shards: readonly PlannedShard[]): void {
  const needed = shards.reduce(
    (sum, { byteRanges, bytes }) => (existsSync(byteRanges) ? sum : sum + bytes),
    0,
  );
  const free = freeSpace(folder);
  if (free === undefined || free >= needed) return;
  throw new InputError(
    `${folder}: no space left on the disk: the shards need ${byteText(needed)}, ${byteText(free)} are free; free some and start again, or choose another \`out\` or a smaller \`shorterSide\``,
  );
}

async function writeOne(
  tables: Tables,
  { tar, byteRanges }: PlannedShard,
  rows: AsyncIterable<readonly PlannedSample[]>,
  names: readonly string[],
): Promise<void> {
  const written: number[] = [];
  async function* shardSamples(): AsyncGenerator<ShardSample> {
    for await (const some of rows) {
      for (const { row_id: rowId, post, image, labels, file, start, bytes, extension, position } of some) {
        written.push(rowId);
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
  const table = await tables.fill(
    'written',
    BYTE_RANGES,
    sampled.map(({ key, members: [image] }, i) => [written[i], shard, key, image?.offset, image?.size]),
  );
  const columns = ['row_id', 'shard', 'key', 'shard_start', 'size'] as const;
  await tables.writeParquet(byteRanges, select(table, columns, 'ORDER BY row_id'));
  await tables.drop(table);
}
