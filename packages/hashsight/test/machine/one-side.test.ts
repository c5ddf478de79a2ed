import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { train } from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';
import { hashsight } from '../cli/run-hashsight.js';
import { DATASET_PACKAGES, TRAINING_PACKAGES, withoutPackages } from './without-packages.js';

test('prepare works where LibTorch and the training are not installed, and train says that they are missing', async (t) => {
  const { folder, images } = await tinySet(t, { train: 20, validation: 2 });
  const posts = path.join(folder, 'posts.jsonl');
  const lines = Array.from({ length: 20 }, (_, i) =>
    JSON.stringify({ id: `${i}`, image: `train-${i}.png`, hashtags: [i % 2 === 0 ? 'red' : 'blue'] }),
  );
  writeFileSync(posts, lines.join('\n'));
  const out = path.join(folder, 'prepared');
  const without = withoutPackages(...TRAINING_PACKAGES);
  const prepare = ['prepare', '--posts', posts, '--images', images, '--out', out, '--min-count', '1'];
  const prepared = hashsight(prepare, without);
  assert.equal(prepared.code, 0, prepared.error);
  assert.match(prepared.out, /train/);
  const trained = hashsight(['train', '--data', out, '--out', path.join(folder, 'run')], without);
  assert.equal(trained.code, 1);
  assert.match(trained.error, /^hashsight: .*@hashsight\/(torch|training)/);
});

test('train, evaluate, predict and report work where DuckDB and the data set package are not installed', async (t) => {
  const { folder, data, images } = await tinySet(t, { train: 8, validation: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, epochs: 1, data, out: run });
  const without = withoutPackages(...DATASET_PACKAGES);
  const calls = [
    ['train', '--resume', '--out', run],
    ['evaluate', '--run', run],
    ['predict', '--run', run, path.join(images, 'train-0.png')],
    ['report', '--run', run],
    ['runs', run],
    ['models'],
  ];
  for (const words of calls) {
    const { code, error } = hashsight(words, without);
    assert.equal(code, 0, `${words[0]}: ${error}`);
  }
});
