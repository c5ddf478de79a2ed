import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashsight } from './run-hashsight.js';

test('hashsight transfer names the flag that is wrong, and exits with 2', () => {
  for (const [flags, message] of [
    [
      ['--task', 'flowers', '--out', 'x'],
      'hashsight: --run: expected a network: a run, or --weights, got none',
    ],
    [['--run', 'run', '--out', 'x'], 'hashsight: --task: expected at least one task, got none'],
    [
      ['--task', 'flowers', '--run', 'run', '--out', 'x', '--shots', '1,many'],
      /--shots.*expected a number, got "many"/,
    ],
    [
      ['--task', 'flowers', '--run', 'run', '--out', 'x', '--shots', '0,all'],
      /^hashsight: --shots: expected a list, each a whole number from 1, or all/,
    ],
    [['--task', 'flowers', '--run', 'run', '--out', 'x', '--how', 'magic'], /^hashsight: --how: expected/],
  ] as const) {
    const { code, error } = hashsight(['transfer', ...flags]);
    assert.equal(code, 2, error);
    if (typeof message === 'string') assert.equal(error, message);
    else assert.match(error, message);
  }
});
