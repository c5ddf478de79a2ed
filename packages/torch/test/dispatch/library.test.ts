import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { loadLibrary, memory, NativeValue, operator, ops, Tensor, tensor, tidy } from '../../src/index.js';
import { packageFile, temporaryFolder } from '../python.js';

const library = ['so', 'dylib'].map((end) => packageFile(`build/libtest_operators.${end}`)).find(existsSync);
const options = { skip: library === undefined ? 'the library test_operators is not built' : false };
const mine = (name: string) => operator(`hashsight_test::${name}`);

before(() => {
  if (library !== undefined) loadLibrary(library);
});

test('a complex argument takes re and im, and nothing else', options, () => {
  const product = ops.hashsight_test?.timesComplex?.(tensor([1], { dtype: 'complex64' }), { re: 1, im: 2 });
  assert.deepEqual([...(product as Tensor).toTypedArray()], [1, 2]);
  assert.throws(() => mine('times_complex')(tensor([1]), 2), {
    message: 'hashsight_test::times_complex: factor: expected complex, got 2',
  });
});

test('strings go in and out, in lists and with a default', options, () => {
  assert.equal(ops.hashsight_test?.join?.(['a', 'ü', '😀']), 'a, ü, 😀');
  assert.equal(ops.hashsight_test?.join?.(['a', 'b'], { separator: '' }), 'ab');
  assert.equal(mine('join')([], '+'), '');
});

test('a dictionary is held by handle and goes back in', options, () => {
  const dictionary = mine('named')('weight', tensor([4]));
  assert.ok(dictionary instanceof NativeValue && !(dictionary instanceof Tensor));
  assert.equal((mine('look_up')(dictionary, 'weight') as Tensor).item(), 4);
  assert.throws(() => mine('look_up')(dictionary, 'bias'), { name: 'TorchError' });
});

test('an object of a class is held by handle, and it is one and the same', options, () => {
  const counter = mine('new_counter')();
  assert.deepEqual([mine('count_up')(counter), mine('count_up')(counter)], [1, 2]);
});

test('an object of another kind is a TypeError naming both', options, () => {
  const dictionary = mine('named')('weight', tensor([4]));
  assert.throws(() => mine('count_up')(dictionary), {
    name: 'TypeError',
    message:
      'hashsight_test::count_up: counter: expected __torch__.torch.classes.hashsight_test.Counter, got Dict(str, Tensor)',
  });
  assert.throws(() => mine('count_up')(tensor([1])), { name: 'TypeError', message: /got Tensor$/ });
});

test('several results of different kinds come out in order', options, () => {
  const [first, dims, none] = mine('mixed')(tensor([[2]])) as unknown[];
  assert.deepEqual([(first as Tensor).toArray(), dims, none], [[[2]], 2, null]);
  const [scaled, , shifted] = mine('mixed')(tensor([2]), 3) as unknown[];
  assert.deepEqual([(scaled as Tensor).toArray(), (shifted as Tensor).toArray()], [[6], [5]]);
});

test('opaque values are freed at the end of a tidy()', options, () => {
  const live = memory().tensors;
  tidy(() => {
    mine('named')('weight', tensor([4]));
    mine('new_counter')();
  });
  assert.equal(memory().tensors, live);
});

test('loading a library twice is harmless', options, () => {
  loadLibrary(library as string);
  assert.equal(mine('join')(['a']), 'a');
});

test('a file that is no library, and one that is not there, are errors naming them', () => {
  const path = join(temporaryFolder(), 'library.so');
  const start = `loadLibrary: expected a shared library built against this LibTorch, got ${path} (`;
  const startsRight = (error: unknown) => error instanceof TypeError && error.message.startsWith(start);
  assert.throws(() => loadLibrary(path), startsRight);
  writeFileSync(path, 'no library');
  assert.throws(() => loadLibrary(path), startsRight);
});
