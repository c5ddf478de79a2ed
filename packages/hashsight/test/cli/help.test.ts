import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { HASHSIGHT, hashsight } from './run-hashsight.js';

/** Prints the address of each module that is loaded, on the stream of errors. */
const LOADS = `
  import { register } from 'node:module';
  const hooks = 'import { writeSync } from "node:fs";' +
    'export async function load(url, context, next) { writeSync(2, url + "\\\\n"); return next(url, context); }';
  register('data:text/javascript,' + encodeURIComponent(hooks));`;

/** The modules that a command loads, as far as they are asked for by `import`. */
function modulesOf(...words: readonly string[]): string {
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(LOADS)}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...preload, HASHSIGHT, ...words], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^Usage: hashsight/);
  assert.match(stderr, /commander/, 'the modules are listed');
  return stderr;
}

const DUCKDB = /duckdb|packages\/dataset\/dist\/src\/tables/;
const LIBTORCH = /packages\/(torch|jpeg)\//;
const IMAGES = /node_modules\/sharp|packages\/images\//;

test('hashsight --help loads nothing but the list of verbs', () => {
  const modules = modulesOf('--help');
  for (const heavy of [DUCKDB, LIBTORCH, IMAGES, /node_modules\/zod/, /packages\/(dataset|training)\//]) {
    assert.doesNotMatch(modules, heavy);
  }
});

for (const verb of [
  'prepare',
  'train',
  'evaluate',
  'transfer',
  'predict',
  'serve',
  'similar',
  'report',
  'runs',
  'models',
]) {
  test(`hashsight ${verb} --help loads neither DuckDB nor LibTorch`, () => {
    const modules = modulesOf(verb, '--help');
    for (const heavy of [DUCKDB, LIBTORCH, IMAGES]) assert.doesNotMatch(modules, heavy);
  });
}

test('flags stand in groups, with their defaults and a line for each value that needs words', () => {
  const { out } = hashsight(['prepare', '--help']);
  assert.match(out, /\nDuplicates and splits:\n {2}--duplicates <rule> +.*\n +\(default: merge\)\n +merge: /);
  assert.match(out, / --min-count <images> .*\n +--metadata-only, fewest posts \(default: 15; 1/);
  assert.doesNotMatch(out, /`/, 'options are named as flags');
});

test('output into a closed pipe ends quietly', () => {
  // The reader has ended before anything is written.
  const script = 'exec 3> >(exec 0<&-); wait $!; "$0" "$@" >&3';
  const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, HASHSIGHT, '--help'], {
    encoding: 'utf8',
  });
  assert.deepEqual([status, stderr], [0, '']);
});
