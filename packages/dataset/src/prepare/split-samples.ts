import path from 'node:path';
import { SPLITS, type SplitName } from '@hashsight/formats';
import { parquetSql } from '../tables/file-relations.js';
import { listText } from '../tables/sql-text.js';
import type { Tables } from '../tables/tables.js';
import {
  type MovedUnit,
  type SplitCounts,
  type SplitUnit,
  shortClasses,
  unitsToMove,
} from './balance-split.js';
import type { Job } from './job.js';
import { mapSamples, type SampleTables } from './sample-tables.js';
import { type SplitShares, splitOfHashSql } from './split.js';

const MOVED_FILE = 'moved.parquet';
/** Units that are looked at of each class that is short, at each border of each part: those nearest to it. */
const CANDIDATES = 100;

/**
 * Splits samples by the hashes of their keys, and moves what classes lack in a part; see {@link unitsToMove}.
 *
 * @param selected with `split_key`, by which a sample is split, and `own_key`: NULL, or a second key that has to be in the
 *   same part, or else the sample is left out
 * @param classes how many there are
 * @returns them with one more column, `split`
 */
export async function splitSamples(
  { options, tables, work }: Job,
  selected: SampleTables,
  classes: number,
): Promise<SampleTables> {
  const shares = { validation: options.validationShare, test: options.testShare };
  const dependsOn = [selected.key, shares, classes];
  const { folder, key, result } = await work.stage('split', dependsOn, async (into) => {
    const isWhole = shares.validation === 0 && shares.test === 0;
    const moved = isWhole ? [] : await keysToMove(tables, selected.all, classes, shares);
    await tables.fill(
      'moved',
      { key: 'VARCHAR', split: 'VARCHAR' },
      moved.map(({ key, to }) => [key, to]),
    );
    await tables.writeParquet(path.join(into, MOVED_FILE), 'SELECT key, split FROM moved ORDER BY key');
    await tables.run('DROP TABLE moved');
    return { moved: moved.length };
  });
  const movedTo =
    result.moved === 0 ? [] : await movedSql(tables, path.join(folder, MOVED_FILE), result.moved);
  const split = (name: 'split' | 'own') => {
    const byHash = splitOfHashSql(`${name}_hash`, shares);
    const moves = movedTo.map(({ to, isMoved }) => `WHEN ${isMoved(`${name}_key`)} THEN '${to}'`);
    return moves.length === 0 ? byHash : `CASE ${moves.join(' ')} ELSE ${byHash} END`;
  };
  return mapSamples(
    { ...selected, key },
    // A hash is worked out once, and not for each border that it is compared with.
    (each) => `(SELECT * EXCLUDE (split_hash, own_hash), ${split('split')} AS split
      FROM (SELECT *, sha256(split_key) AS split_hash, sha256(own_key) AS own_hash FROM ${each})
      WHERE own_key IS NULL OR ${split('own')} = ${split('split')})`,
  );
}

/** Where some keys move, and whether a key is one of them, as an expression. */
interface MovedKeys {
  readonly to: SplitName;
  readonly isMoved: (column: string) => string;
}

/**
 * The keys that move, as expressions: each is a look-up in a list of short lists, which a hash of the key tells apart. A
 * join would lose the order of the rows, and to sort them again takes several times as long.
 *
 * @param count of the keys
 */
async function movedSql(tables: Tables, file: string, count: number): Promise<readonly MovedKeys[]> {
  const size = 2 ** Math.ceil(Math.log2(count));
  const bucketSql = (column: string) => `CAST(hash(${column}) % ${size} AS INTEGER)`; // hash: xxhash64 in Spark SQL
  const rows = await tables.rows<{ key: string; split: SplitName; bucket: number }>(
    `SELECT key, split, ${bucketSql('key')} AS bucket FROM ${parquetSql(file)} ORDER BY key`,
  );
  return SPLITS.flatMap((to) => {
    const own = rows.filter(({ split }) => split === to);
    if (own.length === 0) return [];
    const buckets: string[][] = Array.from({ length: size }, () => []);
    for (const { key, bucket } of own) buckets[bucket]?.push(key);
    const lists = buckets.map(listText).join(', ');
    const isMoved = (column: string) =>
      `list_contains(([${lists}]::VARCHAR[][])[${bucketSql(column)} + 1], ${column})`;
    return [{ to, isMoved }];
  });
}

async function keysToMove(
  tables: Tables,
  samples: string,
  classes: number,
  shares: SplitShares,
): Promise<readonly MovedUnit[]> {
  // A sample of two keys may be left out, by the parts of both: it is not counted on.
  const sure = `(SELECT split_key, labels FROM ${samples} WHERE own_key IS NULL OR own_key = split_key)`;
  // The hash of a key is worked out for each sample, and not for each of its labels.
  const counts = await countClasses(
    tables,
    sure,
    `(SELECT unnest(labels) AS label, split FROM (SELECT labels, ${splitOfHashSql('hash', shares)} AS split
      FROM (SELECT labels, sha256(split_key) AS hash FROM ${sure})))`,
    classes,
  );
  const short = shortClasses(counts, shares);
  if (short.length === 0) return [];
  await tables.fill(
    'short_classes',
    { label: 'INTEGER' },
    short.map((label) => [label]),
  );
  const rows = tables.stream<{ key: string; hash: string; split: SplitName; n: number; labels: number[] }>(
    `SELECT key, hash, ${splitOfHashSql('hash', shares)} AS split, n, labels
      FROM (SELECT split_key AS key, sha256(split_key) AS hash, count(*) AS n, flatten(list(labels)) AS labels
        FROM ${sure} WHERE split_key IN (SELECT split_key
          FROM (SELECT split_key, split,
              row_number() OVER (PARTITION BY label, split ORDER BY lot) AS from_below,
              row_number() OVER (PARTITION BY label, split ORDER BY -lot) AS from_above
            FROM (SELECT split_key, label, ${splitOfHashSql('hash', shares)} AS split,
                CAST('0x' || substr(hash, 1, 12) AS BIGINT) AS lot
              FROM (SELECT split_key, label, sha256(split_key) AS hash
                FROM (SELECT split_key, unnest(labels) AS label FROM ${sure}) JOIN short_classes USING (label))))
          WHERE ${isNearBorder(shares)})
        GROUP BY split_key)
      ORDER BY key`,
  );
  const units: SplitUnit[] = [];
  for await (const some of rows) {
    for (const { n: images, ...unit } of some) units.push({ ...unit, images });
  }
  await tables.run('DROP TABLE short_classes');
  return unitsToMove(units, counts, shares);
}

/** Validation is below training, test above: each part is looked at where it meets another. */
function isNearBorder({ validation, test }: SplitShares): string {
  const near = (split: SplitName, rank: string) => `(split = '${split}' AND ${rank} <= ${CANDIDATES})`;
  return [
    ...(validation > 0 ? [near('validation', 'from_above'), near('train', 'from_below')] : []),
    ...(test > 0 ? [near('train', 'from_above'), near('test', 'from_below')] : []),
  ].join(' OR ');
}

async function countClasses(
  tables: Tables,
  samples: string,
  labelled: string,
  classes: number,
): Promise<SplitCounts> {
  const ofClass = {
    train: new Float64Array(classes),
    validation: new Float64Array(classes),
    test: new Float64Array(classes),
  };
  const rows = await tables.rows<{ label: number; split: SplitName; n: number }>(
    `SELECT label, split, count(*) AS n FROM ${labelled} GROUP BY label, split`,
  );
  for (const { label, split, n } of rows) ofClass[split][label] = n;
  const [total] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${samples}`);
  return { ofClass, images: total?.n ?? 0 };
}
