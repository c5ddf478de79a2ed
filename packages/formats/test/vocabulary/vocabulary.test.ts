import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.js';
import { readVocabulary, writeVocabulary } from '../../src/vocabulary/vocabulary-file.js';
import { temporaryFolder } from '../temporary-folder.js';

const count = fc.nat();
const vocabularies: fc.Arbitrary<Vocabulary> = fc.record({
  version: fc.constant(1 as const),
  classes: fc.uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1 }),
      hashtags: fc.array(fc.string(), { minLength: 1 }),
      count,
    }),
    { minLength: 1, selector: ({ name }) => name },
  ),
  dropped: fc.array(fc.record({ hashtag: fc.string(), count, reason: fc.string() })),
});

test('what is written is read back, whatever the names are', async (t) => {
  const file = path.join(temporaryFolder(t), 'vocabulary.json');
  await fc.assert(
    fc.asyncProperty(vocabularies, async (vocabulary) => {
      await writeVocabulary(file, vocabulary);
      // Through JSON, as fast-check's records have no prototype.
      assert.deepEqual(await readVocabulary(file), JSON.parse(JSON.stringify(vocabulary)));
    }),
    { numRuns: 30 },
  );
  assert.deepEqual(readdirSync(path.dirname(file)), ['vocabulary.json']);
});

test('the file has a line for each class and each dropped hashtag', async (t) => {
  const file = path.join(temporaryFolder(t), 'vocabulary.json');
  await writeVocabulary(file, {
    version: 1,
    classes: [{ name: 'cat', hashtags: ['cat'], count: 2 }],
    dropped: [
      { hashtag: 'tbt', count: 1, reason: 'generic (platform)' },
      { hashtag: 'dog', count: 1, reason: 'rare (1 post, minimum 2)' },
    ],
  });
  const lines = readFileSync(file, 'utf8').split(/,?\n/);
  assert(lines.includes('    {"name":"cat","hashtags":["cat"],"count":2}'));
  assert(lines.includes('    {"hashtag":"tbt","count":1,"reason":"generic (platform)"}'));
  assert(lines.includes('    {"hashtag":"dog","count":1,"reason":"rare (1 post, minimum 2)"}'));
});

const BROKEN: readonly (readonly [title: string, text: string, message: RegExp])[] = [
  [
    'zero classes',
    '{"version":1,"classes":[],"dropped":[]}',
    /expected at least one class, got an empty vocabulary$/,
  ],
  ['a cut off file', '{"version":1,"cla', /expected a vocabulary in JSON, got /],
  ['another version', '{"version":2,"classes":[],"dropped":[]}', /expected a vocabulary, got .* at version$/],
  [
    'a class twice',
    '{"version":1,"classes":[{"name":"a","hashtags":["a"],"count":1},{"name":"a","hashtags":["a"],"count":1}],"dropped":[]}',
    /the class "a" is listed twice; remove one of them$/,
  ],
];

for (const [title, text, message] of BROKEN) {
  test(`a vocabulary with ${title} is one clear line`, async (t) => {
    const file = path.join(temporaryFolder(t), 'vocabulary.json');
    writeFileSync(file, text);
    await assert.rejects(readVocabulary(file), message);
  });
}
