import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { train } from '../../src/trainer.js';
import { licensesOfData } from '../../src/training-data/data-licenses.js';
import { licensesOfSource } from '../../src/weights/source-licenses.js';
import { TINY } from '../tiny-training.js';

const MIT = { source: 'drawings', origin: 'drawings 1.0', license: 'MIT', attribution: 'by us' };
const CC = { source: 'emoji', origin: 'emoji 2.0', license: 'CC-BY-SA-4.0' };
const licensesIn = (run: string) => JSON.parse(readFileSync(path.join(run, 'config.json'), 'utf8')).licenses;

test('a run records the licenses of its data, and of the run that it starts from; weights of a known name have theirs', async (t) => {
  const { folder, data } = await tinySet(t, { train: 16, validation: 2 });
  const file = path.join(data, 'prepare.json');
  const preparation = JSON.parse(readFileSync(file, 'utf8'));
  const withLicenses = (licenses: readonly object[]) =>
    writeFileSync(file, JSON.stringify({ ...preparation, licenses }));
  withLicenses([MIT]);
  const first = path.join(folder, 'first');
  await train({ ...TINY, data, out: first });
  assert.deepEqual(licensesIn(first), [MIT]);
  withLicenses([CC]);
  const second = path.join(folder, 'second');
  await train({ ...TINY, data, out: second, initFrom: first });
  assert.deepEqual(licensesIn(second), [CC, MIT]);

  assert.deepEqual(await licensesOfSource({ run: second }), [CC, MIT]);
  const [checkpoint = ''] = readdirSync(path.join(first, 'checkpoints'));
  // The name of published weights, whose license is known.
  const published = path.join(temporaryFolder(t), 'resnet18_swag_lc.safetensors');
  copyFileSync(path.join(first, 'checkpoints', checkpoint, 'model.safetensors'), published);
  const [license, ...others] = await licensesOfSource({ weights: published });
  assert.deepEqual(
    [license?.source, license?.license, others],
    [path.basename(published), 'CC-BY-NC-4.0', []],
  );
  assert.match(license?.origin ?? '', /^weights, SHA-256 [0-9a-f]{64}$/);
});

test('labelled images have the license of the dataset.json beside the table; another file of that name is noted', async (t) => {
  const folder = temporaryFolder(t);
  const table = path.join(folder, 'labels.csv');
  assert.deepEqual(await licensesOfData(table), []);
  const description = path.join(folder, 'dataset.json');
  writeFileSync(description, JSON.stringify({ ...MIT, images: 1, posts: 1, setAside: 0 }));
  assert.deepEqual(await licensesOfData(table), [MIT]);
  assert.deepEqual(await licensesOfData(folder), [MIT]);
  const notes: string[] = [];
  writeFileSync(description, '{"name": "my own"}');
  assert.deepEqual(await licensesOfData(folder, (text) => void notes.push(text)), []);
  assert.match(
    notes.join('\n'),
    /^\S+dataset\.json: expected a description of a data set, .*; its license is not recorded$/,
  );
});
