import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { FilesBelow } from '../../src/files/find-below.js';
import { temporaryFolder } from '../temporary-folder.js';

const COMPOSED = 'Müller/Zoë – 東京 ガ.jpg';
const APART = COMPOSED.normalize('NFD');

function folderOf(t: TestContext, ...files: readonly string[]): string {
  const folder = temporaryFolder(t);
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), '');
  }
  return folder;
}

test('a name is found however its accents are written, in the folders above it too', async (t) => {
  assert.notEqual(COMPOSED, APART);
  for (const [onDisk, asked] of [
    [COMPOSED, APART],
    [APART, COMPOSED],
    ['Müller'.normalize('NFD') + COMPOSED.slice(6), COMPOSED],
    [COMPOSED, COMPOSED],
  ] as const) {
    const folder = folderOf(t, onDisk, 'other/é.jpg');
    const below = await FilesBelow.open(folder);
    assert.deepEqual(await below.find(asked), { file: path.join(folder, onDisk) });
    assert.deepEqual(await below.find('Muller/x.jpg'), { problem: 'got no such file' });
    assert.deepEqual(await below.find('é.jpg'), { problem: 'got no such file' });
    assert.deepEqual(await below.find('other'), { problem: 'got no such file' });
  }
});

test('of two files that differ so alone, each name is its own', async (t) => {
  const names = ['é.jpg', 'é.jpg'.normalize('NFD')];
  const folder = folderOf(t, ...names);
  const below = await FilesBelow.open(folder);
  for (const name of names) assert.deepEqual(await below.find(name), { file: path.join(folder, name) });
});

test('links are followed within the folder only, unless all are to be followed', async (t) => {
  const elsewhere = folderOf(t, 'a.jpg', 'deep/b.jpg');
  const folder = folderOf(t, 'own/c.jpg');
  symlinkSync(path.join(elsewhere, 'a.jpg'), path.join(folder, 'a.jpg'));
  symlinkSync(path.join(elsewhere, 'deep'), path.join(folder, 'deep'));
  symlinkSync('own/c.jpg', path.join(folder, 'c.jpg'));
  symlinkSync('own', path.join(folder, 'mine'));
  symlinkSync('nothing', path.join(folder, 'broken.jpg'));
  symlinkSync('round.jpg', path.join(folder, 'round.jpg'));
  const named = path.join(temporaryFolder(t), 'named');
  symlinkSync(folder, named);
  for (const root of [folder, named]) {
    const below = await FilesBelow.open(root);
    const all = await FilesBelow.open(root, { followSymlinks: true });
    for (const name of ['c.jpg', 'mine/c.jpg', 'own/c.jpg']) {
      assert.deepEqual(await below.find(name), { file: path.join(root, name) });
      assert.deepEqual(await all.find(name), { file: path.join(root, name) });
    }
    for (const name of ['a.jpg', 'deep/b.jpg']) {
      assert.match(
        (await below.find(name)).problem ?? '',
        /^got a link that leads out of .*`followSymlinks: true` follows it$/,
      );
      assert.deepEqual(await all.find(name), { file: path.join(root, name) });
    }
    for (const name of ['broken.jpg', 'round.jpg']) {
      assert.deepEqual(await below.find(name), { problem: 'got no such file' });
      assert.deepEqual(await all.find(name), { problem: 'got no such file' });
    }
  }
});
