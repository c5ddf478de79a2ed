import assert from 'node:assert/strict';
import { test } from 'node:test';
import { post, serve, square } from './served.js';

test('routes with an image', async (t) => {
  const { url } = await serve(t);
  const green = await square('#00ff00');
  const base64 = green.toString('base64');

  await t.test('an image as the body, in a form, in JSON, and as a data URL is tagged alike', async () => {
    const form = new FormData();
    form.set('image', new Blob([Uint8Array.from(green)]), 'green.png');
    form.set('topK', '2');
    const answers = [
      await post(`${url}/v1/tag?topK=2`, green),
      await post(`${url}/v1/tag?topK=2`, green, { 'content-type': 'image/png' }),
      await post(`${url}/v1/tag`, form),
      await post(`${url}/v1/tag`, JSON.stringify({ image: base64, topK: 2 })),
      await post(`${url}/v1/tag?topK=2`, JSON.stringify({ image: `data:image/png;base64,${base64}` })),
    ];
    for (const { status, json } of answers) {
      assert.equal(status, 200, JSON.stringify(json));
      assert.deepEqual(
        json.tags.map(({ hashtag }: { hashtag: string }) => hashtag),
        ['green', 'red'],
      );
      assert.deepEqual(json.tags, answers[0]?.json.tags);
    }
    const [best] = answers[0]?.json.tags ?? [];
    assert.deepEqual([best.index, best.threshold, best.synonyms], [1, 0.6, ['greens']]);
    assert(best.probability > 0.9);
    const { timing } = answers[0]?.json ?? {};
    assert.deepEqual(Object.keys(timing), ['queueMs', 'decodeMs', 'modelMs', 'totalMs', 'batchSize']);
    assert.match(
      answers[0]?.headers.get('server-timing') ?? '',
      /^queue;dur=[\d.]+, decode;dur=.*, model;dur=/,
    );
  });

  await t.test('formats are told by content, whatever the content type says', async () => {
    for (const format of ['jpeg', 'webp', 'gif'] as const) {
      const answer = await post(`${url}/v1/tag`, await square('#ff0000', format), {
        'content-type': 'image/png',
      });
      assert.equal(answer.json.tags[0].hashtag, 'red', format);
    }
  });

  await t.test('thresholds: a number, and the promised one', async () => {
    const above = await post(`${url}/v1/tag?threshold=0.5`, green);
    assert.deepEqual(above.json.tags.length, 1);
    const blue = await post(`${url}/v1/tag?threshold=promised`, await square('#0000ff'));
    assert.deepEqual(blue.json.tags, []); // blue promises nothing
    const promised = await post(`${url}/v1/tag`, JSON.stringify({ image: base64, threshold: 'promised' }));
    assert.equal(promised.json.tags[0].hashtag, 'green');
  });

  await t.test('an embedding has length 1', async () => {
    const { json } = await post(`${url}/v1/embed`, green);
    assert.equal(json.embedding.length, 3);
    assert(Math.abs(Math.hypot(...json.embedding) - 1) < 1e-6);
  });

  await t.test('an explanation is a map over a part of the image', async () => {
    const { json } = await post(`${url}/v1/explain?hashtag=greens`, green);
    assert.equal(json.hashtag, 'green');
    assert.equal(json.map.length, 4);
    for (const row of json.map) assert.equal(row.length, 4);
    assert.deepEqual(json.area, { x: 0, y: 0, width: 1, height: 1 });
    const unknown = await post(`${url}/v1/explain?hashtag=purple`, green);
    assert.deepEqual([unknown.status, unknown.json.error.code], [404, 'unknown-hashtag']);
    assert.match(unknown.json.error.message, /expected one of the model's 3 hashtags, got "purple"/);
    assert.equal(
      (await post(`${url}/v1/explain`, green)).json.error.message,
      'hashtag: Invalid input: expected string, received undefined',
    );
  });

  await t.test('a sentence for screen readers, or null when unsure', async () => {
    assert.match((await post(`${url}/v1/alt-text`, green)).json.altText, /green/);
    assert.equal((await post(`${url}/v1/alt-text`, await square('#0000ff'))).json.altText, null);
  });

  await t.test('suggestions leave out the hashtags that are there', async () => {
    const names = async (body: Buffer | string, query = '') =>
      (await post(`${url}/v1/suggest${query}`, body)).json.tags.map(
        ({ hashtag }: { hashtag: string }) => hashtag,
      );
    assert.deepEqual((await names(green, '?hashtags=green,red')).includes('green'), false);
    assert.deepEqual(await names(JSON.stringify({ image: base64, hashtags: ['green', 'red'] })), ['blue']);
    assert.deepEqual(await names(green, '?hashtags=green&hashtags=blue'), ['red']);
  });

  await t.test('images that come at once get each its own answer', async () => {
    const colors = ['#ff0000', '#00ff00', '#0000ff'];
    const squares = await Promise.all(colors.map((color) => square(color)));
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => post(`${url}/v1/tag?topK=1`, squares[i % 3] as Buffer)),
    );
    for (const [i, { json }] of answers.entries()) {
      assert.equal(json.tags[0].hashtag, ['red', 'green', 'blue'][i % 3]);
    }
  });
});
