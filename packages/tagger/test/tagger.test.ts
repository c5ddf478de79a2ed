import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { OverloadedError, Tagger, TaggerClosedError } from '../src/index.js';
import { photograph } from './photograph.js';
import { CHANNELS, SIDE, writeTinyModel } from './tiny-model.js';

const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-tagger-'));
const model = path.join(folder, 'model');
before(() => writeTinyModel(model));
after(() => rmSync(folder, { recursive: true, force: true }));

/** onnxruntime-node is optional: without it, there is one runtime to test. */
const RUNTIMES = hasNative() ? (['node', 'wasm'] as const) : (['wasm'] as const);

function hasNative(): boolean {
  try {
    import.meta.resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
}

function square(background: string, side = 48): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Different images. */
function photographs(count: number): Promise<Buffer[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, i) =>
      (await photograph(80 + i, 80 + i, i + 1)).jpeg().toBuffer(),
    ),
  );
}

for (const runtime of RUNTIMES) {
  test(`${runtime}: what a model says of an image`, async () => {
    await using tagger = await Tagger.load(model, { runtime, threads: 1 });
    const image = await square('#00ff00');
    assert.equal(tagger.runtime.name, runtime === 'node' ? 'onnxruntime-node' : 'wasm');
    assert.deepEqual([tagger.imageSize, tagger.embeddingSize, tagger.labels.length], [SIDE, CHANNELS, 3]);
    assert.deepEqual(tagger.info, { name: 'model', architecture: 'tiny', activation: 'softmax' });

    const [best, second] = await tagger.tag(image);
    assert.deepEqual(
      { ...best, probability: 1 },
      { hashtag: 'green', probability: 1, index: 1, threshold: 0.6, synonyms: ['greens'] },
    );
    assert((best?.probability ?? 0) > 0.9 && (second?.probability ?? 1) < 0.1);

    const embedding = await tagger.embed(image);
    assert.deepEqual(
      [...embedding].map((value) => Math.round(value * 1e6) / 1e6),
      [0, 1, 0],
    );

    const { map, width, height, area, probability } = await tagger.explain(image, '#Greens');
    assert.deepEqual([width, height, map.length, probability], [4, 4, 16, best?.probability]);
    assert(
      map.every((value) => Math.abs(value - 1) < 1e-3),
      'all of it is green',
    );
    assert.deepEqual(area, { x: 0, y: 0, width: 1, height: 1 });

    assert.equal(await tagger.altText(image), 'Probably shows green.');
    assert.equal(await tagger.altText(await square('#808080')), undefined);
    const suggested = await tagger.suggest(image, ['green'], { topK: 1 });
    assert.equal(suggested.length, 1);

    const passes = tagger.stats().batches;
    const all = await tagger.analyze(image, {
      tag: { topK: 1 },
      embed: true,
      explain: ['red', 'green'],
      altText: true,
      suggest: [],
    });
    assert.equal(tagger.stats().batches, passes + 1, 'one forward pass');
    assert.deepEqual(all.tags, [best]);
    assert.deepEqual(all.embedding, embedding);
    assert.deepEqual(all.explanations?.[1]?.map, map);
    assert.deepEqual(
      [all.altText, all.suggestions?.length, all.image],
      ['Probably shows green.', 3, { width: 48, height: 48 }],
    );
    assert.equal(all.timing.batchSize, 1);
  });

  test(`${runtime}: a batch of 8 says the same as 8 batches of one, with any number of callers`, async () => {
    const images = await photographs(24);
    const answers = async (maxSize: number, inTurn: boolean) => {
      await using tagger = await Tagger.load(model, { runtime, threads: 1, batch: { maxSize } });
      const of = (image: Buffer) => tagger.analyze(image, { embed: true, tag: { topK: 3 }, explain: 'red' });
      const results: Awaited<ReturnType<typeof of>>[] = [];
      if (inTurn) for (const image of images) results.push(await of(image));
      else results.push(...(await Promise.all(images.map(of))));
      return { results, batches: tagger.stats().batches };
    };
    const alone = await answers(1, true);
    const together = await answers(8, false);
    assert.equal(alone.batches, images.length);
    assert(together.batches < images.length, `${together.batches} batches`);
    for (const [i, { tags = [], embedding, explanations }] of alone.results.entries()) {
      const other = together.results[i];
      assert.deepEqual(
        tags.map(({ hashtag }) => hashtag),
        other?.tags?.map(({ hashtag }) => hashtag),
      );
      for (const [k, { probability }] of tags.entries())
        assertClose(probability, other?.tags?.[k]?.probability, 1e-5);
      for (const [c, value] of (embedding ?? []).entries()) assertClose(value, other?.embedding?.[c], 1e-5);
      for (const [p, value] of (explanations?.[0]?.map ?? []).entries())
        assertClose(value, other?.explanations?.[0]?.map[p], 1e-4);
    }
  });

  test(`${runtime}: signals, a full queue, and dispose`, async () => {
    const tagger = await Tagger.load(model, { runtime, threads: 1, batch: { maxQueue: 3 } });
    const image = await square('red');
    const controller = new AbortController();
    const aborted = tagger.tag(image, { signal: controller.signal });
    controller.abort();
    await assert.rejects(aborted, { name: 'AbortError' });
    await assert.rejects(tagger.tag(image, { signal: AbortSignal.abort(new Error('never')) }), /never/);

    const many = await Promise.allSettled(Array.from({ length: 5 }, () => tagger.tag(image)));
    const refused = many.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    assert.equal(refused.length, 2);
    assert(refused.every((error) => error instanceof OverloadedError && error.code === 'overloaded'));
    assert.equal((await tagger.tag(image))[0]?.hashtag, 'red', 'there is room again');
    const { refused: count, queued, queuedBytes, running } = tagger.stats();
    assert.deepEqual([count, queued, queuedBytes, running], [2, 0, 0, 0]);

    const last = [1, 2, 3].map(() => tagger.tag(image));
    const ended = tagger.dispose();
    for (const each of await Promise.allSettled(last)) {
      assert(each.status === 'fulfilled' || each.reason instanceof TaggerClosedError);
    }
    await ended;
    await assert.rejects(tagger.tag(image), /tagger: it was disposed of/);
    await tagger.dispose();
  });
}

test('both runtimes agree', {
  skip: RUNTIMES.length < 2 && 'onnxruntime-node is not installed',
}, async (t) => {
  await using native = await Tagger.load(model, { runtime: 'node', threads: 1 });
  await using wasm = await Tagger.load(model, { runtime: 'wasm', threads: 2 });
  let largest = 0;
  for (const image of await photographs(6)) {
    const [one, other] = await Promise.all([native.embed(image), wasm.embed(image)]);
    largest = Math.max(largest, ...one.map((value, i) => Math.abs(value - (other[i] as number))));
  }
  t.diagnostic(`embeddings differ by ${largest.toExponential(1)}`);
  assert(largest < 1e-5);
});

test('an image comes as a path, URL, bytes, Blob, or pixels', async (t) => {
  await using tagger = await Tagger.load(pathToFileURL(model), { threads: 1 });
  const png = await square('blue');
  const file = path.join(folder, 'blue #1?.png');
  writeFileSync(file, png);
  const server = createServer((_, response) => response.end(png));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const rgb = new Uint8Array(16 * 16 * 3).map((_, i) => (i % 3 === 2 ? 255 : 0));
  const rgba = new Uint8ClampedArray(16 * 16 * 4).map((_, i) => (i % 4 >= 2 ? 255 : 0));
  const bytes = new Uint8Array(png);
  const images = [
    ...[file, pathToFileURL(file), address, png, bytes, bytes.buffer, new Blob([bytes])],
    ...[rgb, rgba].map((data) => ({ data, width: 16, height: 16 })),
  ];
  for (const image of images) assert.equal((await tagger.tag(image))[0]?.hashtag, 'blue', String(image));
  assert.equal(rgb.length, 16 * 16 * 3, "the caller's memory stays the caller's");
  await assert.rejects(tagger.tag(address.href), /no such file/, 'a text is never fetched');
});

test('an image is decoded as in training', async () => {
  await using tagger = await Tagger.load(model, { threads: 1 });
  const best = async (image: Buffer) => (await tagger.tag(image))[0]?.hashtag;
  const top = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const halves = sharp({ create: { width: 40, height: 40, channels: 3, background: 'blue' } }).composite([
    { input: top, left: 0, top: 0 },
  ]);
  const redPart = async (orientation: number) => {
    const jpeg = await sharp(await halves.png().toBuffer())
      .jpeg()
      .withMetadata({ orientation })
      .toBuffer();
    const { map } = await tagger.explain(jpeg, 'red');
    return [map[1], map[13], map[4], map[7]].map((value) => Math.round(value ?? -1));
  };
  assert.deepEqual(await redPart(1), [1, 0, 1, 1]);
  assert.deepEqual(await redPart(3), [0, 1, 0, 0], 'turned upside down');
  const [, , left, right] = await redPart(6);
  assert.deepEqual([left, right], [0, 1], 'turned to the right');

  const clear = {
    create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 255, b: 0, alpha: 0.02 } },
  } as const;
  const [, ...rest] = await tagger.tag(await sharp(clear).png().toBuffer());
  assert((rest[0]?.probability ?? 0) > 0.2, 'almost transparent: almost white, so no color stands out');

  const frames = await Promise.all(['lime', 'red'].map((color) => square(color, 20)));
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  assert.equal(await best(gif), 'green', 'the first frame');
  const gray = await sharp(await square('#ffffff'))
    .toColourspace('b-w')
    .png()
    .toBuffer();
  assert.equal((await tagger.tag(gray)).length, 3);
  for (const format of ['webp', 'avif', 'tiff', 'gif'] as const) {
    assert.equal(
      await best(
        await sharp(await square('red'))
          .toFormat(format)
          .toBuffer(),
      ),
      'red',
      format,
    );
  }
});

test('a model is loaded from a server, with progress', async (t) => {
  const server = createServer((request, response) => {
    try {
      response.end(readFileSync(path.join(folder, new URL(request.url ?? '', 'http://a').pathname)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const files = new Set<string>();
  await using tagger = await Tagger.load(`${url}/model`, {
    threads: 1,
    onProgress: ({ file }) => void files.add(file),
  });
  assert.equal((await tagger.tag(await square('red')))[0]?.hashtag, 'red');
  assert.deepEqual([...files].sort(), ['onnx/model.onnx', 'onnx/preprocess.onnx']);
  assert.equal((await tagger.explain(await square('red'), 'red')).map.length, 16);
  await assert.rejects(Tagger.load(`${url}/gone`), /gone: labels\.json: missing/);
  await assert.rejects(Tagger.load(model, { signal: AbortSignal.abort(new Error('never')) }), /never/);
});

test('a program that does not dispose of its tagger ends by itself', () => {
  const index = new URL('../src/index.js', import.meta.url).href;
  const program = `
    const { Tagger } = await import(${JSON.stringify(index)});
    const tagger = await Tagger.load(${JSON.stringify(model)}, { threads: 1 });
    const data = new Uint8Array(48).fill(255);
    console.log((await tagger.tag({ data, width: 4, height: 4 })).length);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  assert.deepEqual([status, stdout], [0, '3\n'], stderr);
});

function assertClose(actual: number, expected: number | undefined, tolerance: number): void {
  assert(Math.abs(actual - (expected as number)) < tolerance, `expected ${expected}, got ${actual}`);
}
