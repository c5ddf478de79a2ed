import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPython, skipWithoutPython } from '../python.js';
import { rankScript, runCommand } from './ranks.js';

const SCRIPT = rankScript(`
  const attempt = Number(process.env.TORCHELASTIC_RESTART_COUNT);
  const group = distributed.initProcessGroup({ timeoutMs: 60_000 });
  const sum = group.allReduce(tensor([group.rank + 1])).item();
  if (attempt === 0 && group.rank === 1) process.kill(process.pid, 'SIGKILL');
  group.barrier();
  report({ attempt, rank: group.rank, sum });
  group.destroy();`);

test('under torchrun, a rank that is killed has all started again', { skip: skipWithoutPython }, async () => {
  const { status, stdout, stderr } = await runCommand(
    findPython() ?? 'python3',
    [
      ...['-m', 'torch.distributed.run', '--standalone', '--local-addr', '127.0.0.1', '--max-restarts', '1'],
      ...['--nproc-per-node', '2', '--no-python', process.execPath, '--input-type=module', '-e', SCRIPT],
    ],
    { OMP_NUM_THREADS: '1' },
  );
  assert.equal(status, 0, stderr);
  const lines = stdout.split('\n').filter((line) => line.startsWith('report '));
  assert.deepEqual(lines.sort(), [
    'report {"attempt":1,"rank":0,"sum":3}',
    'report {"attempt":1,"rank":1,"sum":3}',
  ]);
});
