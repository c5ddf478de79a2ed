import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  evaluationFile,
  evaluationSchema,
  type MetricsLine,
  metricsLineSchema,
  predictionsFile,
} from '@hashsight/formats';

const TRAIN: MetricsLine = {
  ...{ kind: 'train', epoch: 1, step: 10, loss: 2.5, hitAt1: 0.25, learningRate: 0.1, imagesPerSecond: 200 },
  ...{ dataWait: 0.1, memoryBytes: 1e9, unreadable: 0, skippedSteps: 0 },
};
const VALIDATION: MetricsLine = {
  ...{ kind: 'validation', epoch: 1, step: 12, images: 4, loss: 2, hitAt1: 0.5, hitAt5: 1, unreadable: 0 },
};

const read = (line: unknown) => metricsLineSchema.parse(JSON.parse(JSON.stringify(line)));

test('lines of metrics are read as they were written, with and without what not every run has', () => {
  for (const line of [TRAIN, VALIDATION, { ...TRAIN, cpuShared: 0.5, gradNorm: 3 }]) {
    assert.deepEqual(read(line), line);
  }
});

test('a figure that was not finite is null in the file, and NaN when it is read', () => {
  assert.deepEqual(read({ ...TRAIN, loss: Number.NaN }), { ...TRAIN, loss: Number.NaN });
  assert.deepEqual(read({ ...TRAIN, gradNorm: Number.POSITIVE_INFINITY }), {
    ...TRAIN,
    gradNorm: Number.NaN,
  });
});

test('lines of another kind, or without a figure, are refused', () => {
  const { loss: _, ...withoutLoss } = TRAIN;
  for (const line of [withoutLoss, { ...VALIDATION, kind: 'test' }, { ...TRAIN, step: 1.5 }, {}, null, 7]) {
    assert.throws(() => read(line));
  }
});

test('evaluations of validation have the short names; what old ones do not say is filled in', () => {
  assert.deepEqual(
    [
      evaluationFile('validation'),
      evaluationFile('train'),
      predictionsFile('validation'),
      predictionsFile('train'),
    ],
    ['evaluation.json', 'evaluation.train.json', 'predictions.jsonl', 'predictions.train.jsonl'],
  );
  const metrics = { hitAt1: 0.5, hitAt5: 1, meanAveragePrecision: 0.25 };
  const old = {
    ...{
      version: 1,
      checkpoint: 'epoch-001',
      checkpointRole: 'best',
      device: 'cpu',
      images: 4,
      unreadable: 0,
    },
    ...{ metrics, classes: 2, baseline: metrics },
  };
  const filledIn = { split: 'validation', unmeasured: [], duplicates: null, testOpenings: null };
  assert.deepEqual(evaluationSchema.parse(old), { ...old, ...filledIn });
  assert.throws(() => evaluationSchema.parse({ ...old, metrics: { ...metrics, hitAt1: 1.5 } }));
});
