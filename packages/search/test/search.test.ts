import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { BestRows } from '../src/best-rows.js';
import { EmbeddingIndex } from '../src/embedding-index.js';
import { Vectors } from '../src/vectors.js';
import { images, MODEL, naiveSearch, randomEmbeddings, unit } from './random-embeddings.js';

for (const [count, size] of [
  [1, 1],
  [7, 3],
  [300, 16],
  [2_000, 100],
  [20_000, 32],
] as const) {
  test(`finds the same images as a naive search: ${count} of ${size} values`, async (t) => {
    const embeddings = randomEmbeddings(count, size);
    await using index = await EmbeddingIndex.openOrCreate(temporaryFolder(t), MODEL, size);
    await index.append(images(embeddings));
    for (const query of randomEmbeddings(5, size, 99)) {
      const found = await index.search(query, 10);
      assert.deepEqual(
        found.map(({ id, score }) => ({ id, score })),
        naiveSearch(embeddings, query, 10),
      );
      assert.equal(found[0]?.path, `/photos/${found[0]?.id}.jpg`);
    }
  });
}

test('equal scores are ordered by number, however many there are', async (t) => {
  const [same, other] = randomEmbeddings(2, 64) as [Float32Array, Float32Array];
  await using index = await EmbeddingIndex.openOrCreate(temporaryFolder(t), MODEL, 64);
  await index.append(images([other, ...Array<Float32Array>(30_000).fill(same)]));
  const found = await index.search(same, 3);
  assert.deepEqual(
    found.map(({ id }) => id),
    [1, 2, 3],
  );
});

test('scores that differ by less than float32 resolves are in the right order', async (t) => {
  const [query] = randomEmbeddings(1, 512) as [Float32Array];
  // Turned away from the query by angles around 1e-4: the products differ in the ninth decimal.
  const [aside] = randomEmbeddings(1, 512, 2) as [Float32Array];
  const close = Array.from({ length: 500 }, (_, i) =>
    unit(query.map((value, j) => value + (aside[j] as number) * 1e-4 * ((i * 37) % 500))),
  );
  await using index = await EmbeddingIndex.openOrCreate(temporaryFolder(t), MODEL, 512);
  await index.append(images(close));
  assert.deepEqual(
    (await index.search(query, 20)).map(({ id }) => id),
    naiveSearch(close, query, 20).map(({ id }) => id),
  );
});

test('asks for more images than there are', async (t) => {
  await using index = await EmbeddingIndex.openOrCreate(temporaryFolder(t), MODEL, 8);
  const [query] = randomEmbeddings(1, 8) as [Float32Array];
  assert.deepEqual(await index.search(query, 5), []);
  await index.append(images(randomEmbeddings(3, 8)));
  assert.equal((await index.search(query, 5)).length, 3);
});

test('rows in several segments are found as in one', () => {
  const embeddings = randomEmbeddings(1_000, 20);
  const [query] = randomEmbeddings(1, 20, 5) as [Float32Array];
  const vectors = new Vectors(20, { segmentBytes: 100 * 32 * 4 });
  // Not in step with the segments.
  for (let from = 0; from < 1_000; from += 130) {
    const part = embeddings.slice(from, from + 130);
    const rows = new Float32Array(part.length * 20);
    for (const [i, row] of part.entries()) rows.set(row, i * 20);
    vectors.append(rows);
  }
  const best = new BestRows(10, 20);
  for (const { first, scores } of vectors.products(query)) best.add(first, scores);
  assert.deepEqual(
    best.ranked(query, vectors).map(({ row }) => row),
    naiveSearch(embeddings, query, 10).map(({ id }) => id),
  );
});

test('refuses a query of another size, one that is not normalized, and a k that is no count', async (t) => {
  await using index = await EmbeddingIndex.openOrCreate(temporaryFolder(t), MODEL, 8);
  const [query, short] = [randomEmbeddings(1, 8)[0], randomEmbeddings(1, 4)[0]] as Float32Array[];
  assert(query !== undefined && short !== undefined);
  await assert.rejects(index.search(short, 1), /search: expected an embedding of 8 values, got 4/);
  await assert.rejects(
    index.search(
      query.map((value) => 2 * value),
      1,
    ),
    /length 1/,
  );
  await assert.rejects(index.search(query.fill(Number.NaN), 1), /length 1/);
  await assert.rejects(index.search(query, 0), /expected k from 1, got 0/);
});

test('a search that nobody waits for any more ends', async (t) => {
  await using index = await EmbeddingIndex.openOrCreate(temporaryFolder(t), MODEL, 8);
  const embeddings = randomEmbeddings(100, 8);
  await index.append(images(embeddings));
  const signal = AbortSignal.abort();
  await assert.rejects(index.search(embeddings[0] as Float32Array, 1, { signal }), { name: 'AbortError' });
});
