import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseHashtag } from '../../../src/hashtags/normalise.js';
import { loadWordNet } from '../../../src/hashtags/wordnet/wordnet.js';

const wordnet = loadWordNet();

test('a synset has its lemmas, its kind and its neighbours, under the id that ImageNet gives it', () => {
  assert.deepEqual(wordnet.synset('n02132136'), {
    id: 'n02132136',
    lemmas: ['brown_bear', 'bruin', 'Ursus_arctos'],
    lexicographerFile: 'animal',
    isInstance: false,
    hypernyms: ['n02131653'],
    hyponyms: ['n02132466', 'n02132580', 'n02132788'],
    partsAndWholes: ['n02131942'],
    gloss: 'large ferocious bear of Eurasia',
  });
});

test('senses come in the order of WordNet, with their tag counts', () => {
  assert.deepEqual(
    wordnet.senses('crane').map(({ synset }) => wordnet.synset(synset).lemmas[0]),
    ['Crane', 'Crane', 'Grus', 'crane', 'crane'],
  );
  assert.equal(wordnet.synset('n10914447').isInstance, true);
  assert.deepEqual(wordnet.senses('dog')[0], { synset: 'n02084071', tagCount: 42 });
  assert.deepEqual(wordnet.senses('nosuchnoun'), []);
});

test('a form finds every lemma that has it, and each synset once', () => {
  assert.deepEqual(wordnet.lemmas('goldenretriever'), ['golden_retriever']);
  assert.deepEqual(wordnet.lemmas('hood'), ["'hood", 'hood']);
  const synsets = wordnet.senses('airflow').map(({ synset }) => synset);
  assert.deepEqual(wordnet.lemmas('airflow'), ['air_flow', 'airflow']);
  assert.equal(new Set(synsets).size, synsets.length);
});

test('every form is the normalised form of its lemmas, and every synset of every form can be read', () => {
  const synsets = new Set<string>();
  for (const form of wordnet.forms()) {
    for (const lemma of wordnet.lemmas(form)) assert.equal(normaliseHashtag(lemma), form);
    for (const { synset } of wordnet.senses(form)) synsets.add(synset);
  }
  assert.equal(synsets.size, 82_115); // of wnstats(7WN)
  for (const id of synsets) {
    const { hypernyms, lemmas } = wordnet.synset(id);
    assert(lemmas.length > 0);
    assert(hypernyms.length > 0 || id === 'n00001740', `${id} has nothing above it`);
  }
});

for (const id of ['n02132137', 'n99999999', 'n00000000', '02132136', 'v02132136', 'bear', 'n0213213']) {
  test(`"${id}" is the id of no noun synset`, () => {
    assert.throws(() => wordnet.synset(id), {
      name: 'RangeError',
      message: /expected the id of a noun synset/,
    });
  });
}
