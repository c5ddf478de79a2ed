import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { labelsFileSchema } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { Tagger } from '@hashsight/tagger';
import { writeTinyModel } from '@hashsight/tagger/test/tiny-model';
import { startServer } from '../src/index.js';
import { get, post, serve, square } from './served.js';

test('what operators and clients ask about a server', async (t) => {
  const { url } = await serve(t);

  await t.test('health', async () => {
    assert.deepEqual((await get(`${url}/healthz`)).json, { status: 'ok' });
    assert.deepEqual((await get(`${url}/readyz`)).json, { status: 'ready' });
  });

  await t.test('metrics count requests by route and status, and images', async () => {
    await post(`${url}/v1/tag`, await square('#00ff00'));
    await post(`${url}/v1/tag`, Buffer.from('no image'));
    await get(`${url}/v1/nothing`);
    const answer = await fetch(`${url}/metrics`);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    for (const [route, status] of [
      ['/v1/tag', 200],
      ['/v1/tag', 422],
      ['unknown', 404],
    ]) {
      const line = new RegExp(
        `request_duration_seconds_count\\{method="\\w+",route="${route}",status="${status}"\\} [1-9]`,
      );
      assert.match(text, line);
    }
    assert.match(text, /\nhashsight_images_total [1-9]/);
    assert.match(text, /\nhashsight_unusable_images_total 1\n/);
    assert.match(text, /\nhashsight_requests_in_progress 0\n/);
    assert.match(text, /\nprocess_resident_memory_bytes /);
  });

  await t.test('the model and its hashtags', async () => {
    const { json } = await get(`${url}/v1/model`);
    assert.deepEqual(
      [json.architecture, json.imageSize, json.embeddingSize, json.index],
      ['tiny', 32, 3, null],
    );
    assert.deepEqual(
      json.labels.map(({ name }: { name: string }) => name),
      ['red', 'green', 'blue'],
    );
    assert.equal(json.labels[0].threshold.precision, 0.9);
  });

  await t.test('the files of the model, for taggers elsewhere, and no others', async () => {
    const labels = await get(`${url}/model/labels.json`);
    assert(labelsFileSchema.safeParse(labels.json).success);
    const tag = labels.headers.get('etag') ?? '';
    const again = await fetch(`${url}/model/labels.json`, {
      headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' },
    });
    assert.equal(again.status, 304);
    const part = await fetch(`${url}/model/onnx/model.onnx`, { headers: { range: 'bytes=0-9' } });
    assert.deepEqual([part.status, (await part.arrayBuffer()).byteLength], [206, 10]);
    await using elsewhere = await Tagger.load(`${url}/model/`, { runtime: 'wasm', threads: 1 });
    assert.equal((await elsewhere.tag(await square('#ff0000')))[0]?.hashtag, 'red');
    for (const other of ['private.txt', 'onnx', '', 'onnx%2f..%2flabels.json', 'run.json']) {
      assert.equal((await fetch(`${url}/model/${other}`)).status, 404, other);
    }
  });

  await t.test('OpenAPI with every route, its bodies, and its errors; and a page', async () => {
    const { json } = await get(`${url}/openapi.json`);
    assert.equal(json.openapi, '3.1.0');
    const routes = ['tag', 'embed', 'explain', 'alt-text', 'suggest', 'similar'].map((name) => `/v1/${name}`);
    for (const route of routes) {
      const { requestBody, responses } = json.paths[route].post;
      const types = ['application/json', 'multipart/form-data', 'application/octet-stream', 'image/*'];
      assert.deepEqual(Object.keys(requestBody.content), types, route);
      assert.deepEqual(
        Object.keys(responses),
        ['200', '400', '401', '404', '413', '415', '422', '503'],
        route,
      );
    }
    const { properties } = json.paths['/v1/tag'].post.requestBody.content['application/json'].schema;
    assert.equal(properties.topK.minimum, 1);
    assert('/v2/models/{model}/infer' in json.paths);
    assert.equal((await fetch(`${url}/docs`)).status, 200);
  });

  await t.test('where the page would be', async () => {
    const answer = await fetch(url);
    assert.match(await answer.text(), answer.ok ? /^<!doctype html>/i : /the page is not installed here/);
  });
});

test('what cannot be served gets one clear line', async (t) => {
  const folder = temporaryFolder(t);
  const start = (options: object) =>
    startServer({ model: path.join(folder, 'model'), port: 0, logLevel: 'silent', threads: 1, ...options });
  await assert.rejects(
    start({}),
    /model: labels\.json: missing; expected a folder that hashsight export wrote/,
  );
  await writeTinyModel(path.join(folder, 'model'));
  await assert.rejects(start({ index: folder }), /expected an index of embeddings, got no index\.json/);
  await assert.rejects(start({ port: 70_000 }), /port: expected a whole number from 0 to 65535, got 70000/);
  await assert.rejects(start({ prt: 1 }), /prt: expected no option of this name/);
  await assert.rejects(
    start({ host: '192.0.2.1' }),
    /host: expected an address of this machine, got 192\.0\.2\.1/,
  );
  await assert.rejects(start({ overloadStatus: 500 }), /overloadStatus: expected/);
  await using server = await start({});
  await assert.rejects(
    start({ port: Number(new URL(server.url).port) }),
    /port: expected a free port, got \d+, which another/,
  );
  writeFileSync(path.join(folder, 'model/onnx/model.onnx'), 'no model');
  await assert.rejects(start({}), /expected an ONNX model, got one that onnxruntime cannot load/);
});
