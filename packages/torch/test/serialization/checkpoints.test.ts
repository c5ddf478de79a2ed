import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { memory, openTensorFile, type Tensor, tidy } from '../../src/index.js';
import { runPython, skipWithoutPython, temporaryFolder } from '../python.js';

/** A tensor's elements in row-major order, bit for bit. */
function bytesOf(tensor: Tensor): Buffer {
  return tidy(() => Buffer.from(tensor.contiguous().view([-1]).view('uint8').toTypedArray() as Uint8Array));
}

describe('checkpoints that PyTorch saved', { skip: skipWithoutPython }, () => {
  const folder = temporaryFolder();
  before(() => {
    runPython('test/serialization/checkpoints.py', ['write', folder]);
  });

  test('in both forms and newer protocols, every tensor is equal to the one in safetensors', () => {
    const checkpoints = readdirSync(folder).filter((name) => name.endsWith('.pth'));
    assert.equal(checkpoints.length, 17);
    const before = memory().tensors;
    for (const name of checkpoints) {
      using file = openTensorFile(join(folder, name));
      using expected = openTensorFile(join(folder, `${name.split('.')[0]}.safetensors`));
      assert.equal(file.format, name.includes('legacy') ? 'pytorch-legacy' : 'pytorch-zip');
      assert.deepEqual(file.keys().sort(), expected.keys().sort(), name);
      for (const key of file.keys()) {
        const { dtype, shape } = expected.info(key);
        assert.deepEqual([file.info(key).dtype, file.info(key).shape], [dtype, shape], `${name}: ${key}`);
        using ours = file.get(key);
        using theirs = expected.get(key);
        assert.deepEqual([ours.dtype, ours.shape], [dtype, shape], `${name}: ${key}`);
        assert.deepEqual(bytesOf(ours), bytesOf(theirs), `${name}: ${key}`);
      }
    }
    assert.equal(memory().tensors, before);
  });

  test('tensors come in the order of the file, and plain values are metadata by their paths', () => {
    for (const form of ['zip', 'legacy']) {
      using file = openTensorFile(join(folder, `training.${form}.pth`));
      const keys = file.keys();
      assert.deepEqual(keys.slice(0, 3), [
        'state_dict.module.conv.weight',
        'state_dict.module.conv.bias',
        'state_dict.module.bn.weight',
      ]);
      assert.ok(keys.includes('optimizer.state.0.momentum_buffer'));
      assert.ok(keys.includes('numbers.2.1.0'));
      const metadata = Object.fromEntries(file.metadata);
      assert.equal(metadata.epoch, '90');
      assert.equal(metadata.arch, 'resnet18');
      assert.match(metadata.version ?? '', /^2\.\d/);
      assert.equal(metadata.best, '76.5');
      assert.equal(metadata.metric, '0.25');
      assert.equal(metadata.count, '-7');
      assert.equal(metadata.large, String(2n ** 70n));
      assert.equal(metadata['args.lr'], '0.1');
      assert.equal(metadata['args.out'], 'a/b');
      assert.equal(metadata['args.device'], 'cuda:0');
      assert.equal(metadata['counts.a'], '1');
      assert.equal(metadata.none, undefined);
    }
  });

  test('a tensor that is read takes only the memory that it needs', () => {
    using file = openTensorFile(join(folder, 'views.zip.pth'));
    using column = file.get('column');
    assert.deepEqual(column.stride(), [1]);
    using last = file.get('channels_last');
    assert.deepEqual(last.stride(), [60, 1, 15, 3]);
  });
});
