import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nounForm, singularsOf } from '../../../src/hashtags/wordnet/noun-forms.js';
import { loadWordNet } from '../../../src/hashtags/wordnet/wordnet.js';

const wordnet = loadWordNet();

const NOUN_FORMS: readonly (readonly [form: string | undefined, ...hashtags: string[]])[] = [
  ['goldenretriever', 'goldenretriever', 'goldenretrievers'],
  ['cat', 'cat', 'cats'],
  ['goose', 'goose', 'geese'],
  ['snowgoose', 'snowgoose', 'snowgeese'],
  ['policeman', 'policemen'],
  ['churchmouse', 'churchmice'],
  ['butterfly', 'butterflies'],
  ['wolf', 'wolves'],
  ['leaf', 'leaves'],
  ['church', 'churches'],
  ['box', 'boxes'],
  ['brotherinlaw', 'brothersinlaw'],
  ['brownbear', 'brownbears'],
  ['potato', 'potatoes'],
  ['glasses', 'glasses'],
  ['news', 'news'],
  ['jean', 'jeans'],
  ['paris', 'paris'],
  ['grass', 'grass'],
  ['lens', 'lens'],
  ['bias', 'bias'],
  ['series', 'series'],
  ['omen', 'omen'],
  ['yemen', 'yemen'],
  ['cafe', 'café', 'cafés', 'cafes'],
  ['saopaulo', 'sãopaulo'],
  ['jalapeno', 'jalapeño', 'jalapeños'],
  ['muesli', 'müsli'],
  ['zurich', 'zürich'],
  ['chateau', 'château', 'châteaux'],
  [undefined, 'für', 'bär', 'höst', 'båt', 'más', 'niña', 'lumière', 'mão'],
  ['abdomen', 'abdomen'],
  [undefined, 'selfies', 'tbt', 'has', 'goldenretrieverss', ''],
];

for (const [form, ...hashtags] of NOUN_FORMS) {
  test(`WordNet knows ${hashtags.map((hashtag) => `"${hashtag}"`).join(', ')} as ${form}`, () => {
    for (const hashtag of hashtags) assert.equal(nounForm(wordnet, hashtag), form);
  });
}

test('a noun of WordNet is never taken for the plural of another', () => {
  for (const form of wordnet.forms()) assert.equal(nounForm(wordnet, form), form);
});

test('irregular plurals that are no nouns themselves lead to their singulars', () => {
  let checked = 0;
  for (const [plural, singulars] of wordnet.irregularPlurals) {
    if (wordnet.has(plural) || !singulars.some((form) => wordnet.has(form))) continue;
    assert(singulars.includes(nounForm(wordnet, plural) ?? ''), plural);
    checked += 1;
  }
  assert(checked > 1000);
});

test('a form is a noun of WordNet, and its own form; so is each singular', () => {
  const forms = [...wordnet.forms()];
  const hashtag = fc.oneof(
    fc.stringMatching(/^[a-z]{0,9}(s|es|ies|men|ves|geese|mice)$/),
    fc
      .tuple(fc.constantFrom(...forms), fc.constantFrom('s', 'es', '', 'men'))
      .map(([form, end]) => form + end),
  );
  fc.assert(
    fc.property(hashtag, (text) => {
      const form = nounForm(wordnet, text);
      if (form !== undefined) assert.equal(nounForm(wordnet, form), form);
      for (const singular of singularsOf(wordnet, text)) {
        assert(wordnet.has(singular));
        assert.notEqual(singular, text);
      }
    }),
    { numRuns: 3000 },
  );
});
