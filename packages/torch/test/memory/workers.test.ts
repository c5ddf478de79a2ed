import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { fromBuffer, memory, tensor } from '../../src/index.js';
import { runChild } from '../child.js';
import type { WorkerTask } from './worker.js';

const file = new URL('./worker.js', import.meta.url);

function start(task: WorkerTask): Worker {
  return new Worker(file, { workerData: task });
}

/** The first message of a worker; its error, if it fails. */
async function messageOf(worker: Worker): Promise<unknown> {
  const [message] = await once(worker, 'message');
  return message;
}

test('workers compute side by side, each with its own tensors', async () => {
  const before = memory();
  const seeds = [1, 2, 3, 4];
  const workers = seeds.map((seed) => start({ kind: 'compute', seed }));
  const results = await Promise.all(
    workers.map(async (worker) => {
      const exit = once(worker, 'exit');
      const message = await messageOf(worker);
      return [message, (await exit)[0]];
    }),
  );
  assert.deepEqual(
    results,
    seeds.map((seed) => [{ trace: 8 * seed ** 2, live: 0 }, 0]),
  );
  assert.deepEqual(memory(), before);
});

test('workers that are terminated in the middle of their work harm nobody', async () => {
  for (let round = 0; round < 4; round++) {
    const workers = [start({ kind: 'churn' }), start({ kind: 'churn' })];
    await Promise.all(workers.map(messageOf));
    await Promise.all(workers.map((worker) => worker.terminate()));
    assert.equal(tensor([1, 2]).add(round).sum().item(), 3 + 2 * round);
  }
});

test('a worker that ends, fails or exits while it holds tensors and buffers harms nobody', async () => {
  for (const end of ['return', 'throw', 'exit'] as const) {
    const worker = start({ kind: 'hold', end });
    const failure = once(worker, 'error').then(
      ([error]) => error.message,
      () => {},
    );
    const [code] = await once(worker, 'exit').catch(async () => [1]);
    assert.equal(code, { return: 0, throw: 1, exit: 5 }[end]);
    if (end === 'throw') assert.equal(await failure, 'mine');
  }
  assert.equal(tensor([1, 2]).sum().item(), 3);
});

test('a tensor over a SharedArrayBuffer in a worker is seen by the main thread, and the other way round', async () => {
  const shared = new SharedArrayBuffer(16);
  const ours = new Float32Array(shared);
  ours.fill(1);
  using here = fromBuffer(ours);
  const worker = start({ kind: 'share', shared });
  assert.equal(await messageOf(worker), 'written');
  assert.deepEqual(here.toArray(), [2, 3, 4, 5]);
  const exit = once(worker, 'exit');
  here.fill_(9);
  worker.postMessage('read');
  assert.deepEqual(await messageOf(worker), [9, 9, 9, 9]);
  await exit;
});

test('the process ends well while workers hold tensors', () => {
  const { status, signal, stderr } = runChild(`
    import { Worker } from 'node:worker_threads';
    const workers = [1, 2].map(() => new Worker(new URL(${JSON.stringify(file.href)}), { execArgv: [], workerData: { kind: 'churn' } }));
    await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('message', resolve))));
    process.exit(4);`);
  assert.deepEqual([status, signal], [4, null], stderr);
});
