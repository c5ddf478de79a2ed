import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tensor } from '@hashsight/torch';
import { hashtagLoss, targetsOf } from '../../src/training/loss.js';

test('each of k hashtags gets 1/k of the target', () => {
  using targets = targetsOf([[1], [0, 3], [0, 1, 2, 3]], 4);
  assert.deepEqual(targets.toArray(), [
    [0, 1, 0, 0],
    [0.5, 0, 0, 0.5],
    [0.25, 0.25, 0.25, 0.25],
  ]);
});

test('the loss is the mean over the pictures of -Σ target · log_softmax(logits)', () => {
  const rows = [
    [1, 2, 3],
    [0.5, -1, 0],
  ];
  const labels = [[2], [0, 1]];
  const expected =
    rows
      .map((row, i) => {
        const norm = Math.log(row.reduce((sum, logit) => sum + Math.exp(logit), 0));
        const own = labels[i] as number[];
        return own.reduce((sum, label) => sum - ((row[label] as number) - norm) / own.length, 0);
      })
      .reduce((sum, loss) => sum + loss, 0) / rows.length;
  using logits = tensor(rows);
  using targets = targetsOf(labels, 3);
  using loss = hashtagLoss(logits, targets, 0);
  assert(Math.abs(loss.item() - expected) < 1e-6, `${loss.item()} ${expected}`);
});

test('label smoothing spreads its share of the target over all classes', () => {
  using logits = tensor([[1, 2, 3]]);
  using targets = targetsOf([[2]], 3);
  using spread = tensor([[0.1, 0.1, 0.8]]);
  using smoothed = hashtagLoss(logits, targets, 0.3);
  using plain = hashtagLoss(logits, spread, 0);
  assert(Math.abs(smoothed.item() - plain.item()) < 1e-6);
});
