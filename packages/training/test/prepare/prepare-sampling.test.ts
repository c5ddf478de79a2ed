import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare } from '@hashsight/dataset';
import { type ManifestRow, manifestRows, post, postSet } from '@hashsight/dataset/test/prepare/post-set';
import { readTrainingSet } from '@hashsight/formats/node';
import { factorsOf } from '../../src/settings/replication.js';

/** Posts of one frequent and two rare classes. */
const TAILED = Array.from({ length: 200 }, (_, i) =>
  post(
    `post ${i}`,
    ...(i < 150 ? ['cat'] : []),
    ...(i % 20 === 0 ? ['dog'] : []),
    ...(i >= 150 ? ['yak'] : []),
  ),
);

for (const [sampling, phi] of [
  ['sqrt', Math.sqrt],
  ['uniform', (x: number) => x],
] as const) {
  test(`${sampling} sampling: a training image has the factor of its rarest label, a validation image has 1`, async (t) => {
    const { options } = postSet(t, TAILED, { sampling, samplingThreshold: 0.5, validationShare: 0.2 });
    const { preparation, vocabulary } = await prepare(options);
    const rows = await manifestRows(t, options.out);
    const train = rows.filter(({ split }) => split === 'train');
    const factors = vocabulary.classes.map((_, label) => {
      const share = train.filter(({ labels }) => labels.includes(label)).length / train.length;
      return Math.max(1, phi(0.5 / share));
    });
    assert(factors.filter((factor) => factor > 1.2).length === 2);
    for (const { split, labels, replication_factor } of rows) {
      const expected = split === 'train' ? Math.max(...labels.map((label) => factors[label] as number)) : 1;
      assert(Math.abs(replication_factor - expected) < 1e-12);
    }
    assert.equal(preparation.settings.samplingThreshold, 0.5);
    const set = await readTrainingSet(options.out);
    assert.deepEqual(
      set.train.map(({ replicationFactor }) => replicationFactor),
      train.map(({ replication_factor }) => replication_factor),
    );
  });
}

test('sampling chosen at train is what prepare would have written, for every rule and threshold', async (t) => {
  const { options } = postSet(t, TAILED, { validationShare: 0.2 });
  await prepare(options);
  const set = await readTrainingSet(options.out);
  for (const sampling of ['sqrt', 'uniform', 'natural'] as const) {
    for (const samplingThreshold of sampling === 'natural' ? [undefined] : [undefined, 0.5]) {
      const other = { ...options, out: `${options.out}-${sampling}-${samplingThreshold}`, sampling };
      await prepare({ ...other, ...(samplingThreshold !== undefined && { samplingThreshold }) });
      const prepared = await readTrainingSet(other.out);
      const written = prepared.train.map(({ replicationFactor }) => replicationFactor);
      const chosen = factorsOf(set, { sampling, samplingThreshold: samplingThreshold ?? null });
      assert.deepEqual([...chosen], written);
      assert.deepEqual([...factorsOf(prepared, { sampling: null })], written, 'the default is what it has');
      // Whatever the set was prepared with, the rule that is asked for counts.
      assert.deepEqual(
        [...factorsOf(prepared, { sampling: 'natural' })],
        written.map(() => 1),
      );
    }
  }
});

test('label noise replaces about its share of the training labels, counts them, and leaves those of validation', async (t) => {
  const clean = postSet(t, TAILED, { validationShare: 0.3 });
  const { preparation: before } = await prepare(clean.options);
  const noisy = { ...clean.options, out: `${clean.options.out}-noisy`, labelNoise: 0.5, seed: 3 };
  const { preparation } = await prepare(noisy);
  const [was, is] = [await manifestRows(t, clean.options.out), await manifestRows(t, noisy.out)];
  assert.deepEqual(
    is.map(({ post, split }) => [post, split]),
    was.map(({ post, split }) => [post, split]),
  );
  let replaced = 0;
  for (const [i, { split, labels }] of is.entries()) {
    if (split === 'validation') assert.deepEqual(labels, was[i]?.labels);
    else replaced += was[i]?.labels.filter((label) => !labels.includes(label)).length ?? 0;
  }
  assert.equal(preparation.counts.noisyLabels, replaced);
  assert.equal(before.counts.noisyLabels, 0);
  assert(replaced > 10 && replaced < 0.5 * before.counts.labels);
  const other = { ...noisy, out: `${noisy.out}-other`, seed: 4 };
  await prepare(other);
  assert.notDeepEqual(labelsOf(await manifestRows(t, other.out)), labelsOf(is));
});

function labelsOf(rows: readonly ManifestRow[]) {
  return rows.map(({ labels }) => labels);
}
