import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { listPictures, pictureAt } from '../../src/input/picture-list.js';

test('a list of pictures gives each back, with its file kept once', () => {
  const picture = fc.record(
    {
      file: fc.constantFrom('/a/train-000000.tar', '/a/train-000001.tar', '/b.jpg'),
      offset: fc.maxSafeNat(),
      size: fc.nat(2 ** 32 - 2),
    },
    { requiredKeys: ['file'] },
  );
  fc.assert(
    fc.property(fc.array(picture), (pictures) => {
      const list = listPictures(pictures);
      assert.deepEqual(
        pictures.map((_, i) => pictureAt(list, i)),
        pictures.map(({ offset = 0, ...rest }) => ({ ...rest, offset })),
      );
      assert.deepEqual(list.files, [...new Set(pictures.map(({ file }) => file))]);
      for (const { buffer } of [list.fileOf, list.offsets, list.sizes])
        assert(buffer instanceof SharedArrayBuffer);
    }),
  );
});
