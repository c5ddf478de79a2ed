import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findHashtags } from '../../src/hashtags/find-hashtags.js';
import { normaliseHashtag } from '../../src/hashtags/normalise.js';

const CAPTIONS: readonly (readonly [caption: string, ...hashtags: string[]])[] = [
  ['Morning walk with Rex 🐶 #GoldenRetriever #dogsofinstagram', 'GoldenRetriever', 'dogsofinstagram'],
  ['(#sunset, #sea-side; "#beach_day"!) #pier.', 'sunset', 'sea-side', 'beach_day', 'pier'],
  ['#sun#sea#sand', 'sun', 'sea', 'sand'],
  ['a#b#c ##double #', 'double'],
  ['we are #1, and #100, but #4ever #2cats', '4ever', '2cats'],
  ['C#sharp, mail me at a#b, it&#39;s fine, #q&a', 'q'],
  ['see https://example.org/gallery#top and www.example.org/#b #real', 'real'],
  ['a/#path', ...[]],
  ['#cat- and #dog– or #bird…', 'cat', 'dog', 'bird'],
  ['*#bold* _#italic_', 'bold'],
  ['＃桜 が咲いた ＃花見', '桜', '花見'],
  ['﹟small form', 'small'],
  ['今日の#ランチ、美味しい#ラーメン🍜'],
  ['今日の #ランチ 美味しい　#ラーメン', 'ランチ', 'ラーメン'],
  ['صباح الخير #قهوة #صباح_الخير', 'قهوة', 'صباح_الخير'],
  ['این #گربه‌ها را ببین', 'گربه‌ها'],
  ['मेरा #खाना और #हिन्दी', 'खाना', 'हिन्दी'],
  ['กิน #ข้าวผัด อร่อย', 'ข้าวผัด'],
  ['ძაღლი #ძაღლი და #თბილისი', 'ძაღლი', 'თბილისი'],
  ['#café #cafe\u0301 #Straße #ÎLE', 'café', 'cafe\u0301', 'Straße', 'ÎLE'],
  ['к морю! #море2024 #лето', 'море2024', 'лето'],
  ['#서울 #부산_여행', '서울', '부산_여행'],
  ['going to space #👩‍🚀 #🚀🌕 #🏳️‍🌈 #🇯🇵 #👍🏽', '👩‍🚀', '🚀🌕', '🏳️‍🌈', '🇯🇵', '👍🏽'],
  ['#I❤️NY #❤', 'I❤️NY', '❤'],
  ['flags of countries #🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['press #️⃣ or 1️⃣', ...[]],
  ['🐱#cat', 'cat'],
  ['☀️#beach 👍🏽#good 🇯🇵#tokyo 1️⃣#first ❤︎#love', 'beach', 'good', 'tokyo', 'first', 'love'],
  ['👩‍🚀#space🚀#moon fun🎉#party', 'space🚀', 'moon', 'party'],
  ['🐱foo#bar x1#bar e\u0301#bar I love C# and F#.', ...[]],
  ['☀️https://example.org/a#top ☀️&#39; ☀️a/#path', ...[]],
  ['#c++ and #b+w', 'c++', 'b+w'],
  ['line\n#one\n#two\ttabs', 'one', 'two'],
  ['no hashtags here, # not one', ...[]],
  ['', ...[]],
];

for (const [caption, ...hashtags] of CAPTIONS) {
  test(`${JSON.stringify(caption)} has ${hashtags.length} hashtags`, () => {
    assert.deepEqual(findHashtags(caption), hashtags);
  });
}

test('what is found is found again, alone behind its sign', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '#',
      '＃',
      '﹟',
      ' ',
      '-',
      '+',
      '_',
      '1',
      '👩‍🚀',
      '\u0301',
      '\u200d',
      '&',
      '/',
      'www.',
      '#️⃣',
      'é',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const hashtag of findHashtags(pieces.join(''))) {
        assert.deepEqual(findHashtags(`#${hashtag}`), [hashtag]);
        assert.notEqual(normaliseHashtag(hashtag), normaliseHashtag('#'));
      }
    }),
    { numRuns: 2000 },
  );
});

test('a long caption is read in time that grows with its length', () => {
  for (const unit of ['#', '#a', 'a#', '#a-', '# ', 'https://', '#️⃣', `#${'a'.repeat(50)}`]) {
    findHashtags(unit.repeat(20_000 / unit.length));
  }
});
