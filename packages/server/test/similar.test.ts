import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { MODEL_FILES } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { EmbeddingIndex, modelDigest } from '@hashsight/search';
import { Tagger } from '@hashsight/tagger';
import { writeTinyModel } from '@hashsight/tagger/test/tiny-model';
import sharp from 'sharp';
import { startServer } from '../src/index.js';
import { get, post, serve, square } from './served.js';

const COLORS = { red: '#e00000', green: '#00e000', blue: '#0000e0' } as const;

test('similar images, by image and by hashtag, with their thumbnails', async (t) => {
  const folder = temporaryFolder(t);
  const model = path.join(folder, 'model');
  const index = path.join(folder, 'index');
  await writeTinyModel(model);
  const files = Object.keys(COLORS).map((name) => path.join(folder, `${name}.png`));
  {
    await using tagger = await Tagger.load(model, { threads: 1 });
    await using made = await EmbeddingIndex.openOrCreate(index, { digest: await modelDigest(model) }, 3);
    for (const [i, color] of Object.values(COLORS).entries()) {
      const bytes = await square(color);
      writeFileSync(files[i] as string, bytes);
      await made.append([{ path: files[i] as string, embedding: await tagger.embed(bytes) }]);
    }
  }
  const start = () => startServer({ model, index, port: 0, logLevel: 'silent', threads: 1 });
  await using server = await start();
  const { url } = server;

  await t.test('by image', async () => {
    const { json } = await post(`${url}/v1/similar?top=2`, await square('#00ff20'));
    assert.equal(json.images.length, 2);
    const [best] = json.images;
    assert.deepEqual([best.id, best.path, best.url], [1, files[1], '/v1/images/1']);
    assert(best.score > 0.99 && best.score <= 1.000001);
    assert(json.timing.totalMs > 0);
  });

  await t.test('by hashtag', async () => {
    const { json } = await get(`${url}/v1/similar?hashtag=blues&top=1`);
    assert.deepEqual(
      json.images.map(({ id }: { id: number }) => id),
      [2],
    );
    const unknown = await get(`${url}/v1/similar?hashtag=purple`);
    assert.deepEqual([unknown.status, unknown.json.error.code], [404, 'unknown-hashtag']);
    assert.equal((await get(`${url}/v1/similar`)).status, 400);
  });

  await t.test('the model page says how many images there are', async () => {
    assert.deepEqual((await get(`${url}/v1/model`)).json.index, { size: 3 });
  });

  await t.test('thumbnails', async () => {
    const answer = await fetch(`${url}/v1/images/0`);
    assert.equal(answer.headers.get('content-type'), 'image/webp');
    const { format, width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    assert.deepEqual([format, width], ['webp', 48]);
    assert.equal((await get(`${url}/v1/images/3`)).json.error.code, 'not-found');
    assert.equal((await get(`${url}/v1/images/-1`)).status, 400);
    rmSync(files[2] as string);
    assert.equal((await get(`${url}/v1/images/2`)).json.error.code, 'image-gone');
  });

  await t.test("another model's index is refused", async () => {
    writeFileSync(path.join(model, MODEL_FILES.config), '{}'); // not part of the weights
    await (await start()).close();
    await writeTinyModel(model, { depth: 2 });
    await assert.rejects(start(), /expected embeddings of .*model, got those of another model/);
  });
});

test('without an index, the routes say so', async (t) => {
  const { url } = await serve(t);
  for (const answer of [
    await post(`${url}/v1/similar`, await square('#00ff00')),
    await get(`${url}/v1/similar?hashtag=red`),
    await get(`${url}/v1/images/0`),
  ]) {
    assert.deepEqual([answer.status, answer.json.error.code], [404, 'no-index']);
  }
});
