import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { packageFile } from './python.js';

const examples = Array.from(
  readFileSync(packageFile('README.md'), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms),
  ([, source = '']) => source,
);
const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));

/** The lines that an example prints, compiled as the rest of the project is. */
function linesOf(t: TestContext, example: string, env: NodeJS.ProcessEnv = {}): string[] {
  // Inside of the package, so that it finds the package by its name.
  mkdirSync(packageFile('build'), { recursive: true });
  const folder = mkdtempSync(packageFile('build/readme-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'example.ts'), example);
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: packageFile('../../tsconfig.base.json'),
      compilerOptions: { composite: false, rootDir: '.' },
      files: ['example.ts'],
    }),
  );
  run([path.join(typescript, 'bin/tsc'), '-p', folder], {});
  return run([path.join(folder, 'example.js')], env)
    .trimEnd()
    .split('\n');
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

/** What the comments behind `console.log` promise. */
function promised(example: string): string[] {
  return Array.from(example.matchAll(/console\.log\(.*\/\/ (.*)$/gm), ([, text = '']) => text);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test("the README's examples print what their comments say", (t) => {
  const printing = examples.filter((example) => promised(example).length > 0);
  assert.equal(printing.length, 3);
  for (const example of printing) {
    const printed = linesOf(t, example).map((line) => line.replace(/\[ /g, '[').replace(/ \]/g, ']'));
    assert.deepEqual(printed, promised(example));
  }
});

test("the README's example of many processes trains with one", async (t) => {
  const example = examples.find((source) => source.includes('initProcessGroup'));
  assert(example !== undefined);
  const port = String(await freePort());
  const env = { RANK: '0', WORLD_SIZE: '1', MASTER_ADDR: '127.0.0.1', MASTER_PORT: port };
  assert.deepEqual(linesOf(t, `${example}\nconsole.log(model.weight.grad?.shape.join());`, env), ['3,8']);
});
