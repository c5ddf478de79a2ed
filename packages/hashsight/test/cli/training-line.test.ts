import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fittedLine, type StepsEvent } from '../../src/cli/training-figures.js';
import { trainingLine } from '../../src/cli/training-line.js';

const EVENT: StepsEvent = {
  kind: 'train',
  ...{ epoch: 12, epochs: 90, step: 220_075, stepInEpoch: 9766, stepsPerEpoch: 19531, secondsLeft: 43_980 },
  ...{ loss: 6.1234, hitAt1: 0.25, learningRate: 0.0125, imagesPerSecond: 1213.4, dataWait: 0.034 },
  ...{ memoryBytes: 12.3e9, unreadable: 0, skippedSteps: 0 },
};

/** A stream that keeps what is written to it. */
function stream(isTTY: boolean, columns: number) {
  const texts: string[] = [];
  const write = (text: string) => texts.push(text) > 0;
  return { texts, isTTY, columns, write };
}

test('the first line says what is about to train', () => {
  const file = stream(false, 0);
  const line = trainingLine(file);
  const start = {
    kind: 'start',
    ...{ model: 'resnext50_32x4d', device: 'cpu', threads: 2, worldSize: 1 },
    amp: 'bfloat16',
    ...{ trainImages: 4800, validationImages: 400, classes: 39, learningRate: 0.025 },
    ...{ globalBatchSize: 64, epochs: 12, totalSteps: 900 },
  } as const;
  line.onEvent(start);
  line.onEvent({
    ...start,
    device: 'cuda',
    amp: 'off',
    threads: 1,
    worldSize: 8,
    classes: 1,
    learningRate: 0.1 / 3,
  });
  assert.deepEqual(file.texts, [
    'resnext50_32x4d on cpu: bfloat16, 2 threads; 4800 training and 400 validation images, 39 classes; learning rate 0.025, 64 images per step, 900 steps\n',
    'resnext50_32x4d on cuda: 8 processes, float32, 1 thread; 4800 training and 400 validation images, 1 class; learning rate 0.0333, 64 images per step, 900 steps\n',
  ]);
});

test('on a terminal of 100 columns everything is in one line, drawn anew', () => {
  const terminal = stream(true, 100);
  const line = trainingLine(terminal);
  line.onEvent(EVENT);
  line.onEvent({
    ...EVENT,
    step: EVENT.step + 10,
    stepInEpoch: 19531,
    hitAt1: 0.75,
    loss: 6,
    secondsLeft: 245,
  });
  line.end();
  line.end();
  assert.deepEqual(terminal.texts, [
    '\repoch 12/90  [██░░]  1213 img/s  loss 6.123  hit@1 0.250  lr 0.0125  wait 3 %  12 GB  12h13m left\x1b[K',
    '\repoch 12/90  [████]  1213 img/s  loss 6.000  hit@1 0.500  lr 0.0125  wait 3 %  12 GB  4m05s left\x1b[K',
    '\n',
  ]);
});

test('a narrower terminal leaves out what matters least', () => {
  assert.deepEqual(
    [140, 110, 80, 60, 40, 20, 10].map((width) => fittedLine(EVENT, 0.25, width)),
    [
      'epoch 12/90  [██████████░░░░░░░░░░]  9766/19531 steps  1213 img/s  loss 6.123  hit@1 0.250  lr 0.0125  wait 3 %  12 GB  12h13m left',
      'epoch 12/90  [████████░░░░░░░░]  1213 img/s  loss 6.123  hit@1 0.250  lr 0.0125  wait 3 %  12 GB  12h13m left',
      'epoch 12/90  [██░░]  1213 img/s  loss 6.123  hit@1 0.250  lr 0.0125  12h13m left',
      'epoch 12/90  [████░░░░]  1213 img/s  loss 6.123  12h13m left',
      'epoch 12/90  loss 6.123  12h13m left',
      'epoch 12/90  [██░░]',
      'epoch 12/9',
    ],
  );
});

test('that other programs use the processor is told where it explains the speed, and outlasts the figures', () => {
  assert.match(fittedLine({ ...EVENT, cpuShared: 0.384 }, 0.25, 140), / {2}cpu shared 38 % {2}12h13m left$/);
  assert.match(fittedLine({ ...EVENT, cpuShared: 0.384 }, 0.25, 80), / {2}1213 img\/s {2}.*cpu shared 38 %/);
  assert.equal(fittedLine({ ...EVENT, cpuShared: 0.02 }, 0.25, 140), fittedLine(EVENT, 0.25, 140));
});

test('no line is wider than its terminal, and steps that were skipped are told where there is room', () => {
  const event = fc.record({
    epoch: fc.integer({ min: 1, max: 300 }),
    stepInEpoch: fc.integer({ min: 0, max: 10_000_000 }),
    loss: fc.double({ min: 0, max: 1e6, noNaN: true }),
    learningRate: fc.double({ min: 1e-12, max: 10, noNaN: true }),
    imagesPerSecond: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    dataWait: fc.double({ min: 0, max: 1, noNaN: true }),
    memoryBytes: fc.integer({ min: 1e6, max: 1e13 }),
    skippedSteps: fc.integer({ min: 1, max: 1000 }),
    secondsLeft: fc.double({ min: 0, max: 1e7, noNaN: true }),
  });
  fc.assert(
    fc.property(event, fc.integer({ min: 1, max: 200 }), (changes, width) => {
      const line = fittedLine({ ...EVENT, stepsPerEpoch: 10_000_000, ...changes }, 0.5, width);
      assert(line.length <= width, line);
      if (width > 60) assert(line.includes(`skipped ${changes.skippedSteps}`), line);
    }),
  );
});

test('a terminal that tells no width is taken to have 80 columns', () => {
  const terminal = stream(true, 0);
  trainingLine(terminal).onEvent(EVENT);
  assert.equal(terminal.texts[0], `\r${fittedLine(EVENT, 0.25, 79)}\x1b[K`);
});

test('what is no terminal gets a plain line at each tenth of an epoch; hit@1 begins anew with each epoch', () => {
  const file = stream(false, 0);
  const line = trainingLine(file);
  for (const stepInEpoch of [1, 1000, 1900, 2000, 19531]) line.onEvent({ ...EVENT, stepInEpoch });
  line.onEvent({ kind: 'note', text: 'something' });
  line.onEvent({ ...EVENT, epoch: 13, stepInEpoch: 1, hitAt1: 1, skippedSteps: 2 });
  const validation = { images: 10, loss: 2, hitAt1: 0.5, hitAt5: 0.75, unreadable: 1 };
  const unreadable = ['a.jpg: broken'];
  line.onEvent({ kind: 'epoch', epoch: 13, epochs: 90, validation, unreadable });
  line.onEvent({ kind: 'epoch', epoch: 14, epochs: 90, validation: null, unreadable: [] });
  line.end();
  const rest = 'lr 0.0125  wait 3 %  12 GB';
  assert.deepEqual(file.texts, [
    `epoch 12/90: 1/19531 steps  1213 img/s  loss 6.123  hit@1 0.250  ${rest}  12h13m left\n`,
    `epoch 12/90: 2000/19531 steps  1213 img/s  loss 6.123  hit@1 0.250  ${rest}  12h13m left\n`,
    `epoch 12/90: 19531/19531 steps  1213 img/s  loss 6.123  hit@1 0.250  ${rest}  12h13m left\n`,
    'something\n',
    `epoch 13/90: 1/19531 steps  1213 img/s  loss 6.123  hit@1 1.000  ${rest}  skipped 2  12h13m left\n`,
    'epoch 13/90: validation hit@1 0.500  hit@5 0.750  loss 2.000  1 image left out\n  left out: a.jpg: broken\n',
    'epoch 14/90: no validation image could be read\n',
  ]);
});
