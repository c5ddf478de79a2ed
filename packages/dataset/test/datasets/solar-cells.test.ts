import assert from 'node:assert/strict';
import { test } from 'node:test';
import { solarCellImages } from '../../src/datasets/solar-cells.js';

test('solar cells: a probability from one half on is defective, and the grade is kept', () => {
  const text = [
    'images/cell0002.png  1.0                 mono',
    'images/cell0001.png  0.3333333333333333  poly',
    'images/cell0003.png  0.6666666666666666  mono',
    'images/cell0004.png  0.0                 poly',
    '',
  ].join('\n');
  const images = solarCellImages('/pkg/labels.csv', text);
  assert.deepEqual(
    images.map(({ id, file, hashtags, extras }) => [id, file, hashtags.join(' '), extras.grade]),
    [
      ['solar-cells/cell0001', '/pkg/images/cell0001.png', 'solarcell polycrystalline functional', '1/3'],
      ['solar-cells/cell0002', '/pkg/images/cell0002.png', 'solarcell monocrystalline defective', '1'],
      ['solar-cells/cell0003', '/pkg/images/cell0003.png', 'solarcell monocrystalline defective', '2/3'],
      ['solar-cells/cell0004', '/pkg/images/cell0004.png', 'solarcell polycrystalline functional', '0'],
    ],
  );
});

for (const line of [
  'images/cell0001.png 0.5 mono',
  'images/../x.png 1.0 mono',
  'images/cell0001.png 1.0 thin',
]) {
  test(`solar cells: "${line}" is refused with its line`, () => {
    assert.throws(
      () => solarCellImages('labels.csv', `images/cell0009.png 1.0 mono\n${line}\n`),
      /labels\.csv:2: expected an image, a probability in thirds, and mono or poly, got/,
    );
  });
}
