import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import fc from 'fast-check';
import { MetricMeter } from '../../src/evaluation/metric-meter.js';
import type { Scores } from '../../src/evaluation/metrics.js';
import { ScoreColumns } from '../../src/evaluation/score-columns.js';
import { wholeMatrixMetrics } from './whole-matrix.js';

const NUM_CLASSES = 7;

/** Answers to some images, with scores of which many are equal. */
const ANSWERS = fc
  .array(
    fc.record({
      scores: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: NUM_CLASSES, maxLength: NUM_CLASSES }),
      own: fc.uniqueArray(fc.nat(NUM_CLASSES - 2), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 40 },
  )
  .map(
    (images): Scores => ({
      values: Float32Array.from(images.flatMap(({ scores }) => scores.map((score) => score / 7))),
      numClasses: NUM_CLASSES,
      labels: images.map(({ own }) => own),
    }),
  );

function part({ values, numClasses, labels }: Scores, from: number, to: number): Scores {
  const rows = values.subarray(from * numClasses, to * numClasses);
  return { values: rows, numClasses, labels: labels.slice(from, to) };
}

test('the metrics are those of the whole matrix, bit for bit, whatever the batches and the buffers', async (t) => {
  const folder = temporaryFolder(t);
  await fc.assert(
    fc.asyncProperty(
      ANSWERS,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 400 }),
      async (...given) => {
        const [answers, batchSize, bufferBytes] = given;
        const images = answers.labels.length;
        await using meter = new MetricMeter({ numClasses: NUM_CLASSES, images, folder, bufferBytes });
        for (let from = 0; from < images; from += batchSize) {
          await meter.update(part(answers, from, Math.min(images, from + batchSize)));
        }
        assert.equal(meter.images, images);
        assert.deepEqual(await meter.compute(), wholeMatrixMetrics(answers));
      },
    ),
    { numRuns: 300 },
  );
});

test('scores that do not fit into the buffer go to a file without a name, so that nothing is left of it', async (t) => {
  const folder = temporaryFolder(t);
  await using columns = new ScoreColumns({ numClasses: 3, images: 10, folder, bufferBytes: 3 * 4 * 4 });
  for (let image = 0; image < 10; image++) {
    await columns.add(Float32Array.of(image, 10 + image, 20 + image));
    assert.deepEqual(readdirSync(folder), []);
  }
  const read: number[][] = [];
  for await (const column of columns.columns()) read.push([...column]);
  const ten = Array.from({ length: 10 }, (_, i) => i);
  assert.deepEqual(read, [ten, ten.map((i) => 10 + i), ten.map((i) => 20 + i)]);
});

test('a folder that cannot be written to, and a score that is no number, are one line', async (t) => {
  const folder = path.join(temporaryFolder(t), 'gone');
  await using columns = new ScoreColumns({ numClasses: 2, images: 2, folder, bufferBytes: 8 });
  await columns.add(Float32Array.of(1, 2));
  await assert.rejects(columns.add(Float32Array.of(3, 4)), {
    name: 'InputError',
    message: /gone\/\.scores\.[0-9a-f]+\.partial: no such file or folder$/,
  });
  await using others = new ScoreColumns({ numClasses: 2, images: 2, folder });
  await assert.rejects(
    others.add(Float32Array.of(1, 2, 3, Number.NaN)),
    /: the score of class 1 is NaN, because the weights are not finite;/,
  );
});

test('the meter keeps a small part of the matrix in memory', async (t) => {
  // 4,000 images of 5,000 classes are 80 MB of scores; buffers of 2 MB twice, and what goes with the images.
  const [images, numClasses, batchSize] = [4000, 5000, 50];
  await using meter = new MetricMeter({
    numClasses,
    images,
    folder: temporaryFolder(t),
    bufferBytes: 2 ** 21,
  });
  const values = new Float32Array(batchSize * numClasses);
  let most = 0;
  for (let from = 0; from < images; from += batchSize) {
    for (let i = 0; i < values.length; i++) values[i] = ((from + i) * 7919) % 10_007;
    await meter.update({
      values,
      numClasses,
      labels: Array.from({ length: batchSize }, (_, i) => [from + i]),
    });
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }
  await meter.compute(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  });
  assert(most < 20e6, `${most} bytes in array buffers`);
});
