import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { compileExamples, readmeExample, runNode } from '@hashsight/formats/test/compiled-examples';
import { writeTinyModel } from '@hashsight/tagger/test/tiny-model';
import { taggedPhotos } from './tagged-photos.js';

/** In this order: one reads what another wrote. */
const PRINTED = {
  dataset: /^2 classes, 0 dropped hashtags\n\[ '(red|blue): 30 images', '(red|blue): 30 images' \]\n$/,
  formats: /^\d+ images to train on, \d+ to validate with\n(red|blue)-\d+\.png \[ '(red|blue)' \]\n/,
  images: /^32 × 32, 3072 bytes of RGB\n$/,
  pages: /^$/,
  search: /^\/photos\/cat\.jpg 1\.00\n\/photos\/dog\.jpg 0\.60\n$/,
  tagger: /^(red|green|blue) 0\.\d{3}\n/,
  'native-build': /[\\/]build\n$/,
  server: /^\{\n {2}tags: \[\n {4}\{\n {6}hashtag: '(red|green|blue)',\n/,
  training: /^hit@1 [\d.]+, always the most frequent classes [\d.]+\n\[\n {2}\{ hashtag: '(red|blue)'/,
  hashsight: /^[\d.]+\n\[ \{ hashtag: '(red|blue)', probability: [\d.]+ \} \]\n$/,
} as const;

const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-readmes-'));

before(async () => {
  await taggedPhotos(folder, 60);
  copyFileSync(path.join(folder, 'photos/red-0.png'), path.join(folder, 'photo.png'));
  await writeTinyModel(path.join(folder, 'model'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("each package's README has an example that compiles, runs and prints what it says", async (t) => {
  const names = Object.keys(PRINTED) as (keyof typeof PRINTED)[];
  const program = compileExamples(t, Object.fromEntries(names.map((name) => [name, readmeExample(name)])));
  for (const name of names) {
    await t.test(name, () => assert.match(runNode([program(name)], folder), PRINTED[name]));
  }
  await t.test('the page of @hashsight/pages escapes what it was not given as HTML', () => {
    const page = readFileSync(path.join(folder, 'page.html'), 'utf8');
    assert.match(page, /<h1>lr &#60; 0\.1<\/h1>/);
    assert.match(page, /<svg class="chart wide"/);
  });
});
