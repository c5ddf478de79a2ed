import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOption, type UsageError } from '@hashsight/formats';
import { type PrepareOptions, prepareFields, resolveOptions } from '../../src/prepare/prepare-options.js';

const REQUIRED = { posts: 'posts.jsonl', out: 'data' };

test('every option is described, and only posts and out have no default', () => {
  const required = Object.entries(prepareFields).flatMap(([name, schema]) =>
    describeOption(name, schema).default === undefined ? [name] : [],
  );
  assert.deepEqual(required, ['posts', 'out']);
});

test('what is left out, or undefined, takes its default', () => {
  const { minCount, senses, posts, kept, workers } = resolveOptions({ ...REQUIRED, senses: undefined });
  assert.deepEqual(
    [minCount, senses, posts, kept.size, workers],
    [15, 'best', ['posts.jsonl'], 0, undefined],
  );
});

test('classes of a file are kept however rare, unless a count is given', () => {
  const listed = { ...REQUIRED, vocabulary: 'file:classes.txt' };
  assert.equal(resolveOptions(listed).minCount, 1);
  assert.equal(resolveOptions({ ...listed, minCount: 15 }).minCount, 15);
});

test('an error carries the option that is wrong', () => {
  const refused = (changes: object, option: string, message: RegExp) =>
    assert.throws(
      () => resolveOptions({ ...REQUIRED, ...changes } as PrepareOptions),
      (error: UsageError) => error.option === option && message.test(error.message),
      option,
    );
  refused({ minCount: 0.5 }, 'minCount', /^minCount: expected a whole number from 1, got 0\.5$/);
  refused({ minCount: 'many' }, 'minCount', /^minCount: .* got "many"$/);
  refused({ out: undefined }, 'out', /^out: expected the folder to write to, got none$/);
  refused({ minCounts: 3 }, 'minCounts', /^minCounts: expected no option of this name, got 3$/);
  refused({ columns: { tag: 'x' } }, 'columns.tag', /^columns\.tag: expected no option of this name/);
  refused({ vocabulary: 'some' }, 'vocabulary', /^vocabulary: expected imagenet, /);
});
