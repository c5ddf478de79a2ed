import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DuplicateLine } from '@hashsight/formats';
import { lowerBound } from '../../src/duplicates/lower-bound.js';

const line = (id: string, status: DuplicateLine['status']): DuplicateLine => ({
  evaluated: { id, image: `${id}.jpg` },
  training: { id: `copy of ${id}`, image: 'copy.jpg' },
  ...{ score: 0.9, similarity: 0.9, hashDistance: 3, isMirrored: false, status },
});

test('the lower bound counts confirmed and suspected duplicates as wrong, each image once', () => {
  const hits = [
    { id: 'a', rank: 0 },
    { id: 'b', rank: 0 },
    { id: 'c', rank: 3 },
    { id: 'd', rank: -1 },
  ];
  const pairs = [
    line('a', 'suspected'),
    line('a', 'confirmed'),
    line('b', 'rejected'),
    line('gone', 'suspected'),
  ];
  assert.deepEqual(lowerBound(hits, pairs), {
    images: 1,
    confirmed: 1,
    lowerBound: { hitAt1: 0.25, hitAt5: 0.5 },
  });
  assert.deepEqual(lowerBound([], []), { images: 0, confirmed: 0, lowerBound: { hitAt1: 0, hitAt5: 0 } });
});
