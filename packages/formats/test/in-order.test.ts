import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { inOrder } from '../src/in-order.js';

test('results come in the order of the items, and no more than the limit are under way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.integer(), { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (s, items, limit) => {
        let underWay = 0;
        let most = 0;
        const work = async (item: number) => {
          most = Math.max(most, ++underWay);
          await s.schedule(Promise.resolve());
          underWay--;
          return 2 * item;
        };
        const collect = async () => {
          const results: number[] = [];
          for await (const result of inOrder(items, limit, work)) results.push(result);
          return results;
        };
        const found = await s.waitFor(collect());
        assert.deepEqual(
          found,
          items.map((item) => 2 * item),
        );
        assert(most <= limit);
      },
    ),
  );
});

test('what is done is not held back by a source that waits', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  async function* source() {
    yield 1;
    await held;
    yield 2;
  }
  const results = inOrder(source(), 10, (item) => Promise.resolve(item));
  assert.deepEqual(await results.next(), { done: false, value: 1 });
  release();
  assert.deepEqual(await results.next(), { done: false, value: 2 });
  assert.equal((await results.next()).done, true);
});

test('who asks for no more ends the source, also one that waits; an error of the source comes through', async () => {
  let isEnded = false;
  async function* numbers() {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      isEnded = true;
    }
  }
  for await (const result of inOrder(numbers(), 3, (item) => Promise.resolve(item))) if (result === 5) break;
  await wait(0);
  assert(isEnded);

  async function* waiting() {
    yield 1;
    await new Promise<never>(() => {});
  }
  for await (const result of inOrder(waiting(), 3, (item) => Promise.resolve(item))) {
    assert.equal(result, 1);
    break;
  }
  async function* broken() {
    yield 1;
    throw new Error('broken');
  }
  const results = inOrder(broken(), 3, (item) => Promise.resolve(item));
  await assert.rejects(async () => {
    for await (const _ of results);
  }, /^Error: broken$/);
});
