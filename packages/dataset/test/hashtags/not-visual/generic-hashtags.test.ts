import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseHashtag } from '../../../src/hashtags/normalise.js';
import { GENERIC_HASHTAGS, genericReason } from '../../../src/hashtags/not-visual/generic-hashtags.js';

test('the list of generic hashtags is normalised, sorted within its categories, and names each once', () => {
  const all = Object.values(GENERIC_HASHTAGS).flat();
  assert.equal(new Set(all).size, all.length);
  for (const hashtag of all) assert.equal(normaliseHashtag(hashtag), hashtag);
  for (const hashtags of Object.values(GENERIC_HASHTAGS)) assert.deepEqual([...hashtags].sort(), hashtags);
});

test("a Perl program's slip and web addresses are noise, words that look like them are not", () => {
  assert.match(genericReason(normaliseHashtag('HASH(0x853b2b0)')) ?? '', /noise/);
  assert.match(genericReason(normaliseHashtag('0x86a4aa4')) ?? '', /noise/);
  assert.match(genericReason(normaliseHashtag('http://example.org')) ?? '', /noise/);
  assert.equal(genericReason('instagood'), 'generic (photography)');
  for (const hashtag of ['hashbrown', 'hat', 'wwf', 'photobooth', '0'])
    assert.equal(genericReason(hashtag), undefined);
});

test('bargains for followers and praise by date are generic however they are put together', () => {
  const generic = [
    'likeforlikesback',
    'follow4followme',
    'comment4commentnow',
    'sub4subs',
    'instaoftheday',
    'photooftheyear',
  ];
  for (const hashtag of generic) assert.match(genericReason(hashtag) ?? '', /^(noise|generic)/, hashtag);
  for (const hashtag of [
    'forgetmenot',
    'californiapoppy',
    'likeforest',
    'birdoftheday',
    'dogsofinstagram',
    'tag',
    'taganrog',
  ]) {
    if (hashtag !== 'tag') assert.equal(genericReason(hashtag), undefined, hashtag);
  }
});

test('several hundred hashtags are listed, and none that people use for something visible', () => {
  assert(Object.values(GENERIC_HASHTAGS).flat().length > 500);
  const visible =
    'nature food selfie sunset party reel vine spam cod mine tripod happy sad blackandwhite macro flower';
  for (const hashtag of visible.split(' ')) assert.equal(genericReason(hashtag), undefined, hashtag);
});

test('missing values are noise however they are written, and so is no other word', () => {
  for (const written of [
    'nan',
    'NaN',
    'None',
    'none',
    'NULL',
    '\\N',
    '<NA>',
    'NA',
    'n/a',
    '#N/A',
    'NaT',
    'undefined',
  ]) {
    assert.match(genericReason(normaliseHashtag(written)) ?? '', /^noise \(a missing value/, written);
  }
  for (const written of ['naan', 'nana', 'n', 'nullarbor', 'nun', 'nail', 'nile']) {
    assert.equal(genericReason(normaliseHashtag(written)), undefined, written);
  }
});

test('colour codes are noise; words and names of the same letters and digits are not', () => {
  for (const written of ['#ff0000', '#B22222', '#00f00f', '#ffffff', '#FFCC00', '#aabbcc']) {
    assert.equal(genericReason(normaliseHashtag(written)), 'noise (a color code)', written);
  }
  for (const written of [
    '#facade',
    '#decade',
    '#beaded',
    '#b52',
    '#f16',
    '#a380',
    '#bad',
    '#cafe',
    '#2cats',
    '202405',
  ]) {
    assert.equal(genericReason(normaliseHashtag(written)), undefined, written);
  }
});
