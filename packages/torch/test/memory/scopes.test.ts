import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  DisposedError,
  Generator,
  memory,
  NativeValue,
  ops,
  type Tensor,
  tensor,
  tidy,
  zeros,
} from '../../src/index.js';

/** Fails unless `work` leaves as many native values and bytes as there were. */
function leavesNothing(work: () => void): void {
  const before = memory();
  work();
  assert.deepEqual(memory(), before);
}

test('dispose() frees at once, and twice is harmless', () => {
  const before = memory();
  const x = zeros([1000]);
  assert.deepEqual(memory(), { tensors: before.tensors + 1, bytes: before.bytes + 4000 });
  x.dispose();
  assert.ok(x.isDisposed);
  assert.deepEqual(memory(), before);
  x.dispose();
  const y = zeros([1000]);
  x.dispose();
  assert.equal(y.numel(), 1000);
  y.dispose();
  assert.deepEqual(memory(), before);
});

test('using frees at the end of its block, in an exception too', () => {
  leavesNothing(() => {
    using x = zeros([10]);
    using y = x.add(1);
    assert.equal(y.numel(), 10);
  });
  leavesNothing(() => {
    assert.throws(() => {
      using x = zeros([10]);
      using y = zeros([3, 3]);
      x.matmul(y).dispose();
    }, /cannot be multiplied/);
  });
});

test('a view adds no bytes, and keeps the memory of what it views', () => {
  leavesNothing(() => {
    const x = zeros([1000]);
    const { bytes } = memory();
    using view = x.narrow(0, 0, 10);
    assert.equal(memory().bytes, bytes);
    x.dispose();
    assert.deepEqual(view.toArray(), Array(10).fill(0));
  });
});

test('every use after dispose is a DisposedError that says of what', () => {
  const x = tensor([1]);
  x.dispose();
  const uses: readonly (readonly [string, () => unknown])[] = [
    ['shape', () => x.shape],
    ['dtype', () => x.dtype],
    ['device', () => x.device],
    ['requiresGrad', () => x.requiresGrad],
    ['grad', () => x.grad],
    ['aten::add.Scalar: self', () => x.add(1)],
    ['aten::cat: tensors', () => ops.aten.cat([x])],
    ['backward', () => x.backward()],
  ];
  for (const [start, use] of uses) {
    assert.throws(use, (error) => {
      assert.ok(error instanceof DisposedError, start);
      assert.ok(error.message.startsWith(start), error.message);
      return /: expected a live tensor, got a disposed one; /.test(error.message);
    });
  }
});

test('tidy() frees all but what it returns, in arrays, objects, maps and sets', () => {
  const before = memory().tensors;
  const results: readonly (() => unknown)[] = [
    () => zeros([1]),
    () => [zeros([1]).add(1)],
    () => ({ deep: [{ one: zeros([1]).add(1) }], other: 'text', none: null }),
    () => new Map([['one', zeros([1]).add(1)]]),
    () => new Set([zeros([1]).add(1)]),
    () => Object.assign(Object.create(null), { one: zeros([1]).add(1) }),
  ];
  for (const result of results) {
    const kept: Tensor[] = [];
    const outer = tidy(() => {
      const returned = tidy(result);
      assert.equal(memory().tensors, before + 1);
      kept.push(...(collect(returned) as Tensor[]));
      assert.equal(kept[0]?.numel(), 1);
      return 'done';
    });
    assert.equal(outer, 'done');
    assert.ok(kept[0]?.isDisposed);
    assert.equal(memory().tensors, before);
  }
});

function collect(value: unknown): unknown[] {
  if (value instanceof NativeValue) return [value];
  if (value instanceof Map || value instanceof Set) return [...value.values()].flatMap(collect);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collect) : [];
}

test('tidy() scopes nest: each frees its own, and passes what it returns to the one outside', () => {
  const tree: fc.Memo<number[][]> = fc.memo((depth) =>
    depth <= 1 ? fc.constant([[]]) : fc.array(fc.array(fc.nat(3), { maxLength: 3 }), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(tree(3), (levels) =>
      leavesNothing(() => {
        const run = (depth: number): Tensor =>
          tidy(() => {
            const sum = zeros([1]);
            const parts = (levels[depth] ?? []).map((value) => sum.add(value));
            if (depth < levels.length) parts.push(run(depth + 1));
            return parts.reduce((total, part) => total.add(part), zeros([1]));
          });
        using total = run(0);
        assert.equal(
          total.item(),
          levels.flat().reduce((a, b) => a + b, 0),
        );
      }),
    ),
    { numRuns: 50 },
  );
});

test('an exception in tidy() frees everything, and comes through', () => {
  leavesNothing(() => {
    assert.throws(
      () =>
        tidy(() => {
          zeros([10]);
          tidy(() => zeros([10]).matmul(zeros([3, 3, 3, 3])));
        }),
      { name: 'TorchError' },
    );
  });
});

test('tidy() refuses an asynchronous function, and leaks nothing of it', () => {
  leavesNothing(() => {
    const work = async () => zeros([10]);
    assert.throws(() => tidy(work), { name: 'TypeError', message: /^tidy: expected a synchronous function/ });
  });
});

test('keep() takes a tensor out of every tidy()', () => {
  leavesNothing(() => {
    const kept = tidy(() => tidy(() => ({ kept: zeros([1]).keep(), shape: zeros([2]).shape })).kept);
    const held: Tensor[] = [];
    tidy(() => {
      held.push(zeros([3]).keep());
    });
    assert.ok(!kept.isDisposed && !held[0]?.isDisposed);
    kept.dispose();
    held[0]?.dispose();
  });
});

test('tidy() leaves alone what was made before it, and what it did not make but returns', () => {
  leavesNothing(() => {
    using before = zeros([1]);
    assert.equal(
      tidy(() => before),
      before,
    );
    tidy(() => {
      before.add(1);
    });
    assert.ok(!before.isDisposed);
  });
});

test('a tensor disposed of inside tidy() is not freed twice', () => {
  leavesNothing(() => {
    using survivor = tidy(() => {
      zeros([5]).dispose();
      return zeros([6]);
    });
    assert.deepEqual(survivor.shape, [6]);
  });
});

test('exceptions between and inside operators with several outputs leave nothing', () => {
  leavesNothing(() => {
    const failing: readonly (() => unknown)[] = [
      () => ops.aten.max(zeros([2, 2]), 5),
      () => ops.aten.split(zeros([4]), -1),
      () => ops.aten.topk(zeros([4]), 9),
      () => zeros([4]).copyTo(new Float32Array(3)),
      () =>
        zeros([4])
          .unbind()[0]
          ?.matmul(zeros([2])),
      () => tensor([[1], [2, 3]]),
      () => tensor(new Float32Array(3), { shape: [2] }),
      () => zeros([2], { dtype: 'complex64' }).toArray(),
      () => zeros([2]).to({ dtype: 'nothing' as 'int8' }),
    ];
    for (const call of failing) tidy(() => assert.throws(call));
  });
});

test('generators are freed as tensors are', () => {
  leavesNothing(() => {
    using generator = new Generator();
    using state = generator.getState();
    generator.setState(state);
    assert.equal(state.dtype, 'uint8');
  });
});

test('methods that go through intermediate tensors leave none of them outside of tidy()', () => {
  using x = tensor([
    [1, 2],
    [3, 4],
  ]);
  using transposed = x.t();
  leavesNothing(() => {
    transposed.toArray();
    transposed.toTypedArray();
    transposed.copyTo(new Float32Array(4));
    x.equal(transposed);
    x.allclose(transposed);
  });
  leavesNothing(() => tensor([1, 2, 3], { dtype: 'int32' }).dispose());
});
