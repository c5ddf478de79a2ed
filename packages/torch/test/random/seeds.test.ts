import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  empty,
  full,
  Generator,
  getRngState,
  manualSeed,
  ones,
  ops,
  rand,
  randint,
  randn,
  randperm,
  safetensors,
  setRngState,
  type Tensor,
  tidy,
} from '../../src/index.js';
import { runPython, skipWithoutPython, temporaryFolder } from '../python.js';

const SEEDS = [0n, 42n, 2n ** 40n + 7n, 2n ** 63n + 1n, 2n ** 64n - 1n, -1n, -12345n];

/** The same draws as reference.py's. */
function draw(seed: bigint): Record<string, Tensor> {
  manualSeed(seed);
  return {
    rand: rand([3, 7]),
    randn: randn([50]),
    randn64: randn([5], { dtype: 'float64' }),
    randint: randint(-5, 1000, [20]),
    randperm: randperm(30),
    bernoulli: ops.aten.bernoulli(full([40], 0.3)),
    dropout: ops.aten.dropout(ones([40]), 0.4, true),
    normal_: ops.aten.normal_(empty([17]), { mean: 1, std: 2 }),
    state: getRngState(),
    generator: randn([9], { generator: new Generator().manualSeed(seed) }),
  };
}

test("after manualSeed() every kind of draw is Python's, bit for bit", { skip: skipWithoutPython }, () => {
  const folder = temporaryFolder();
  const [seeds, results] = [join(folder, 'seeds.json'), join(folder, 'results')];
  writeFileSync(seeds, JSON.stringify(SEEDS.map(String)));
  runPython('test/random/reference.py', [seeds, results]);
  using file = safetensors.safeOpen(results);
  for (const seed of SEEDS) {
    tidy(() => {
      for (const [name, ours] of Object.entries(draw(seed))) {
        assert.ok(ours.equal(file.get(`${seed}.${name}`)), `${name} after seed ${seed}`);
      }
    });
  }
});

test('a seed is a number, a bigint, or a negative number as its 64 bits', () => {
  const first = (seed: number | bigint) => {
    manualSeed(seed);
    return rand([4]).toArray();
  };
  assert.deepEqual(first(7), first(7n));
  assert.deepEqual(first(-1), first(2n ** 64n - 1n));
  assert.notDeepEqual(first(7), first(8));
  assert.throws(() => manualSeed(1.5), RangeError);
});

test('a generator goes on from a saved state', () => {
  using generator = new Generator().manualSeed(5);
  randn([10], { generator });
  using state = generator.getState();
  using first = randn([10], { generator });
  generator.setState(state);
  using again = randn([10], { generator });
  assert.ok(first.equal(again));
});

test('the default generator goes on from a saved state', () => {
  using state = getRngState();
  using first = randn([10]);
  setRngState(state);
  using again = randn([10]);
  assert.ok(first.equal(again));
});

test('generators do not disturb one another, nor the default one', () => {
  manualSeed(1);
  const alone = rand([4]).toArray();
  manualSeed(1);
  const [a, b] = [new Generator().manualSeed(2), new Generator().manualSeed(2)];
  randn([5], { generator: a });
  assert.ok(!randn([5], { generator: a }).equal(randn([5], { generator: b })));
  assert.deepEqual(rand([4]).toArray(), alone);
});

test('a state that is none is an error', () => {
  using generator = new Generator();
  assert.throws(() => generator.setState(ones([3])), { name: 'TorchError' });
});

test('a state that lies anywhere in a mapped file can be set', () => {
  const path = join(temporaryFolder(), 'state.safetensors');
  using state = getRngState();
  using odd = ones([3], { dtype: 'uint8' });
  safetensors.saveFile({ odd, state }, path);
  using first = randn([10]);
  using file = safetensors.safeOpen(path);
  using mapped = file.get('state');
  setRngState(mapped);
  using again = randn([10]);
  assert.ok(first.equal(again));
});
