import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, post, SLOW, serve, square, until } from './served.js';

test('a full server turns requests away at once, and takes them again when there is room', async (t) => {
  const { url, tagger } = await serve(t, { maxQueue: 8, maxBatch: 4 }, SLOW);
  const image = await square('#00ff00');
  const answers = await Promise.all(Array.from({ length: 60 }, () => post(`${url}/v1/tag`, image)));
  const refused = answers.filter(({ status }) => status === 503);
  const good = answers.filter(({ status }) => status === 200);
  assert.equal(refused.length + good.length, 60);
  assert(refused.length > 0 && good.length >= 8, `${refused.length} refused`);
  for (const { json, headers } of refused) {
    assert.equal(json.error.code, 'overloaded');
    assert.match(headers.get('retry-after') ?? '', /^[1-9]\d*$/);
  }
  for (const { json } of good) assert.equal(json.tags[0].hashtag, 'green');
  assert(
    good.some(({ json }) => json.timing.batchSize > 1),
    'images that wait go through the model together',
  );
  assert.equal((await post(`${url}/v1/tag`, image)).status, 200);
  assert.equal((await get(`${url}/healthz`)).status, 200);
  assert.deepEqual([tagger.stats().queued, tagger.stats().queuedBytes], [0, 0]);
});

test('bodies are bounded by their bytes, too, before they are read', async (t) => {
  const { url } = await serve(t, { maxQueueBytes: 100_000, overloadStatus: 429 }, SLOW);
  const image = await square('#00ff00');
  // The decoder ignores what follows the image.
  const padded = Buffer.concat([image, Buffer.alloc(60_000)]);
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(`${url}/v1/tag`, padded)));
  const statuses = new Set(answers.map(({ status }) => status));
  assert.deepEqual([...statuses].sort(), [200, 429]);
  // Larger than all room, but alone.
  const large = Buffer.concat([image, Buffer.alloc(200_000)]);
  assert.equal((await post(`${url}/v1/tag`, large)).status, 200);
});

test('an answer that takes too long is given up', async (t) => {
  const { url, tagger } = await serve(t, { timeoutMs: 1, maxBatch: 1 }, SLOW);
  const image = await square('#00ff00');
  const answers = await Promise.all(Array.from({ length: 4 }, () => post(`${url}/v1/tag`, image)));
  const late = answers.filter(({ status }) => status === 503);
  assert(late.length >= 3, `${late.length}`);
  assert.equal(late[0]?.json.error.code, 'timeout');
  assert.equal(tagger.stats().queued, 0);
});

test('the work of a client that is gone leaves the queue', async (t) => {
  const { url, tagger } = await serve(t, { maxBatch: 1 }, SLOW);
  const image = await square('#00ff00');
  const first = post(`${url}/v1/tag`, image);
  const gone = new AbortController();
  const waiting = Array.from({ length: 6 }, () => post(`${url}/v1/tag`, image, {}, gone.signal));
  await until(() => tagger.stats().queued >= 6, waiting);
  gone.abort();
  for (const each of waiting) await assert.rejects(each, { name: 'AbortError' });
  await first;
  await post(`${url}/v1/tag`, image);
  assert(tagger.stats().aborted >= 5, `${tagger.stats().aborted}`);
  assert(tagger.stats().images <= 5, `${tagger.stats().images} images`); // warm-up, the first, the last, and what ran already
});
