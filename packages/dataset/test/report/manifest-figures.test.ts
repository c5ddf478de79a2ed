import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { samplingEffect } from '@hashsight/formats';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { readManifestFigures } from '../../src/report/manifest-figures.js';
import { manifestRows, post, postSet } from '../prepare/post-set.js';

const HASHTAGS = ['cat', 'dog', 'emu', 'yak', 'gnu'] as const;

/** The n-th hashtag on every 2ⁿ-th post, so that most have several and the last is rare. */
const POSTS = Array.from({ length: 120 }, (_, i) =>
  post(`p${i}`, ...HASHTAGS.filter((_, n) => i % 2 ** n === 0)),
);

async function figuresOf(t: TestContext, changes: Partial<PrepareOptions>) {
  const { options } = postSet(t, POSTS, { readImages: false, keep: HASHTAGS, ...changes });
  const { vocabulary, preparation } = await prepare(options);
  const classes = vocabulary.classes.length;
  const { sampling } = preparation.settings;
  const shown = { shown: [0, 4], images: 2, copied: 3 };
  return {
    figures: await readManifestFigures(options.out, { classes, sampling, ...shown }),
    rows: await manifestRows(t, options.out),
  };
}

/** Of sums of decimals of six places, beside sums of floating-point numbers. */
const TOLERANCE = 1e-3;

function assertNear(got: Float64Array, expected: Float64Array): void {
  assert.equal(got.length, expected.length);
  for (const [i, value] of expected.entries()) {
    assert(Math.abs((got[i] as number) - value) < TOLERANCE, `class ${i}: ${got[i]}, expected ${value}`);
  }
}

for (const sampling of ['sqrt', 'uniform'] as const) {
  test(`what ${sampling} would do is what it does, summed up as training sums it up`, async (t) => {
    const natural = await figuresOf(t, { sampling: 'natural' });
    const { figures, rows } = await figuresOf(t, { sampling });
    const train = rows.filter(({ split }) => split === 'train');
    const samples = train.map((row) => ({ labels: row.labels, replicationFactor: row.replication_factor }));
    const { before, after, draws, images } = samplingEffect(samples, HASHTAGS.length);
    assert(draws > images);
    assert.deepEqual(figures.natural, { total: images, ofClass: before });
    assert.deepEqual(natural.figures.natural, figures.natural);
    assert.deepEqual(
      figures.sampled.map(({ rule }) => rule),
      [sampling],
    );
    const would = natural.figures.sampled.find(({ rule }) => rule === sampling);
    for (const sampled of [figures.sampled[0], would]) {
      assertNear(sampled?.ofClass ?? new Float64Array(), after);
      assert(Math.abs((sampled?.total ?? 0) - draws) < TOLERANCE);
    }
  });
}

test('images are counted by their labels, in train and validation', async (t) => {
  const { figures, rows } = await figuresOf(t, { validationShare: 0.3 });
  const expected = HASHTAGS.map((_, i) => rows.filter(({ labels }) => labels.length === i + 1).length);
  assert.deepEqual(figures.imagesByLabels, expected);
  assert.deepEqual(expected, [60, 30, 15, 7, 8]);
});

test('of a class some training images are shown, without shards none', async (t) => {
  const { figures: none } = await figuresOf(t, {});
  assert.deepEqual(
    [...none.imagesOf],
    [
      [0, []],
      [4, []],
    ],
  );
  const { figures, rows } = await figuresOf(t, { readImages: true, validationShare: 0.3 });
  for (const [label, images] of figures.imagesOf) {
    assert.equal(images.length, 2);
    for (const { file, offset } of images) {
      const row = rows.find((each) => file.endsWith(each.shard) && each.offset === offset);
      assert.equal(row?.split, 'train');
      assert(row?.labels.includes(label));
    }
  }
});
