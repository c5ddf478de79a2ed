import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { MetricsLine } from '@hashsight/formats';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { crc32c } from '../../src/tensorboard/crc32c.js';
import { EventWriter } from '../../src/tensorboard/event-writer.js';
import { metricScalars } from '../../src/tensorboard/metric-scalars.js';

const tensorboard = await pythonPackages('tensorboard==2.20.0');
const script = fileURLToPath(new URL('../../../test/tensorboard/read_event_files.py', import.meta.url));

type Points = Readonly<Record<string, readonly (readonly [wallTime: number, step: number, value: number])[]>>;

/** What TensorBoard shows of a folder. */
function shown(folder: string): Points {
  return JSON.parse(tensorboard.run(script, [folder])) as Points;
}

/** Steps of a tag that TensorBoard shows, with their values. */
function stepsOf(points: Points, tag: string) {
  return points[tag]?.map(([, step, value]) => [step, value]);
}

const FIRST = 'events.out.tfevents.0000000000.hashsight';
const SECOND = 'events.out.tfevents.0000000001.hashsight';

test('CRC-32C of the check string and of the iSCSI examples (RFC 3720, appendix B.4)', () => {
  assert.equal(crc32c(Buffer.from('123456789')), 0xe3069283);
  assert.equal(crc32c(new Uint8Array(32)), 0x8a9136aa);
  assert.equal(crc32c(new Uint8Array(32).fill(0xff)), 0x62a8ab43);
  assert.equal(crc32c(new Uint8Array()), 0);
});

test('the lines of a run are what TensorBoard shows', { skip: tensorboard.skip }, (t) => {
  const folder = temporaryFolder(t);
  using writer = new EventWriter(folder);
  const train: MetricsLine = {
    kind: 'train',
    epoch: 1,
    step: 2 ** 40,
    ...{ loss: 2.5, hitAt1: 0.25, learningRate: 0.125, imagesPerSecond: 200, dataWait: 0.0625 },
    ...{ memoryBytes: 1e9, unreadable: 0, skippedSteps: 0 },
  };
  const validation: MetricsLine = {
    kind: 'validation',
    epoch: 1,
    step: 2 ** 40,
    ...{ images: 4, loss: 2, hitAt1: 0.5, hitAt5: 1, unreadable: 0 },
  };
  // A step beyond 32 bits and a wall time with a fraction: both have to survive.
  writer.scalars(2 ** 40, 1e9 + 0.5, metricScalars(train));
  writer.scalars(2 ** 40, 1e9 + 1, metricScalars(validation));
  assert.deepEqual(shown(folder), {
    'train/loss': [[1e9 + 0.5, 2 ** 40, 2.5]],
    'train/hit@1': [[1e9 + 0.5, 2 ** 40, 0.25]],
    'train/learning_rate': [[1e9 + 0.5, 2 ** 40, 0.125]],
    'train/images_per_second': [[1e9 + 0.5, 2 ** 40, 200]],
    'train/data_wait': [[1e9 + 0.5, 2 ** 40, 0.0625]],
    'validation/loss': [[1e9 + 1, 2 ** 40, 2]],
    'validation/hit@1': [[1e9 + 1, 2 ** 40, 0.5]],
    'validation/hit@5': [[1e9 + 1, 2 ** 40, 1]],
  });
});

test('a run that goes on shows each step once, with what it came to at last', {
  skip: tensorboard.skip,
}, (t) => {
  const folder = temporaryFolder(t);
  const before = new EventWriter(folder);
  for (const step of [10, 20, 30, 40]) before.scalars(step, step, { 'train/loss': 1 });
  before.scalars(25, 25, { 'validation/loss': 1 });
  before.close();
  const after = new EventWriter(folder, { purgeStep: 21 });
  after.scalars(35, 135, { 'train/loss': 0.5 });
  after.close();
  assert.deepEqual(readdirSync(folder).sort(), [FIRST, SECOND]);
  const points = shown(folder);
  assert.deepEqual(stepsOf(points, 'train/loss'), [
    [10, 1],
    [20, 1],
    [35, 0.5],
  ]);
  assert.deepEqual(stepsOf(points, 'validation/loss') ?? [], [], 'a tag that is not written again');
});

test('of a file that a kill cut off TensorBoard shows all but the last point', {
  skip: tensorboard.skip,
}, (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, FIRST);
  using writer = new EventWriter(folder);
  writer.scalars(1, 1, { loss: 1 });
  writer.scalars(2, 2, { loss: 2 });
  truncateSync(file, statSync(file).size - 1);
  assert.deepEqual(stepsOf(shown(folder), 'loss'), [[1, 1]]);
  using resumed = new EventWriter(folder, { purgeStep: 2 });
  resumed.scalars(2, 3, { loss: 4 });
  assert.deepEqual(stepsOf(shown(folder), 'loss'), [
    [1, 1],
    [2, 4],
  ]);
});

test('each call is in the file when it returns; the same calls give the same bytes', (t) => {
  const folders = [temporaryFolder(t), temporaryFolder(t)] as const;
  const files = folders.map((folder) => {
    using writer = new EventWriter(folder);
    writer.scalars(1, 1, { loss: 1 });
    const size = statSync(path.join(folder, FIRST)).size;
    writer.scalars(2, 2, { loss: 0.5 });
    assert(statSync(path.join(folder, FIRST)).size > size);
    return readFileSync(path.join(folder, FIRST));
  });
  assert.deepEqual(files[0], files[1]);
});

test('a writer that is not written to leaves no file; a closed one, or no folder, is an error', (t) => {
  const folder = temporaryFolder(t);
  const writer = new EventWriter(folder, { purgeStep: 3 });
  writer.close();
  assert.deepEqual(readdirSync(folder), []);
  assert.throws(
    () => writer.scalars(1, 1, { loss: 1 }),
    /^Error: EventWriter\.scalars: the writer is closed/,
  );
  const gone = path.join(folder, 'gone');
  assert.throws(() => new EventWriter(gone).scalars(1, 1, { loss: 1 }), {
    name: 'InputError',
    message: `${gone}: no such file or folder`,
  });
});
