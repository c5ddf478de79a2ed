import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ByteRange } from '@hashsight/jpeg';
import fc from 'fast-check';
import { byteRangeAt, listImages } from '../../src/data/image-list.js';
import { Prefetcher, rangesOf } from '../../src/data/prefetch.js';

/** Two shards of ten images of 50,000 bytes, 1,024 bytes apart. */
const SHARDS = listImages(
  Array.from({ length: 20 }, (_, i) => ({
    file: i < 10 ? '/0.tar' : '/1.tar',
    offset: 512 + (i % 10) * 51_024,
    size: 50_000,
  })),
);

test('what is read ahead is asked for file by file and ascending, neighbours in one piece', () => {
  assert.deepEqual(rangesOf(SHARDS, [12, 3, 1, 2, 9, 2, 10, 11]), [
    { file: 0, offset: 51_536, size: 2 * 51_024 + 50_000 },
    { file: 0, offset: 459_728, size: 50_000 },
    { file: 1, offset: 512, size: 2 * 51_024 + 50_000 },
  ]);
  const whole = listImages([{ file: '/b.jpg' }, { file: '/a.jpg' }]);
  assert.deepEqual(rangesOf(whole, [1, 0, 1]), [
    { file: 0, offset: 0 },
    { file: 1, offset: 0 },
  ]);
  assert.deepEqual(rangesOf(SHARDS, []), []);
});

test('every byte of every image is in a piece, pieces ascend, and none but a single image has more than a megabyte', () => {
  const image = fc.record(
    {
      file: fc.constantFrom('/0.tar', '/1.tar'),
      offset: fc.nat(3e6),
      size: fc.oneof(fc.nat(60_000), fc.nat(3e6)),
    },
    { requiredKeys: ['file'] },
  );
  const endOf = ({ offset, size }: ByteRange) =>
    size === undefined ? Number.POSITIVE_INFINITY : offset + size;
  fc.assert(
    fc.property(fc.array(image, { maxLength: 60 }), (images) => {
      const list = listImages(images);
      const ranges = rangesOf(list, [...images.keys()]);
      for (const i of images.keys()) {
        const place = byteRangeAt(list, i);
        const holds = (range: ByteRange) =>
          range.file === place.file && range.offset <= place.offset && endOf(range) >= endOf(place);
        assert(ranges.some(holds), `image ${i} of ${JSON.stringify(images)}: ${JSON.stringify(ranges)}`);
      }
      for (const [i, range] of ranges.entries()) {
        const before = ranges[i - 1];
        if (before !== undefined)
          assert(range.file > before.file || (range.file === before.file && range.offset >= before.offset));
        const isOne = images.some((_, one) => endOf(byteRangeAt(list, one)) === endOf(range));
        assert((range.size ?? 0) <= 2 ** 20 || isOne);
      }
    }),
  );
});

test('a sample waits for the read that brings it, and for no later one', async () => {
  const asked: { readonly files: number[]; readonly done: () => void }[] = [];
  const pool = {
    readAhead: (ranges: readonly ByteRange[]) =>
      new Promise<void>((done) => asked.push({ files: ranges.map(({ file }) => file), done })),
  };
  const ahead = new Prefetcher(pool, SHARDS);
  ahead.request([0, 5]);
  ahead.request([5, 12]); // 5 is in memory by then
  assert.deepEqual(
    asked.map(({ files }) => files),
    [[0, 0], [1]],
  );
  const arrived: string[] = [];
  const first = ahead.wait([0, 5]).then(() => arrived.push('0, 5'));
  const second = ahead.wait([12]).then(() => arrived.push('12'));
  await ahead.wait([3]); // that nobody asked for
  assert.deepEqual(arrived, []);
  asked[0]?.done();
  await first;
  assert.deepEqual(arrived, ['0, 5']);
  asked[1]?.done();
  await second;
  await ahead.wait([0, 5, 12]);
});
