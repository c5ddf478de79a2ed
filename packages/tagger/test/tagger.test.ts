import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { Tagger } from '../src/index.js';
import { writeTinyModel } from './tiny-model.js';

function square(color: string): Promise<Buffer> {
  return sharp({ create: { width: 48, height: 48, channels: 3, background: color } })
    .png()
    .toBuffer();
}

for (const runtime of ['auto', 'wasm'] as const) {
  test(`${runtime}: tags the color of an image`, async (t) => {
    const folder = temporaryFolder(t);
    await writeTinyModel(folder);
    await using tagger = await Tagger.load(folder, { runtime, threads: 1 });
    const [best] = await tagger.tag(await square('#00ff00'));
    assert.equal(best?.hashtag, 'green');
    assert.deepEqual(best?.synonyms, ['greens']);
  });
}
