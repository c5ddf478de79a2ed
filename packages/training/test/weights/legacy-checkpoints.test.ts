import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { openTensorFile, tidy } from '@hashsight/torch';
import { runPython, skipWithoutPython, temporaryFolder } from '@hashsight/torch/test/python';

// Real files of PyTorch's legacy form, from 2018: those in the wheel of lpips. Its code is not needed.
const lpips = await pythonPackages('--no-deps', 'lpips==0.1.4');

const LAYERS = { alex: 5, squeeze: 7, vgg: 5 } as const;
const CHECKPOINTS = ['v0.0', 'v0.1'].flatMap((version) =>
  Object.entries(LAYERS).map(([network, layers]) => ({ name: join(version, `${network}.pth`), layers })),
);

test('the six legacy checkpoints of lpips are read', { skip: lpips.skip }, () => {
  for (const { name, layers } of CHECKPOINTS) {
    using file = openTensorFile(join(lpips.folder, 'lpips', 'weights', name));
    assert.equal(file.format, 'pytorch-legacy');
    assert.deepEqual(
      file.keys(),
      Array.from({ length: layers }, (_, i) => `lin${i}.model.1.weight`),
    );
    for (const key of file.keys())
      assert.deepEqual([file.info(key).dtype, file.info(key).shape[0]], ['float32', 1]);
  }
});

test('their tensors are equal to those that PyTorch reads', { skip: lpips.skip || skipWithoutPython }, () => {
  const folder = temporaryFolder();
  const sources = CHECKPOINTS.map(({ name }) => join(lpips.folder, 'lpips', 'weights', name));
  runPython('test/serialization/checkpoints.py', ['convert', folder, ...sources]);
  for (const [i, source] of sources.entries()) {
    using ours = openTensorFile(source);
    using theirs = openTensorFile(join(folder, `${i}.safetensors`));
    assert.deepEqual(ours.keys().sort(), theirs.keys().sort());
    for (const key of ours.keys()) tidy(() => assert.ok(ours.get(key).equal(theirs.get(key)), key));
  }
});
