import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { TorchError } from '@hashsight/torch';
import { Predictor } from '@hashsight/training';
import { main } from '../../src/cli/main.js';

/** What the command line prints of an error in `predict`. */
async function printed(t: TestContext, error: Error, words: readonly string[] = []): Promise<string> {
  t.mock.method(Predictor, 'load', () => Promise.reject(error));
  const print = t.mock.method(console, 'error', () => {});
  assert.equal(await main([...words, 'predict', '--run', 'run', 'a.jpg']), 1);
  const text = print.mock.calls.map(({ arguments: [first] }) => first).join('\n');
  t.mock.restoreAll();
  return text;
}

test('an error of LibTorch is one line, and all of it with --debug', async (t) => {
  const error = new TorchError(
    "Could not run 'aten::x' with the 'CUDA' backend.\n\nCPU: registered at …\nMeta: …",
  );
  assert.equal(
    await printed(t, error),
    "hashsight: Could not run 'aten::x' with the 'CUDA' backend. (2 more lines with --debug)",
  );
  assert.match(
    await printed(t, error, ['--debug']),
    /^TorchError: Could not run .*\n\nCPU: registered at …\nMeta: …\n {4}at /,
  );
  assert.equal(await printed(t, new TorchError('out of memory')), 'hashsight: out of memory');
  assert.equal(await printed(t, new Error('\nsecond')), 'hashsight: second');
});
