import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { evenShare, replicationFactorOf, replicationFactors } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { noisyLabels } from '../../src/prepare/label-noise.js';
import { type PrepareOptions, resolveOptions } from '../../src/prepare/prepare-options.js';
import { type FINAL_SAMPLES, SPLIT_SAMPLES } from '../../src/prepare/samples.js';
import { runStep } from '../../src/prepare/step.js';
import { finishLabels, shownOnce } from '../../src/prepare/steps/finish-labels.js';
import { query, type Relation, select, sqlType } from '../../src/tables/relation.js';
import { openTables } from '../../src/tables/tables.js';
import { stepRunner } from './random-posts.js';

const CLASSES = 6;
/** Labels in a fixed pattern, some classes rare, the last one on no training image. */
const SAMPLES = Array.from({ length: 300 }, (_, i) => {
  const split = i % 7 === 0 ? 'validation' : 'train';
  const labels = [0, ...(i % 3 === 1 ? [1] : []), ...(i % 10 === 2 ? [2] : []), ...(i % 50 === 3 ? [3] : [])];
  return {
    row_id: i + 1,
    post: `post ${i}`,
    split,
    labels: i === 0 ? [4, 5] : i % 4 === 0 ? labels.slice(-1) : labels,
  };
});

type Settings = Pick<PrepareOptions, 'sampling' | 'samplingThreshold' | 'labelNoise' | 'seed'>;

async function finish(t: TestContext, settings: Settings) {
  const folder = temporaryFolder(t);
  const tables = await openTables({ threads: 2, memoryLimit: '500MB', temporaryDir: folder });
  t.after(() => tables.close());
  const columns = { row_id: 'BIGINT', post: 'VARCHAR', split: 'VARCHAR', labels: 'INTEGER[]' } as const;
  const rows = SAMPLES.map(({ row_id: rowId, post, split, labels }) => [rowId, post, split, labels] as const);
  const filled = await tables.fill('selected', columns, rows);
  const cells = Object.entries(SPLIT_SAMPLES).map(([name, type]) =>
    name in columns ? name : `CAST(NULL AS ${sqlType(type)}) AS ${name}`,
  );
  const all = query(SPLIT_SAMPLES, `SELECT ${cells.join(', ')} FROM ${filled}`).relation;
  const part = (where: string) => query(all.columns, `SELECT * FROM ${all} WHERE ${where}`).relation;
  const ofRange = [part('row_id <= 120'), part('row_id > 120')];
  const options = resolveOptions({ posts: 'posts.jsonl', out: folder, ...settings });
  const selected = { ofRange, all, key: 'key', isOrdered: true };
  const step = finishLabels(selected, CLASSES, options);
  const finished = step === undefined ? shownOnce(selected) : await runStep(stepRunner(tables, folder), step);
  const read = (relation: Relation<typeof FINAL_SAMPLES>) =>
    tables.rows(
      select(relation, ['row_id', 'post', 'split', 'labels', 'replication_factor'], 'ORDER BY row_id'),
    );
  const samples = await read(finished.samples.all);
  const inRanges = await Promise.all(finished.samples.ofRange.map(read));
  assert.deepEqual(inRanges.flat(), samples, 'the ranges are all');
  return { ...finished, samples };
}

/** The same by the pure functions, sample by sample. */
function expected({ sampling = 'natural', samplingThreshold, labelNoise = 0, seed = 0 }: Settings) {
  const training = SAMPLES.filter(({ split }) => split === 'train');
  const countsOf = (samples: readonly { readonly labels: readonly number[] }[]) =>
    Array.from(
      { length: CLASSES },
      (_, label) => samples.filter(({ labels }) => labels.includes(label)).length,
    );
  const addNoise = noisyLabels({ share: labelNoise, seed, counts: countsOf(training) });
  const noisy = SAMPLES.map((sample) =>
    sample.split === 'train' ? { ...sample, labels: addNoise(sample.post, sample.labels) } : sample,
  );
  const counts = countsOf(noisy.filter(({ split }) => split === 'train'));
  const threshold = samplingThreshold ?? evenShare(counts, training.length);
  const factors = replicationFactors(counts, training.length, { rule: sampling, threshold });
  const replaced = SAMPLES.map(
    ({ labels }, i) => labels.filter((label) => !noisy[i]?.labels.includes(label)).length,
  );
  return {
    samples: noisy.map((sample) => ({
      ...sample,
      replication_factor: sample.split === 'train' ? replicationFactorOf(sample.labels, factors) : 1,
    })),
    noisyLabels: replaced.reduce((sum, each) => sum + each, 0),
    samplingThreshold: sampling === 'natural' ? null : threshold,
  };
}

const SETTINGS: readonly (readonly [title: string, settings: Settings])[] = [
  ['natural sampling without noise', {}],
  ['sqrt', { sampling: 'sqrt' }],
  ['uniform with a threshold', { sampling: 'uniform', samplingThreshold: 0.3 }],
  ['noise alone', { labelNoise: 0.4, seed: 5 }],
  ['noise of all labels, and uniform', { labelNoise: 1, sampling: 'uniform' }],
];
for (const [title, settings] of SETTINGS) {
  test(`${title}: labels and factors are those of the pure functions, on training images only`, async (t) => {
    assert.deepEqual(await finish(t, settings), expected(settings));
  });
}

test('the settings do something: labels change with the noise and its seed, factors with the sampling', async (t) => {
  const factors = (settings: Settings) =>
    expected(settings).samples.map((sample) => sample.replication_factor);
  assert(factors({ sampling: 'sqrt' }).some((factor) => factor > 2));
  assert(factors({ sampling: 'uniform' }).some((factor) => factor > 10));
  assert(expected({ labelNoise: 0.4, seed: 5 }).noisyLabels > 50);
  const labels = async (seed: number) =>
    (await finish(t, { labelNoise: 0.4, seed })).samples.map((each) => each.labels);
  assert.notDeepEqual(await labels(1), await labels(2));
});
