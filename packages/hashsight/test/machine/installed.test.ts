import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import type { Finding } from '../../src/machine/check.js';
import { taggedPhotos } from '../documents/tagged-photos.js';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

/** The longest step, the compiler's, takes two minutes on two free cores. */
const TIMEOUT_MS = 30 * 60 * 1000;

interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function run(program: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    timeout: TIMEOUT_MS,
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, error: stderr };
}

/** All packages as they would be published. */
function pack(folder: string): Packed[] {
  const { code, out, error } = run(
    'npm',
    ['pack', '--workspaces', '--json', '--pack-destination', folder],
    ROOT,
  );
  assert.equal(code, 0, error);
  const packed = JSON.parse(out) as Packed[] | Record<string, Packed>;
  return Object.values(packed);
}

/** The LibTorch that these tests run on, so that none has to be downloaded. */
function libtorch(): string {
  return readFileSync(path.join(ROOT, 'packages/torch/build/library.txt'), 'utf8').trim();
}

const PROGRAM = `
import { evaluate, Predictor, prepare, train } from 'hashsight';

await prepare({ posts: 'posts.jsonl', images: 'photos', out: 'data', minCount: 10 });
await train({ data: 'data', out: 'run', model: 'resnext14_32x4d', epochs: 1, batchSize: 16, preprocessing: { imageSize: 32 } });
const { metrics } = await evaluate({ run: 'run' });
await using predictor = await Predictor.load('run');
const [best] = await predictor.predict('photos/red-0.png');
console.log(metrics.hitAt1 >= 0, best?.hashtag);
`;

/** Compiled by the TypeScript of this clone; the project's own packages are what it sees. */
function compile(project: string): void {
  const compilerOptions = {
    ...{ target: 'es2023', lib: ['es2023', 'esnext.disposable'], module: 'nodenext', strict: true },
    ...{ skipLibCheck: true, types: ['node'], typeRoots: [path.join(ROOT, 'node_modules/@types')] },
  };
  writeFileSync(path.join(project, 'program.ts'), PROGRAM);
  writeFileSync(
    path.join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['program.ts'] }),
  );
  const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const { code, out } = run(process.execPath, [path.join(typescript, 'bin/tsc'), '-p', '.'], project);
  assert.equal(code, 0, out);
}

const isUnreachable = (error: string) => /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTCACHED/.test(error);

/** Installs tarballs into an empty project; false, with the reason, where npm reaches no registry and has nothing cached. */
function install(t: TestContext, project: string, tarballs: readonly string[]): boolean {
  mkdirSync(project);
  writeFileSync(path.join(project, 'package.json'), '{"private":true,"type":"module"}');
  const words = ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs];
  const { code, error } = run('npm', words, project);
  if (code !== 0 && isUnreachable(error)) {
    t.skip(`npm reaches no registry and has not cached what is needed: ${error.split('\n')[0]}`);
    return false;
  }
  assert.equal(code, 0, error);
  return true;
}

test('packages installed from tarballs are set up, checked and used in a project of their own', async (t) => {
  const folder = temporaryFolder(t);
  const packed = pack(folder);
  for (const { name, files } of packed) {
    const paths = files.map((file) => file.path);
    assert.deepEqual(
      paths.filter((file) => /(^|\/)test\/|\.test\.|tsbuildinfo/.test(file)),
      [],
      name,
    );
    assert(paths.includes('README.md'), `${name} has no README`);
    if (name === '@hashsight/web') assert(paths.includes('dist/index.html'), 'the page is not built');
  }
  const project = path.join(folder, 'project');
  const tarballs = packed.map(({ filename }) => path.join(folder, filename));
  if (!install(t, project, tarballs)) return;
  // Nothing of this clone, and nothing that an earlier setup left.
  const env = { LIBTORCH: libtorch(), XDG_CACHE_HOME: path.join(folder, 'cache'), HASHSIGHT_VENV: '' };
  const hashsight = (...words: string[]) => run('npx', ['--no', 'hashsight', ...words], project, env);
  const statusesOf = (out: string) =>
    new Map((JSON.parse(out) as Finding[]).map(({ name, status }) => [name, status]));

  const before = hashsight('doctor', '--json');
  assert.equal(before.code, 1, before.error);
  const missing = statusesOf(before.out);
  assert.equal(missing.get('LibTorch'), 'missing');
  assert.equal(missing.get('libjpeg-turbo'), 'missing');
  assert.equal(missing.get('DuckDB'), 'ok');

  const setup = hashsight('setup');
  assert.equal(setup.code, 0, setup.error);
  const after = hashsight('doctor', '--json');
  assert.equal(after.code, 0, after.out + after.error);
  assert.equal(statusesOf(after.out).get('LibTorch'), 'ok');

  const again = hashsight('setup');
  assert.equal(again.error.trim(), 'setup: ready');

  await taggedPhotos(project, 60);
  compile(project);
  const used = run(process.execPath, ['program.js'], project, env);
  assert.equal(used.code, 0, used.error);
  assert.match(used.out, /^true (red|blue)\n$/);
});
