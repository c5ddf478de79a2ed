import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { get, post, serve, square } from './served.js';

const TOKEN = 'a-token-of-some-length';

/** The status for a host that the client gives itself. */
function statusFor(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });
}

test('a server with a token answers only who has it, except for the page, its documents, and the health checks', async (t) => {
  const { url } = await serve(t, { token: TOKEN });
  const green = await square('#00ff00');
  const status = async (authorization?: string) => {
    const answer = await post(`${url}/v1/tag`, green, authorization === undefined ? {} : { authorization });
    return answer.status;
  };
  assert.equal(await status(), 401);
  assert.equal(await status(`Bearer ${TOKEN}x`), 401);
  assert.equal(await status(`Bearer ${TOKEN.slice(1)}`), 401);
  assert.equal(await status(TOKEN), 401);
  assert.equal(await status(`Bearer ${TOKEN}`), 200);
  assert.equal(await status(`bearer ${TOKEN}`), 200);
  const refused = await get(`${url}/v1/model`);
  assert.deepEqual([refused.status, refused.json.error.code], [401, 'unauthorized']);
  assert.equal(refused.headers.get('www-authenticate'), 'Bearer');
  for (const closed of ['/metrics', '/model/labels.json', '/v2', '/v2/models/hashsight', '/v1/nothing']) {
    assert.equal((await fetch(`${url}${closed}`)).status, 401, closed);
  }
  for (const open of [
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/docs',
    '/v2/health/live',
    '/v2/health/ready',
  ]) {
    assert.equal((await fetch(`${url}${open}`)).status, 200, open);
  }
  const { json } = await get(`${url}/openapi.json`);
  assert.equal(json.components.securitySchemes.token.scheme, 'bearer');
});

test('a token that is short, or has spaces, is refused before anything is loaded', async (t) => {
  await assert.rejects(serve(t, { token: 'short' }), /token: expected at least 16 characters/);
  await assert.rejects(serve(t, { token: 'a token with some spaces' }), /token: expected at least 16/);
});

test('a server on a loopback address answers for no other host name, which a web page could point at it', async (t) => {
  const { url } = await serve(t);
  assert.equal(await statusFor(`${url}/v1/model`, 'localhost:1234'), 200);
  assert.equal(await statusFor(`${url}/v1/model`, 'evil.example'), 421);
  assert.equal(await statusFor(`${url}/healthz`, 'evil.example'), 421);
});

test('named hosts are answered for, and only those', async (t) => {
  const { url } = await serve(t, { allowedHosts: ['photos.example'] });
  assert.equal(await statusFor(`${url}/v1/model`, 'photos.example'), 200);
  assert.equal(await statusFor(`${url}/v1/model`, 'localhost'), 421);
});

test('other web pages may use the server only if their origin is named', async (t) => {
  const { url } = await serve(t, { corsOrigins: ['https://photos.example'] });
  const headersFor = async (origin: string) => (await get(`${url}/v1/model`, { origin })).headers;
  const named = await headersFor('https://photos.example');
  assert.equal(named.get('access-control-allow-origin'), 'https://photos.example');
  assert.equal(named.get('cross-origin-resource-policy'), 'cross-origin');
  assert.equal((await headersFor('https://evil.example')).get('access-control-allow-origin'), null);
  const preflight = await fetch(`${url}/v1/tag`, {
    method: 'OPTIONS',
    headers: { origin: 'https://photos.example', 'access-control-request-method': 'POST' },
  });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /POST/);
  assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /authorization/);
  const open = await serve(t, { corsOrigins: ['*'] });
  const any = await get(`${open.url}/v1/model`, { origin: 'https://anyone.example' });
  assert.equal(any.headers.get('access-control-allow-origin'), 'https://anyone.example');
});

test('answers have the headers that isolate a page, and the id of the request', async (t) => {
  const { url } = await serve(t);
  const { headers } = await get(`${url}/v1/model`, { 'x-request-id': 'my-id.1' });
  assert.equal(headers.get('x-request-id'), 'my-id.1');
  assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
  assert.equal(headers.get('cross-origin-embedder-policy'), 'require-corp');
  assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'self';.*frame-ancestors 'none'/);
  const odd = await get(`${url}/v1/model`, { 'x-request-id': 'two words {"a":1}' });
  assert.match(odd.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
});
