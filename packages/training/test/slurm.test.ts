import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstNode, slurmOptions, slurmTasksHere } from '../src/distributed/slurm.js';

/** What Slurm 22.05 gives to the second task on the second of three nodes. */
const TASK = {
  SLURM_JOB_ID: '1000',
  SLURM_STEP_ID: '0',
  SLURM_PROCID: '5',
  SLURM_LOCALID: '1',
  SLURM_NODEID: '1',
  SLURM_NTASKS: '9',
  SLURM_STEP_NUM_TASKS: '9',
  SLURM_STEP_NODELIST: 'gpu[003-005]',
  SLURM_STEP_TASKS_PER_NODE: '4(x2),1',
};

test('a task that srun started knows its rank, and all meet on the first node', () => {
  const { masterPort, ...place } = slurmOptions(TASK) ?? {};
  assert.deepEqual(place, { rank: 5, localRank: 1, worldSize: 9, masterAddr: 'gpu003' });
  const portOf = (changes: object) => slurmOptions({ ...TASK, ...changes })?.masterPort as number;
  assert.equal(portOf({ SLURM_PROCID: '0' }), masterPort, 'the same for all of a step');
  for (const other of [{ SLURM_STEP_ID: '1' }, { SLURM_JOB_ID: '1001' }]) {
    assert.notEqual(portOf(other), masterPort);
  }
  const large = portOf({ SLURM_JOB_ID: '4294967295' });
  assert(large >= 20_000 && large < 40_000, `${large}`);
  const told = slurmOptions({ ...TASK, MASTER_ADDR: '10.0.0.1', MASTER_PORT: '29500' });
  assert.deepEqual([told?.masterAddr, told?.masterPort], ['10.0.0.1', 29500]);
});

test('a batch script, a task alone, and a process under torchrun are no tasks of srun', () => {
  const { SLURM_STEP_NODELIST, SLURM_STEP_NUM_TASKS, ...batch } = TASK;
  assert.equal(slurmOptions(batch), undefined);
  assert.equal(slurmOptions({ ...TASK, SLURM_STEP_NUM_TASKS: '1' }), undefined);
  assert.equal(slurmOptions({ ...TASK, RANK: '0' }), undefined);
  assert.equal(slurmOptions({}), undefined);
  assert.equal(slurmTasksHere(batch), undefined);
});

test('the tasks of a node are counted along the list', () => {
  const tasks = [0, 1, 2].map((node) => slurmTasksHere({ ...TASK, SLURM_NODEID: `${node}` }));
  assert.deepEqual(tasks, [4, 4, 1]);
});

for (const [list, first] of [
  ['vm', 'vm'],
  ['one,two', 'one'],
  ['gpu[003-007,012],cpu1', 'gpu003'],
  ['gpu[12,3-7]', 'gpu12'],
  ['rack[1-2]gpu[03-07].example.org,cpu1', 'rack1gpu03.example.org'],
  ['n1-[08-09]', 'n1-08'],
] as const) {
  test(`the first node of ${list} is ${first}`, () => assert.equal(firstNode(list), first));
}
