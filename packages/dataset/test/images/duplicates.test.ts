import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findDuplicates, type HashedImage } from '../../src/images/duplicates.js';

const digits = (value: number) => value.toString(16).padStart(32, '0');

/** A thumbnail with contrast that no other seed has. */
function thumbnailOf(seed: number): Uint8Array {
  return Uint8Array.from({ length: 192 }, (_, i) => (Math.imul(i + 1, 2 * seed + 1) * 40_503) >>> 8);
}

interface Planted {
  readonly hash: bigint;
  readonly look: number;
  readonly bytes: number;
  readonly pixels: number;
}

function image({ hash, look, bytes, pixels }: Planted): HashedImage {
  return {
    width: 40,
    height: 30,
    bytesHash: digits(bytes),
    pixelsHash: digits(pixels),
    perceptualHash: BigInt.asUintN(64, hash).toString(16).padStart(16, '0'),
    thumbnail: thumbnailOf(look),
  };
}

function distance(a: bigint, b: bigint): number {
  return (a ^ b).toString(2).replaceAll('0', '').length;
}

/** The definition: each joins the first head with its bytes or pixels, or that it is near to. */
function bruteForce(all: readonly Planted[], maxDistance: number) {
  const heads: number[] = [];
  const found = [];
  for (const [i, one] of all.entries()) {
    let joined: { image: number; head: number; kind: string; distance: number } | undefined;
    for (const head of heads) {
      const other = all[head] as Planted;
      const away = distance(one.hash, other.hash);
      if (other.bytes === one.bytes) joined = { image: i, head, kind: 'bytes', distance: 0 };
      else if (other.pixels === one.pixels) joined = { image: i, head, kind: 'pixels', distance: 0 };
      else if (other.look === one.look && away <= maxDistance) {
        joined = { image: i, head, kind: 'near', distance: away };
      }
      if (joined !== undefined) break;
    }
    if (joined === undefined) heads.push(i);
    else found.push(joined);
  }
  return found;
}

/** Few bases, and some flipped bits on each, so that all distances occur. */
const planted = fc
  .tuple(
    fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { minLength: 1, maxLength: 3 }),
    fc.array(
      fc.record({
        base: fc.nat(2),
        flips: fc.array(fc.nat(63), { maxLength: 14 }),
        look: fc.nat(1),
        twin: fc.option(fc.tuple(fc.nat(40), fc.boolean()), { freq: 4 }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
  )
  .map(([bases, ones]) => {
    const all: Planted[] = [];
    for (const [i, { base, flips, look, twin }] of ones.entries()) {
      const earlier = twin === null ? undefined : all[twin[0]];
      // Who has the bytes of another has everything of it; who has its pixels, all but the bytes.
      if (earlier !== undefined) all.push(twin?.[1] ? earlier : { ...earlier, bytes: i });
      else {
        const hash = flips.reduce(
          (bits, flip) => bits ^ (1n << BigInt(flip)),
          bases[base % bases.length] as bigint,
        );
        all.push({ hash, look, bytes: i, pixels: i });
      }
    }
    return all;
  });

test('duplicates are those of the definition, at every distance', async () => {
  await fc.assert(
    fc.asyncProperty(planted, fc.nat(15), async (all, maxDistance) => {
      const found = await findDuplicates(all.map(image), { count: all.length, maxDistance });
      assert.deepEqual(found, bruteForce(all, maxDistance));
    }),
    { numRuns: 200 },
  );
});

test('images that come later change nothing of those before them', async () => {
  await fc.assert(
    fc.asyncProperty(planted, fc.nat(39), async (all, cut) => {
      const before = await findDuplicates(all.slice(0, cut).map(image), { count: 40 });
      const after = await findDuplicates(all.map(image), { count: 40 });
      assert.deepEqual(
        after.filter((duplicate) => duplicate.image < cut),
        before,
      );
    }),
    { numRuns: 50 },
  );
});

test('nothing chains: an image near to a member of a group, and not to its head, is a head', async () => {
  const all = [0n, 0b1111_1111n, 0b1111_1111_1111n].map((hash, i) => ({
    hash,
    look: 0,
    bytes: i,
    pixels: i,
  }));
  assert.deepEqual(await findDuplicates(all.map(image), { count: 3, maxDistance: 8 }), [
    { image: 1, head: 0, kind: 'near', distance: 8 },
  ]);
});

const one = { hash: 0n, look: 0, bytes: 0, pixels: 0 };
const base = image(one);
const another = image({ ...one, bytes: 1, pixels: 1 });
const change = (each: (value: number) => number) => base.thumbnail.map(each);

const NOT_NEAR: readonly (readonly [title: string, pair: readonly [HashedImage, HashedImage]])[] = [
  ['another look', [base, { ...another, thumbnail: thumbnailOf(5) }]],
  [
    'one place that looks other',
    [base, { ...another, thumbnail: base.thumbnail.map((v, i) => (i < 3 ? 255 - v : v)) }],
  ],
  ['another shape', [base, { ...another, height: 40 }]],
  ['much less contrast', [base, { ...another, thumbnail: change((value) => 100 + value / 4) }]],
  [
    'flat ones, whose hash is noise',
    [
      { ...base, thumbnail: change((value) => 250 + (value & 3)) },
      { ...another, thumbnail: change((value) => 250 + (value & 3)) },
    ],
  ],
];
for (const [title, pair] of NOT_NEAR) {
  test(`not near in spite of the same hash: ${title}`, async () => {
    assert.deepEqual(await findDuplicates(pair, { count: 2 }), []);
  });
}

test('near: a copy that is lighter and of a little less contrast; not when only exact ones are asked for', async () => {
  const pair = [base, { ...another, thumbnail: change((value) => 40 + value * 0.8) }];
  assert.deepEqual(await findDuplicates(pair, { count: 2 }), [
    { image: 1, head: 0, kind: 'near', distance: 0 },
  ]);
  assert.deepEqual(await findDuplicates(pair, { count: 2, near: false }), []);
});

test('limits out of their range are one line', async () => {
  await assert.rejects(findDuplicates([], { count: 0, maxDistance: 16 }), {
    name: 'UsageError',
    message: 'duplicates: expected a distance from 0 to 15 bits, got 16',
  });
  await assert.rejects(findDuplicates([], { count: 0, maxDifference: 0 }), {
    name: 'UsageError',
    message: 'duplicates: expected a thumbnail difference above 0, got 0',
  });
});
