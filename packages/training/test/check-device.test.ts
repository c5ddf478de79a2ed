import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '@hashsight/formats';
import { ranksSharingGpus } from '../src/distributed/ranks.js';
import { chooseDevice } from '../src/settings/device.js';

test('a device has to be there, and a GPU for each process of the machine', () => {
  const refused: readonly (readonly [string, number, number, RegExp])[] = [
    ['cuda', 1, 0, /^device: the device cuda does not exist, LibTorch finds 0 CUDA GPUs/],
    ['cuda:2', 1, 2, /^device: the device cuda:2 does not exist, LibTorch finds 2 CUDA GPUs/],
    [
      'cuda',
      4,
      2,
      /a CUDA GPU for each of the 4 processes .*, but cuda provides only 2; start 2 or fewer, or /,
    ],
    [
      'auto',
      4,
      2,
      /a CUDA GPU for each of the 4 processes .*, but auto provides only 2; .* give `device: cpu`$/,
    ],
    ['cuda:1', 2, 2, /each of the 2 processes .*, but cuda:1 provides only 1; give `device: cuda`, /],
  ];
  for (const [device, processes, gpus, message] of refused) {
    assert.throws(
      () => chooseDevice(device, { processes, gpus }),
      (error) =>
        error instanceof UsageError &&
        error.option === 'device' &&
        message.test(error.message) &&
        !/\n/.test(error.message),
      `${device}, ${processes} processes, ${gpus} GPUs`,
    );
  }
  for (const [device, processes, gpus] of [
    ['cuda', 2, 2],
    ['cuda', 1, 4],
    ['cuda:1', 1, 2],
    ['cpu', 8, 0],
  ] as const) {
    assert.equal(chooseDevice(device, { processes, gpus }), device);
  }
});

test('a name that is no device is told which there are', () => {
  for (const [device, gpus] of [
    ['gpu', 1],
    ['gpu', 0],
    ['cuda:', 2],
    ['cuda:-1', 2],
    ['CPU', 0],
    ['mps', 0],
  ] as const) {
    assert.throws(() => chooseDevice(device, { gpus }), {
      name: 'UsageError',
      message: `device: expected auto, cpu, cuda, or cuda:N (N from 0), got "${device}"; LibTorch finds ${gpus} CUDA ${gpus === 1 ? 'GPU' : 'GPUs'}`,
    });
  }
});

test('auto, the default, is a GPU where there is one, else the CPU', () => {
  for (const device of [undefined, 'auto']) {
    assert.equal(chooseDevice(device, { gpus: 0, processes: 8 }), 'cpu');
    assert.equal(chooseDevice(device, { gpus: 2, processes: 2 }), 'cuda');
  }
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
