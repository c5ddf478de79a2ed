// Mutated images and requests sent to hashsight serve: every answer is valid or a clear 4xx, and memory does not grow.
import path from 'node:path';
import { startServer } from '@hashsight/server';
import { writeTinyModel } from '../../packages/tagger/dist/test/tiny-model.js';
import { mutate } from '../mutate.mjs';
import { bombs } from '../seeds/bombs.mjs';
import { images, repairPng } from '../seeds/images.mjs';

/** Requests at one time. */
const TOGETHER = 32;
const ROUTES = [
  'tag',
  'embed',
  'explain?hashtag=red',
  'alt-text',
  'suggest?hashtags=red',
  'tag?threshold=promised',
];
const INFER = 'v2/models/hashsight/infer';
/** Rounds until memory is as full as it gets, and bytes that it may grow by afterwards. */
const WARM_UP_ROUNDS = 40;
const GROWTH_BYTES = 150e6;

export async function start({ random, folder, fail, tell }) {
  const model = path.join(folder, 'model');
  await writeTinyModel(model);
  const limits = { maxBodyBytes: 2_000_000, maxPixels: 4_000_000, timeoutMs: 20_000 };
  const { url } = await startServer({ model, port: 0, logLevel: 'error', ...limits });
  const seeds = [...(await images()), ...(await bombs())];
  const damaged = () => {
    const { extension, bytes } = random.pick(seeds);
    if (random.chance(0.1)) return bytes;
    const mutated = mutate(random, bytes, random.pick(seeds).bytes);
    return extension === 'png' && random.chance(0.8) ? repairPng(mutated) : mutated;
  };
  let rounds = 0;
  let warm = 0;
  tell({});
  return async () => {
    const counts = { inputs: TOGETHER, accepted: 0, refused: 0 };
    const requests = Array.from({ length: TOGETHER }, () => requestOf(random, damaged()));
    await Promise.all(
      requests.map(async ({ route, ...request }) => {
        const problem = await problemOf(`${url}/${route}`, request, counts);
        if (problem !== undefined) fail(`${route}: ${problem}`);
      }),
    );
    rounds++;
    const { rss } = process.memoryUsage();
    if (rounds === WARM_UP_ROUNDS) warm = rss;
    else if (rounds > WARM_UP_ROUNDS && rss > warm + GROWTH_BYTES) {
      fail(`memory grew from ${warm} to ${rss} bytes in ${rounds} rounds`);
      warm = rss;
    }
    return counts;
  };
}

/** An image as a body, in a form, in JSON, or in a tensor; sometimes the whole body is damaged once more. */
function requestOf(random, image) {
  const route = `v1/${random.pick(ROUTES)}`;
  const post = (body, type, more = {}) => ({
    method: 'POST',
    body: random.chance(0.2) ? mutate(random, Buffer.from(body)) : body,
    headers: { 'content-type': type, ...more },
  });
  switch (random.below(4)) {
    case 0:
      return {
        route,
        ...post(image, random.pick(['image/jpeg', 'application/octet-stream', 'image/svg+xml'])),
      };
    case 1: {
      const [before, after] = [
        '--edge\r\ncontent-disposition: form-data; name="image"; filename="a.png"\r\n\r\n',
        '\r\n--edge--\r\n',
      ];
      const body = Buffer.concat([Buffer.from(before), image, Buffer.from(after)]);
      return { route, ...post(body, 'multipart/form-data; boundary=edge') };
    }
    case 2:
      return { route, ...post(JSON.stringify({ image: image.toString('base64') }), 'application/json') };
    default: {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(image.length);
      const parameters = { binary_data_size: image.length + 4 };
      const json = JSON.stringify({ inputs: [{ name: 'image', shape: [1], datatype: 'BYTES', parameters }] });
      const more = { 'inference-header-content-length': String(json.length) };
      const body = Buffer.concat([Buffer.from(json), length, image]);
      return { route: INFER, ...post(body, 'application/octet-stream', more) };
    }
  }
}

/** What is wrong with the answer; undefined if nothing is. */
async function problemOf(url, request, counts) {
  try {
    const answer = await fetch(url, request);
    const text = await answer.text();
    const { status } = answer;
    if (status === 200) {
      counts.accepted++;
      JSON.parse(text);
      return undefined;
    }
    counts.refused++;
    const { error } = JSON.parse(text);
    const message = typeof error === 'string' ? error : error.message;
    if (status < 400 || status >= 500) return `status ${status}: ${message}`;
    return /^[^\n]+$/.test(message) ? undefined : `status ${status} without one clear line: ${text}`;
  } catch (error) {
    return `no valid answer: ${error.cause ?? error}`;
  }
}
