import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MetricsLine, TrainLine } from '@hashsight/formats';
import { runCurves, runFigures } from '../../src/report/run-curves.js';

const BASELINE = { hitAt1: 0.3, hitAt5: 0.5, meanAveragePrecision: 0.1 };

function line(step: number): TrainLine {
  return {
    ...{ kind: 'train', epoch: 1, step, loss: 3 - 1e-6 * step, hitAt1: 0.5, learningRate: 0.1 },
    ...{ imagesPerSecond: 200, dataWait: 0.2, memoryBytes: 1.25e9, unreadable: 0 },
    skippedSteps: step > 20 ? 2 : 0,
  };
}

const VALIDATION: MetricsLine = {
  kind: 'validation',
  ...{ epoch: 1, step: 30, images: 10, loss: 2, hitAt1: 0.6, hitAt5: 0.9, unreadable: 0 },
};

/** What stands in the legends, without what a narrow column repeats. */
function legends(metrics: readonly MetricsLine[], classes: number): string[] {
  const names = /^(training|validation|validation hit@5|baseline: .*|measured|without waiting)$/;
  const texts = [...runCurves(metrics, BASELINE, classes).text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)];
  return [...new Set(texts.map(([, text]) => text ?? '').filter((text) => names.test(text)))];
}

/** The titles of the charts. */
function titles(metrics: readonly MetricsLine[]): string[] {
  return [...runCurves(metrics, BASELINE, 6).text.matchAll(/<h3>([^<]*)/g)].map(([, title]) => title ?? '');
}

test('a run has curves of loss, hits, learning rate and speed, and its figures in a sentence', () => {
  const metrics = [line(10), line(20), line(30), VALIDATION];
  const baseline = 'baseline: most frequent class';
  const speed = ['measured', 'without waiting'];
  assert.deepEqual(legends(metrics, 6), ['training', 'validation', 'validation hit@5', baseline, ...speed]);
  // One of five guesses among five classes is always right.
  assert.deepEqual(legends(metrics, 5), ['training', 'validation', baseline, ...speed]);
  assert.equal(
    runFigures(metrics),
    '200 images per second (median), 20.0 % of the time spent waiting for data, 1.3 GB peak memory. 2 steps were skipped because the loss or the gradient was not finite.',
  );
});

test('a loss that was not finite, and a run without a line, leave a page that can be looked at', () => {
  const broken = JSON.parse(JSON.stringify({ ...line(10), loss: Number.NaN })) as MetricsLine;
  for (const metrics of [[broken, line(20)], [VALIDATION], []]) {
    assert.doesNotMatch(runCurves(metrics, BASELINE, 6).text, /NaN|undefined|Infinity/);
    assert.doesNotMatch(runFigures(metrics), /NaN|undefined|Infinity/);
  }
});

test('a run too short for a line of training has no empty charts', () => {
  assert.deepEqual(titles([VALIDATION]), ['Loss', 'hit@1, and hit@5 in validation']);
  assert.deepEqual(legends([VALIDATION], 6).slice(0, 2), ['validation', 'validation hit@5']);
  assert.deepEqual(titles([]), []);
});

test('a run of many steps takes no more of the page than one of two thousand', () => {
  const page = (steps: number) =>
    runCurves(
      Array.from({ length: steps }, (_, i) => line(10 * (i + 1))),
      BASELINE,
      6,
    ).text.length;
  assert(page(200_000) < 1.2 * page(200));
});
