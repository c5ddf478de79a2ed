import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import type { MetricsLine } from '@hashsight/formats';
import { jsonLines } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { START } from '@hashsight/training';
import { hashsight } from './run-hashsight.js';

/** What a run was made with and came to. */
interface Made {
  readonly training: Readonly<Record<string, unknown>>;
  readonly metrics: readonly MetricsLine[];
  /** Where its checkpoint stands; absent when there is none. */
  readonly position?: { readonly epoch: number; readonly step: number };
}

const DATA = { path: '/data', epochSize: 96 };
const TRAINING = {
  ...{ model: 'resnext14_32x4d', recipe: null, epochs: 2, batchSize: 8, gradAccumSteps: 1, worldSize: 1 },
  ...{ lr: 0.1, preprocessing: { imageSize: 64 } },
};

function trained(step: number, loss: number, imagesPerSecond: number): MetricsLine {
  const figures = { loss, hitAt1: 0.5, learningRate: 0.1, imagesPerSecond, dataWait: 0.1 };
  return { kind: 'train', epoch: 1, step, ...figures, memoryBytes: 1e9, unreadable: 0, skippedSteps: 0 };
}

function validated(epoch: number, step: number, hitAt1: number, hitAt5: number): MetricsLine {
  return { kind: 'validation', epoch, step, images: 10, loss: 2, hitAt1, hitAt5, unreadable: 0 };
}

function makeRun(folder: string, { training, metrics, position }: Made): void {
  const checkpoint = path.join(folder, 'checkpoints', 'epoch-001');
  mkdirSync(position === undefined ? folder : checkpoint, { recursive: true });
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify({ version: 3, data: DATA, training }));
  writeFileSync(path.join(folder, 'metrics.jsonl'), jsonLines(metrics));
  if (position === undefined) return;
  const state = { version: 2, position: { ...START, ...position }, gradScaler: null, files: {} };
  writeFileSync(path.join(checkpoint, 'state.json'), JSON.stringify(state));
}

/** Three runs: one that is done, one in its second epoch, and one at its beginning. */
function threeRuns(t: TestContext): string {
  const folder = path.join(temporaryFolder(t), 'runs');
  makeRun(path.join(folder, 'first'), {
    training: TRAINING,
    metrics: [
      trained(10, 3, 100),
      validated(1, 12, 0.5, 0.75),
      trained(20, 2.5, 120),
      validated(2, 24, 0.4, 0.8),
    ],
    position: { epoch: 2, step: 24 },
  });
  makeRun(path.join(folder, 'lr', '0.2'), {
    training: { ...TRAINING, lr: 0.2, recipe: 'laptop' },
    metrics: [trained(10, 2, 90), validated(1, 12, 0.6, 0.7)],
    position: { epoch: 1, step: 14 },
  });
  makeRun(path.join(folder, 'lr', '0.4'), { training: { ...TRAINING, lr: 0.4 }, metrics: [] });
  // What is not a run: a model's config, what lies in a run, what lies deeper, what is hidden.
  mkdirSync(path.join(folder, 'model'));
  writeFileSync(path.join(folder, 'model', 'config.json'), '{}');
  const nothing = { training: TRAINING, metrics: [] };
  for (const place of ['first/inner', 'a/b/c', '.hidden']) makeRun(path.join(folder, place), nothing);
  return folder;
}

/** What the program prints, line by line; it must end well. */
function lines(...args: string[]): string[] {
  const { code, out, error } = hashsight(['runs', ...args]);
  assert.deepEqual([code, error], [0, '']);
  return out.trimEnd().split('\n');
}

test('runs up to two folders down stand in a table', (t) => {
  assert.deepEqual(lines(threeRuns(t)), [
    'name    model            recipe  size  batch   lr  epochs  steps  images  hit@1  hit@5   loss  images/s  state',
    'first   resnext14_32x4d  -         64      8  0.1     2/2     24     192  0.500  0.750  2.500       120  done',
    'lr/0.2  resnext14_32x4d  laptop    64      8  0.2     1/2     14     112  0.600  0.700  2.000        90  resumable',
    'lr/0.4  resnext14_32x4d  -         64      8  0.4     0/2      0       0      -      -      -         -  resumable',
  ]);
});

test('sorted by a column the best comes first, and what is not known last', (t) => {
  const folder = threeRuns(t);
  const order = (column: string) =>
    lines(folder, '--sort', column).flatMap((line) => /^(first|lr\/0\.\d)/.exec(line)?.[1] ?? []);
  assert.deepEqual(order('hit@1'), ['lr/0.2', 'first', 'lr/0.4']);
  assert.deepEqual(order('hit@5'), ['first', 'lr/0.2', 'lr/0.4']);
  assert.deepEqual(order('loss'), ['lr/0.2', 'first', 'lr/0.4']);
  assert.deepEqual(order('recipe'), ['lr/0.2', 'first', 'lr/0.4']);
});

test('--diff shows the settings in which runs differ; --json everything; several folders are named in full', (t) => {
  const folder = threeRuns(t);
  const two = [path.join(folder, 'first'), path.join(folder, 'lr', '0.2')] as const;
  const width = two[1].length;
  assert.deepEqual(lines(...two, '--diff'), [
    `${'name'.padEnd(width)}  recipe   lr  epochs  steps  images  hit@1  hit@5   loss  images/s  state`,
    `${two[0].padEnd(width)}  -       0.1     2/2     24     192  0.500  0.750  2.500       120  done`,
    `${two[1].padEnd(width)}  laptop  0.2     1/2     14     112  0.600  0.700  2.000        90  resumable`,
  ]);
  const [first, second] = JSON.parse(lines(...two, '--json').join('\n'));
  assert.deepEqual(first, {
    name: two[0],
    path: two[0],
    ...{ model: 'resnext14_32x4d', recipe: null, imageSize: 64, batchSize: 8, lr: 0.1, epochs: 2 },
    ...{ epochsDone: 2, steps: 24, imagesSeen: 192, hitAt1: 0.5, hitAt5: 0.75, loss: 2.5 },
    ...{ imagesPerSecond: 120, state: 'done' },
    settings: {
      ...{ data: '/data', model: 'resnext14_32x4d', recipe: null, epochs: 2, batchSize: 8 },
      ...{ gradAccumSteps: 1, worldSize: 1, lr: 0.1, 'preprocessing.imageSize': 64 },
    },
  });
  assert.equal(second.settings.recipe, 'laptop');
  const [, differing] = JSON.parse(lines(...two, '--json', '--diff').join('\n'));
  assert.deepEqual(differing.settings, { recipe: 'laptop', lr: 0.2 });
});

test('a run named twice is there once', (t) => {
  const first = path.join(threeRuns(t), 'first');
  assert.equal(lines(first, first).length, 2);
});

for (const [title, config, problem] of [
  ['broken', '{"training":', 'not a run folder of hashsight train, its config.json is corrupt'],
  [
    'of another version',
    '{"version":1,"training":{}}',
    'expected a run of version 3 (in its config.json), got one of version 1; use the Hashsight version that wrote it, or start a new run',
  ],
] as const) {
  test(`a run that is ${title} is told in a line, and the others are shown`, (t) => {
    const folder = threeRuns(t);
    const run = path.join(folder, 'lr', '0.4');
    writeFileSync(path.join(run, 'config.json'), config);
    const message = `hashsight: ${run}: ${problem}`;
    const { code, out, error } = hashsight(['runs', folder]);
    assert.deepEqual([code, out.trimEnd().split('\n').length, error], [0, 3, message]);
    const alone = hashsight(['runs', run]);
    assert.deepEqual([alone.code, alone.out, alone.error], [1, '', message]);
  });
}

test('no folder, no run, no such column: one line', (t) => {
  const folder = temporaryFolder(t);
  const none = hashsight(['runs', folder]);
  assert.deepEqual(
    [none.code, none.error],
    [
      1,
      `hashsight: ${folder}: no runs found here or up to 2 levels below; give a run folder of hashsight train, or a folder that contains some`,
    ],
  );
  const gone = path.join(folder, 'gone');
  const missing = hashsight(['runs', gone]);
  assert.deepEqual([missing.code, missing.error], [1, `hashsight: ${gone}: no such file or folder`]);
  const column = hashsight(['runs', folder, '--sort', 'beauty']);
  assert.equal(column.code, 2);
  assert.match(column.error, /^error: option '--sort <column>' argument 'beauty' is invalid\. Allowed/);
});
