import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runNode } from '@hashsight/formats/test/compiled-examples';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { distributed } from '@hashsight/torch';
import { taggedPhotos } from './tagged-photos.js';

const EXAMPLES = fileURLToPath(new URL('../../../../../examples/', import.meta.url));

/** One epoch of small images: what is tested is that the programs run and print, not what is learned. */
const SMALL = ['1', '32'];

const python = await pythonPackages('webdataset==1.0.2');

const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-examples-'));

const run = (name: string, words: readonly string[]) =>
  runNode([path.join(EXAMPLES, 'dist', `${name}.js`), ...words], folder, { OMP_NUM_THREADS: '1' });

before(() => taggedPhotos(folder, 60));
after(() => rmSync(folder, { recursive: true, force: true }));

test('own-posts.ts prepares, trains, evaluates and predicts', () => {
  const printed = run('own-posts', SMALL);
  assert.match(printed, /^\d+ images to train on, 2 classes\nhit@1 \d\.\d{3}, the baseline \d\.\d{3}\n/);
  assert.match(printed, /^(red|blue)-\d+\.png: #(red|blue) \d\.\d\d$/m);
});

test('fine-grained.ts takes its classes from a list, with other spellings', () => {
  writeFileSync(path.join(folder, 'classes.txt'), 'crimson, red\nnavy, blue\n');
  const printed = run('fine-grained', SMALL);
  assert.match(printed, /^crimson: \d+ images, by .*#red/m);
  assert.match(printed, /^mean average precision \d\.\d{3}$/m);
});

test('custom-loop.ts trains a network of its own, and its loss falls', () => {
  const printed = run('custom-loop', ['60']);
  const losses = Array.from(printed.matchAll(/^step \d+: loss (\d\.\d{3})$/gm), ([, loss]) => Number(loss));
  assert.equal(losses.length, 6);
  // Red and blue are far apart: from log(2) to near zero.
  assert((losses.at(-1) ?? 1) < 0.3, printed);
});

test('many-processes.ts trains with two processes', {
  skip: distributed.torchrunCommand()[0] === 'torchrun' && 'no torchrun of the LibTorch in use',
}, () => {
  const printed = run('many-processes', SMALL);
  assert.match(printed, /^2 processes, 32 images per step\nepoch 1 of 1$/m);
});

test('read_training_set.py reads the images and their classes', { skip: python.skip }, () => {
  const printed = python.run(path.join(EXAMPLES, 'read_training_set.py'), [path.join(folder, 'data')]);
  assert.match(printed, /^\d+\.png: \d+ bytes, (red|blue)$/m);
  const counts = JSON.parse(readFileSync(path.join(folder, 'data', 'prepare.json'), 'utf8')).counts;
  assert(printed.endsWith(`${counts.train} images, 2 classes\n`), printed);
});

test('the README of the examples lists each of them, and no other', () => {
  const readme = readFileSync(path.join(EXAMPLES, 'README.md'), 'utf8');
  const listed = Array.from(readme.matchAll(/^\| \[([^\]]+)\]\(\1\)/gm), ([, name]) => name);
  const there = readdirSync(EXAMPLES).filter((name) => /\.(ts|py)$/.test(name));
  assert.deepEqual(listed.sort(), there.sort());
});
