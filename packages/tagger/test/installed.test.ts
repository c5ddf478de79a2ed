import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { writeTinyModel } from './tiny-model.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

function run(program: string, words: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    ...{ cwd, encoding: 'utf8', maxBuffer: 1 << 26, timeout: 10 * 60_000 },
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { code: status, out: stdout, error: stderr };
}

const PROGRAM = `
import { Tagger } from '@hashsight/tagger';
const tagger = await Tagger.load('model');
const [best] = await tagger.tag('photo.jpg');
console.log(best.hashtag, tagger.runtime.name, tagger.runtime.decoder);
`;

const isUnreachable = (error: string) => /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTCACHED/.test(error);

test('installed in an empty project, five lines give tags without anything native of ours', async (t) => {
  const folder = temporaryFolder(t);
  const words = ['--workspace', 'packages/formats', '--workspace', 'packages/tagger'];
  const packed = run('npm', ['pack', ...words, '--pack-destination', folder], ROOT);
  assert.equal(packed.code, 0, packed.error);
  const project = path.join(folder, 'project');
  mkdirSync(project);
  writeFileSync(path.join(project, 'package.json'), '{"private":true,"type":"module"}');
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const install = [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    ...tarballs.map((name) => path.join(folder, name)),
  ];
  const { code, error } = run('npm', install, project);
  if (code !== 0 && isUnreachable(error)) {
    t.skip(`npm reaches no registry and has not cached what is needed: ${error.split('\n')[0]}`);
    return;
  }
  assert.equal(code, 0, error);
  const modules = path.join(project, 'node_modules');
  t.diagnostic(`installed size: ${Math.round(sizeOf(modules) / 1e6)} MB`);
  assert.deepEqual(
    readdirSync(modules)
      .filter((name) => /^onnxruntime-/.test(name))
      .sort(),
    ['onnxruntime-common', 'onnxruntime-web'],
  );
  assert.deepEqual(readdirSync(path.join(modules, '@hashsight')).sort(), ['formats', 'tagger']);

  await writeTinyModel(path.join(project, 'model'));
  const photo = sharp({ create: { width: 64, height: 64, channels: 3, background: 'blue' } });
  await photo.jpeg().toFile(path.join(project, 'photo.jpg'));
  writeFileSync(path.join(project, 'program.js'), PROGRAM);
  const used = run(process.execPath, ['program.js'], project);
  assert.deepEqual([used.code, used.out], [0, 'blue wasm sharp\n'], used.error);
});

/** Bytes of the files below a folder. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
