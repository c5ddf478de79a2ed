import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fluentImages } from '../../src/datasets/fluent-emoji-3d.js';
import { openmojiImages, parseOpenmojiList } from '../../src/datasets/openmoji.js';

const entry = {
  hexcode: '1F44B',
  group: 'people-body',
  subgroups: 'hand-fingers-open',
  annotation: 'waving hand',
  tags: 'hand, wave',
  openmoji_tags: 'hello, wave',
  skintone: '',
  skintone_base_hexcode: '1F44B',
};
const toned = {
  ...entry,
  hexcode: '1F44B-1F3FB',
  annotation: 'waving hand: light skin tone',
  tags: '',
  openmoji_tags: '',
  skintone: 1,
};
const heart = {
  ...entry,
  hexcode: '2764-FE0F',
  group: 'smileys-emotion',
  subgroups: 'heart',
  annotation: 'red heart',
  tags: '',
  openmoji_tags: '',
  skintone_base_hexcode: '',
};
const entries = parseOpenmojiList('openmoji.json', JSON.stringify([entry, toned, heart]));

test('an emoji of OpenMoji has both kinds of tags once each; a skin tone has those of the emoji without one', () => {
  assert.deepEqual(
    entries.map(({ hashtags, skinTone }) => [hashtags, skinTone]),
    [
      [['hand', 'wave', 'hello'], undefined],
      [['hand', 'wave', 'hello'], '1'],
      [[], undefined],
    ],
  );
});

test('OpenMoji gives a drawing in color and one in black for each emoji without a skin tone', () => {
  const images = openmojiImages('/pkg', entries);
  assert.deepEqual(
    images.map(({ id, file }) => [id, file]),
    [
      ['openmoji/black/1f44b', '/pkg/black/svg/1F44B.svg'],
      ['openmoji/black/2764', '/pkg/black/svg/2764-FE0F.svg'],
      ['openmoji/color/1f44b', '/pkg/color/svg/1F44B.svg'],
      ['openmoji/color/2764', '/pkg/color/svg/2764-FE0F.svg'],
    ],
  );
  assert.deepEqual(images[0]?.extras, {
    source: 'openmoji',
    style: 'black',
    name: 'waving hand',
    group: 'people-body',
    subgroup: 'hand-fingers-open',
    emoji: '1f44b',
  });
});

test('Fluent 3D images take their tags by code points; a second spelling and an unlisted emoji are left out', () => {
  const names = ['2764.webp', '02764-fe0f.webp', '1f44b.webp', '1f44b-1f3fb.webp', '1f999.webp', 'README.md'];
  const { images, unlisted } = fluentImages('/pkg', names, entries);
  assert.deepEqual(
    images.map(({ id, file, hashtags, extras }) => [
      id,
      file,
      hashtags.length,
      extras.group,
      extras.skinTone,
    ]),
    [
      ['fluent-emoji-3d/1f44b', '/pkg/1f44b.webp', 3, 'people-body', undefined],
      ['fluent-emoji-3d/1f44b-1f3fb', '/pkg/1f44b-1f3fb.webp', 3, 'people-body', '1'],
      ['fluent-emoji-3d/2764', '/pkg/02764-fe0f.webp', 0, 'smileys-emotion', undefined],
    ],
  );
  assert.deepEqual(unlisted, ['1f999.webp']);
});

test('a list that is not as expected is refused with its place', () => {
  const bad = JSON.stringify([entry, { ...entry, tags: 7 }]);
  assert.throws(() => parseOpenmojiList('openmoji.json', bad), /openmoji\.json: expected .* at 1\.tags/);
  assert.throws(() => parseOpenmojiList('openmoji.json', '[{'), /openmoji\.json: expected .* in JSON/);
  const path = JSON.stringify([{ ...entry, hexcode: '../../etc' }]);
  assert.throws(() => parseOpenmojiList('openmoji.json', path), /at 0\.hexcode/);
});
