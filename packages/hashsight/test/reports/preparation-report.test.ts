import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { writePreparationReport } from '../../src/reports/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { tinySet } from '../training/tiny-set.js';

test('the page of a training set shows its classes and pictures, and needs nothing else', async (t) => {
  const { data } = await tinySet(t, { train: 12, validation: 4 });
  const file = await writePreparationReport(data, { title: 'Red & blue' });
  const page = readFileSync(file, 'utf8');
  assert.match(page, /<h1>Red &#38; blue<\/h1>/);
  assert.match(page, /<b>1\.00<\/b>labels a picture/);
  assert.equal(page.match(/<img src="data:image\/webp;base64,/g)?.length, 8); // four of each class
  assert.equal(/(?:src|href)="(?!data:)/.exec(page), null);
  await writePreparationReport(data, { title: 'Red & blue' });
  assert.equal(readFileSync(file, 'utf8'), page); // the same set gives the same page
});

test('a folder that is no training set is one line', async (t) => {
  const folder = temporaryFolder(t);
  await assert.rejects(writePreparationReport(folder), {
    name: 'InputError',
    message: `${folder}: expected a folder that hashsight prepare wrote, got one with no prepare.json`,
  });
});
