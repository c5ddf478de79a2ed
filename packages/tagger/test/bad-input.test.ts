import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { Tagger, type UnusableImageError } from '../src/index.js';
import { labels, writeTinyModel } from './tiny-model.js';

/** A model folder that a test changes. */
async function modelFolder(t: TestContext) {
  const root = temporaryFolder(t);
  const whole = path.join(root, 'whole');
  await writeTinyModel(whole);
  let count = 0;
  const changed = (change: (at: (file: string) => string) => void) => {
    const folder = path.join(root, `model-${count++}`);
    cpSync(whole, folder, { recursive: true });
    change((file) => path.join(folder, file));
    return folder;
  };
  return { root, whole, changed };
}

for (const runtime of ['auto', 'wasm'] as const) {
  test(`${runtime}: a folder that is no model gets one clear line`, async (t) => {
    const { root, changed } = await modelFolder(t);
    const message = async (folder: string) => {
      const error: Error & { code?: string } = await Tagger.load(folder, { runtime, threads: 1 }).then(
        () => assert.fail('expected an error'),
        (reason) => reason,
      );
      assert.equal(error.code, 'model-folder', error.stack);
      assert(!error.message.includes('\n'), error.message);
      return error.message.replaceAll(root, '').replace(/^\/model-\d+/, '');
    };
    const empty = path.join(root, 'empty');
    mkdirSync(empty);
    const missing = ': labels.json: missing; expected a folder that hashsight export wrote';
    assert.equal(await message(empty), `/empty${missing}`);
    assert.equal(await message(path.join(root, 'gone')), `/gone${missing}`);
    const without = (file: string) => message(changed((at) => rmSync(at(file))));
    const damaged = (file: string, bytes: string | Uint8Array) =>
      message(changed((at) => writeFileSync(at(file), bytes)));
    assert.equal(await without('onnx/model.onnx'), ': onnx/model.onnx: missing');
    assert.match(await without('preprocessor_config.json'), /^: preprocessor_config\.json: missing/);
    assert.match(await damaged('labels.json', '{'), /^: labels\.json: expected JSON, got /);
    const fewer = JSON.stringify({
      ...labels(),
      labels: labels()
        .labels.slice(0, 2)
        .map(({ related, ...rest }) => rest),
    });
    assert.equal(
      await damaged('labels.json', fewer),
      ': labels.json has 2 labels, but the model has 3 outputs; export the model again',
    );
    assert.match(
      await damaged('onnx/model.onnx', 'no model'),
      /^: onnx\/model\S*: expected an ONNX model, got one that onnxruntime cannot load: /,
    );
    const cut = readFileSync(changed(() => {}).concat('/onnx/model.onnx')).subarray(0, 300);
    assert.match(await damaged('onnx/model.onnx', cut), /expected an ONNX model/);
    assert.match(await damaged('onnx/preprocess.onnx', 'no model'), /^: onnx\/preprocess/);
  });
}

test('an image that cannot be used gets one clear line and a reason', async (t) => {
  const { root, whole } = await modelFolder(t);
  await using tagger = await Tagger.load(whole, {
    threads: 1,
    limits: { maxPixels: 1_000_000, maxBytes: 100_000 },
  });
  await using portable = await Tagger.load(whole, {
    ...{ threads: 1, decoder: 'sharp' as const, limits: { maxPixels: 1_000_000, maxBytes: 100_000 } },
  });
  const at = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(path.join(root, name), bytes);
    return path.join(root, name);
  };
  const jpeg = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const bomb = await sharp({ create: { width: 5000, height: 5000, channels: 3, background: 'red' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  const strip = await sharp({ create: { width: 5000, height: 10, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const cases = [
    [
      at('text.jpg', 'a letter'),
      'unknown-format',
      /text\.jpg: expected a JPEG, PNG, WebP, GIF, TIFF, or AVIF image, got something else$/,
    ],
    [
      at('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'unknown-format',
      /got an SVG drawing; convert it/,
    ],
    [at('empty.jpg', ''), 'empty', /got an empty file$/],
    [at('cut.jpg', jpeg.subarray(0, jpeg.length - 50)), 'damaged', /cut\.jpg: /],
    [at('bomb.png', bomb), 'too-large', /expected at most 1000000 pixels, got 5000 x 5000$/],
    [at('strip.png', strip), 'too-large', /times the shorter one, got 5000 x 10$/],
    [at('long.jpg', new Uint8Array(100_001)), 'too-large', /expected at most 100000 bytes, got 100001$/],
    [path.join(root, 'gone.jpg'), 'missing', /gone\.jpg: no such file$/],
    [root, 'unreadable', /expected an image file/],
    [new URL('http://127.0.0.1:9/a.jpg'), 'unreadable', /expected an image, got fetch failed$/],
    [
      { data: new Uint8Array(5), width: 2, height: 2 },
      'damaged',
      /expected 2 x 2 pixels of 3 or 4 bytes, got 5 bytes$/,
    ],
    [new Uint8Array(), 'empty', /^image: /],
  ] as const;
  for (const each of [tagger, portable]) {
    for (const [image, reason, text] of cases) {
      const error: UnusableImageError = await each.tag(image).then(
        () => assert.fail(`${image}`),
        (thrown) => thrown,
      );
      assert.deepEqual([error.code, error.reason], ['unusable-image', reason], `${image}: ${error.stack}`);
      assert.match(error.message, text);
      assert(!error.message.includes('\n'), error.message);
    }
    assert.equal(each.stats().unusable, cases.length);
    const [best] = await each.tag(jpeg);
    assert.equal(best?.hashtag, 'red', 'the tagger still works');
  }
});

test('options out of range are named', async (t) => {
  const { whole } = await modelFolder(t);
  await assert.rejects(
    Tagger.load(whole, { threads: 0 }),
    /threads: expected an integer of at least 1, got 0/,
  );
  await assert.rejects(Tagger.load(whole, { batch: { maxSize: 1.5 } }), /maxSize: /);
  await assert.rejects(
    Tagger.load(whole, { runtime: 'webgpu' }),
    /runtime: expected auto, node, or wasm in Node/,
  );
  await using tagger = await Tagger.load(whole, { threads: 1 });
  const image = { data: new Uint8Array(3 * 64), width: 8, height: 8 };
  await assert.rejects(tagger.tag(image, { topK: -1 }), /topK: /);
  await assert.rejects(tagger.tag(image, { threshold: 2 }), /threshold: expected 0 to 1/);
  await assert.rejects(
    tagger.explain(image, 'cat'),
    /hashtag: expected one of the model's 3 hashtags, got "cat"/,
  );
});
