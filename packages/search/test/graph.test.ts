import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { INDEX_FILES } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { EmbeddingIndex } from '../src/embedding-index.js';
import { images, MODEL, naiveSearch, randomEmbeddings } from './random-embeddings.js';

const SIZE = 32;

const skip = await import('usearch').then(
  () => false,
  () => 'usearch, an optional package, is not installed',
);

test('a graph finds nearly all that an exact search finds, with the same scores, and images added later', {
  skip,
}, async (t) => {
  const folder = temporaryFolder(t);
  const embeddings = randomEmbeddings(4_000, SIZE);
  const queries = randomEmbeddings(20, SIZE, 77);
  {
    await using index = await EmbeddingIndex.openOrCreate(folder, MODEL, SIZE);
    await index.append(images(embeddings.slice(0, 3_000)));
    const progress: number[] = [];
    await index.buildGraph({ threads: 1, onProgress: (rows) => progress.push(rows) });
    assert.equal(progress.at(-1), 3_000);
    await index.append(images(embeddings.slice(3_000), 3_000));
  }
  await using index = await EmbeddingIndex.open(folder, { model: MODEL });
  assert.equal(index.graphSize, 3_000);
  let found = 0;
  for (const query of queries) {
    const exact = new Map(naiveSearch(embeddings, query, 10).map(({ id, score }) => [id, score]));
    assert.deepEqual(
      (await index.search(query, 10, { exact: true })).map(({ id, score }) => [id, score]),
      [...exact],
    );
    for (const { id, score } of await index.search(query, 10)) {
      if (!exact.has(id)) continue;
      assert.equal(score, exact.get(id));
      found++;
    }
  }
  assert(found >= 0.98 * 10 * queries.length, `${found} of ${10 * queries.length}`);
});

test('a damaged graph gets one clear line, and the exact search goes on', { skip }, async (t) => {
  const folder = temporaryFolder(t);
  const embeddings = randomEmbeddings(100, SIZE);
  const [query] = embeddings as [Float32Array];
  {
    await using index = await EmbeddingIndex.openOrCreate(folder, MODEL, SIZE);
    await index.append(images(embeddings));
    await index.buildGraph({ threads: 1 });
    assert.equal((await index.search(query, 1))[0]?.id, 0);
  }
  const file = path.join(folder, INDEX_FILES.graph);
  writeFileSync(file, readFileSync(file).subarray(0, 100));
  await using index = await EmbeddingIndex.open(folder);
  await assert.rejects(
    index.search(query, 1),
    /graph\.usearch: the file was cut off or changed; build the graph again/,
  );
  assert.equal((await index.search(query, 1, { exact: true }))[0]?.id, 0);
});
