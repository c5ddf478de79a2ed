import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { LocalExecutor } from '../../src/prepare/executor.js';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import type { Task } from '../../src/prepare/task.js';
import { type Columns, Query } from '../../src/tables/relation.js';
import { SPARK_NAMES } from '../../src/tables/spark-names.js';
import type { Tables } from '../../src/tables/tables.js';
import { image, post, postSet } from './post-set.js';

/** Spark's built-in functions that queries use. */
const SPARK_FUNCTIONS = new Set([
  ...[
    'any_value',
    'array_distinct',
    'array_position',
    'array_sort',
    'coalesce',
    'collect_list',
    'collect_set',
    'concat',
  ],
  ...['count', 'explode', 'filter', 'flatten', 'floor', 'get', 'greatest', 'ln', 'log2', 'max', 'min'],
  ...[
    'pmod',
    'round',
    'row_number',
    'sha2',
    'shiftleft',
    'shiftright',
    'size',
    'slice',
    'substr',
    'sum',
    'xxhash64',
  ],
]);

/** What reads files, and is written otherwise for each engine; and what a comment says of where it stands. */
const DUCKDB_ONLY = new Set(['read_parquet', 'read_json', 'from_base64', 'from_json', 'list_transform']);

/** Words of SQL that stand before a parenthesis. */
const WORDS = new Set([
  ...[
    'and',
    'as',
    'by',
    'cast',
    'exists',
    'filter',
    'from',
    'having',
    'in',
    'join',
    'not',
    'on',
    'or',
    'over',
  ],
  ...['select', 'using', 'when', 'where', 'then', 'else', 'union', 'all', 'case'],
]);

/** What is no SQL of Spark's, besides functions. */
const FOREIGN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a cast by ::', /::/],
  ['a division by //', /\/\//],
  ['EXCLUDE or REPLACE', /\*\s+(EXCLUDE|REPLACE)\b/i],
  ['FILTER without WHERE', /\bFILTER\s*\((?!\s*WHERE\b)/],
  ['a structure', /\{/],
  ['VARCHAR without a length', /\bVARCHAR\b/],
  ['lambda as a word', /\blambda\b/],
];

/** Keeps the text of every query that steps and those around them run. */
class RecordingExecutor extends LocalExecutor {
  readonly #queries: string[];
  override readonly rows: Tables['rows'];
  override readonly stream: Tables['stream'];

  constructor(tables: Tables, queries: string[]) {
    super(tables);
    this.#queries = queries;
    const kept = (query: Query<Columns> | string) => {
      assert(query instanceof Query, `expected a query that says which columns it has, got ${query}`);
      queries.push(query.sql);
      return query;
    };
    this.rows = ((query: Query<Columns>) => tables.rows(kept(query))) as Tables['rows'];
    this.stream = ((query: Query<Columns>) => tables.stream(kept(query))) as Tables['stream'];
  }

  override run(tasks: readonly Task[], options: { readonly isKept: boolean }): Promise<void> {
    for (const task of tasks) if ('query' in task) this.#queries.push(task.query.sql);
    return super.run(tasks, options);
  }
}

const IMAGES: Record<string, Uint8Array> = { 'broken.png': Buffer.from('no image') };
for (let i = 0; i < 12; i++) IMAGES[`${i}.png`] = await image(`${i}`).png().toBuffer();
const POSTS = Array.from({ length: 60 }, (_, i) => ({
  ...post(`p${i % 57}`, ...['cat', 'dog', 'emu', 'yak'].filter((_, n) => i % (n + 2) === 0), 'sun'),
  image: i === 30 ? 'broken.png' : `${i % 12}.png`,
  author: `author ${i % 9}`,
}));

/** Settings that together ask for every query. */
const SETTINGS: readonly Partial<PrepareOptions>[] = [
  { duplicates: 'keep', splitBy: 'user', sampling: 'sqrt', labelNoise: 0.2 },
  { duplicates: 'merge', minCount: 4, testShare: 0.1 },
  { readImages: false, sampling: 'uniform' },
];

async function queriesOf(t: TestContext): Promise<ReadonlySet<string>> {
  const queries: string[] = [];
  for (const changes of SETTINGS) {
    const { options } = postSet(t, POSTS, { minCount: 2, ...changes }, IMAGES);
    await prepare(options, (tables) => new RecordingExecutor(tables, queries));
  }
  return new Set(queries);
}

/** The text of a query without its strings, what is quoted, and what reads files. */
function bare(sql: string): string {
  return sql.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/"[^"]*"/g, 'quoted');
}

test('the SQL of the steps uses functions that Spark has, by its names, and no syntax that it has not', async (t) => {
  const queries = await queriesOf(t);
  assert(queries.size > 30, `${queries.size}`);
  const used = new Set<string>();
  for (const sql of queries) {
    const text = bare(sql);
    for (const [, name = ''] of text.matchAll(/\b([A-Za-z_][A-Za-z_0-9]*)\s*\(/g)) {
      const word = name.toLowerCase();
      if (WORDS.has(word) && word !== 'filter') continue;
      if (word === 'filter' && name === 'FILTER') continue;
      used.add(name);
      assert(SPARK_FUNCTIONS.has(name) || DUCKDB_ONLY.has(name), `${name} in ${sql}`);
    }
    // Files are read otherwise in each engine: what stands in these parentheses is DuckDB's.
    const readers = /\b(?:read_parquet|read_json)\((?:[^()]|\([^()]*\))*\)/g;
    const steps = text.replaceAll(readers, 'files');
    for (const [what, pattern] of FOREIGN) {
      if (what === 'VARCHAR without a length' && steps.includes('from_base64')) continue;
      assert(!pattern.test(steps), `${what} in ${sql}`);
    }
  }
  assert.deepEqual(
    [...SPARK_FUNCTIONS].filter((name) => !used.has(name)),
    [],
    'what is allowed is used',
  );
});

test('the names that DuckDB has not are those of the macros, and each is used', () => {
  const names = Object.keys(SPARK_NAMES).map((name) => name.replace(/\(.*/, ''));
  assert.deepEqual(
    names.filter((name) => !SPARK_FUNCTIONS.has(name)),
    [],
  );
});
