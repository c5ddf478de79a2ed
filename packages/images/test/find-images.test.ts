import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { findImages } from '../src/find-images.js';

test('files, folders and globs give paths of images in their order; what is not there comes as it is', async (t) => {
  const root = temporaryFolder(t);
  mkdirSync(path.join(root, 'a[1]', 'deep'), { recursive: true });
  mkdirSync(path.join(root, 'empty'));
  for (const name of [
    'a[1]/2.png',
    'a[1]/1.JPG',
    'a[1]/words.txt',
    'a[1]/deep/3.webp',
    'b.jpg',
    'any.thing',
  ]) {
    writeFileSync(path.join(root, name), '');
  }
  const unusable: string[] = [];
  const found = async (...sources: string[]) => {
    const images: string[] = [];
    const onUnusable = (folder: string, error: Error) => unusable.push(folder, error.message);
    for await (const image of findImages(
      sources.map((source) => path.join(root, source)),
      { onUnusable },
    )) {
      images.push(path.relative(root, image));
    }
    return images;
  };
  const folder = ['a[1]/1.JPG', 'a[1]/2.png', 'a[1]/deep/3.webp'];
  assert.deepEqual(await found('a[1]'), folder);
  assert.deepEqual(await found('any.thing', 'a[1]/*.png', 'a[1]', '*.jpg'), [
    ...['any.thing', 'a[1]/2.png'],
    ...folder,
    'b.jpg',
  ]);
  assert.deepEqual(await found('gone.jpg', '*.gif'), ['gone.jpg', '*.gif']);
  assert.deepEqual(unusable, []);
  assert.deepEqual(await found('empty', 'b.jpg'), ['b.jpg']);
  const empty = path.join(root, 'empty');
  assert.deepEqual(unusable, [empty, `no images found in ${empty}/`]);
});
