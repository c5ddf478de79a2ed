import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '@hashsight/formats';
import { ranksSharingGpus } from '../src/distributed/ranks.js';
import { answeringDevice, checkDevice } from '../src/settings/device.js';

test('a device has to be there, and a GPU for each process of the machine', () => {
  const refused: readonly (readonly [string, number, number, RegExp])[] = [
    ['cuda', 1, 0, /--device: expected a device of this machine, got cuda, and LibTorch sees 0 CUDA GPUs/],
    ['cuda:2', 1, 2, /--device: expected a device of this machine, got cuda:2, .* sees 2 CUDA GPUs/],
    ['cuda', 4, 2, /a CUDA GPU for each of the 4 processes .*, got cuda, and so 2; start 2 or fewer$/],
    ['cuda:1', 2, 2, /each of the 2 processes .*, got cuda:1, and so 1; give --device cuda, /],
  ];
  for (const [device, processes, gpus, message] of refused) {
    assert.throws(
      () => checkDevice(device, processes, gpus),
      (error) => error instanceof UsageError && message.test(error.message) && !/\n/.test(error.message),
      `${device}, ${processes} processes, ${gpus} GPUs`,
    );
  }
  for (const [device, processes, gpus] of [
    ['cuda', 2, 2],
    ['cuda', 1, 4],
    ['cuda:1', 1, 2],
    ['cpu', 8, 0],
  ] as const) {
    checkDevice(device, processes, gpus);
  }
});

test('a name that is no device is told which there are', () => {
  for (const [device, gpus, cure] of [
    ['gpu', 1, 'give --device cuda'],
    ['gpu', 0, 'leave it out to use the cpu'],
    ['cuda:', 2, 'give --device cuda'],
    ['cuda:-1', 2, 'give --device cuda'],
    ['CPU', 0, 'leave it out to use the cpu'],
    ['mps', 0, 'leave it out to use the cpu'],
  ] as const) {
    assert.throws(() => checkDevice(device, 1, gpus), {
      name: 'UsageError',
      message: `--device: expected cpu, cuda or cuda:N (N from 0), got "${device}", and LibTorch sees ${gpus} CUDA ${gpus === 1 ? 'GPU' : 'GPUs'}; ${cure}`,
    });
  }
});

test('a trained model answers on a GPU where there is one, else on the CPU, or where it is told to', () => {
  assert.equal(answeringDevice(undefined, 0), 'cpu');
  assert.equal(answeringDevice(undefined, 2), 'cuda');
  assert.equal(answeringDevice('cpu', 2), 'cpu');
  assert.equal(answeringDevice('cuda:1', 2), 'cuda:1');
  assert.throws(
    () => answeringDevice('cuda:2', 2),
    /^UsageError: --device: .*got cuda:2.*; give --device cpu$/,
  );
});

test('ranks share the GPUs they see, unless each may have been given its own', () => {
  const torchrun = { RANK: '0', WORLD_SIZE: '8', LOCAL_WORLD_SIZE: '4' };
  const srun = {
    SLURM_PROCID: '0',
    SLURM_STEP_NUM_TASKS: '4',
    SLURM_STEP_NODELIST: 'gpu1',
    SLURM_STEP_TASKS_PER_NODE: '4',
  };
  assert.equal(ranksSharingGpus(torchrun, 2), 4);
  assert.equal(ranksSharingGpus(torchrun, 1), 1);
  assert.equal(ranksSharingGpus(srun, 2), 1);
  assert.equal(ranksSharingGpus({}, 8), 1);
});
