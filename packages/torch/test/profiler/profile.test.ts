import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ones, profile, TorchError, tidy } from '../../src/index.js';

const callsOf = (times: ReturnType<typeof profile>, name: string) =>
  times.find((time) => time.name === name)?.calls;

test('each operator is counted with its own time, forward and backward', () => {
  const times = profile(() =>
    tidy(() => {
      const input = ones([600, 600]).requiresGrad_();
      for (let i = 0; i < 3; i++) input.matmul(input).sum().backward();
    }),
  );
  assert.deepEqual([callsOf(times, 'aten::matmul'), callsOf(times, 'aten::mm')], [3, 9]);
  const all = times.map(({ selfMs }) => selfMs);
  assert.deepEqual(
    all,
    all.toSorted((one, other) => other - one),
  );
  assert(all.every((ms) => ms >= 0));
  const msOf = (name: string) => times.find((time) => time.name === name)?.selfMs as number;
  assert(msOf('aten::matmul') < msOf('aten::mm'), 'matmul only calls mm');
});

test('it begins anew each time, and ends with an error', () => {
  assert.throws(
    () =>
      profile(() => {
        throw new RangeError('of the work');
      }),
    /of the work/,
  );
  const times = profile(() => tidy(() => ones([2]).exp()));
  assert.deepEqual([callsOf(times, 'aten::exp'), callsOf(times, 'aten::mm')], [1, undefined]);
});

test('one within another, and a promise, are refused', () => {
  assert.throws(() => profile(() => void profile(() => {})), TorchError);
  assert.throws(() => profile((async () => {}) as () => void), TypeError);
  assert.deepEqual(
    profile(() => {}),
    [],
  );
});
