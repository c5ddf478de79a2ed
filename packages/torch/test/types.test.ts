import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Operator, operator, ops, type Tensor, tensor } from '../src/index.js';

const { aten } = ops;

// What this file asserts is that it compiles: the types say what runs, and refuse what does not.
type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <_Claim extends true>(): void => {};

test('results have the types of the schema', () => {
  const x = tensor([[1, 2]]);
  const sum = aten.sum(x, [0], { keepdim: true });
  same<Equals<typeof sum, Tensor>>();
  const most = aten.max(x, 1);
  same<Equals<typeof most, [Tensor, Tensor]>>();
  const parts = aten.split(x, 1);
  same<Equals<typeof parts, Tensor[]>>();
  const isSame = aten.equal(x, x);
  same<Equals<typeof isSame, boolean>>();
  const named = operator<(self: Tensor) => Tensor>('aten::neg')(x);
  same<Equals<typeof named, Tensor>>();
  same<Equals<ReturnType<Operator>, unknown>>();
  assert.deepEqual([sum.shape, most.length, parts.length, isSame, named.shape], [[1, 2], 2, 1, true, [1, 2]]);
});

test('what no overload takes does not compile', () => {
  const x = tensor([[1, 2]]);
  const refused: readonly (() => unknown)[] = [
    // @ts-expect-error - a string is no tensor and no scalar
    () => aten.add(x, 'a'),
    // @ts-expect-error - an argument is missing
    () => aten.matmul(x),
    // @ts-expect-error - no such option
    () => aten.add(x, x, { alhpa: 1 }),
    // @ts-expect-error - no such dtype
    () => aten.zeros([2], { dtype: 'float31' }),
    // @ts-expect-error - no such operator
    () => aten.nothing(x),
    // @ts-expect-error - a size is no boolean
    () => aten.zeros([true]),
  ];
  for (const call of refused) assert.throws(call, TypeError);
});
