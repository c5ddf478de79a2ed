import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { Tagger } from '../src/index.js';
import { noBrowser, serveFolder, startBrowser, writePage } from './browser-page.js';
import { photograph } from './photograph.js';
import { writeTinyModel } from './tiny-model.js';

type Module = typeof import('../src/index.js');

/** What a page answers for an image: its probabilities, or the error. */
interface Answer {
  readonly runtime: { readonly name: string; readonly threads: number; readonly reason: string };
  readonly images: readonly {
    readonly probabilities?: number[];
    readonly code?: string;
    readonly message?: string;
  }[];
}

/** Runs in the page. */
async function tagInPage({ images, options }: { images: string[]; options: object }): Promise<Answer> {
  const { Tagger } = (globalThis as unknown as { tagger: Module }).tagger;
  const tagger = await Tagger.load('model', options);
  const answers = await Promise.all(
    images.map(async (image) => {
      try {
        const tags = await tagger.tag(image, { topK: 3 });
        const inOrder = tags.toSorted((a, b) => a.index - b.index);
        return { probabilities: inOrder.map(({ probability }) => probability) };
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        return { code, message };
      }
    }),
  );
  await tagger.dispose();
  const { name, threads, reason } = tagger.runtime;
  return { runtime: { name, threads, reason }, images: answers };
}

test('Chromium tags as Node does', { skip: noBrowser }, async (t) => {
  const folder = temporaryFolder(t);
  await writePage(folder);
  await writeTinyModel(path.join(folder, 'model'));
  const photo = await photograph(640, 480);
  const files: Record<string, Uint8Array> = {
    'photo.png': await photo.clone().png().toBuffer(),
    'photo.jpg': await photo.clone().jpeg({ quality: 90 }).toBuffer(),
    'rotated.jpg': await photo.clone().jpeg({ quality: 90 }).withMetadata({ orientation: 6 }).toBuffer(),
    'transparent.png': await photo.clone().ensureAlpha(0.25).png().toBuffer(),
    'photo.webp': await photo.clone().webp({ quality: 90 }).toBuffer(),
    'text.jpg': Buffer.from('no image'),
    'cut.png': (await photo.clone().png().toBuffer()).subarray(0, 2000),
    'bomb.png': bomb(await photo.clone().png().toBuffer()),
    'empty.jpg': new Uint8Array(),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  const images = Object.keys(files);
  await using tagger = await Tagger.load(path.join(folder, 'model'), { threads: 1 });
  const browser = await startBrowser();
  t.after(() => browser.close());
  for (const isolated of [false, true]) {
    await t.test(isolated ? 'with the headers for threads' : 'without them, on one thread', async () => {
      const { url, server } = await serveFolder(folder, isolated);
      const page = await browser.newPage();
      const requests: string[] = [];
      page.on('request', (request) => void requests.push(request.url()));
      try {
        await page.goto(url);
        await page.waitForFunction('globalThis.tagger !== undefined');
        const options = { wasmPaths: new URL('ort/', url).href };
        const answer = await page.evaluate(tagInPage, { images, options });
        assert.equal(answer.runtime.name, 'wasm');
        assert.equal(answer.runtime.threads > 1, isolated, JSON.stringify(answer.runtime));
        for (const [i, name] of images.entries())
          await compare(t, tagger, path.join(folder, name), answer.images[i]);
        assert.deepEqual(
          requests.filter((each) => !each.startsWith(url) && !each.startsWith('blob:')),
          [],
          'nothing comes from elsewhere',
        );
      } finally {
        await page.close();
        server.close();
        server.closeAllConnections();
      }
    });
  }
});

/** Formats without loss agree to a rounding; decoders of JPEG and WebP differ a little. */
const TOLERANCE = 0.01;

async function compare(
  t: { diagnostic(text: string): void },
  tagger: Tagger,
  file: string,
  answer: Answer['images'][number] | undefined,
): Promise<void> {
  const name = path.basename(file);
  const expected = await tagger.tag(file, { topK: 3 }).catch((error: Error & { code: string }) => error);
  if (expected instanceof Error) {
    assert.equal(answer?.code, expected.code, `${name}: ${answer?.message}`);
    return;
  }
  assert.equal(answer?.message, undefined, name);
  const differences = expected.map(({ index, probability }) =>
    Math.abs(probability - (answer?.probabilities?.[index] as number)),
  );
  t.diagnostic(`${name}: probabilities differ by ${Math.max(...differences).toExponential(1)}`);
  assert(Math.max(...differences) < TOLERANCE, `${name}: ${differences}`);
}

/** A PNG whose header declares 30,000 x 30,000 pixels. */
function bomb(png: Buffer): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(30_000, 16);
  bytes.writeUInt32BE(30_000, 20);
  return bytes;
}
