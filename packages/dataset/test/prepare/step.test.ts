import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import type { Executor } from '../../src/prepare/executor.js';
import { runStep, type Step } from '../../src/prepare/step.js';
import type { Task } from '../../src/prepare/task.js';
import { parquetOf } from '../../src/tables/file-relations.js';
import { query, Relation, select } from '../../src/tables/relation.js';
import { openTables, type Tables } from '../../src/tables/tables.js';
import { stepRunner } from './random-posts.js';

const NUMBERS = new Relation('numbers', { n: 'INTEGER' } as const);
const SQUARES = { n: 'INTEGER', square: 'INTEGER' } as const;

/** Squares of some numbers, a file for each remainder; `onFile` is told before each. */
function squares(numbers: readonly number[], onFile: (file: number) => void, dependsOn?: unknown) {
  const file = (folder: string, remainder: number) => path.join(folder, `squares-${remainder}.parquet`);
  const step: Step<number, { readonly squares: Relation<typeof SQUARES>; readonly count: number }> = {
    name: 'squares',
    inputs: {},
    dependsOn,
    async *tasks(folder, ask) {
      yield [{ kind: 'rows', table: NUMBERS, rows: numbers.map((n) => [n]) }];
      const remainders = await ask.rows(
        query({ n: 'INTEGER' }, `SELECT DISTINCT CAST(n % 2 AS INT) AS n FROM ${NUMBERS} ORDER BY n`),
      );
      for (const { n } of remainders) {
        yield [
          { kind: 'function', name: 'tell', run: async () => onFile(n) },
          {
            kind: 'file',
            file: file(folder, n),
            query: query(SQUARES, `SELECT n, n * n AS square FROM ${NUMBERS} WHERE n % 2 = ${n} ORDER BY n`),
          },
        ];
      }
      return numbers.length;
    },
    outputs: ({ folder, result }) => ({
      squares: parquetOf(SQUARES, { folder, pattern: 'squares-*.parquet' }),
      count: result,
    }),
  };
  return step;
}

async function setUp(t: TestContext) {
  const folder = temporaryFolder(t);
  const tables = await openTables({ threads: 1, memoryLimit: '500MB', temporaryDir: folder });
  t.after(() => tables.close());
  return { folder, tables, runner: stepRunner(tables, folder) };
}

const tablesIn = (tables: Tables) => tables.rows<{ name: string }>('SHOW TABLES');

test('a step is done once, its tables are gone then, and its files are what its outputs say', async (t) => {
  const { tables, runner } = await setUp(t);
  const told: number[] = [];
  const step = squares([1, 2, 3], (n) => told.push(n), 'key');
  for (const _ of [1, 2]) {
    const { squares: found, count } = await runStep(runner, step);
    assert.equal(count, 3);
    assert.deepEqual(await tables.rows(select(found, ['n', 'square'], 'ORDER BY n')), [
      { n: 1, square: 1 },
      { n: 2, square: 4 },
      { n: 3, square: 9 },
    ]);
  }
  assert.deepEqual(told, [0, 1]);
  assert.deepEqual(await tablesIn(tables), []);
});

test('a step that failed goes on: a file that is there is not made again; its tables are gone', async (t) => {
  const { tables, runner } = await setUp(t);
  const made: string[] = [];
  const watched: Tables['writeParquet'] = async (file: string, ...rest: [never]) => {
    made.push(path.basename(file));
    return writeParquet(file, ...rest);
  };
  const writeParquet = tables.writeParquet.bind(tables) as (file: string, ...rest: [never]) => never;
  tables.writeParquet = watched;
  const failing = squares(
    [1, 2],
    (n) => {
      if (n === 1) throw new Error('no current');
    },
    'key',
  );
  await assert.rejects(runStep(runner, failing), /no current/);
  assert.deepEqual(await tablesIn(tables), []);
  const { count } = await runStep(
    runner,
    squares([1, 2], () => {}, 'key'),
  );
  assert.equal(count, 2);
  assert.deepEqual(made, ['squares-0.parquet', 'squares-1.parquet']);
});

test('a step that depends on nothing it could name is done in every run', async (t) => {
  const { runner } = await setUp(t);
  const told: number[] = [];
  for (const numbers of [[2], [4, 6]]) {
    const { count } = await runStep(
      runner,
      squares(numbers, (n) => told.push(n)),
    );
    assert.equal(count, numbers.length);
  }
  assert.deepEqual(told, [0, 0]);
});

test('where tasks run is up to the executor: another gets the same groups', async (t) => {
  const { folder, runner, tables } = await setUp(t);
  const groups: string[][] = [];
  const { executor } = runner;
  const watching: Executor = {
    rows: tables.rows.bind(tables) as Tables['rows'],
    stream: tables.stream.bind(tables) as Tables['stream'],
    endStep: () => executor.endStep(),
    run: (tasks: readonly Task[], options) => {
      groups.push(tasks.map(({ kind }) => kind));
      return executor.run(tasks, options);
    },
  };
  await runStep(
    { work: runner.work, executor: watching },
    squares([1, 2], () => {}),
  );
  assert.deepEqual(groups, [['rows'], ['function', 'file'], ['function', 'file']]);
  assert(existsSync(path.join(folder, 'work', 'squares', 'squares-1.parquet')));
});

test('the compiler notices a column that a relation does not have', () => {
  const squaresOf = new Relation('squares', SQUARES);
  const takesSquares = (relation: Relation<{ readonly square: 'INTEGER' }>) => relation.sql;
  assert.equal(takesSquares(squaresOf), 'squares');
  // @ts-expect-error: it has no squares
  takesSquares(NUMBERS);
  // @ts-expect-error: it has no cubes
  select(squaresOf, ['cube']);
  // @ts-expect-error: they are no texts
  const texts: Relation<{ readonly square: 'VARCHAR' }> = squaresOf;
  assert(texts);
});
