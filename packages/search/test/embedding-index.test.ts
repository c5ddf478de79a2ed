import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { INDEX_FILES, InputError } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { EmbeddingIndex } from '../src/embedding-index.js';
import { images, MODEL, naiveSearch, randomEmbeddings } from './random-embeddings.js';

const SIZE = 24;

async function indexOf(folder: string, embeddings: readonly Float32Array[]): Promise<void> {
  await using index = await EmbeddingIndex.openOrCreate(folder, MODEL, SIZE);
  await index.append(images(embeddings));
}

test('what was added is found after opening the index again, and more can be added', async (t) => {
  const folder = temporaryFolder(t);
  const embeddings = randomEmbeddings(30, SIZE);
  await indexOf(folder, embeddings.slice(0, 10));
  await using index = await EmbeddingIndex.openOrCreate(folder, MODEL, SIZE);
  assert.equal(index.size, 10);
  assert.equal(index.idOf('/photos/3.jpg'), 3);
  assert.equal(index.idOf('/photos/10.jpg'), undefined);
  const [query] = randomEmbeddings(1, SIZE, 7) as [Float32Array];
  await index.search(query, 1);
  // Two calls at once, after the embeddings are in memory.
  await Promise.all([
    index.append(images(embeddings.slice(10, 20), 10)),
    index.append(images(embeddings.slice(20), 20)),
  ]);
  const wanted = naiveSearch(embeddings, query, 30).map(({ id }) => id);
  assert.deepEqual(
    (await index.search(query, 30)).map(({ id }) => id),
    wanted,
  );
  assert.deepEqual(await index.embedding(25), embeddings[25]);
  await using reader = await EmbeddingIndex.open(folder, { model: MODEL });
  assert.deepEqual(
    (await reader.search(query, 30)).map(({ id }) => id),
    wanted,
  );
});

test('a process killed at any byte of an append leaves an index that goes on where it stopped', async (t) => {
  const embeddings = randomEmbeddings(4, SIZE);
  const whole = temporaryFolder(t);
  await indexOf(whole, embeddings);
  const line = readFileSync(path.join(whole, INDEX_FILES.images), 'utf8').indexOf('\n') + 1;
  const row = 4 * SIZE;
  // Bytes left of the rows 2 and 3 (embeddings are written first), and the images that count then.
  for (const [rowBytes, lineBytes, count] of [
    [0, 0, 2],
    [1, 0, 2],
    [row - 1, 0, 2],
    [row, 0, 2],
    [2 * row, 1, 2],
    [2 * row, line - 1, 2],
    [2 * row, line, 3],
    [2 * row, 2 * line - 1, 3],
    [2 * row, 2 * line, 4],
  ] as const) {
    const folder = temporaryFolder(t);
    await indexOf(folder, embeddings.slice(0, 2));
    const rest = (name: string, from: number, bytes: number) =>
      appendFileSync(
        path.join(folder, name),
        readFileSync(path.join(whole, name)).subarray(from, from + bytes),
      );
    rest(INDEX_FILES.embeddings, 2 * row, rowBytes);
    rest(INDEX_FILES.images, 2 * line, lineBytes);
    await using index = await EmbeddingIndex.openOrCreate(folder, MODEL, SIZE);
    assert.equal(index.size, count, `${rowBytes} and ${lineBytes} bytes`);
    await index.append(images(embeddings.slice(count), count));
    await index.close();
    for (const name of [INDEX_FILES.index, INDEX_FILES.embeddings, INDEX_FILES.images]) {
      assert.deepEqual(readFileSync(path.join(folder, name)), readFileSync(path.join(whole, name)), name);
    }
  }
});

test('opening an index to read changes nothing, so that another process can go on adding', async (t) => {
  const folder = temporaryFolder(t);
  await indexOf(folder, randomEmbeddings(2, SIZE));
  appendFileSync(path.join(folder, INDEX_FILES.embeddings), 'half a row');
  const before = statSync(path.join(folder, INDEX_FILES.embeddings)).size;
  await using index = await EmbeddingIndex.open(folder);
  assert.equal((await index.search(randomEmbeddings(1, SIZE)[0] as Float32Array, 9)).length, 2);
  assert.equal(statSync(path.join(folder, INDEX_FILES.embeddings)).size, before);
});

test('only one process adds to an index at a time', async (t) => {
  const folder = temporaryFolder(t);
  const embeddings = randomEmbeddings(3, SIZE);
  await using first = await EmbeddingIndex.openOrCreate(folder, MODEL, SIZE);
  await using second = await EmbeddingIndex.openOrCreate(folder, MODEL, SIZE);
  await first.append(images(embeddings.slice(0, 1)));
  const added = second.append(images(embeddings.slice(1, 2)));
  await assert.rejects(added, new RegExp(`process ${process.pid} on .* is adding images to this index`));
  await first.close();
  const late = second.append(images(embeddings.slice(1, 2)));
  await assert.rejects(late, /another process has added images since the index was opened/);
});

test('the right to add images passes on from a process that was killed', async (t) => {
  const folder = temporaryFolder(t);
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(path.join(folder, 'writer.lock'), JSON.stringify({ pid, host: hostname() }));
  await indexOf(folder, randomEmbeddings(1, SIZE));
  assert.equal(existsSync(path.join(folder, 'writer.lock')), false);
  writeFileSync(path.join(folder, 'writer.lock'), JSON.stringify({ pid, host: 'elsewhere' }));
  await assert.rejects(indexOf(folder, randomEmbeddings(1, SIZE)), /on elsewhere is adding images/);
});

const rejects = async (folder: string, message: RegExp, model = MODEL as { digest: string }) => {
  const opened = EmbeddingIndex.open(folder, { model });
  await assert.rejects(opened, (error) => error instanceof InputError && message.test(error.message));
};

test('a folder that is no index gets one clear line', async (t) => {
  const folder = temporaryFolder(t);
  await rejects(folder, /expected an index of embeddings, got no index\.json; make one with hashsight embed/);
  await rejects(path.join(folder, 'missing'), /expected an index of embeddings/);
  const file = path.join(folder, INDEX_FILES.index);
  writeFileSync(file, '{');
  await rejects(folder, /index\.json: expected the description of an index in JSON/);
  writeFileSync(file, JSON.stringify({ version: 1, model: { digest: 'x' }, embeddingSize: 8, count: 0 }));
  await rejects(folder, /index\.json: expected the description of an index, got .*model\.digest/);
});

test("another model's index is refused", async (t) => {
  const folder = temporaryFolder(t);
  await indexOf(folder, randomEmbeddings(2, SIZE));
  const model = { digest: 'b'.repeat(64), folder: '/models/two' };
  await rejects(folder, /embeddings of \/models\/two, got those of another model \(\/models\/one\)/, model);
});

test('an index that lost rows or was damaged is refused', async (t) => {
  const folder = temporaryFolder(t);
  await indexOf(folder, randomEmbeddings(3, SIZE));
  const embeddings = path.join(folder, INDEX_FILES.embeddings);
  const bytes = readFileSync(embeddings);
  truncateSync(embeddings, 4 * SIZE * 2);
  await rejects(folder, /expected 3 images, as index\.json says, got 2; the index was cut off/);
  writeFileSync(embeddings, bytes.fill(0, 4 * SIZE, 4 * SIZE + 40));
  const [query] = randomEmbeddings(1, SIZE) as [Float32Array];
  await using damaged = await EmbeddingIndex.open(folder);
  await assert.rejects(damaged.search(query, 1), /expected an embedding of length 1 in row 1/);
  rmSync(embeddings);
  await rejects(folder, /got 0; the index was cut off/);
});

test('an embedding that is none is refused before anything is written', async (t) => {
  const folder = temporaryFolder(t);
  await using index = await EmbeddingIndex.openOrCreate(folder, MODEL, SIZE);
  const [good] = randomEmbeddings(1, SIZE) as [Float32Array];
  const bad = images([good, new Float32Array(SIZE)]);
  await assert.rejects(index.append(bad), /1\.jpg: expected an embedding of length 1/);
  await assert.rejects(index.append(images([good.slice(1)])), /expected an embedding of 24 values, got 23/);
  assert.equal(index.size, 0);
});
