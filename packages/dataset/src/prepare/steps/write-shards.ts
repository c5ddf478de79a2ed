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

/** The byte range of an image in a shard. */
export const BYTE_RANGES = {
  row_id: 'BIGINT',
  shard: 'VARCHAR',
  key: 'VARCHAR',
  shard_start: 'BIGINT',
  size: 'BIGINT',
} as const;

/** The shards of a training set, in the work folder. */
export interface WrittenShards {
  readonly folder: string;
  readonly shards: Preparation['shards'];
  /** File names of the shards and of their indices. */
  readonly files: readonly string[];
  /** Absent if images are not read. */
  readonly byteRanges?: Relation<typeof BYTE_RANGES>;
}

/** The result if images are not read. */
export const NO_SHARDS: WrittenShards = { folder: '', shards: [], files: [] };

/** Bytes that a sample takes in a shard in addition to its image: two headers, padding, and the labels. */
const OVERHEAD = 2048;

/** A sample with the number of its shard and its position in its split. */
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
 * Writes the images and their labels as WebDataset shards, one task per shard. A complete shard is not written again. A
 * sample consists of `KEY.jpg` (or the extension of another image format) and `KEY.json` with `post`, `image`, `labels`
 * (class indices) and `classes` (their names).
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

/** A new shard starts where the sum of sizes passes a multiple of the limit, so the cuts depend only on earlier samples. */
function planQuery(samples: Relation<typeof FINAL_SAMPLES>, maxShardSize: number) {
  const size = `bytes + ${OVERHEAD}`;
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
  /** The file of the byte ranges. It is written last, so it marks a complete shard. */
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
      `SELECT split, number, count(*) AS samples, CAST(sum(bytes + ${OVERHEAD}) AS BIGINT) AS bytes FROM ${plan}
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
 * Checks the free disk space before hours of writing.
 *
 * @throws InputError if the shards that remain to be written do not fit on the disk
 */
function checkSpace(folder: string, shards: readonly PlannedShard[]): void {
  const needed = shards.reduce(
    (sum, { byteRanges, bytes }) => (existsSync(byteRanges) ? sum : sum + bytes),
    0,
  );
  const free = freeSpace(folder);
  if (free === undefined || free >= needed) return;
  throw new InputError(
    `${folder}: not enough disk space: the shards need ${byteText(needed)}, ${byteText(free)} are free; free some space and start again, or choose another \`out\` or a smaller \`shorterSide\``,
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
    for await (const batch of rows) {
      for (const { row_id: rowId, post, image, labels, file, start, bytes, extension, position } of batch) {
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
