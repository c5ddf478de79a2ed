import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operator, ops } from '../../src/index.js';
import { native, type Schema } from '../../src/native.js';
import { compiledOperator } from '../../src/operator.js';

const schemas = native.schemas();

test('every operator of the library can be asked for, by its schema', () => {
  assert.ok(schemas.length > 3000, `${schemas.length} operators`);
  const unequal = schemas.filter(
    ({ name, overload, text }) => compiledOperator(name, overload).schema.text !== text,
  );
  assert.deepEqual(unequal, []);
});

/** The kinds of values that occur: `Tensor?[]` → Tensor. */
function elementTypes(schema: Schema): string[] {
  const all = [...schema.arguments, ...schema.returns];
  return all.map(({ type }) => type.replace(/(\?|\[\d*\])+$/, ''));
}

test('every kind of value in the schemas of aten is one that this package knows', () => {
  const kinds = new Set(schemas.filter(({ name }) => name.startsWith('aten::')).flatMap(elementTypes));
  const plain = ['Tensor', 'int', 'float', 'bool', 'complex', 'Scalar', 'str', 'Any'];
  const named = ['ScalarType', 'Layout', 'MemoryFormat', 'Device'];
  const held = ['Generator', 'Storage', 'Stream', 'Dict(Tensor, Tensor)'];
  const known = new Set([...plain, ...named, ...held]);
  const classes = [...kinds].filter((kind) => kind.startsWith('__torch__.'));
  const unknown = [...kinds].filter((kind) => !known.has(kind) && !classes.includes(kind));
  assert.deepEqual(unknown, []);
});

test('operators are found through ops by their camelCase names', () => {
  const aten = ops.aten as unknown as Record<string, unknown>;
  for (const name of ['add_', 'adaptiveAvgPool2d', '_foreachAdd_', '__and__', 'conv2d', 'logSoftmax']) {
    assert.equal(typeof aten[name], 'function', name);
  }
});

test('an operator that does not exist is a TypeError naming it, at its first call', () => {
  const nothing = operator('aten::nothing', 'at_all');
  const message =
    'aten::nothing.at_all: expected an operator of the dispatcher, found none; load its library with loadLibrary() first';
  assert.throws(() => nothing(), { name: 'TypeError', message });
  const noOverload = operator('aten::add', 'sideways');
  assert.throws(() => noOverload(), {
    name: 'TypeError',
    message: /^aten::add\.sideways: expected an operator/,
  });
});

test('an operator that does not exist is undefined in its namespace', () => {
  assert.equal((ops.aten as unknown as Record<string, unknown>).nothing, undefined);
  assert.equal(ops.nowhere?.nothing, undefined);
});
