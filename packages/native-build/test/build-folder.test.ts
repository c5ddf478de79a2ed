import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { buildFolder, buildNative, NativeBuildError } from '../src/index.js';

const isRoot = process.getuid?.() === 0;

function packageOf(t: TestContext, script: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-native-build-'));
  t.after(() => {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true });
  });
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "@hashsight/example", "version": "1.2.3" }');
  mkdirSync(path.join(folder, 'scripts'));
  writeFileSync(path.join(folder, 'scripts/build-native'), script);
  return folder;
}

test('a package is built in place', (t) => {
  const folder = packageOf(t, '');
  assert.equal(buildFolder(folder), path.join(folder, 'build'));
});

test('a package in a folder that is not writable is built in the cache, by its version and the machine', {
  skip: isRoot ? 'root may write everywhere' : false,
}, (t) => {
  const folder = packageOf(t, '');
  chmodSync(folder, 0o555);
  const key = `example-1.2.3-${process.platform}-${process.arch}`;
  const env = { XDG_CACHE_HOME: '/somewhere' };
  assert.equal(buildFolder(folder, env), `/somewhere/hashsight/native/${key}`);
});

test('what was built in place is found there, though the folder is not writable any more', (t) => {
  const folder = packageOf(t, '');
  mkdirSync(path.join(folder, 'build'));
  writeFileSync(path.join(folder, 'build/stamp.txt'), 'x');
  chmodSync(folder, 0o555);
  assert.equal(buildFolder(folder, { XDG_CACHE_HOME: '/somewhere' }), path.join(folder, 'build'));
});

test('the script is told where to build, and its status is that of the error', (t) => {
  const folder = packageOf(
    t,
    '[ "$1" = two ] || exit 3; mkdir -p "$HASHSIGHT_BUILD_FOLDER"; echo "$HASHSIGHT_VENV" >"$HASHSIGHT_BUILD_FOLDER/venv"',
  );
  assert.equal(buildNative(folder, { args: ['two'], venv: '/v' }), path.join(folder, 'build'));
  assert.throws(
    () => buildNative(folder, { args: ['one'] }),
    (error) => error instanceof NativeBuildError && error.status === 3 && error.code === 'ERR_NATIVE_BUILD',
  );
});
