import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { imageAt, listImages } from '../../src/data/image-list.js';

test('a list of images gives each back, with its file kept once', () => {
  const image = fc.record(
    {
      file: fc.constantFrom('/a/train-000000.tar', '/a/train-000001.tar', '/b.jpg'),
      offset: fc.maxSafeNat(),
      size: fc.nat(2 ** 32 - 2),
    },
    { requiredKeys: ['file'] },
  );
  fc.assert(
    fc.property(fc.array(image), (images) => {
      const list = listImages(images);
      assert.deepEqual(
        images.map((_, i) => imageAt(list, i)),
        images.map(({ offset = 0, ...rest }) => ({ ...rest, offset })),
      );
      assert.deepEqual(list.files, [...new Set(images.map(({ file }) => file))]);
      for (const { buffer } of [list.fileOf, list.offsets, list.sizes])
        assert(buffer instanceof SharedArrayBuffer);
    }),
  );
});
