import path from 'node:path';
import { parquetSql } from '../tables/file-relations.js';
import { listText } from '../tables/sql-text.js';
import type { Tables } from '../tables/tables.js';
import { type SplitCounts, type SplitUnit, shortClasses, unitsToMove } from './balance-split.js';
import type { Job } from './job.js';
import { mapSamples, type SampleTables } from './sample-tables.js';
import { isValidationSql, splitSql } from './split.js';

const MOVED_FILE = 'moved.parquet';
/** Units that are looked at of each class that is short, on each side: those nearest to the border. */
const CANDIDATES = 100;

/**
 * Splits samples by the hashes of their keys, and moves what classes lack on a side; see {@link unitsToMove}.
 *
 * @param selected with `split_key`, by which a sample is split, and `own_key`: NULL, or a second key that has to be on the
 *   same side, or else the sample is left out
 * @param classes how many there are
 * @returns them with one more column, `split`
 */
export async function splitSamples(
  { options, tables, work }: Job,
  selected: SampleTables,
  classes: number,
): Promise<SampleTables> {
  const { validationShare: share } = options;
  const dependsOn = [selected.key, share, classes];
  const { folder, key, result } = await work.stage('split', dependsOn, async (into) => {
    const moved = share === 0 ? [] : await keysToMove(tables, selected.all, classes, share);
    await tables.fill(
      'moved',
      { key: 'VARCHAR' },
      moved.map((each) => [each]),
    );
    await tables.writeParquet(path.join(into, MOVED_FILE), 'SELECT key FROM moved ORDER BY key');
    await tables.run('DROP TABLE moved');
    return { moved: moved.length };
  });
  const isMoved =
    result.moved === 0 ? undefined : await isMovedSql(tables, path.join(folder, MOVED_FILE), result.moved);
  const side = (column: string) =>
    isMoved === undefined
      ? splitSql(column, share)
      : `CASE WHEN ${isValidationSql(`sha256(${column})`, share)} <> ${isMoved(column)} THEN 'validation' ELSE 'train' END`;
  return mapSamples(
    { ...selected, key },
    (each) => `(SELECT *, ${side('split_key')} AS split FROM ${each}
      WHERE own_key IS NULL OR ${side('own_key')} = ${side('split_key')})`,
  );
}

/**
 * Whether a key is one of those that move, as an expression: a look-up in a list of short lists, which a hash of the key
 * tells apart. A join would lose the order of the rows, and to sort them again takes several times as long.
 *
 * @param count of the keys
 */
async function isMovedSql(tables: Tables, file: string, count: number): Promise<(column: string) => string> {
  const size = 2 ** Math.ceil(Math.log2(count));
  const bucketSql = (column: string) => `CAST(hash(${column}) % ${size} AS INTEGER)`; // hash: xxhash64 in Spark SQL
  const buckets: string[][] = Array.from({ length: size }, () => []);
  const keys = `SELECT key, ${bucketSql('key')} AS bucket FROM ${parquetSql(file)} ORDER BY key`;
  for (const { key, bucket } of await tables.rows<{ key: string; bucket: number }>(keys)) {
    buckets[bucket]?.push(key);
  }
  const lists = buckets.map(listText).join(', ');
  return (column) => `list_contains(([${lists}]::VARCHAR[][])[${bucketSql(column)} + 1], ${column})`;
}

async function keysToMove(
  tables: Tables,
  samples: string,
  classes: number,
  share: number,
): Promise<readonly string[]> {
  // A sample of two keys may be left out, by the sides of both: it is not counted on.
  const sure = `(SELECT split_key, labels FROM ${samples} WHERE own_key IS NULL OR own_key = split_key)`;
  const isValidation = isValidationSql('sha256(split_key)', share);
  // The hash of a key is worked out for each sample, and not for each of its labels.
  const counts = await countClasses(
    tables,
    sure,
    `(SELECT unnest(labels) AS label, is_validation FROM (SELECT labels, ${isValidation} AS is_validation FROM ${sure}))`,
    classes,
  );
  const short = shortClasses(counts, share);
  if (short.length === 0) return [];
  await tables.fill(
    'short_classes',
    { label: 'INTEGER' },
    short.map((label) => [label]),
  );
  const rows = tables.stream<{
    key: string;
    hash: string;
    is_validation: boolean;
    n: number;
    labels: number[];
  }>(
    `SELECT key, hash, ${isValidationSql('hash', share)} AS is_validation, n, labels
      FROM (SELECT split_key AS key, sha256(split_key) AS hash, count(*) AS n, flatten(list(labels)) AS labels
        FROM ${sure} WHERE split_key IN (SELECT split_key
          FROM (SELECT split_key, row_number() OVER (PARTITION BY label, is_validation
              ORDER BY CASE WHEN is_validation THEN -lot ELSE lot END) AS nth
            FROM (SELECT split_key, label, ${isValidationSql('hash', share)} AS is_validation,
                CAST('0x' || substr(hash, 1, 12) AS BIGINT) AS lot
              FROM (SELECT split_key, label, sha256(split_key) AS hash
                FROM (SELECT split_key, unnest(labels) AS label FROM ${sure}) JOIN short_classes USING (label))))
          WHERE nth <= ${CANDIDATES})
        GROUP BY split_key)
      ORDER BY key`,
  );
  const units: SplitUnit[] = [];
  for await (const some of rows) {
    for (const { key, hash, is_validation: isValidation, n: images, labels } of some) {
      units.push({ key, hash, isValidation, images, labels });
    }
  }
  await tables.run('DROP TABLE short_classes');
  return unitsToMove(units, counts, share);
}

async function countClasses(
  tables: Tables,
  samples: string,
  labelled: string,
  classes: number,
): Promise<SplitCounts> {
  const ofClass = new Float64Array(classes);
  const validationOfClass = new Float64Array(classes);
  const rows = await tables.rows<{ label: number; n: number; validation: number }>(
    `SELECT label, count(*) AS n, count(*) FILTER (is_validation) AS validation FROM ${labelled} GROUP BY label`,
  );
  for (const { label, n, validation } of rows) {
    ofClass[label] = n;
    validationOfClass[label] = validation;
  }
  const [total] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${samples}`);
  return { ofClass, validationOfClass, images: total?.n ?? 0 };
}
