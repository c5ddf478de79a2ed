import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inferenceMode, manualSeed, memory, randn, tidy } from '@hashsight/torch';
import { inferLogits } from '../../src/evaluation/infer.js';
import { createModel } from '../../src/models/registry.js';

test('logits are those of forward, bit for bit, and no tensor of a block lives on into the next', () => {
  manualSeed(1);
  using model = createModel('resnext14_32x4d', { numClasses: 5 }).eval();
  const before = memory().tensors;
  tidy(() => {
    const images = randn([2, 3, 64, 64]);
    const expected = inferenceMode(() => model.forward(images)).toTypedArray();
    const counts: number[] = [];
    const segments = model.segments().map(({ modules, forward }) => ({
      modules,
      forward(input: typeof images) {
        counts.push(memory().tensors);
        return forward(input);
      },
    }));
    model.segments = () => segments;
    assert.deepEqual(inferLogits(model, images).toTypedArray(), expected);
    assert.equal(counts.length, 6, 'the stem, four blocks, the head');
    // After the first segment there is its output too.
    assert.deepEqual(new Set(counts.slice(1)), new Set([(counts[0] as number) + 1]));
  });
  assert.equal(memory().tensors, before);
});
