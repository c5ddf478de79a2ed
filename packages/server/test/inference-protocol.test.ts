import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { get, post, serve, square } from './served.js';

const INFER = '/v2/models/hashsight/infer';

/** A request with its tensor behind the JSON. */
async function postBinary(url: string, request: object, bytes: Buffer) {
  const json = Buffer.from(JSON.stringify(request));
  const answer = await fetch(url, {
    method: 'POST',
    body: Buffer.concat([json, bytes]),
    headers: { 'inference-header-content-length': String(json.length) },
  });
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
}

/** Elements of a BYTES tensor, each with its length before it. */
function bytesTensor(...elements: readonly Buffer[]): Buffer {
  return Buffer.concat(
    elements.flatMap((element) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(element.length);
      return [length, element];
    }),
  );
}

test('the Open Inference Protocol, version 2', async (t) => {
  const { url } = await serve(t, { modelName: 'hashsight' });
  const [green, blue] = await Promise.all([square('#00ff00'), square('#0000ff')]);

  await t.test('metadata and health', async () => {
    assert.deepEqual((await get(`${url}/v2`)).json.extensions, ['binary_tensor_data']);
    assert.deepEqual((await get(`${url}/v2/health/live`)).json, { live: true });
    assert.deepEqual((await get(`${url}/v2/health/ready`)).json, { ready: true });
    assert.deepEqual((await get(`${url}/v2/models/hashsight/versions/1/ready`)).json, { ready: true });
    const { json } = await get(`${url}/v2/models/hashsight`);
    assert.deepEqual(json.outputs, [
      { name: 'probabilities', datatype: 'FP32', shape: [-1, 3] },
      { name: 'embedding', datatype: 'FP32', shape: [-1, 3] },
    ]);
    assert.equal((await get(`${url}/v2/models/other`)).status, 404);
    assert.equal((await get(`${url}/v2/models/hashsight/versions/2`)).status, 404);
  });

  await t.test('tensors in JSON: images in base64', async () => {
    const request = {
      id: 'one',
      inputs: [
        {
          name: 'image',
          shape: [2],
          datatype: 'BYTES',
          data: [green, blue].map((image) => image.toString('base64')),
        },
      ],
      outputs: [{ name: 'probabilities' }],
    };
    const { status, json } = await post(`${url}${INFER}`, JSON.stringify(request));
    assert.equal(status, 200, JSON.stringify(json));
    assert.deepEqual([json.model_name, json.model_version, json.id], ['hashsight', '1', 'one']);
    const [{ data, ...tensor }] = json.outputs;
    assert.deepEqual(tensor, { name: 'probabilities', shape: [2, 3], datatype: 'FP32' });
    assert(data[1] > 0.9 && data[5] > 0.9);
    assert(Math.abs(data.reduce((a: number, b: number) => a + b) - 2) < 1e-5);
  });

  await t.test('binary tensors: images, and pixels of any size', async () => {
    const bytes = bytesTensor(blue, green);
    const image = {
      name: 'image',
      shape: [2],
      datatype: 'BYTES',
      parameters: { binary_data_size: bytes.length },
    };
    const parameters = { binary_data_output: true };
    const answer = await postBinary(`${url}${INFER}`, { inputs: [image], parameters }, bytes);
    assert.equal(answer.status, 200, answer.body.toString());
    const length = Number(answer.headers.get('inference-header-content-length'));
    const { outputs } = JSON.parse(answer.body.toString('utf8', 0, length));
    assert.deepEqual(
      outputs.map(({ parameters }: { parameters: object }) => parameters),
      [{ binary_data_size: 24 }, { binary_data_size: 24 }],
    );
    assert.equal(answer.body.length, length + 48);
    const probabilities = new Float32Array(Uint8Array.from(answer.body.subarray(length, length + 24)).buffer);
    assert((probabilities[2] as number) > 0.9 && (probabilities[4] as number) > 0.9);

    const raw = await sharp(green).removeAlpha().raw().toBuffer();
    const pixels = {
      name: 'pixels',
      shape: [1, 48, 48, 3],
      datatype: 'UINT8',
      parameters: { binary_data_size: raw.length },
    };
    const fromPixels = await postBinary(`${url}${INFER}`, { inputs: [pixels] }, raw);
    const { outputs: plain } = JSON.parse(fromPixels.body.toString());
    assert.equal(plain[0].data[1], probabilities[4]);
  });

  await t.test('a request that is none gets a clear line in the form of the protocol', async () => {
    const image = green.toString('base64');
    const one = (input: object) => ({
      inputs: [{ name: 'image', shape: [1], datatype: 'BYTES', data: [image], ...input }],
    });
    const cases: readonly [object, RegExp][] = [
      [{}, /inputs: /],
      [{ inputs: [] }, /inputs/],
      [one({ name: 'picture' }), /input picture: expected an input named image or pixels/],
      [one({ datatype: 'FP32' }), /expected datatype BYTES, got FP32/],
      [one({ datatype: 'FP64' }), /datatype/],
      [one({ shape: [2] }), /expected 2 values for its shape, got 1/],
      [one({ shape: [0], data: [] }), /expected shape \[-1\] with 1 to 64 images, got \[0\]/],
      [one({ shape: [65] }), /1 to 64 images/],
      [one({ shape: [1, 1] }), /expected shape \[-1\]/],
      [one({ data: ['<>'] }), /expected strings in base64/],
      [one({ data: [5] }), /expected strings in base64/],
      [one({ data: undefined }), /expected data, or parameters\.binary_data_size/],
      [one({ parameters: { binary_data_size: 10 } }), /expected 10 bytes after the JSON, got 0/],
      [
        { ...one({}), outputs: [{ name: 'logits' }] },
        /expected outputs probabilities, embedding, got logits/,
      ],
      [
        { inputs: [{ name: 'pixels', shape: [1, 1, 1, 3], datatype: 'UINT8', data: [1, 2, 256] }] },
        /numbers from 0 to 255, got 256/,
      ],
      [{ inputs: [{ name: 'pixels', shape: [1, 2, 2, 4], datatype: 'UINT8', data: [] }] }, /images of RGB/],
    ];
    for (const [request, message] of cases) {
      const { status, json } = await post(`${url}${INFER}`, JSON.stringify(request));
      assert.equal(status, 400, JSON.stringify(json));
      assert.deepEqual(Object.keys(json), ['error']);
      assert.match(json.error, message);
    }
    assert.equal((await post(`${url}${INFER}`, '{')).json.error, 'expected JSON');
    assert.equal((await post(`${url}/v2/models/other/infer`, JSON.stringify(one({})))).status, 404);
    const noImage = one({ data: [Buffer.from('no image').toString('base64')] });
    assert.equal((await post(`${url}${INFER}`, JSON.stringify(noImage))).status, 422);
    const cut = bytesTensor(green).subarray(0, 100);
    const cutOff = await postBinary(
      `${url}${INFER}`,
      one({ data: undefined, parameters: { binary_data_size: 100 } }),
      cut,
    );
    assert.match(cutOff.body.toString(), /element 0 is cut off/);
    const tooLong = await post(`${url}${INFER}`, '{}', { 'inference-header-content-length': '99' });
    assert.match(tooLong.json.error, /expected inference-header-content-length up to 2/);
    const deep = JSON.stringify(one({ data: 'DEEP' })).replace(
      '"DEEP"',
      `${'['.repeat(50_000)}1${']'.repeat(50_000)}`,
    );
    assert.equal((await post(`${url}${INFER}`, deep)).status, 400);
  });
});

const triton = await pythonPackages('tritonclient[http]==2.63.0');

test("Python's tritonclient works as it is", { skip: triton.skip }, async (t) => {
  const { url } = await serve(t);
  const folder = temporaryFolder(t);
  const image = path.join(folder, 'green.png');
  writeFileSync(image, await square('#00ff00'));
  const script = path.join(import.meta.dirname, '../../test/triton_side.py');
  // Not spawnSync, which would hold the server as well.
  const { stdout } = await promisify(execFile)('python3', [script, new URL(url).host, image], {
    env: { ...process.env, PYTHONPATH: triton.folder },
  });
  assert.deepEqual(JSON.parse(stdout), {
    live: true,
    ready: true,
    model: ['hashsight', ['image', 'pixels'], ['probabilities', 'embedding']],
    best: { json: 1, binary: 1, pixels: 2 },
    length: 1,
    error: '[400] expected outputs probabilities, embedding, got logits',
  });
});
