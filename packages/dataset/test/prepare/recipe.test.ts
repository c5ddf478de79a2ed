import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { resolveOptions } from '../../src/prepare/prepare-options.js';
import { prepareRecipeNames, readPrepareRecipe } from '../../src/prepare/recipe.js';
import { post, postSet } from './post-set.js';

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
    filters: false,
    keep: ['tbt'],
    splitBy: 'user',
    validationShare: 0.2,
    testShare: 0.1,
    maxSetAside: 0.5,
    duplicates: 'keep',
    sampling: 'sqrt',
    samplingThreshold: 0.01,
    labelNoise: 0.1,
    seed: 7,
    shorterSide: 256,
    maxShardSize: 1_000_000,
    readImages: false,
  };
  assert.deepEqual(await readPrepareRecipe(recipe(t, options)), options);
  assert.deepEqual(await readPrepareRecipe(recipe(t, {})), {});
});

test("the paper's recipes have its vocabulary rules, no filters of ours, and square-root sampling", async () => {
  assert.deepEqual(prepareRecipeNames(), ['paper-1.5k', 'paper-8.5k', 'paper-17k']);
  const recipes = await Promise.all(prepareRecipeNames().map(readPrepareRecipe));
  assert.deepEqual(
    recipes.map(({ vocabulary }) => vocabulary),
    ['imagenet', 'top:8500', 'wordnet'],
  );
  for (const recipe of recipes) {
    const { filters, sampling } = resolveOptions({ ...recipe, posts: 'a', out: 'b' } as PrepareOptions);
    assert.deepEqual([filters, sampling], [false, 'sqrt']);
    assert(!('description' in recipe) && !('source' in recipe), 'what is for people is no option');
  }
  await assert.rejects(readPrepareRecipe('paper-32x4d'), {
    name: 'UsageError',
    message: 'recipe: expected one of paper-1.5k, paper-8.5k, paper-17k, or a .json file; got "paper-32x4d"',
  });
});

test('without filters a hashtag of posting, a bare wish for followers and one of a single day are classes', async (t) => {
  const day = (id: string, ...hashtags: string[]) => ({ ...post(id, ...hashtags), created_at: '2024-05-01' });
  const posts = Array.from({ length: 60 }, (_, i) =>
    i < 20 ? day(`${i}`, 'love', 'cat') : post(`${i}`, i % 2 === 0 ? 'tbt' : 'follow4follow', 'dog'),
  );
  const names = async (filters: boolean) => {
    const { options } = postSet(t, posts, { readImages: false, filters });
    const { vocabulary, preparation } = await prepare(options);
    assert.equal(preparation.settings.filters, filters);
    return vocabulary.classes.map(({ name }) => name).sort();
  };
  assert.deepEqual(await names(false), ['cat', 'dog', 'follow4follow', 'love', 'tbt']);
  const filtered = await names(true);
  for (const name of ['tbt', 'follow4follow', 'love']) assert(!filtered.includes(name), name);
});

test('paths in a recipe are relative to it, those of classes too', async (t) => {
  const places = { images: 'images', evaluationSets: ['../test', '/sets/val'] };
  const file = recipe(t, {
    ...places,
    posts: ['../a/*.jsonl', '/b.csv'],
    vocabulary: 'match:../classes.txt',
  });
  const folder = path.dirname(path.dirname(file));
  assert.deepEqual(await readPrepareRecipe(file), {
    images: path.join(folder, 'recipes', 'images'),
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
