import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compileExamples, runNode } from '@hashsight/formats/test/compiled-examples';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';

/** Every example of a package's README. */
function examplesOf(packageName: string): string[] {
  const file = fileURLToPath(new URL(`../../../../${packageName}/README.md`, import.meta.url));
  const blocks = readFileSync(file, 'utf8').matchAll(/^```ts\n(.*?)^```$/gms);
  return Array.from(blocks, ([, source = '']) => source);
}

/** What the comments behind an example's `console.log` promise, a line each. */
function promised(example: string): string[] {
  return Array.from(example.matchAll(/console\.log\(.*\/\/ (.*)$/gm), ([, text = '']) => text);
}

/** Lines as the comments write them, without spaces inside of brackets. */
function linesOf(printed: string): string[] {
  return printed.trimEnd().replace(/\[ /g, '[').replace(/ \]/g, ']').split('\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const torch = examplesOf('torch');
const [jpeg = ''] = examplesOf('jpeg');
let noise: Buffer;

before(async () => {
  const pixels = Uint8Array.from({ length: 640 * 480 * 3 }, (_, i) => (i * 7919) % 251);
  noise = await sharp(pixels, { raw: { width: 640, height: 480, channels: 3 } })
    .jpeg()
    .toBuffer();
});

test('the examples of @hashsight/torch print what their comments say', (t) => {
  const printing = torch.filter((example) => promised(example).length > 0);
  assert.equal(printing.length, 3);
  const program = compileExamples(
    t,
    Object.fromEntries(printing.map((example, i) => [`torch-${i}`, example])),
  );
  for (const [i, example] of printing.entries()) {
    assert.deepEqual(linesOf(runNode([program(`torch-${i}`)], '.')), promised(example));
  }
});

test('the example of many processes of @hashsight/torch trains with one', async (t) => {
  const example = torch.find((source) => source.includes('initProcessGroup'));
  assert(example !== undefined);
  const shown = `${example}\nconsole.log(model.weight.grad?.shape.join());`;
  const program = compileExamples(t, { processes: shown });
  const env = {
    RANK: '0',
    WORLD_SIZE: '1',
    MASTER_ADDR: '127.0.0.1',
    MASTER_PORT: String(await freePort()),
  };
  assert.equal(runNode([program('processes')], '.', env), '3,8\n');
});

test('the example of @hashsight/jpeg prints what its comments say', (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(path.join(folder, 'cat.jpg'), noise);
  writeFileSync(path.join(folder, 'broken.jpg'), noise.subarray(0, noise.length / 2));
  assert.equal(promised(jpeg).length, 3);
  assert.deepEqual(linesOf(runNode([compileExamples(t, { jpeg })('jpeg')], folder)), promised(jpeg));
});
