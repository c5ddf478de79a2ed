import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SENSE_RULES } from '@hashsight/formats';
import fc from 'fast-check';
import { countHashtags } from '../../../src/hashtags/hashtag-counts.js';
import { bestSense, sensesFollowed } from '../../../src/hashtags/senses/choose-sense.js';
import { type ContextHashtag, contextOf } from '../../../src/hashtags/senses/context.js';
import { loadWordNet } from '../../../src/hashtags/wordnet/wordnet.js';

const wordnet = loadWordNet();
const beside = (...hashtags: string[]): ContextHashtag[] =>
  hashtags.map((hashtag) => ({ hashtag, weight: 1 }));
const first = (hashtag: string) => sensesFollowed(wordnet, hashtag, 'first')[0]?.concept.gloss ?? '';
const best = (hashtag: string, ...context: string[]) =>
  bestSense(wordnet, hashtag, beside(...context))?.concept.gloss ?? '';

const WITHOUT_CONTEXT: readonly (readonly [hashtag: string, first: RegExp, best: RegExp])[] = [
  ['crane', /United States writer/, /lifts and moves heavy objects/],
  ['bike', /motor vehicle/, /moved by foot pedals/],
  ['doughnut', /toroidal shape/, /friedcake/],
  ['kitty', /combined stakes/, /domestic cat/],
  ['apple', /fruit/, /fruit/],
  ['paris', /capital and largest city of France/, /capital and largest city of France/],
];

for (const [hashtag, ofFirst, ofBest] of WITHOUT_CONTEXT) {
  test(`#${hashtag} is something that can be in an image`, () => {
    assert.match(first(hashtag), ofFirst);
    assert.match(best(hashtag), ofBest);
  });
}

const WITH_CONTEXT: readonly (readonly [hashtag: string, context: readonly string[], best: RegExp])[] = [
  ['crane', ['bird', 'heron', 'marsh', 'wildlife'], /wading bird/],
  ['crane', ['construction', 'building', 'harbour', 'machine'], /lifts and moves heavy objects/],
  ['seal', ['ocean', 'animal', 'mammal', 'walrus'], /marine mammals/],
  ['mouse', ['computer', 'keyboard', 'screen'], /hand-operated electronic device/],
  ['mouse', ['cheese', 'animal', 'rodent', 'cat'], /small rodents/],
  ['party', ['birthday', 'cake', 'balloons'], /occasion on which people can assemble/],
  ['bat', ['baseball', 'ball', 'glove'], /hitting a ball/],
  ['bat', ['halloween', 'cave', 'vampire', 'mammal'], /nocturnal mouselike mammal/],
  ['turkey', ['thanksgiving', 'roast', 'dinner', 'meat'], /fowl/],
  ['turkey', ['istanbul', 'ankara', 'asia', 'country'], /republic/],
  ['mum', ['mother', 'daughter', 'family', 'parent'], /mother/],
  ['mum', ['flower', 'garden', 'plant', 'chrysanthemum'], /China/],
  ['bass', ['guitar', 'band', 'jazz', 'instrument'], /musical instruments/],
  ['bass', ['fish', 'lake', 'trout', 'angling'], /fish/],
  ['palm', ['tree', 'beach', 'coconut', 'tropical'], /palm|Palmae/],
];

for (const [hashtag, context, meant] of WITH_CONTEXT) {
  test(`#${hashtag} beside ${context.map((other) => `#${other}`).join(' ')} is ${meant.source}`, () => {
    assert.match(best(hashtag, ...context), meant);
  });
}

test('a noun that ends like a plural keeps its meaning where that can be seen, and is a plural where not', () => {
  assert.match(best('glasses'), /optical instrument/);
  assert.match(best('shorts'), /trousers that end at or above the knee/);
  assert.match(best('jeans'), /denim/);
  assert.match(best('news'), /information reported/);
  assert.match(best('eyes'), /organ of sight/);
  assert.match(best('tigers'), /large feline/);
  assert.match(first('eyes'), /opinion or judgment/);
});

test('one sense is followed under first and best, and none where WordNet knows no noun', () => {
  const forms = [...wordnet.forms()];
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      fc.constantFrom('', 's', 'x'),
      fc.constantFrom(...SENSE_RULES),
      (form, ending, rule) => {
        const senses = sensesFollowed(wordnet, form + ending, rule, beside('animal', 'tree'));
        if (rule !== 'all') assert(senses.length <= 1);
        if (ending === '') assert(senses.length >= 1);
        const ids = senses.map(({ synset }) => synset);
        assert.equal(new Set(ids).size, ids.length);
      },
    ),
  );
  for (const rule of SENSE_RULES) assert.deepEqual(sensesFollowed(wordnet, 'nosuchnoun', rule), []);
});

test('the context has what goes together more often than chance, the most telling first', () => {
  const posts = [
    ...Array.from({ length: 20 }, () => new Set(['crane', 'bird', 'sky'])),
    ...Array.from({ length: 5 }, () => new Set(['crane', 'heron'])),
    ...Array.from({ length: 100 }, (_, post) => new Set(['sky', post % 2 === 0 ? 'cloud' : 'car'])),
  ];
  const counts = countHashtags(posts);
  assert.equal(counts.posts, 125);
  assert.equal(counts.counts.get('sky'), 120);
  assert.equal(counts.together.get('crane')?.get('bird'), 20);
  assert.deepEqual(
    contextOf(counts, ['crane']).map(({ hashtag }) => hashtag),
    ['bird', 'heron'], // the sky is behind everything
  );
  assert.deepEqual(contextOf({ posts: 125, counts: counts.counts }, ['crane']), []);
});
