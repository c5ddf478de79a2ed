import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fluentEmoji3d, openclipart, openmoji, solarCells } from '@hashsight/dataset';
import { cacheFolder } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { hashsight } from './run-hashsight.js';

/** A folder of programs that stand in for those of the system. */
function programs(folder: string, scripts: Readonly<Record<string, string>>): string {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  return bin;
}

const USAGE: readonly (readonly [args: string, message: RegExp])[] = [
  ['dataset nope --out x', /'nope' is invalid for argument 'name'\. Allowed choices are openclipart, emoji/],
  ['dataset openclipart', /required option '--out <dir>' not specified/],
  [
    'dataset openmoji --out x --exclude-task nope',
    /'nope' is invalid\. Allowed choices are emoji-groups, openmoji-groups/,
  ],
  ['dataset openclipart --out x --bogus', /unknown option '--bogus'/],
];

for (const [args, message] of USAGE) {
  test(`hashsight ${args}: one line, exit code 2`, () => {
    const { code, out, error } = hashsight(args.split(' '));
    assert.deepEqual([code, out], [2, '']);
    assert.match(error, message);
    assert(!error.includes('\n'));
  });
}

test('hashsight --version prints the version', () => {
  const { code, out } = hashsight(['--version']);
  assert.equal(code, 0);
  assert.match(out, /^\d+\.\d+\.\d+\n$/);
});

test('hashsight dataset where there is no apt, npm or Python: one line with what to do, nothing written', (t) => {
  const folder = temporaryFolder(t);
  const env = { PATH: programs(folder, {}), XDG_CACHE_HOME: path.join(folder, 'cache') };
  const out = path.join(folder, 'out');
  const apt = hashsight(['dataset', 'openclipart', '--out', out], env);
  assert.equal(apt.code, 1);
  const advice = 'the emoji set needs only npm: hashsight dataset emoji';
  assert(
    apt.error.endsWith(`hashsight: openclipart: apt-get: not found on this machine; ${advice}`),
    apt.error,
  );
  const npm = hashsight(['dataset', 'emoji', '--out', out], env);
  assert.equal(npm.code, 1);
  assert(npm.error.endsWith('hashsight: npm: not found on this machine'), npm.error);
  const pip = hashsight(['dataset', 'solar-cells', '--out', out], env);
  assert.equal(pip.code, 1);
  assert(pip.error.endsWith('hashsight: python3: not found on this machine'), pip.error);
  assert(!existsSync(out));
});

test('a package that apt cannot find is told with what apt says first', (t) => {
  const folder = temporaryFolder(t);
  const script = `case "$*" in
    *update*) echo "W: Failed to fetch http://example.invalid/InRelease  Could not resolve" >&2; echo "W: Some index files failed" >&2;;
    *) echo "E: Unable to locate package openclipart-svg" >&2; exit 100;;
  esac`;
  const env = { PATH: programs(folder, { 'apt-get': script }), XDG_CACHE_HOME: path.join(folder, 'cache') };
  const { code, error } = hashsight(['dataset', 'openclipart', '--out', path.join(folder, 'out')], env);
  assert.equal(code, 1);
  const said =
    'Unable to locate package openclipart-svg; Failed to fetch http://example.invalid/InRelease  Could not resolve';
  assert(error.includes(`the Debian package cannot be downloaded: ${said}; the emoji set`), error);
});

test('packages whose content is not the pinned one are refused, and leave nothing in the cache', (t) => {
  const folder = temporaryFolder(t);
  const cache = path.join(folder, 'cache');
  const script = `case "$*" in
    *print-uris*) echo "'http://example.invalid/o.deb' openclipart-svg_1%3a0.18+dfsg-19_all.deb 4 SHA256:${'0'.repeat(64)}";;
    *download*) echo junk > openclipart-svg_1%3a0.18+dfsg-19_all.deb;;
  esac`;
  const bin = programs(folder, { 'apt-get': script, npm: 'echo junk > package.tgz' });
  const env = { PATH: bin, XDG_CACHE_HOME: cache };
  const apt = hashsight(['dataset', 'openclipart', '--out', path.join(folder, 'out')], env);
  assert.equal(apt.code, 1);
  assert.match(
    apt.error,
    /openclipart-svg: expected SHA-256 989712d9\w+, got \w{64}; the package was not used/,
  );
  const npm = hashsight(['dataset', 'emoji', '--out', path.join(folder, 'out')], env);
  assert.equal(npm.code, 1);
  assert.match(
    npm.error,
    /emojilib: expected integrity sha512-\S+, got sha512-\S+; the package was not used/,
  );
  const drawings = hashsight(['dataset', 'openmoji', '--out', path.join(folder, 'out')], env);
  assert.match(
    drawings.error,
    /openmoji: expected integrity sha512-\S+, got sha512-\S+; the package was not used/,
  );
  assert.deepEqual(readdirSync(path.join(cache, 'hashsight', 'debian')), ['apt']);
  assert.deepEqual(readdirSync(path.join(cache, 'hashsight', 'npm')), []);
  assert(!existsSync(path.join(folder, 'out')));
});

test('a wheel that pip cannot find, or that is cut off, is told in one line and leaves nothing in the cache', (t) => {
  const folder = temporaryFolder(t);
  const env = (python: string, name: string) => {
    mkdirSync(path.join(folder, name));
    const PATH = programs(path.join(folder, name), { python3: python });
    return { PATH, XDG_CACHE_HOME: path.join(folder, 'cache') };
  };
  const out = path.join(folder, 'out');
  const run = (python: string, name: string) =>
    hashsight(['dataset', 'solar-cells', '--out', out], env(python, name));
  const missing = run('echo "ERROR: No matching distribution found for elpv-dataset" >&2; exit 1', 'missing');
  assert.equal(missing.code, 1);
  assert.match(
    missing.error,
    /elpv-dataset==1\.0\.0\.post1: the Python package cannot be downloaded: ERROR: No matching distribution found/,
  );
  const cutOff = run('printf "PK" > elpv_dataset-1.0.0.post1-py3-none-any.whl', 'cut-off');
  assert.equal(cutOff.code, 1);
  assert.match(
    cutOff.error,
    /elpv-dataset: expected SHA-256 85e31c11\w+, got \w{64}; the package was not used/,
  );
  assert.deepEqual(readdirSync(path.join(folder, 'cache', 'hashsight', 'python-packages')), []);
  assert(!existsSync(out));
});

test('Open Clip Art, when it is in the cache, has its 8,121 images, 8,003 of them with tags', async (t) => {
  const cache = cacheFolder();
  const folder = path.join(cache, 'debian');
  if (!existsSync(folder) || !readdirSync(folder).some((name) => name.startsWith('openclipart-svg'))) {
    t.skip('not in the cache; hashsight dataset openclipart --out DIR puts it there');
    return;
  }
  const { images } = await openclipart.fetch({ cache, onProgress: () => {}, onNote: () => {} });
  assert.equal(images.length, 8121);
  assert.equal(new Set(images.map(({ id }) => id)).size, 8121);
  assert.equal(images.filter(({ hashtags }) => hashtags.length > 0).length, 8003);
  assert.equal(images.filter(({ extras }) => extras.duplicateOf !== undefined).length, 663);
});

const AMOUNTS = [
  { source: openmoji, images: 4930, tagged: 4690, cached: 'npm/openmoji@17.0.0' },
  { source: fluentEmoji3d, images: 3375, tagged: 3375, cached: 'npm/@lobehub/fluent-emoji-3d@1.1.0' },
  { source: solarCells, images: 2624, tagged: 2624, cached: 'python-packages/elpv-dataset@1.0.0.post1' },
];

for (const { source, images: amount, tagged, cached } of AMOUNTS) {
  test(`${source.name}, when it is in the cache, has its ${amount} images, ${tagged} of them with tags`, async (t) => {
    const cache = cacheFolder();
    if (!existsSync(path.join(cache, cached))) {
      t.skip(`not in the cache; hashsight dataset ${source.name} --out DIR puts it there`);
      return;
    }
    const { images } = await source.fetch({ cache, onProgress: () => {}, onNote: () => {} });
    assert.equal(images.length, amount);
    assert.equal(new Set(images.map(({ id }) => id)).size, amount);
    assert.equal(images.filter(({ hashtags }) => hashtags.length > 0).length, tagged);
    assert(images.every(({ file }) => existsSync(file)));
  });
}
