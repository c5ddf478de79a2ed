import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary-folder.js';

/** The clone. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** The first example of a README: its first block of TypeScript. */
export function readmeExample(packageName: string): string {
  const file = path.join(ROOT, 'packages', packageName, 'README.md');
  const [, source] = /^```ts\n(.*?)^```$/ms.exec(readFileSync(file, 'utf8')) ?? [];
  if (source === undefined) throw new Error(`${file}: expected a block of TypeScript, found none`);
  return source;
}

/**
 * Compiles programs as the project is compiled, in a folder that knows the packages by their names as a project that
 * installed them does.
 *
 * @param sources - each program's name and text
 * @returns the file to run for each name
 */
export function compileExamples(t: TestContext, sources: Readonly<Record<string, string>>) {
  const folder = temporaryFolder(t);
  const names = Object.keys(sources);
  for (const name of names) writeFileSync(path.join(folder, `${name}.ts`), sources[name] ?? '');
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  const config = {
    extends: path.join(ROOT, 'tsconfig.base.json'),
    compilerOptions: { composite: false, rootDir: '.', outDir: 'dist', sourceMap: false },
    files: names.map((name) => `${name}.ts`),
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  runNode([path.join(typescript, 'bin/tsc'), '-p', folder], folder);
  return (name: string) => path.join(folder, 'dist', `${name}.js`);
}

/** Runs Node.js to its end in a folder, and gives what was printed. */
export function runNode(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  assert.equal(status, 0, `${words.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}
