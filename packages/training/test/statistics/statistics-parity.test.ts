import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Random } from '@hashsight/formats';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { runPython, skipWithoutPython, temporaryFolder } from '@hashsight/torch/test/python';
import {
  AveragePrecisionBootstrap,
  binomialUpperTail,
  clopperPearson,
  expectedCalibrationError,
  fitTemperature,
  mcnemarExact,
  studentInterval,
} from '../../src/statistics/index.js';
import { incompleteBeta, logGamma } from '../../src/statistics/special-functions.js';

const scikitLearn = await pythonPackages('scikit-learn==1.9.1');
// Without its dependency torch, which is large and is there already.
const torchmetrics = await pythonPackages(
  '--no-deps',
  'torchmetrics==1.9.0',
  'lightning-utilities==0.15.3',
  'packaging==26.4',
);

function script(name: string): string {
  return fileURLToPath(new URL(`../../../test/statistics/${name}`, import.meta.url));
}

function caseFile(cases: unknown): string {
  const file = path.join(temporaryFolder(), 'cases.json');
  writeFileSync(file, JSON.stringify(cases));
  return file;
}

function close(ours: number, theirs: number, tolerance: number, what: string): void {
  const allowed = tolerance * Math.max(1e-3, Math.abs(theirs));
  assert(Math.abs(ours - theirs) <= allowed, `${what}: expected ${theirs}, got ${ours}`);
}

/** Logits of N images with the label 0.8 times as likely as they say. */
function randomLogits(images: number, numClasses: number): { logits: number[][]; labels: number[] } {
  const random = new Random(1);
  const logits = Array.from({ length: images }, () =>
    Array.from({ length: numClasses }, () => 4 * random.uniform(-1, 1)),
  );
  const labels = logits.map((row) =>
    random.uniform() < 0.5 ? row.indexOf(Math.max(...row)) : random.below(numClasses),
  );
  return { logits, labels };
}

test('intervals, tests and temperature equal those of SciPy', { skip: scikitLearn.skip }, () => {
  const { logits, labels } = randomLogits(300, 7);
  const random = new Random(2);
  const cases = {
    logGamma: [1e-6, 0.3, 1, 2, 7.7, 150, 1e5],
    incompleteBeta: [
      [0.5, 1, 1],
      [0.01, 0.5, 3],
      [0.999, 200, 0.5],
      [0.9, 9000, 1001],
      [0.31, 3e5, 7e5],
    ] as [number, number, number][],
    clopperPearson: [
      ...[0, 1, 5, 9, 10].map((k) => [k, 10, 0.95]),
      [1, 1, 0.95],
      [123, 456, 0.9],
      [45_000, 50_000, 0.95],
      [999_999, 1_000_000, 0.99],
    ] as [number, number, number][],
    upperTail: [
      [0, 5, 0.9],
      [29, 29, 0.9],
      [96, 100, 0.9],
      [880, 1000, 0.9],
    ] as [number, number, number][],
    student: [
      [0.1, 0.2],
      [3, 3, 3],
      [0.71, 0.74, 0.69, 0.72, 0.75],
    ],
    mcnemar: [
      [0, 1],
      [3, 3],
      [10, 2],
      [150, 210],
    ] as [number, number][],
    logits,
    labels,
    averagePrecision: Array.from({ length: 5 }, () => {
      const truth = Array.from({ length: 40 }, (_, i) => (i < 2 || random.uniform() < 0.3 ? 1 : 0));
      const scores = truth.map((y) => Math.round(10 * (y + 2 * random.uniform())) / 10); // with ties
      return [truth, scores, truth.map(() => 1)];
    }) as [number[], number[], number[]][],
  };
  const theirs = JSON.parse(scikitLearn.run(script('references.py'), [caseFile(cases)]));
  for (const [i, x] of cases.logGamma.entries())
    close(logGamma(x), theirs.logGamma[i], 2e-12, `logGamma(${x})`);
  for (const [i, [x, a, b]] of cases.incompleteBeta.entries()) {
    close(incompleteBeta(x, a, b), theirs.incompleteBeta[i], 1e-8, `I_${x}(${a}, ${b})`);
  }
  for (const [i, [k, n, level]] of cases.clopperPearson.entries()) {
    const { low, high } = clopperPearson(k, n, level);
    close(low, theirs.clopperPearson[i][0], 1e-9, `low of ${k} of ${n}`);
    close(high, theirs.clopperPearson[i][1], 1e-9, `high of ${k} of ${n}`);
  }
  for (const [i, given] of cases.upperTail.entries()) {
    close(binomialUpperTail(...given), theirs.upperTail[i], 1e-10, `upper tail of ${given}`);
  }
  for (const [i, values] of cases.student.entries()) {
    const interval = studentInterval(values);
    close(interval?.low as number, theirs.student[i][0], 1e-10, `student low of ${values}`);
    close(interval?.high as number, theirs.student[i][1], 1e-10, `student high of ${values}`);
  }
  for (const [i, given] of cases.mcnemar.entries()) {
    close(mcnemarExact(...given), theirs.mcnemar[i], 1e-10, `mcnemar of ${given}`);
  }
  close(
    fitTemperature({ values: logits.flat(), numClasses: 7, labels }),
    theirs.temperature,
    1e-6,
    'temperature',
  );
  for (const [i, [truth, scores]] of cases.averagePrecision.entries()) {
    const positives = truth.flatMap((y, image) => (y === 1 ? [image] : []));
    const own = new AveragePrecisionBootstrap(truth.length, { draws: 50 }).add(scores, positives);
    close(own?.estimate as number, theirs.averagePrecision[i], 1e-12, `average precision ${i}`);
  }
});

test('the calibration error equals that of torchmetrics', {
  skip: torchmetrics.skip || skipWithoutPython,
}, () => {
  const cases = [3, 10].map((numClasses) => {
    const { logits, labels } = randomLogits(500, numClasses);
    const probabilities = logits.map((row) => {
      const total = row.reduce((sum, z) => sum + Math.exp(z), 0);
      return row.map((z) => Math.exp(z) / total);
    });
    return { probabilities, labels };
  });
  const theirs = JSON.parse(
    runPython(script('calibration_error.py'), [torchmetrics.folder, caseFile(cases)]),
  );
  for (const [i, { probabilities, labels }] of cases.entries()) {
    const numClasses = probabilities[0]?.length ?? 0;
    const { error } = expectedCalibrationError({ values: probabilities.flat(), numClasses, labels });
    close(error, theirs[i], 1e-6, `case ${i}`);
  }
});
