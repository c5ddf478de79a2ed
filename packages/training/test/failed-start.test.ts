import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { InputError, StartError } from '@hashsight/formats';
import type { TrainEvent } from '../src/events.js';
import { ResNet } from '../src/models/resnet.js';
import { checkTraining } from '../src/runs/open-run.js';
import type { TrainOptions } from '../src/runs/train-options.js';
import { train } from '../src/trainer.js';
import { TINY } from './tiny-training.js';

async function setUp(t: TestContext) {
  const { data, folder } = await tinySet(t, { train: 16, validation: 2 });
  const out = path.join(folder, 'run');
  const options: TrainOptions = { ...TINY, data, out, epochs: 1, workers: 1 };
  return { data, folder, out, options };
}

test('a start that fails leaves no folder, so that the command put right has the same --out', async (t) => {
  const { data, folder, out, options } = await setUp(t);
  const broken = path.join(folder, 'broken');
  cpSync(data, broken, { recursive: true });
  writeFileSync(path.join(broken, 'train-000000.tar'), '');
  const bad: readonly (readonly [object, RegExp])[] = [
    [{ device: 'gpu' }, /^UsageError: device: expected auto, cpu, cuda, or cuda:N .*, got "gpu"/],
    [{ device: 'cuda:99' }, /^UsageError: device: the device cuda:99 does not exist/],
    [{ model: 'resnext9000' }, /^UsageError: model: /],
    [{ amp: 'float16' }, /^UsageError: amp: /],
    [{ batchSize: 1000 }, /^UsageError: batchSize: /],
    [{ data: broken }, /^InputError: .*train-000000\.tar: expected the shard/],
    [{ data: `${data}-not` }, /^InputError: .*data-not: no such file or folder/],
    [{ initFrom: data }, /^InputError: .*data: not a run folder of hashsight train/],
  ];
  for (const [change, message] of bad) {
    await assert.rejects(train({ ...options, ...change } as TrainOptions), message);
    await assert.rejects(checkTraining({ ...options, ...change } as TrainOptions, 1), message);
    assert(!existsSync(out), JSON.stringify(change));
  }
  // The command line exits with 2 for these.
  const isStartError = (error: unknown) => error instanceof StartError;
  await assert.rejects(train({ ...options, data: `${data}-not` } as TrainOptions), isStartError);
  await assert.rejects(checkTraining({ ...options, data: `${data}-not` } as TrainOptions, 1), isStartError);
  // What LibTorch itself refuses, out of memory for instance, comes in the first step.
  const forward = t.mock.method(ResNet.prototype, 'forward', () => {
    throw new Error('out of memory');
  });
  await assert.rejects(train(options), /out of memory/);
  assert(!existsSync(out));
  forward.mock.restore();
  assert.equal((await train(options)).status, 'done');
});

test('a disk that is full at the start leaves nothing that is in the way once there is room', async (t) => {
  const { data, options } = await setUp(t);
  const disk = mkdtempSync(path.join(tmpdir(), 'hashsight-test-'));
  t.after(() => {
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });
  // Room for a few files, and not for a run's folder.
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,nr_inodes=4', 'tmpfs', disk]);
  if (mounted.status !== 0) return t.skip('mounting a small file system needs root');
  const out = path.join(disk, 'run');
  await assert.rejects(train({ ...options, data, out } as TrainOptions), (error) => {
    assert.match(String(error), /^InputError: .*: no space left on the disk/);
    // Another start may find room.
    return error instanceof InputError && !(error instanceof StartError);
  });
  assert.equal(spawnSync('mount', ['-o', 'remount,nr_inodes=1000', disk]).status, 0);
  assert.equal((await train({ ...options, data, out } as TrainOptions)).status, 'done');
});

test('a signal before the first step is done leaves no folder', async (t) => {
  const { out, options } = await setUp(t);
  const stop = new AbortController();
  stop.abort();
  await assert.rejects(train({ ...options, signal: stop.signal }), {
    name: 'StoppedError',
    message: `${out}: stopped before the first step was completed; nothing was written`,
  });
  assert(!existsSync(out));
  assert.equal((await train(options)).status, 'done');
});

test('a run that fails before its first checkpoint can be begun anew in its folder, and keeps its metrics until then', async (t) => {
  const { data, folder } = await tinySet(t, { train: 64, validation: 0 });
  const out = path.join(folder, 'run');
  const options = { ...TINY, data, out, batchSize: 4, epochs: 1, workers: 1 };
  await assert.rejects(train({ ...options, lr: 1e30 }), /^TrainingError: .*no checkpoint was saved yet/);
  assert(existsSync(path.join(out, 'metrics.jsonl')) && !existsSync(path.join(out, 'config.json')));
  const { status } = await train(options);
  assert.equal(status, 'done');
  assert.equal(JSON.parse(readFileSync(path.join(out, 'config.json'), 'utf8')).training.lr, TINY.lr);
  assert.equal(readdirSync(out).filter((name) => name.startsWith('events.out')).length, 1);
});

test('an error after the first checkpoint leaves a run that can go on', async (t) => {
  const { out, options } = await setUp(t);
  const fail = (event: TrainEvent) => {
    if (event.kind === 'epoch') throw new Error('no listener');
  };
  const settings = { ...options, checkpointSteps: 1 };
  await assert.rejects(train({ ...settings, onEvent: fail }), /no listener/);
  assert.equal((await train({ out, resume: true, workers: 1, threads: 1 })).status, 'done');
});

test('the first thing told is what is about to train', async (t) => {
  const { options } = await setUp(t);
  const events: TrainEvent[] = [];
  await train({ ...options, onEvent: (event) => events.push(event) });
  assert.deepEqual(events[0], {
    kind: 'start',
    ...{ model: 'resnext14_32x4d', device: 'cpu', amp: 'off', threads: 1, worldSize: 1 },
    ...{ trainImages: 16, validationImages: 2, classes: 2, learningRate: TINY.lr },
    ...{ globalBatchSize: 8, epochs: 1, totalSteps: 2 },
  });
});
