import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

const INDEX = fileURLToPath(new URL('../src/index.js', import.meta.url));

/** One script that sets the global `formats`, bundled as for a web page. */
async function bundled(entry: string) {
  const { outputFiles, warnings, metafile } = await build({
    ...{ entryPoints: [entry], bundle: true, platform: 'browser', format: 'iife', globalName: 'formats' },
    ...{ write: false, metafile: true, logLevel: 'silent' },
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return { text: outputFiles.map(({ text }) => text).join(''), warnings, imports };
}

test('the main entry becomes one script for a browser and runs where Node.js has nothing', async () => {
  const { text, warnings, imports } = await bundled(INDEX);
  assert.deepEqual(warnings, []);
  assert.deepEqual(imports, []);
  // The language itself and what a browser adds: neither process, require nor Buffer.
  const page = createContext({ TextDecoder, TextEncoder, URL, atob });
  const program = `
    const classes = [{ name: 'red', hashtags: ['red'], count: 1 }];
    const { success } = formats.vocabularySchema.safeParse({ version: 1, classes, dropped: [] });
    JSON.stringify([typeof process, success, formats.shownNames(['a']), new formats.Random(1).below(1)]);`;
  assert.equal(runInContext(text + program, page), '["undefined",true,"a",0]');
});

test('an entry that reads files cannot be bundled for a browser', async () => {
  await assert.rejects(bundled(INDEX.replace('index.js', 'node.js')), /Could not resolve "fs"/);
});
