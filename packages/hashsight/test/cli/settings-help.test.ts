import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { describeSettings, readRecipe, recipeNames } from '@hashsight/training/settings';
import { settingsPage } from '../../src/cli/settings-help.js';
import { verbCommand } from '../../src/cli/verbs.js';
import { hashsight } from './run-hashsight.js';

test('--help-all lists every setting with its flag, values and default, and asks for nothing else', () => {
  const { code, out, error } = hashsight(['train', '--help-all']);
  assert.deepEqual([code, error], [0, '']);
  const blocks = new Map(
    out
      .trimEnd()
      .split('\n\n')
      .map((block) => [block.split(' ')[0], block.split('\n')] as const),
  );
  assert.deepEqual(blocks.get('halvings')?.slice(2), ['  values: a whole number from 1', '  default: 10']);
  assert.equal(blocks.get('momentum')?.[0], 'momentum  (in a recipe)');
  assert.equal(blocks.get('augmentation.colorJitter')?.at(-1), '  default: [0,0,0,0]');
  assert.deepEqual(blocks.get('bcePosWeight')?.slice(2), [
    '  values: a number above 0, or balanced',
    '  default: 1',
  ]);
  assert.equal(
    blocks.get('preprocessing.imageSize')?.[0],
    'preprocessing.imageSize  (--image-size <pixels>)',
  );
  assert.equal(blocks.get('shuffleBuffer')?.at(-2), '  values: a whole number from 1, or null');
});

test('a value that needs words has a line', () => {
  const { out } = hashsight(['train', '--help-all']);
  assert.match(
    out,
    /\nloss {2}\(--loss <name>\)\n.*\n {2}values: softmax or sigmoid\n {4}softmax: .*\n {4}sigmoid: /,
  );
});

test('whatever a recipe holds is described', () => {
  const known = new Set(describeSettings().map(({ name }) => name));
  for (const recipe of recipeNames()) {
    const { preprocessing = {}, augmentation = {}, ...settings } = readRecipe(recipe).settings;
    const names = [
      ...Object.keys(settings),
      ...Object.keys(preprocessing).map((name) => `preprocessing.${name}`),
      ...Object.keys(augmentation).map((name) => `augmentation.${name}`),
    ];
    for (const name of names) assert(known.has(name), `${name} of ${recipe}`);
  }
});

test('docs/training-settings.md is current', async () => {
  const page = readFileSync(new URL('../../../../../docs/training-settings.md', import.meta.url), 'utf8');
  assert(
    page === settingsPage(await verbCommand('train')),
    'expected the page that the schema makes, got another; run npm run generate',
  );
});

test('what a recipe says that it does, its settings do', () => {
  const meant = [
    [/average/i, 'modelEmaDecay'],
    [/small images first/i, 'imageSizeStart'],
    [/label smoothing/i, 'labelSmoothing'],
    [/halv/i, 'halvings'],
    [/activation checkpointing/i, 'gradCheckpointing'],
    [/weight decay/i, 'weightDecay'],
  ] as const;
  let count = 0;
  for (const name of recipeNames()) {
    const { description, source, settings } = readRecipe(name);
    for (const [words, setting] of meant) {
      if (!words.test(`${description} ${source}`)) continue;
      count++;
      assert(settings[setting] !== undefined, `${name} speaks of ${words.source}, and has no ${setting}`);
    }
  }
  assert(count > 10);
});
