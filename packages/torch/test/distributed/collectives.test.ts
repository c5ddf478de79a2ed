import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distributed } from '../../src/index.js';
import { reportsOf } from './ranks.js';

test('each collective gives every rank what the others had', async () => {
  const source = `
    const before = torch.memory().tensors;
    const group = distributed.initProcessGroup({ timeoutMs: 30_000 });
    const { rank, localRank, worldSize, backend } = group;
    tidy(() => {
      const reduce = (operation) => group.allReduce(tensor([rank, 10 - rank]), { op: operation }).toArray();
      const columns = tensor([[1, 2], [3, 4]]).mul(rank + 1).t();
      group.allReduce(columns);
      const [one, other] = [tensor([rank, 7]), tensor(rank, { dtype: 'int64' })];
      group.broadcast(one, { src: 1 });
      group.broadcast([other], { src: 2 });
      const many = [tensor([rank]), tensor([rank], { dtype: 'int64' }), columns];
      group.broadcast(many);
      group.barrier();
      report({
        place: { rank, localRank, worldSize, backend },
        reduced: ['sum', 'avg', 'max', 'min'].map(reduce),
        count: group.allReduce(tensor(rank + 1, { dtype: 'int64' })).item(),
        columns: columns.toArray(),
        one: one.toArray(),
        other: other.item(),
        many: many.slice(0, 2).map((each) => each.item()),
        gathered: group.allGather(tensor([[rank], [0]])).map((each) => each.toArray()),
      });
    });
    group.destroy();
    if (torch.memory().tensors !== before) throw new Error('expected no more live tensors than before');`;
  const reports = await reportsOf(3, source);
  assert.deepEqual(
    reports,
    [0, 1, 2].map((rank) => ({
      place: { rank, localRank: rank, worldSize: 3, backend: 'gloo' },
      reduced: [
        [3, 27],
        [1, 9],
        [2, 10],
        [0, 8],
      ],
      count: 6,
      columns: [
        [6, 18],
        [12, 24],
      ],
      one: [1, 7],
      other: 2,
      many: [0, 0],
      gathered: [
        [[0], [0]],
        [[1], [0]],
        [[2], [0]],
      ],
    })),
  );
});

test('a group of one is its own peer, and is of no use once destroyed', async () => {
  const [report] = await reportsOf(
    1,
    `const group = distributed.initProcessGroup({ timeoutMs: 30_000 });
    const sum = group.allReduce(tensor([5])).toArray();
    group.destroy();
    group.destroy();
    let message;
    try { group.barrier(); } catch (error) { message = String(error); }
    report({ sum, message });`,
  );
  assert.deepEqual(report, {
    sum: [5],
    message: 'DisposedError: barrier: expected a live process group, got one that was destroyed',
  });
});

test('a place that is not known, or none, is an error before anything is waited for', () => {
  const address = { masterAddr: '127.0.0.1', masterPort: 1 };
  const open = (options: distributed.ProcessGroupOptions) => () => distributed.initProcessGroup(options);
  assert.throws(open({ worldSize: 2, ...address }), {
    name: 'TypeError',
    message:
      /^initProcessGroup: neither the option rank nor the environment variable RANK is set; start the process with t/,
  });
  assert.throws(
    open({ rank: 0, worldSize: 2 }),
    /^TypeError: initProcessGroup: neither the option masterAddr nor the environment variable MASTER_A/,
  );
  assert.throws(
    open({ rank: 2, worldSize: 2, ...address }),
    /expected a rank below the world size 2, got 2$/,
  );
});
