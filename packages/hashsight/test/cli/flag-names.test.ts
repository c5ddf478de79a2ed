import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFlags } from '../../src/cli/flag-names.js';
import { verbCommand } from '../../src/cli/verbs.js';

const prepare = await verbCommand('prepare');
const train = await verbCommand('train');

test('options in a message are the flags of the command that was called', () => {
  for (const [message, shown] of [
    ['lower `minCount` to 4 or less', 'lower --min-count to 4 or less'],
    ['use it with `vocabulary: file:a b/c.json`', 'use it with --vocabulary file:a b/c.json'],
    ['`followSymlinks: true` follows them', '--follow-symlinks follows them'],
    ['with `readImages: false`', 'with --metadata-only'],
    ['`filters: false` keeps what `filters` would drop', '--no-filters keeps what filters would drop'],
    ['none of `evaluationSets`', 'none of --evaluation-set'],
  ] as const) {
    assert.equal(inFlags(message, prepare), shown);
  }
  assert.equal(inFlags('go on by `resume: true`', train), 'go on by --resume');
  assert.equal(inFlags('`preprocessing.imageSize`', train), '--image-size');
});

test('what has no flag is named as it is, and only the option that an error is of begins with its flag', () => {
  assert.equal(inFlags('`halvings` or `halvings: 3`', train), 'halvings or halvings: 3');
  assert.equal(inFlags('minCount: too low', prepare, 'minCount'), '--min-count: too low');
  assert.equal(inFlags('halvings: too low', train, 'halvings'), 'halvings: too low');
  assert.equal(inFlags('minCount: in a file', prepare), 'minCount: in a file');
});
