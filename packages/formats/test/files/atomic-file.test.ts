import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { InputError } from '../../src/errors.js';
import { stageCopy, stageFile, writeFileAtomic } from '../../src/files/atomic-file.js';
import { buildFolder } from '../../src/files/build-folder.js';
import { isLeftOver, removeLeftOvers, writeBeside } from '../../src/files/write-beside.js';
import { temporaryFolder } from '../temporary-folder.js';

test('a file is written whole, in a folder that is made, from a string, bytes and pieces', async (t) => {
  const folder = path.join(temporaryFolder(t), 'new', 'folder');
  async function* pieces() {
    for (let i = 0; i < 3; i += 1) yield 'x'.repeat(200_000);
  }
  await writeFileAtomic(path.join(folder, 'text'), 'naïve');
  await writeFileAtomic(path.join(folder, 'bytes'), new Uint8Array([0, 255]));
  await writeFileAtomic(path.join(folder, 'pieces'), pieces());
  assert.equal(readFileSync(path.join(folder, 'text'), 'utf8'), 'naïve');
  assert.deepEqual([...readFileSync(path.join(folder, 'bytes'))], [0, 255]);
  assert.equal(readFileSync(path.join(folder, 'pieces')).length, 600_000);
  assert.deepEqual(readdirSync(folder).sort(), ['bytes', 'pieces', 'text']);
});

test('when the content fails half-way, the old file stays and nothing lies beside it', async (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'metrics.jsonl');
  writeFileSync(file, 'old');
  function* broken() {
    yield 'x'.repeat(500_000);
    throw new Error('no more');
  }
  await assert.rejects(writeFileAtomic(file, broken()), /no more/);
  assert.equal(readFileSync(file, 'utf8'), 'old');
  assert.deepEqual(readdirSync(folder), ['metrics.jsonl']);
});

test('a staged file is seen only after its commit, and never after being discarded', async (t) => {
  const folder = temporaryFolder(t);
  const kept = await stageFile(path.join(folder, 'kept'), '1');
  const discarded = await stageFile(path.join(folder, 'discarded'), '2');
  assert.equal(readdirSync(folder).filter((name) => !name.startsWith('.')).length, 0);
  await kept.commit();
  await discarded.discard();
  assert.deepEqual(readdirSync(folder), ['kept']);
});

test('a copy is seen after its commit, replaces what was there, and leaves what it is of; a second copy too', async (t) => {
  const folder = temporaryFolder(t);
  const from = path.join(folder, 'work', 'shard');
  const file = path.join(folder, 'new', 'shard');
  mkdirSync(path.dirname(from));
  writeFileSync(from, 'complete');
  const discarded = await stageCopy(file, from);
  await discarded.discard();
  assert.deepEqual(readdirSync(path.dirname(file)), []);
  writeFileSync(file, 'old');
  for (let time = 0; time < 2; time++) {
    const staged = await stageCopy(file, from);
    if (time === 0) assert.equal(readFileSync(file, 'utf8'), 'old');
    await staged.commit();
    assert.equal(readFileSync(file, 'utf8'), 'complete');
    assert.deepEqual(readdirSync(path.dirname(file)), ['shard']);
    assert.equal(readFileSync(from, 'utf8'), 'complete');
  }
  // A file that is written to a name of both is a new one, so the other keeps its content.
  await writeFileAtomic(file, 'new');
  assert.equal(readFileSync(from, 'utf8'), 'complete');
});

test('a copy of a file on another file system has its content', async (t) => {
  const folder = temporaryFolder(t);
  const memory = '/dev/shm';
  if (statSync(memory, { throwIfNoEntry: false })?.dev === statSync(folder).dev || !existsSync(memory))
    return t.skip('no second file system here: /dev/shm is none');
  const elsewhere = mkdtempSync(path.join(memory, 'hashsight-test-'));
  t.after(() => rmSync(elsewhere, { recursive: true }));
  writeFileSync(path.join(elsewhere, 'shard'), 'complete');
  await (await stageCopy(path.join(folder, 'shard'), path.join(elsewhere, 'shard'))).commit();
  assert.equal(readFileSync(path.join(folder, 'shard'), 'utf8'), 'complete');
  assert.deepEqual(readdirSync(elsewhere), ['shard']);
});

test('a copy of a file that is not there is one line, and leaves nothing', async (t) => {
  const folder = temporaryFolder(t);
  await assert.rejects(stageCopy(path.join(folder, 'a'), path.join(folder, 'gone')), {
    name: 'InputError',
    message: /a: no such file or folder$/,
  });
  assert.deepEqual(readdirSync(folder), []);
});

test('a place that cannot be written to is one line that names it', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(path.join(folder, 'file'), '');
  mkdirSync(path.join(folder, 'taken'));
  await assert.rejects(writeFileAtomic(path.join(folder, 'file', 'x'), ''), (error) => {
    assert(error instanceof InputError);
    assert.match(error.message, /file\/x: (a part of the path is a file|expected a folder, got a file)/);
    return true;
  });
  await assert.rejects(
    writeFileAtomic(path.join(folder, 'taken'), ''),
    /taken: expected a file, got a folder/,
  );
  assert.deepEqual(readdirSync(folder).sort(), ['file', 'taken']);
});

test('what a killed process left is removed, and nothing else that looks like it', async (t) => {
  const folder = temporaryFolder(t);
  const left = ['.train-000000.tar.0123456789ab.partial', '.a b.json.ffffffffffff.partial'];
  const own = [
    'a.partial',
    '.x.partial',
    '.x.0123456789zz.partial',
    'x.0123456789ab.partial',
    'train-000000.tar',
  ];
  for (const name of [...left, ...own]) writeFileSync(path.join(folder, name), '');
  await removeLeftOvers(folder);
  assert.deepEqual(readdirSync(folder).sort(), own.sort());
  await removeLeftOvers(path.join(folder, 'nothing'));
});

test('a folder that was being built when its process was killed is removed a day later', async (t) => {
  const folder = path.join(temporaryFolder(t), 'built');
  const [old, young, other] = ['.built.0123456789ab', '.built.0123456789ac', '.other.0123456789ab'].map(
    (name) => path.join(path.dirname(folder), `${name}.partial`),
  ) as [string, string, string];
  for (const begun of [old, young, other]) mkdirSync(path.join(begun, 'x'), { recursive: true });
  for (const begun of [old, other]) utimesSync(begun, 1, 1);
  await buildFolder(folder, async (beside) => writeFileSync(path.join(beside, 'a'), ''));
  assert.deepEqual([old, young, other].map(existsSync), [false, true, true]);
  assert.deepEqual(readdirSync(folder), ['a']);
});

test('what is written beside is at its name when it is complete, and nowhere when it fails', async (t) => {
  const folder = path.join(temporaryFolder(t), 'new');
  const file = path.join(folder, 'a.bin');
  const names: string[] = [];
  const answer = await writeBeside(file, async (beside) => {
    names.push(path.basename(beside));
    writeFileSync(beside, 'first');
    assert.equal(existsSync(file), false);
    return 7;
  });
  assert.equal(answer, 7);
  await assert.rejects(
    writeBeside(file, async (beside) => {
      names.push(path.basename(beside));
      writeFileSync(beside, 'second, cut o');
      throw new Error('stopped');
    }),
    /^Error: stopped$/,
  );
  assert.equal(readFileSync(file, 'utf8'), 'first');
  assert.deepEqual(readdirSync(folder), ['a.bin']);
  assert(names.every(isLeftOver), `${names}`);
});
