import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { train } from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';
import { HASHSIGHT } from '../cli/run-hashsight.js';

test('evaluate prints each tag and what abstaining ones lack; a promise out of range exits with 2', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 6 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  const evaluate = (...words: string[]) =>
    spawnSync(process.execPath, [HASHSIGHT, 'evaluate', '--run', run, '--device', 'cpu', ...words], {
      encoding: 'utf8',
    });
  const wrong = evaluate('--precision', '90');
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /^hashsight: --precision: expected below 1, got 90$/m);
  assert(!existsSync(path.join(run, 'evaluation.json')));

  const text = evaluate('--precision', '0.9');
  assert.equal(text.status, 0, text.stderr);
  assert.match(text.stdout, /^ {2}per tag on validation, most images first$/m);
  assert.match(text.stdout, /^ {2}red {21} {5}3 {2}\d\.\d{3} \(\d\.\d{3} to \d\.\d{3}\)/m);
  assert.match(text.stdout, /^ {2}0 of 2 tags have a threshold, 2 abstain$/m);
  assert.match(
    text.stdout,
    /^ {2}red abstains: 3 of 29 needed positives among its 6 highest probabilities$/m,
  );

  const json = JSON.parse(evaluate('--per-tag', '--json').stdout);
  assert.equal(json.split, 'validation');
  assert.equal(json.tags.tags.length, 2);
  assert.equal(json.tags.promise, null);
});
