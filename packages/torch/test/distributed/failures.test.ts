import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePort, reportOf, runRanks } from './ranks.js';

const ENDED = /a rank has ended or hangs: look for the first error among all ranks$/;

/** After `before`, rank 0 ends by `ending`; rank 1 goes through `work` and reports its error. */
async function errorWhenRank0(
  ending: string,
  work: string,
  before = '',
): Promise<{ name: string; message: string }> {
  const [ended, survivor] = await runRanks(
    2,
    `const group = distributed.initProcessGroup({ timeoutMs: 20_000 });
    const linear = new nn.Linear(300, 300);
    const reducer = new distributed.Reducer(linear.parameters(), group, { bucketCapMb: 0.1 });
    const norm = new nn.SyncBatchNorm(3, group);
    const loss = linear.forward(torch.ones([2, 300])).sum();
    reducer.prepareForBackward();
    ${before}
    group.barrier();
    if (group.rank === 0) { ${ending} }
    try {
      ${work}
    } catch ({ name, code, message }) {
      report({ name, code, message });
      process.exit(5);
    }`,
  );
  assert.notEqual(ended?.status, 0);
  assert.deepEqual({ status: survivor?.status, signal: survivor?.signal }, { status: 5, signal: null });
  return reportOf(survivor) as { name: string; message: string };
}

const WORKS = {
  allReduce: 'group.allReduce(tensor([1]));',
  broadcast: 'group.broadcast(tensor([1]));',
  allGather: 'group.allGather(tensor([1]));',
  barrier: 'group.barrier();',
  prepareForBackward: 'reducer.prepareForBackward();',
  backward: 'loss.backward();',
  SyncBatchNorm: 'norm.forward(torch.ones([2, 3, 2, 2]));',
};

for (const [place, work] of Object.entries(WORKS)) {
  test(`${place} says that another rank was killed, and the process goes on to its own end`, async () => {
    const error = await errorWhenRank0(
      "process.kill(process.pid, 'SIGKILL');",
      work,
      place === 'prepareForBackward' ? WORKS.backward : '',
    );
    assert.equal(error.name, 'DistributedError');
    assert.match(
      error.message,
      new RegExp(`^${place}: expected all (2 )?ranks to take part, (rank 1, )?got "`),
    );
    assert.match(error.message, ENDED);
    assert.ok(!error.message.includes('\n'));
  });
}

test('a rank that fails by itself makes the others fail too', async () => {
  const error = await errorWhenRank0("throw new Error('mine');", WORKS.allReduce);
  assert.match(
    error.message,
    /^allReduce: expected all 2 ranks to take part, rank 1, got "Connection closed/,
  );
});

test('a rank that hangs makes the others fail after the timeout', async () => {
  const port = await freePort();
  // They meet before the short timeout begins: on a busy machine one starts long after the other.
  const [, waiting] = await runRanks(
    2,
    `distributed.initProcessGroup({ timeoutMs: 60_000 }).barrier();
    const group = distributed.initProcessGroup({ masterPort: ${port}, timeoutMs: 2000 });
    if (group.rank === 0) {
      // Hangs for as long as the other rank is there.
      try { group.allGather(tensor([1])); } catch {}
      process.exit(0);
    }
    let message;
    try {
      group.allReduce(tensor([1]));
      group.allReduce(tensor([1]));
    } catch (error) { message = String(error); }
    report(message);`,
  );
  assert.match(String(reportOf(waiting)), ENDED);
});

test('a rank that nobody joins fails after the timeout, and says where it waited', async () => {
  const [alone] = await runRanks(
    2,
    `if (process.env.RANK === '1') process.exit(0);
    try {
      distributed.initProcessGroup({ timeoutMs: 1000 });
    } catch ({ name, message }) { report({ name, message }); }`,
  );
  const { name, message } = reportOf(alone) as { name: string; message: string };
  assert.equal(name, 'DistributedError');
  assert.match(
    message,
    /^initProcessGroup: expected 2 ranks to meet at 127\.0\.0\.1:\d+ within 1000 ms, rank 0, got "Timed out after \d+ seconds waiting for clients\. 1\/2/,
  );
});
