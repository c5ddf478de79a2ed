import assert from 'node:assert/strict';
import { test } from 'node:test';
import { post, SLOW, serve, square, until } from './served.js';

test('a server that ends finishes what it began, takes nothing new, and then is gone', async (t) => {
  const server = await serve(t, { maxBatch: 2 }, SLOW);
  const { url, tagger } = server;
  const image = await square('#00ff00');
  const begun = Array.from({ length: 10 }, () => post(`${url}/v1/tag`, image));
  await until(() => tagger.stats().queued >= 4, begun);
  const closed = server.close();
  assert.equal(server.close(), closed, 'a second call waits for the same end');
  const late = post(`${url}/v1/tag`, image).then(
    ({ status }) => status,
    () => 'refused',
  );
  const answers = await Promise.allSettled(begun);
  await closed;
  const good = answers.filter((answer) => answer.status === 'fulfilled').map(({ value }) => value);
  assert(good.length >= 4, `${good.length}`);
  for (const { status, json } of good) assert.deepEqual([status, json.tags?.[0].hashtag], [200, 'green']);
  assert((await late) !== 200);
  await assert.rejects(fetch(url), /fetch failed/);
  await assert.rejects(tagger.tag(image), { code: 'closed' });
});

test('requests that take longer than the time for the end are cut off', async (t) => {
  const server = await serve(t, { maxBatch: 1, shutdownMs: 0 }, SLOW);
  const image = await square('#00ff00');
  const begun = Array.from({ length: 10 }, () => post(`${server.url}/v1/tag`, image));
  const ends = Promise.allSettled(begun);
  await until(() => server.tagger.stats().queued >= 4, begun);
  await server.close();
  const rejected = (await ends).filter(({ status }) => status === 'rejected');
  assert(rejected.length > 0);
});
