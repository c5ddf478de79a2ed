import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory, nn, type Tensor, tensor, tidy } from '@hashsight/torch';
import fc from 'fast-check';
import {
  hashtagLoss,
  type LossConfig,
  positiveWeightOf,
  probabilitiesOf,
  setPriorBias,
} from '../src/step/loss.js';

const PLAIN = { loss: 'softmax', labelSmoothing: 0, positiveWeight: null } as const;

const close = (actual: number, expected: number, tolerance = 1e-5) =>
  assert(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${actual} ${expected}`);

/** Logits of up to five images and six classes, and each image's labels. */
const images = fc.integer({ min: 2, max: 6 }).chain((classes) =>
  fc.array(
    fc.record({
      logits: fc.array(fc.float({ min: -8, max: 8, noNaN: true }), {
        minLength: classes,
        maxLength: classes,
      }),
      labels: fc.uniqueArray(fc.nat(classes - 1), { minLength: 1, maxLength: classes }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
);

/** The value and the gradient of a loss. */
function valueAndGradient(rows: readonly (readonly number[])[], lossOf: (logits: Tensor) => Tensor) {
  return tidy(() => {
    const logits = tensor(rows).requiresGrad_();
    const loss = lossOf(logits);
    loss.backward();
    return { value: loss.item(), gradient: [...((logits.grad as Tensor).toTypedArray() as Float32Array)] };
  });
}

function assertSame(a: ReturnType<typeof valueAndGradient>, b: ReturnType<typeof valueAndGradient>) {
  close(a.value, b.value);
  for (const [i, gradient] of a.gradient.entries()) close(gradient, b.gradient[i] as number);
}

test("without a matrix of targets, the softmax loss and its gradient are those of PyTorch's cross-entropy with one", () => {
  fc.assert(
    fc.property(images, fc.constantFrom(0, 0.1, 0.5), (rows, labelSmoothing) => {
      const logits = rows.map((row) => row.logits);
      const labels = rows.map((row) => row.labels);
      const dense = rows.map(({ logits, labels }) =>
        logits.map((_, k) => (labels.includes(k) ? 1 / labels.length : 0)),
      );
      assertSame(
        valueAndGradient(logits, (z) => hashtagLoss(z, labels, { ...PLAIN, labelSmoothing })),
        valueAndGradient(logits, (z) =>
          nn.functional.crossEntropy(z, tensor(dense), { labelSmoothing, reduction: 'sum' }),
        ),
      );
    }),
  );
});

test("the sigmoid loss and its gradient are those of PyTorch's binary cross-entropy, with smoothing and weights", () => {
  fc.assert(
    fc.property(
      images,
      fc.constantFrom(0, 0.1, 0.5),
      fc.constantFrom(null, 3),
      (rows, labelSmoothing, weight) => {
        const logits = rows.map((row) => row.logits);
        const labels = rows.map((row) => row.labels);
        const numClasses = (logits[0] as number[]).length;
        const spread = labelSmoothing / numClasses;
        const dense = rows.map(({ logits, labels }) =>
          logits.map((_, k) => (labels.includes(k) ? 1 - labelSmoothing : 0) + spread),
        );
        tidy(() => {
          const positiveWeight =
            weight === null ? null : tensor(Float32Array.from({ length: numClasses }, (_, k) => weight + k));
          assertSame(
            valueAndGradient(logits, (z) =>
              hashtagLoss(z, labels, { loss: 'sigmoid', labelSmoothing, positiveWeight }),
            ),
            valueAndGradient(logits, (z) =>
              nn.functional.binaryCrossEntropyWithLogits(z, tensor(dense), {
                reduction: 'sum',
                posWeight: positiveWeight,
              }),
            ),
          );
        });
      },
    ),
  );
});

test('a vocabulary of 100,000 classes costs what its logits do: no matrix of targets is made', () => {
  const numClasses = 100_000;
  for (const loss of ['softmax', 'sigmoid'] as const) {
    tidy(() => {
      const logits = tensor(new Float32Array(4 * numClasses), { shape: [4, numClasses] });
      const before = memory().bytes;
      const config: LossConfig = { loss, labelSmoothing: 0, positiveWeight: null };
      const value = tidy(() => hashtagLoss(logits, [[0], [7, 99_999], [3], [5]], config));
      close(value.item(), loss === 'softmax' ? 4 * Math.log(numClasses) : 4 * numClasses * Math.log(2), 1e-4);
      assert(memory().bytes - before < 1000, 'nothing as large as the logits is left');
    });
  }
});

test('balanced positives count as all that lack the class together, and no more than a hundred', () => {
  const weights = positiveWeightOf(
    { loss: 'sigmoid', bcePosWeight: 'balanced', device: 'cpu' },
    Float64Array.of(0.5, 0.2, 1e-6),
  );
  assert.deepEqual(weights?.toArray(), [1, 4, 100]);
  weights?.dispose();
  const none = { loss: 'softmax', bcePosWeight: 'balanced', device: 'cpu' } as const;
  assert.equal(positiveWeightOf(none, Float64Array.of(0.5)), null);
});

test('with a prior bias a model that sees nothing answers the frequencies', () => {
  const frequencies = Float64Array.of(0.5, 0.25, 0.125);
  using fc = new nn.Linear(2, 3);
  for (const loss of ['sigmoid', 'softmax'] as const) {
    setPriorBias(fc, loss, frequencies);
    const probabilities = tidy(() =>
      probabilitiesOf((fc.bias as Tensor).detach().view([1, 3]), loss).toArray(),
    );
    const total = loss === 'softmax' ? 0.875 : 1;
    for (const [k, share] of (probabilities as number[][])[0]?.entries() ?? []) {
      close(share, (frequencies[k] as number) / total);
    }
  }
});
