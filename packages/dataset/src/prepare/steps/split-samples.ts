import path from 'node:path';
import type { SplitName } from '@hashsight/formats';
import { parquetOf } from '../../tables/file-relations.js';
import { namesOf, query, Relation, select } from '../../tables/relation.js';
import { stringText } from '../../tables/sql-text.js';
import {
  type MovedUnit,
  type SplitCounts,
  type SplitUnit,
  shortClasses,
  unitsToMove,
} from '../balance-split.js';
import type { ResolvedOptions } from '../prepare-options.js';
import { mapSamples, type SAMPLES, type SampleTables, SPLIT_SAMPLES } from '../samples.js';
import { type SplitShares, splitOfHashSql } from '../split.js';
import type { Ask, Step } from '../step.js';

/** A key that moves, and the split that it moves to. */
const MOVED = { key: 'VARCHAR', split: 'VARCHAR' } as const;
const MOVED_TABLE = new Relation('moved', MOVED);
const SHORT_CLASSES = new Relation('short_classes', { label: 'INTEGER' } as const);

/** Candidate units per short class and per border of a split: those nearest to the border. */
const CANDIDATES = 100;

/** Output of {@link findMoves}: the keys that move. */
export interface Moves {
  readonly moved: Relation<typeof MOVED>;
  readonly count: number;
  readonly key: string;
}

/**
 * Finds the keys that must move because the split by hash leaves a class short; see {@link unitsToMove}.
 *
 * @param classes number of classes
 */
export function findMoves(
  selected: SampleTables,
  classes: number,
  { validationShare, testShare }: Pick<ResolvedOptions, 'validationShare' | 'testShare'>,
): Step<number, Moves> {
  const shares = { validation: validationShare, test: testShare };
  const fileIn = (folder: string) => path.join(folder, 'moved.parquet');
  return {
    name: 'split',
    inputs: { samples: selected.all },
    dependsOn: [selected.key, shares, classes],
    async *tasks(folder, ask) {
      const isWhole = shares.validation === 0 && shares.test === 0;
      const counts = isWhole ? undefined : await countClasses(ask, selected.all, classes, shares);
      const short = counts === undefined ? [] : shortClasses(counts, shares);
      let moved: readonly MovedUnit[] = [];
      if (counts !== undefined && short.length > 0) {
        yield [{ kind: 'rows', table: SHORT_CLASSES, rows: short.map((label) => [label]) }];
        moved = unitsToMove(await unitsOf(ask, selected.all, shares), counts, shares);
      }
      yield [{ kind: 'rows', table: MOVED_TABLE, rows: moved.map(({ key, to }) => [key, to]) }];
      const sorted = select(MOVED_TABLE, ['key', 'split'], 'ORDER BY key');
      yield [{ kind: 'file', file: fileIn(folder), query: sorted }];
      return moved.length;
    },
    outputs: ({ folder, key, result: count }) => ({ moved: parquetOf(MOVED, fileIn(folder)), count, key }),
  };
}

/**
 * Splits samples by the hashes of their keys, and applies the moves of {@link findMoves}.
 *
 * @returns the samples with the column `split`, without those whose `own_key` belongs to another split
 */
export async function splitSamples(
  ask: Ask,
  selected: SampleTables,
  { moved, count, key }: Moves,
  { validationShare, testShare }: Pick<ResolvedOptions, 'validationShare' | 'testShare'>,
): Promise<SampleTables<typeof SPLIT_SAMPLES>> {
  const shares = { validation: validationShare, test: testShare };
  const movedTo = count === 0 ? undefined : await movedSql(ask, moved, count);
  const split = (name: 'split' | 'own') => {
    const byHash = splitOfHashSql(`${name}_hash`, shares);
    return movedTo === undefined ? byHash : `coalesce(${movedTo(`${name}_key`)}, ${byHash})`;
  };
  return mapSamples({ ...selected, key }, (samples) =>
    // The hash is computed once, instead of once per comparison.
    query(
      SPLIT_SAMPLES,
      `SELECT ${namesOf(samples.columns)}, split
      FROM (SELECT *, ${split('split')} AS split, CASE WHEN own_key IS NOT NULL THEN ${split('own')} END AS own_split
        FROM (SELECT *, sha2(split_key, 256) AS split_hash, sha2(own_key, 256) AS own_hash FROM ${samples}))
      WHERE own_split IS NULL OR own_split = split`,
    ),
  );
}

/**
 * SQL expression for the split that a key moves to; NULL if the key does not move. It looks the key up in a hash table
 * written as a list of short lists. A join would lose the order of the rows, and sorting them again takes several times as
 * long.
 *
 * @param count number of keys
 */
async function movedSql(
  ask: Ask,
  moved: Relation<typeof MOVED>,
  count: number,
): Promise<(column: string) => string> {
  const size = 2 ** Math.ceil(Math.log2(count));
  const bucketSql = (column: string) => `CAST(pmod(xxhash64(${column}), ${size}) AS INT)`;
  const rows = await ask.rows(
    query(
      { ...MOVED, bucket: 'INTEGER' },
      `SELECT key, split, ${bucketSql('key')} AS bucket FROM ${moved} ORDER BY key`,
    ),
  );
  const buckets = Array.from({ length: size }, () => ({ keys: [] as string[], splits: [] as string[] }));
  for (const { key, split, bucket } of rows) {
    buckets[bucket]?.keys.push(key);
    buckets[bucket]?.splits.push(split);
  }
  // The lists are JSON text: nested lists in SQL take longer to plan than to run. In Spark SQL the type is
  // 'array<array<string>>'.
  const listsSql = (lists: readonly (readonly string[])[]) =>
    `from_json(${stringText(JSON.stringify(lists))}, '[["TEXT"]]')`;
  const keys = listsSql(buckets.map((bucket) => bucket.keys));
  const splits = listsSql(buckets.map((bucket) => bucket.splits));
  return (column) => {
    const bucket = bucketSql(column);
    return `get(get(${splits}, ${bucket}), array_position(get(${keys}, ${bucket}), ${column}) - 1)`;
  };
}

type KeyedSamples = Relation<Pick<typeof SAMPLES, 'split_key' | 'own_key' | 'labels'>>;

/** The samples that are certain to remain. A sample with two keys is left out if their splits differ, so it is not counted. */
function sureSql(samples: KeyedSamples): string {
  return `(SELECT split_key, labels FROM ${samples} WHERE own_key IS NULL OR own_key = split_key)`;
}

async function unitsOf(ask: Ask, samples: KeyedSamples, shares: SplitShares): Promise<SplitUnit[]> {
  const sure = sureSql(samples);
  const rows = ask.stream(
    query(
      { key: 'VARCHAR', hash: 'VARCHAR', split: 'VARCHAR', n: 'BIGINT', labels: 'INTEGER[]' },
      `SELECT key, hash, ${splitOfHashSql('hash', shares)} AS split, n, labels
      FROM (SELECT split_key AS key, sha2(split_key, 256) AS hash, count(*) AS n, flatten(collect_list(labels)) AS labels
        FROM ${sure} WHERE split_key IN (SELECT substr(explode(${nearBorderSql('lots', shares)}), ${LOT_DIGITS + 1})
          FROM (SELECT split, array_sort(collect_list(concat(lot, split_key))) AS lots
            FROM (SELECT split_key, label, ${splitOfHashSql('hash', shares)} AS split, substr(hash, 1, ${LOT_DIGITS}) AS lot
              FROM (SELECT split_key, label, sha2(split_key, 256) AS hash
                FROM (SELECT split_key, explode(labels) AS label FROM ${sure}) JOIN ${SHORT_CLASSES} USING (label)))
            GROUP BY label, split))
        GROUP BY split_key)
      ORDER BY key`,
    ),
  );
  const units: SplitUnit[] = [];
  for await (const batch of rows) {
    for (const { n: images, split, ...unit } of batch)
      units.push({ ...unit, split: split as SplitName, images });
  }
  return units;
}

/** Leading digits of a hash that are used to find the keys nearest to a border. */
const LOT_DIGITS = 12;

/**
 * SQL expression for the keys of a split that are nearest to another split, from the keys in ascending order of hashes.
 * Validation is below training, test is above. Sorting and slicing lists takes a sixth of the time of a window function.
 */
function nearBorderSql(lots: string, { validation, test }: SplitShares): string {
  const first = `slice(${lots}, 1, ${CANDIDATES})`;
  const last = `slice(${lots}, greatest(size(${lots}) - ${CANDIDATES - 1}, 1), ${CANDIDATES})`;
  const ofTrain = [...(validation > 0 ? [first] : []), ...(test > 0 ? [last] : [])];
  return `CASE split WHEN 'validation' THEN ${last} WHEN 'test' THEN ${first} ELSE concat(${ofTrain.join(', ')}) END`;
}

async function countClasses(
  ask: Ask,
  samples: KeyedSamples,
  classes: number,
  shares: SplitShares,
): Promise<SplitCounts> {
  const sure = sureSql(samples);
  const ofClass = {
    train: new Float64Array(classes),
    validation: new Float64Array(classes),
    test: new Float64Array(classes),
  };
  // The hash of a key is computed once per sample, not once per label.
  const rows = await ask.rows(
    query(
      { label: 'INTEGER', split: 'VARCHAR', n: 'BIGINT' },
      `SELECT label, split, count(*) AS n
      FROM (SELECT explode(labels) AS label, split FROM (SELECT labels, ${splitOfHashSql('hash', shares)} AS split
        FROM (SELECT labels, sha2(split_key, 256) AS hash FROM ${sure})))
      GROUP BY label, split`,
    ),
  );
  for (const { label, split, n } of rows) ofClass[split as SplitName][label] = n;
  const [total] = await ask.rows(query({ n: 'BIGINT' }, `SELECT count(*) AS n FROM ${sure}`));
  return { ofClass, images: total?.n ?? 0 };
}
