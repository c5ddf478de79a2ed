import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emojiFamily, emojiSequence, emojiSide } from '../../src/datasets/emoji-sequence.js';

test('an emoji has one spelling: case, leading zeros, variation selectors and the end of a flag do not matter', () => {
  const spellings = [
    ['0023-FE0F-20E3', '23-20e3', '23-20e3'],
    ['1F636-200D-1F32B-FE0F', '1f636-200d-1f32b', '1f636-200d-1f32b'],
    [
      '1f3f4-e0067_e0062_e0065_e006e_e0067',
      '1F3F4-E0067-E0062-E0065-E006E-E0067-E007F',
      '1f3f4-e0067-e0062-e0065-e006e-e0067-e007f',
    ],
  ] as const;
  for (const [one, other, wanted] of spellings) {
    assert.equal(emojiSequence(one), wanted);
    assert.equal(emojiSequence(other), wanted);
  }
});

test('skin tones and genders of an emoji are one family, and on one side', () => {
  const families: Readonly<Record<string, readonly string[]>> = {
    // artist, woman artist, man artist: medium skin tone
    '1f9d1-200d-1f3a8': ['1F9D1-200D-1F3A8', '1F469-200D-1F3A8', '1F468-1F3FD-200D-1F3A8'],
    // person, woman and man running, with a skin tone
    '1f3c3': ['1F3C3', '1F3C3-200D-2640-FE0F', '1F3C3-1F3FF-200D-2642-FE0F'],
    // the skin tone by itself
    '1f3fb': ['1F3FB'],
    // the sign by itself is an emoji, not a gender
    '2640': ['2640-FE0F'],
  };
  for (const [family, members] of Object.entries(families)) {
    assert.deepEqual([...new Set(members.map(emojiFamily))], [family]);
    assert.equal(new Set(members.map(emojiSide)).size, 1);
  }
});

test('the sides of emoji never change: published splits depend on them', () => {
  const sides = ['1f600', '1f436', '1f354', '26bd', '1f1eb-1f1f7', '2764', '1f004', 'a9'].map(emojiSide);
  assert.deepEqual(sides, ['train', 'test', 'train', 'train', 'test', 'test', 'test', 'train']);
});
