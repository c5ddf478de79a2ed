import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BatchPolicy, PassTime } from '../src/batch-policy.js';
import { Batcher } from '../src/batcher.js';

/** A pass that ends when the test says so. */
function heldPasses() {
  const passes: {
    readonly items: readonly number[];
    readonly end: () => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  const run = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      passes.push({ items, end: () => resolve(items.map((item) => 10 * item)), fail: reject });
    });
  return { passes, run };
}

const OPTIONS = { maxSize: 3, latencyBudgetMs: 50, now: () => 0 } as const;
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the time of a pass is fitted by a line', () => {
  const time = new PassTime();
  assert.deepEqual(time.line, { fixedMs: 0, imageMs: 0 });
  time.add(4, 40);
  assert.deepEqual(time.line, { fixedMs: 0, imageMs: 10 }, 'one size says nothing of the fixed part');
  for (const n of [1, 8, 16, 2, 5]) for (let i = 0; i < 20; i++) time.add(n, 30 + 4 * n);
  assert(
    Math.abs(time.line.fixedMs - 30) < 0.5 && Math.abs(time.line.imageMs - 4) < 0.1,
    JSON.stringify(time.line),
  );
  assert(Math.abs(time.of(10) - 70) < 0.5);
});

test('a batch waits only while that pays', () => {
  const policy = new BatchPolicy({ maxSize: 8, latencyBudgetMs: 50 });
  // A pass takes 20 ms, however many images it has.
  for (const n of [1, 8]) for (let i = 0; i < 20; i++) policy.passTime.add(n, 20);
  policy.arrived(0);
  assert.equal(policy.waitMs(0, { count: 1, since: 0 }), 0, 'after a pause: the next image may never come');
  for (let i = 1; i <= 40; i++) policy.arrived(i);
  const wait = policy.waitMs(40, { count: 2, since: 39 });
  assert(wait > 0 && wait < 5, `an image a millisecond: worth waiting a little, got ${wait}`);
  assert.equal(policy.waitMs(40, { count: 8, since: 39 }), 0, 'full');
  assert.equal(policy.waitMs(80, { count: 2, since: 39 }), 0, 'the first image would exceed the budget');
  // Without a fixed part, a batch saves nothing.
  const linear = new BatchPolicy({ maxSize: 8, latencyBudgetMs: 50 });
  for (const n of [1, 8]) for (let i = 0; i < 20; i++) linear.passTime.add(n, 5 * n);
  for (let i = 0; i <= 40; i++) linear.arrived(i);
  assert.equal(linear.waitMs(40, { count: 1, since: 40 }), 0);
});

test('what arrives during a pass shares the next ones', async () => {
  const { passes, run } = heldPasses();
  const batcher = new Batcher(run, OPTIONS);
  const results = [1, 2, 3, 4, 5].map((item) => batcher.submit(item));
  assert.deepEqual(
    passes.map(({ items }) => items),
    [[1]],
  );
  passes[0]?.end();
  await results[0];
  await settled();
  assert.deepEqual(passes[1]?.items, [2, 3, 4]);
  passes[1]?.end();
  await settled();
  passes[2]?.end();
  const all = await Promise.all(results);
  assert.deepEqual(
    all.map(({ result, batchSize }) => [result, batchSize]),
    [
      [10, 1],
      [20, 3],
      [30, 3],
      [40, 3],
      [50, 1],
    ],
  );
  assert.deepEqual([batcher.stats.batches, batcher.stats.items, batcher.stats.waiting], [3, 5, 0]);
});

test('a signal removes what waits; a failed pass fails its items alone', async () => {
  const { passes, run } = heldPasses();
  const batcher = new Batcher(run, OPTIONS);
  const first = batcher.submit(1);
  const controller = new AbortController();
  const aborted = batcher.submit(2, controller.signal);
  const third = batcher.submit(3);
  controller.abort(new Error('no longer wanted'));
  await assert.rejects(aborted, /no longer wanted/);
  await assert.rejects(batcher.submit(4, controller.signal), /no longer wanted/);
  passes[0]?.fail(new Error('broken'));
  await assert.rejects(first, /broken/);
  await settled();
  assert.deepEqual(passes[1]?.items, [3]);
  passes[1]?.end();
  assert.equal((await third).result, 30);
});

test('closing finishes the running pass and rejects the rest', async () => {
  const { passes, run } = heldPasses();
  const batcher = new Batcher(run, OPTIONS);
  const running = batcher.submit(1);
  const waiting = batcher.submit(2);
  const closed = batcher.close(new Error('closed'));
  await assert.rejects(waiting, /closed/);
  passes[0]?.end();
  assert.equal((await running).result, 10);
  await closed;
  await assert.rejects(batcher.submit(3), /closed/);
  assert.equal(passes.length, 1);
});
