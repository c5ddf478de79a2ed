import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normaliseEntry, normaliseHashtag } from '../../src/hashtags/normalise.js';

const SAME: readonly (readonly [normalised: string, ...hashtags: string[]])[] = [
  ['mimetypes', 'mime-types', 'MIME types', '#mimetypes', ' mime_types '],
  ['clipart', 'clip art', 'Clip-Art', '##ClipArt', '＃ｃｌｉｐａｒｔ'],
  ['stpatricksday', "St. Patrick's Day", 'st patrick’s day'],
  ['café', 'CAFÉ', 'cafe\u0301'],
  ['日本', '#日本', '日 本'],
  ['👩‍🚀', '#👩‍🚀'],
  ['❤', '❤️', '#❤\ufe0e'],
  ['strasse', 'Straße', 'STRASSE', 'STRAẞE'],
  ['οδοσ', 'ΟΔΟΣ', 'οδος'],
  ['istanbul', 'İstanbul', 'ıstanbul', 'ISTANBUL'],
  ['گربهها', '#گربه‌ها', 'گربه ها'],
  ['coöperate', 'co\u00adöperate'],
  ['beach', '#beach!', 'beach,', '(beach)', '"beach"', 'beach…', '¡beach!', '(#beach)', '"#Beach!!"'],
  ['hola', '¡hola!', '¿Hola?', '«hola»', '„hola“', "'hola'", '`hola`', '~hola~', '*hola*', 'hola;'],
  ['猫', '「猫」', '（猫）', '猫。', '#猫！', '、猫'],
  ['rock&roll', 'Rock & Roll', '#rock&roll!', '(rock & roll)'],
  ['rocknroll', "rock'n'roll", '“Rock ’n’ Roll”'],
  ['c++', 'C++', '#c++,'],
  ['c#', 'C#', '"C#"', 'c#,'],
  ['100%', '100 %', '(100%)', '100%!'],
  ['tshirt', 't-shirt', 'T-Shirt!', '(t_shirt)'],
  ['@nasa', '@nasa', '@nasa,'],
  ['saber(fate)', 'saber_(fate)', '(saber_(fate))', 'Saber (Fate),'],
  ['(un)happy', '(un)happy', '(un)happy!'],
  ['a/b', 'a/b', '/a/b/'],
  [':3', ':3', ' :3 '],
  [';d', ';d', ';D', '#;d'],
  ['<3', '<3', '#<3'],
  ['><', '>_<', '>.<'],
  ['🎉', '🎉', '🎉!', '(🎉)', '#🎉'],
  ['#⃣', '#️⃣', '#️⃣!', '"#️⃣"'],
  ['*⃣', '*️⃣', '(*️⃣)'],
  ['', '', '#', ' - _ ', '###', '&', '/', '!', '…'],
];

for (const [normalised, ...hashtags] of SAME) {
  test(`${hashtags.map((hashtag) => JSON.stringify(hashtag)).join(', ')} → "${normalised}"`, () => {
    for (const hashtag of hashtags) assert.equal(normaliseHashtag(hashtag), normalised);
  });
}

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseHashtag(text);
      assert.equal(normaliseHashtag(once), once);
    }),
    { numRuns: 2000 },
  );
});

test('upper case, lower case and any composition of a text are one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = normaliseHashtag(text);
      for (const same of [
        text.toUpperCase(),
        text.toLowerCase(),
        text.normalize('NFD'),
        text.normalize('NFKC'),
      ]) {
        assert.equal(normaliseHashtag(same), folded);
      }
    }),
    { numRuns: 2000 },
  );
});

test('case, separators and a leading # make no difference to words', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1 }),
      fc.constantFrom(' ', '-', '_', '.', ''),
      (words, separator) => {
        assert.equal(normaliseHashtag(`#${words.join(separator).toUpperCase()}`), words.join(''));
      },
    ),
  );
});

test('spaces at the ends of an entry have no effect', () => {
  const parts = fc.constantFrom('#', ' ', '\u3000', 'cat', '🐈', '#sun', '&amp;', '!');
  fc.assert(
    fc.property(fc.array(parts), (words) => {
      const entry = words.join('');
      assert.deepEqual(normaliseEntry(` ${entry}\u3000`), normaliseEntry(entry.trim()));
    }),
    { examples: [[['🐈', '\u3000', '#', ' ']]] },
  );
});
