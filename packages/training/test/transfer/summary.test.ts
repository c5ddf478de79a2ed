import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { TransferEntry, TransferPoint } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { countOpenings, noteOpening } from '../../src/evaluation/ledger.js';
import { probabilities, score } from '../../src/transfer/scores.js';
import { drawShots } from '../../src/transfer/shots.js';
import {
  labelsFor,
  mcnemarOf,
  type ScoredCell,
  sentenceOf,
  type TaskAnswers,
  verdictOf,
} from '../../src/transfer/summary.js';

function point(shots: TransferPoint['shots'], labelsPerClass: number, mean: number): TransferPoint {
  const oneRun = { estimate: mean, low: 0, high: 1, kind: 'clopper-pearson' } as const;
  return { shots, labelsPerClass, mean, overSeeds: null, oneRun, lowerBound: null, results: [] as never };
}

const shared = { architecture: 'resnet18', method: 'x' };
const PRETRAINED: TransferEntry = {
  ...{ ...shared, title: 'linear probe of run', model: 'run', isPretrained: true },
  points: [point(1, 1, 0.3), point(10, 10, 0.6), point('all', 100, 0.9)],
};
const SCRATCH: TransferEntry = {
  ...{ ...shared, title: 'scratch', model: null, isPretrained: false },
  points: [point(1, 1, 0.2), point(10, 10, 0.4), point('all', 100, 0.7)],
};

test('labels for a score are interpolated in the logarithm of their number', () => {
  const { points } = SCRATCH;
  assert.equal(labelsFor(points, 0.3)?.toFixed(6), Math.sqrt(10).toFixed(6));
  assert.equal(labelsFor(points, 0.1), 1);
  assert.equal(labelsFor(points, 0.4)?.toFixed(6), '10.000000');
  assert.equal(labelsFor(points, 0.71), null);
  assert.equal(labelsFor([], 0.5), null);
});

test('what the figures mean is said in words, and what they do not show', () => {
  const entries = [PRETRAINED, SCRATCH];
  const at = (shots: TransferPoint['shots'], low: number, high: number) => {
    const own = PRETRAINED.points.find((one) => one.shots === shots) as TransferPoint;
    const difference = { estimate: (low + high) / 2, low, high, kind: 'paired-bootstrap' } as const;
    return {
      entry: 0,
      against: 1,
      shots,
      difference,
      mcnemar: null,
      sameAs: labelsFor(SCRATCH.points, own.mean),
    };
  };
  assert.equal(
    sentenceOf(entries, at(10, 0.1, 0.3)),
    'with 10 labels a class, it does as well as scratch with 46 (with as many: +20.0 points, +10.0 to +30.0)',
  );
  assert.equal(
    sentenceOf(entries, at('all', -0.1, 0.3)),
    'with all 100 labels a class, it does better than scratch with all 100 (with as many, no difference shown: +10.0 points, −10.0 to +30.0)',
  );
  assert.match(
    sentenceOf(entries, { ...at(10, 0.1, 0.3), mcnemar: 0.01234 }),
    /\+10\.0 to \+30\.0; McNemar's exact test: p = 0\.012\)$/,
  );
  assert.equal(
    verdictOf(entries, [at(1, 0.1, 0.2), at(10, -0.1, 0.3), at('all', -0.3, -0.1)]),
    'linear probe of run is better than scratch with 1 label a class; it is not shown to differ from scratch with 10 labels a class; it is worse than scratch with all labels a class',
  );
});

test('McNemar compares two single results; several seeds or several labels an image have none', () => {
  const answers: TaskAnswers = {
    ...({ kind: 'single', numClasses: 2, copies: new Set<number>() } as const),
    labels: [[0], [0], [0], [0], [0], [0], [1]],
  };
  const cell = (predictions: readonly number[]) => ({ scored: { predictions } }) as unknown as ScoredCell;
  const [right, wrong] = [cell([0, 0, 0, 0, 0, 1, 1]), cell([1, 1, 1, 1, 1, 0, 1])] as const;
  // Five images that only the first has right, and one that only the second has: 2 (6 + 1) / 2^6.
  assert.equal(mcnemarOf(answers, [right], [wrong])?.toFixed(6), '0.218750');
  assert.equal(mcnemarOf(answers, [right, right], [wrong, wrong]), null);
  assert.equal(mcnemarOf({ ...answers, kind: 'multi' }, [right], [wrong]), null);
});

test('shots are drawn anew by each seed, nested, and a class with fewer images gives all', () => {
  const labels = Array.from({ length: 60 }, (_, i) => [i < 57 ? i % 2 : 2]);
  const draw = (k: number, seed: number) => drawShots(labels, 3, k, seed);
  const counts = (drawn: readonly number[]) =>
    [0, 1, 2].map((label) => drawn.filter((i) => labels[i]?.[0] === label).length);
  assert.deepEqual(counts(draw(2, 0)), [2, 2, 2]);
  assert.deepEqual(counts(draw(10, 0)), [10, 10, 3]);
  assert.deepEqual(draw(5, 1), draw(5, 1));
  assert.notDeepEqual(draw(5, 1), draw(5, 2));
  assert(draw(2, 1).every((i) => draw(5, 1).includes(i)));
});

test('an image with several labels counts for each of them', () => {
  const labels = [[0], [0, 1], [1], [0, 2], [0], [0]];
  const drawn = drawShots(labels, 3, 1, 0);
  assert(drawn.includes(3), 'the only image of the rarest class');
  assert.equal(drawn.length, 2, 'whose other label needs no image of its own');
});

test('scores: accuracy counts images, mean per-class accuracy counts classes; a class without test images counts in neither', () => {
  const logits = Float32Array.of(2, 1, 0, 2, 1, 0, 3, 1, 0, 0, 5, 1);
  const labels = [[0], [0], [1], [1]];
  const { metrics, classes, predictions } = score({ kind: 'single', logits, numClasses: 3, labels });
  assert.deepEqual(predictions, [0, 0, 0, 1]);
  assert.deepEqual(metrics, { accuracy: 0.75, meanPerClassAccuracy: 0.75 });
  assert.deepEqual(classes[2], { support: 0, score: null });
  const two = score({ kind: 'multi', logits, numClasses: 3, labels: [[0], [0, 1], [1], [0]] });
  assert.equal(
    two.metrics.meanAveragePrecision,
    two.classes.slice(0, 2).reduce((sum, one) => sum + (one.score ?? 0), 0) / 2,
  );
  const shares = probabilities('single', Float32Array.of(0, Number.NEGATIVE_INFINITY, 0), 3, 2);
  assert.deepEqual([...shares], [0.5, 0, 0.5]);
});

test('the ledger counts the openings of a test set, and refuses to be damaged', async (t) => {
  const folder = temporaryFolder(t);
  const ledger = path.join(folder, 'deeper', 'ledger.jsonl');
  const line = {
    ...({ version: 1 } as const),
    ...{ time: '2026-01-01T00:00:00.000Z', task: 'a', images: 3 },
    ...{ models: [], settings: {}, results: 1, out: 'out' },
  } as const;
  assert.equal(await countOpenings(ledger, 'one'), 0);
  assert.equal(await noteOpening(ledger, { ...line, testDigest: 'one' }), 1);
  assert.equal(await noteOpening(ledger, { ...line, testDigest: 'two' }), 1);
  assert.equal(await noteOpening(ledger, { ...line, testDigest: 'one' }), 2);
  appendFileSync(ledger, '{"version":1}\n');
  await assert.rejects(noteOpening(ledger, { ...line, testDigest: 'one' }), {
    name: 'InputError',
    message: /ledger\.jsonl:4: expected a line of the ledger/,
  });
  mkdirSync(path.join(folder, 'taken'));
  await assert.rejects(noteOpening(path.join(folder, 'taken'), { ...line, testDigest: 'one' }), {
    name: 'InputError',
  });
});
