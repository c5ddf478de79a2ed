import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import sharp from 'sharp';
import { get, post, serve, square } from './served.js';

test('a request that is none gets a clear 4xx, and the server goes on', async (t) => {
  const { url } = await serve(t, { maxBodyBytes: 20_000, maxPixels: 1_000_000 });
  const tag = `${url}/v1/tag`;
  const green = await square('#00ff00');
  const bomb = await sharp({ create: { width: 2000, height: 2000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  assert(bomb.length < 20_000);
  const form = (fill: (form: FormData) => void) => {
    const filled = new FormData();
    fill(filled);
    return filled;
  };
  const file = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)]);
  const json = (value: unknown) => JSON.stringify(value);
  const image = green.toString('base64');
  const cases: readonly [
    name: string,
    body: Buffer | string | FormData,
    status: number,
    code: string,
    message: RegExp,
  ][] = [
    ['no image', Buffer.alloc(0), 422, 'unusable-image', /expected an image, got an empty file/],
    ['a text', Buffer.from('hello'), 422, 'unusable-image', /expected a JPEG, PNG, WebP, GIF, TIFF, or AVIF/],
    ['an image cut off', green.subarray(0, green.length - 30), 422, 'unusable-image', /cut off or broken/],
    [
      'a drawing',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      422,
      'unusable-image',
      /SVG drawing/,
    ],
    ['a bomb', bomb, 422, 'unusable-image', /expected at most 1000000 pixels, got 2000 x 2000/],
    ['a large file', Buffer.alloc(20_001), 413, 'too-large', /too large/i],
    [
      'a large file in a form',
      form((f) => f.set('image', file(Buffer.alloc(20_001)))),
      413,
      'too-large',
      /./,
    ],
    ['a large file in JSON', json({ image: 'A'.repeat(100_000) }), 413, 'too-large', /./],
    [
      'a large image in JSON that is within the limit of JSON',
      json({ image: 'A'.repeat(40_000) }),
      422,
      'unusable-image',
      /./,
    ],
    ['a form without an image', form((f) => f.set('topK', '1')), 400, 'invalid-request', /image/],
    [
      'a form with a text as its image',
      form((f) => f.set('image', 'hello')),
      400,
      'invalid-request',
      /image/,
    ],
    [
      'an unknown field',
      form((f) => {
        f.set('image', file(green));
        f.set('topk', '1');
      }),
      400,
      'invalid-request',
      /topk/,
    ],
    ['broken JSON', '{"image":', 400, 'invalid-request', /./],
    ['JSON that is a list', '[1]', 400, 'invalid-request', /body: /],
    ['JSON with a prototype', '{"image":"AAAA","__proto__":{"topK":1}}', 400, 'invalid-request', /./],
    [
      'an address',
      json({ image: 'http://127.0.0.1/a.png' }),
      400,
      'invalid-request',
      /this server fetches nothing/,
    ],
    ['a path', json({ image: 'file:///etc/passwd' }), 400, 'invalid-request', /this server fetches nothing/],
    [
      'an image that is no base64',
      json({ image: '<png>' }),
      400,
      'invalid-request',
      /expected base64, got other/,
    ],
    ['a topK of 0', json({ image, topK: 0 }), 400, 'invalid-request', /topK/],
    ['a topK in words', json({ image, topK: 'five' }), 400, 'invalid-request', /topK/],
    ['a threshold above 1', json({ image, threshold: 1.5 }), 400, 'invalid-request', /threshold/],
    ['an unknown option', json({ image, topp: 3 }), 400, 'invalid-request', /topp/],
  ];
  for (const [name, body, status, code, message] of cases) {
    await t.test(name, async () => {
      const answer = await post(tag, body);
      assert.equal(answer.status, status, json(answer.json));
      assert.equal(answer.json.error.code, code);
      assert.match(answer.json.error.message, message);
      assert.doesNotMatch(answer.json.error.message, /\n/);
      assert.equal(answer.json.error.requestId, answer.headers.get('x-request-id'));
    });
  }

  await t.test('another content type, another method, an address that is none', async () => {
    const text = await post(tag, 'hello', { 'content-type': 'text/plain' });
    assert.deepEqual([text.status, text.json.error.code], [415, 'unsupported-media-type']);
    const method = await get(tag);
    assert.deepEqual([method.status, method.headers.get('allow')], [405, 'POST']);
    const put = await fetch(`${url}/v1/model`, { method: 'PUT' });
    assert.deepEqual([put.status, put.headers.get('allow')], [405, 'GET, HEAD']);
    assert.equal((await get(`${url}/v1/nothing`)).json.error.code, 'not-found');
    assert.equal((await get(`${url}/%zz`)).json.error.code, 'invalid-request');
    assert.equal((await get(`${url}/${'a'.repeat(5_000)}`)).status, 404);
  });

  await t.test('a form that is cut off', async () => {
    const whole = Buffer.concat([
      Buffer.from('--edge\r\ncontent-disposition: form-data; name="image"; filename="a"\r\n\r\n'),
      green,
    ]);
    for (const length of [0, 5, 30, 70, whole.length]) {
      const type = { 'content-type': 'multipart/form-data; boundary=edge' };
      const answer = await post(tag, whole.subarray(0, length), type);
      assert.deepEqual([answer.status, answer.json.error.code], [400, 'invalid-request'], `${length}`);
    }
    const noBoundary = await post(tag, whole, { 'content-type': 'multipart/form-data' });
    assert.equal(noBoundary.status, 400, JSON.stringify(noBoundary.json));
  });

  await t.test('what is no HTTP at all', async () => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.end('hello\r\n\r\n');
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    assert.match(chunk.toString(), /^HTTP\/1\.1 400 Bad Request\r\n/);
    assert.equal(JSON.parse(chunk.toString().split('\r\n\r\n')[1] ?? '').error.code, 'invalid-request');
  });

  await t.test('a good request still works', async () => {
    assert.equal((await post(tag, green)).json.tags[0].hashtag, 'green');
  });
});
