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

/** A key that moves, and the part that it moves to. */
const MOVED = { key: 'VARCHAR', split: 'VARCHAR' } as const;
const MOVED_TABLE = new Relation('moved', MOVED);
const SHORT_CLASSES = new Relation('short_classes', { label: 'INTEGER' } as const);

/** Units that are looked at of each class that is short, at each border of each part: those nearest to it. */
const CANDIDATES = 100;

/** The keys that {@link findMoves} found. */
export interface Moves {
  readonly moved: Relation<typeof MOVED>;
  readonly count: number;
  readonly key: string;
}

/**
 * Finds what classes lack in the parts of the split by the hashes of their keys; see {@link unitsToMove}.
 *
 * @param classes how many there are
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
 * Splits samples by the hashes of their keys, with what {@link findMoves} found.
 *
 * @returns them with one more column, `split`; without those whose `own_key` is in another part
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
    // A hash is worked out once, and not for each border that it is compared with.
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
 * Where a key moves, as an expression that is NULL where it stays: a look-up in a list of short lists, which a hash of the
 * key tells apart. A join would lose the order of the rows, and to sort them again takes several times as long.
 *
 * @param count of the keys
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
  // As one text each: a list of lists as SQL takes longer to plan than to run. The type is 'array<array<string>>' in Spark SQL.
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

/** A sample of two keys may be left out, by the parts of both: it is not counted on. */
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
  for await (const some of rows) {
    for (const { n: images, split, ...unit } of some)
      units.push({ ...unit, split: split as SplitName, images });
  }
  return units;
}

/** Digits of a hash that tell how near a key is to a border. */
const LOT_DIGITS = 12;

/**
 * Of the keys of a part, ascending by their hashes, those next to another part: validation is below training, test above.
 * Lists that are sorted and cut take a sixth of the time that numbering the rows of each class by windows takes.
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
  // The hash of a key is worked out for each sample, and not for each of its labels.
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
