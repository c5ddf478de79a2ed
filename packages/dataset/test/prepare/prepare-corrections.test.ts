import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { InputError } from '@hashsight/formats';
import { readTrainingSet } from '@hashsight/formats/node';
import { prepare } from '../../src/prepare/prepare.js';
import { post, postSet } from './post-set.js';

/** The hashtags of each post in the training set, by its id. */
async function labelsById(out: string): Promise<Record<string, string[]>> {
  const { train, vocabulary } = await readTrainingSet(out);
  return Object.fromEntries(
    train.map(({ id, labels }) => [id, labels.map((label) => vocabulary.classes[label]?.name ?? '').sort()]),
  );
}

test('corrections remove and add hashtags in any spelling, and only those', async (t) => {
  const posts = [post('one', '#Cat', 'dog'), post('two', '#Cat#emu', 'dog'), post('three', 'emu', 'cat')];
  const { options, folder } = postSet(t, posts, { minCount: 1, validationShare: 0, testShare: 0 });
  const corrections = path.join(folder, 'corrections.jsonl');
  const lines = [
    { id: 'one', remove: ['CAT'], add: ['Emu'] },
    { id: 'two', remove: ['cat'] },
    { id: 'two', add: ['yak'] },
    { id: 'gone', remove: ['cat'] },
  ];
  writeFileSync(corrections, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const notes: string[] = [];
  await prepare({ ...options, corrections, onNote: (line) => notes.push(line) });
  assert.deepEqual(await labelsById(options.out), {
    one: ['dog', 'emu'],
    two: ['dog', 'emu', 'yak'],
    three: ['cat', 'emu'],
  });
  assert.ok(
    notes.some((line) => line.includes('corrections of 2 posts applied; 1 belong to no post')),
    notes.join('\n'),
  );
  // Other corrections are not taken for the same ones.
  writeFileSync(corrections, `${JSON.stringify({ id: 'three', remove: ['emu'] })}\n`);
  await prepare({ ...options, corrections });
  assert.deepEqual((await labelsById(options.out)).three, ['cat']);
  assert.deepEqual((await labelsById(options.out)).one, ['cat', 'dog']);
});

test('a damaged file of corrections is told with its line', async (t) => {
  const { options, folder } = postSet(t, [post('one', 'cat')], { minCount: 1 });
  const corrections = path.join(folder, 'corrections.jsonl');
  const fails = async (text: string, message: RegExp) => {
    writeFileSync(corrections, text);
    await assert.rejects(prepare({ ...options, corrections }), (error) => {
      return error instanceof InputError && message.test(error.message);
    });
  };
  await fails('{"id": "one"}\n{"id": 7}\n', /corrections\.jsonl:2/);
  await fails('{"id": "one", "remove": ["Cat"], "add": ["cat"]}\n', /"one".*got both for "cat"/);
  await assert.rejects(prepare({ ...options, corrections: path.join(folder, 'none') }), InputError);
});
