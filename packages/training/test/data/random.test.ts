import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '@hashsight/formats';
import fc from 'fast-check';
import { centerCrop, randomResizedCrop } from '../../src/data/crop-box.js';

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

test('a stream is a pure function of its whole key', () => {
  const draw = (...key: number[]) => {
    const random = new Random(...key);
    return Array.from({ length: 5 }, () => random.uniform());
  };
  fc.assert(
    fc.property(seeds, seeds, (a, b) => {
      assert.deepEqual(draw(a, b), draw(a, b));
      assert.notDeepEqual(draw(a, b), draw(a, b, 0));
      if (a !== b) assert.notDeepEqual(draw(a, b), draw(b, a));
    }),
  );
  assert.notDeepEqual(draw(1), draw(1 + 2 ** 32), 'the upper bits count');
});

test('numbers are uniform within a stream and across the streams of neighbouring keys (chi-square)', () => {
  const bins = 64;
  const within = new Float64Array(bins);
  const across = new Float64Array(bins);
  const random = new Random(7);
  const draws = 64_000;
  for (let i = 0; i < draws; i++) {
    const a = random.below(bins);
    const b = new Random(1, 0, i).below(bins);
    within[a] = (within[a] as number) + 1;
    across[b] = (across[b] as number) + 1;
  }
  const chiSquare = (counts: Float64Array) =>
    counts.reduce((sum, count) => sum + (count - draws / bins) ** 2 / (draws / bins), 0);
  // 63 degrees of freedom: above 116 in one of 20,000 cases; the seeds are fixed, so this never flickers.
  assert(chiSquare(within) < 116, `${chiSquare(within)}`);
  assert(chiSquare(across) < 116, `${chiSquare(across)}`);
});

const sizes = fc.record({
  width: fc.integer({ min: 1, max: 600 }),
  height: fc.integer({ min: 1, max: 600 }),
});

test('a random crop lies within the image, whatever its shape', () => {
  fc.assert(
    fc.property(sizes, seeds, fc.double({ min: 0.01, max: 1, noNaN: true }), (size, seed, low) => {
      const box = randomResizedCrop(size, [low, 1], new Random(seed));
      assert(box.left >= 0 && box.top >= 0 && box.width >= 1 && box.height >= 1);
      assert(box.left + box.width <= size.width && box.top + box.height <= size.height);
    }),
  );
});

test('a random crop keeps to the scale and the aspect ratio where the image allows it', () => {
  for (let seed = 0; seed < 500; seed++) {
    const { width, height } = randomResizedCrop({ width: 300, height: 300 }, [0.35, 0.8], new Random(seed));
    const share = (width * height) / 300 ** 2;
    assert(share > 0.34 && share < 0.81, `${share}`);
    assert(width / height > 0.74 && width / height < 1.35, `${width / height}`);
  }
});

test('an image too long for any crop gives its centre, as in torchvision', () => {
  // Even the whole of it is narrower than the ratio 3/4.
  const box = randomResizedCrop({ width: 30, height: 1000 }, [1, 1], new Random(1));
  assert.deepEqual(box, { left: 0, top: 480, width: 30, height: 40 });
  const wide = randomResizedCrop({ width: 1000, height: 30 }, [1, 1], new Random(1));
  assert.deepEqual(wide, { left: 480, top: 0, width: 40, height: 30 });
});

test('the centre crop is the middle square of the shorter side', () => {
  assert.deepEqual(centerCrop({ width: 400, height: 256 }, 224 / 256), {
    left: 88,
    top: 16,
    width: 224,
    height: 224,
  });
  assert.deepEqual(centerCrop({ width: 1, height: 9 }, 0.5), { left: 0, top: 4, width: 1, height: 1 });
});
