import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Vocabulary } from '@hashsight/formats';
import { writeVocabulary } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { canonicaliseHashtags } from '../../../src/hashtags/canonicalise.js';
import { listedClasses, readClassList } from '../../../src/hashtags/vocabularies/class-list.js';
import { matchClasses } from '../../../src/hashtags/vocabularies/match-classes.js';
import { loadWordNet } from '../../../src/hashtags/wordnet/wordnet.js';

const wordnet = loadWordNet();
const counted = (...hashtags: string[]) => ({
  posts: 1000,
  counts: new Map(hashtags.map((hashtag, position) => [hashtag, 100 - position])),
});
const canonical = (...hashtags: string[]) => canonicaliseHashtags(wordnet, counted(...hashtags), 'best');
const listed = (...names: string[]) => names.map((name) => ({ name, words: [name] }));

test('a text file lists classes with their synonyms; notes and empty lines are passed over', async (t) => {
  const file = path.join(temporaryFolder(t), 'classes.txt');
  writeFileSync(file, '\ufeff# my classes\r\ntench, Tinca tinca\r\n\r\n#GoldenRetriever , goldie\n');
  assert.deepEqual(await readClassList(file), [
    { name: 'tench', words: ['tench', 'Tinca tinca'] },
    { name: 'GoldenRetriever', words: ['GoldenRetriever', 'goldie'] },
  ]);
});

test('the subfolders of a folder are classes', async (t) => {
  const folder = temporaryFolder(t);
  for (const name of ['poodle', 'beagle', '.cache']) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, 'readme.txt'), '');
  assert.deepEqual(await readClassList(folder), listed('beagle', 'poodle'));
});

test('an edited vocabulary.json makes the classes that stand in it, and no others', async (t) => {
  const file = path.join(temporaryFolder(t), 'vocabulary.json');
  const vocabulary: Vocabulary = {
    version: 1,
    classes: [
      { name: 'cat', hashtags: ['cat', 'kitty'], synsets: ['n02121620'], count: 3 },
      { name: 'dogs and friends', hashtags: ['poodle'], count: 1 },
    ],
    dropped: [{ hashtag: 'tbt', count: 9, reason: 'generic (platform)' }],
  };
  await writeVocabulary(file, vocabulary);
  const { classes, excluded } = listedClasses(
    await readClassList(file),
    counted('kitty', 'poodle', 'tbt'),
    file,
  );
  assert.deepEqual(classes, [
    { name: 'cat', hashtags: ['kitty'], synsets: ['n02121620'] },
    { name: 'dogs and friends', hashtags: ['poodle'], synsets: [] },
  ]);
  assert.deepEqual([...excluded], [['tbt', `not in ${file}`]]);
});

const BROKEN: readonly (readonly [title: string, text: string, message: RegExp])[] = [
  ['without a class', '# nothing\n\n', /expected a list of classes, got no class$/],
  ['with a class twice', 'Cat\ndog\nc-a-t\n', /the class "c-a-t" is listed twice; remove one of them$/],
  ['with a class without name', 'cat\n, dog\n', /expected class names, got ""$/],
];

for (const [title, text, message] of BROKEN) {
  test(`a list ${title} is one clear line`, async (t) => {
    const file = path.join(temporaryFolder(t), 'classes.txt');
    writeFileSync(file, text);
    await assert.rejects(readClassList(file), { code: 'ERR_INPUT', message });
  });
}

test('a list that is not there is one clear line', async (t) => {
  const file = path.join(temporaryFolder(t), 'classes.txt');
  await assert.rejects(readClassList(file), { code: 'ERR_INPUT', message: /no such file or folder$/ });
});

test('match: hashtags go to the nearest target that names them, is their synset, or is above it', () => {
  const { classes, targets, excluded } = matchClasses(
    wordnet,
    canonical('poodle', 'poodles', 'beagle', 'dogs', 'kitty', 'tiger', 'car', 'mycat', 'tbt'),
    listed('dog', 'n02113335-poodle_dog', '003.house_cat', 'my cat', 'zeppelin'),
  );
  assert.deepEqual(targets, [
    { name: 'dog', synset: 'n02084071', hashtags: ['beagle', 'dogs'] },
    { name: 'poodle_dog', synset: 'n02113335', hashtags: ['poodle', 'poodles'] },
    { name: 'house_cat', synset: 'n02121808', hashtags: ['kitty'] },
    { name: 'my cat', hashtags: ['mycat'] },
    { name: 'zeppelin', synset: 'n04614372', hashtags: [] },
  ]);
  assert.deepEqual(
    classes.map(({ name }) => name),
    ['dog', 'poodle_dog', 'house_cat', 'my cat'],
  );
  assert.deepEqual([...excluded.keys()], ['tiger', 'car', 'tbt']);
  assert([...excluded.values()].every((reason) => reason === 'fits no target class'));
});

test('match: a target of several senses is understood by its synonyms, or by the other targets', () => {
  const senseOf = (...names: string[]) => matchClasses(wordnet, [], listed(...names)).targets[0]?.synset;
  assert.equal(senseOf('crane', 'heron', 'flamingo', 'pelican'), 'n02012849');
  assert.equal(senseOf('crane', 'excavator', 'bulldozer', 'tractor'), 'n03126707');
  const [target] = matchClasses(wordnet, [], [{ name: 'kite', words: ['kite', 'hawk'] }]).targets;
  assert.equal(wordnet.synset(target?.synset ?? '').lexicographerFile, 'animal');
});
