import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { readPrepareRecipe } from '../../src/dataset/index.js';
import { temporaryFolder } from '../temporary-folder.js';

function recipe(t: TestContext, content: unknown): string {
  const folder = path.join(temporaryFolder(t), 'recipes');
  mkdirSync(folder);
  const file = path.join(folder, 'cats.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

test('a recipe holds options by their names', async (t) => {
  const options = {
    columns: { hashtags: 'tags' },
    vocabulary: 'top:100',
    senses: 'first',
    minCount: 3,
    keep: ['tbt'],
    splitBy: 'user',
    validationShare: 0.2,
    maxSetAside: 0.5,
    duplicates: 'keep',
    sampling: 'sqrt',
    samplingThreshold: 0.01,
    labelNoise: 0.1,
    seed: 7,
    shorterSide: 256,
    maxShardSize: 1_000_000,
    pictures: false,
  };
  assert.deepEqual(await readPrepareRecipe(recipe(t, options)), options);
  assert.deepEqual(await readPrepareRecipe(recipe(t, {})), {});
});

test('paths in a recipe are relative to it, those of classes too', async (t) => {
  const places = { images: 'pictures', evaluationSets: ['../test', '/sets/val'] };
  const file = recipe(t, {
    ...places,
    posts: ['../a/*.jsonl', '/b.csv'],
    vocabulary: 'match:../classes.txt',
  });
  const folder = path.dirname(path.dirname(file));
  assert.deepEqual(await readPrepareRecipe(file), {
    images: path.join(folder, 'recipes', 'pictures'),
    evaluationSets: [path.join(folder, 'test'), '/sets/val'],
    posts: [path.join(folder, 'a/*.jsonl'), '/b.csv'],
    vocabulary: `match:${folder}/classes.txt`,
  });
  const one = recipe(t, { posts: 'posts.jsonl', vocabulary: 'file:my.json' });
  assert.deepEqual(await readPrepareRecipe(one), {
    posts: [path.join(path.dirname(one), 'posts.jsonl')],
    vocabulary: `file:${path.dirname(one)}/my.json`,
  });
});

const REFUSED: readonly (readonly [title: string, content: unknown, message: RegExp])[] = [
  [
    'a key that is no option',
    { minCounts: 3 },
    /expected options of prepare, got .*"minCounts".* at its top$/,
  ],
  ['the folder to write to', { out: 'data' }, /got .*"out".* at its top$/],
  ['a value of another kind', { minCount: 'many' }, /got .*expected .*, received string at minCount$/],
  ['a rule that is none', { duplicates: 'some' }, /got .*"merge".* at duplicates$/],
  ['a field of a post that is none', { columns: { tag: 'x' } }, /got .* at columns/],
  ['no posts in its list', { posts: [] }, /got .* at posts$/],
  ['a list', [], /got .*expected object.* at its top$/],
  ['half of its JSON', '{"minCount": 3', /expected options of prepare in JSON, got /],
];
for (const [title, content, message] of REFUSED) {
  test(`a recipe with ${title} is one line that names the file`, async (t) => {
    const file = recipe(t, content);
    await assert.rejects(readPrepareRecipe(file), (error) => {
      assert(error instanceof Error && error.name === 'InputError');
      assert(error.message.startsWith(`${file}: expected `), error.message);
      assert.match(error.message, message);
      assert(!error.message.includes('\n'), error.message);
      return true;
    });
  });
}

test('a recipe that is not there is one line', async (t) => {
  const file = path.join(temporaryFolder(t), 'no.json');
  await assert.rejects(readPrepareRecipe(file), {
    name: 'InputError',
    message: `${file}: no such file or folder`,
  });
});
