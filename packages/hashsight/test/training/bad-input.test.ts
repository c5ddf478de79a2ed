import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { spoilImage, tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { train } from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';
import { main } from '../../src/cli/main.js';

/** The command line within this process: what it prints, line by line, and its exit code. */
async function hashsight(t: TestContext, args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const mocks = [
    t.mock.method(console, 'log', (text: string) => out.push(text)),
    t.mock.method(console, 'error', (text: string) => error.push(text)),
    t.mock.method(process.stderr, 'write', (text: string) => error.push(text.trimEnd()) > 0),
  ];
  try {
    const code = await main(args);
    return { code, out: out.join('\n'), error: error.join('\n') };
  } finally {
    for (const mock of mocks) mock.mock.restore();
  }
}

/** A folder's files and their content, to see that nothing changed. */
function contentOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file}: ${readFileSync(file).toString('base64').slice(0, 2000)}`);
}

async function setUp(t: TestContext) {
  const set = await tinySet(t, { train: 16, validation: 2 });
  const size = '--epochs 1 --image-size 32 --batch-size 4 --threads 1 --workers 1';
  const words = ['train', '--data', set.data, '--model', TINY.model, ...size.split(' ')];
  return { ...set, words, out: path.join(set.folder, 'run') };
}

test('hashsight train: words it does not take are one line and exit code 2, before anything is written', async (t) => {
  const { words, folder, out } = await setUp(t);
  const before = contentOf(folder);
  const cases: readonly (readonly [string[], RegExp])[] = [
    [[...words], /--out: the run folder is missing/],
    [[...words, '--out', out, '--bogus'], /unknown option '--bogus'/],
    [
      [...words, '--out', out, '--model', 'resnext9000'],
      /--model <name>' .* expected resnet18, .* or regnet_y_128gf, got "resnext9000"$/,
    ],
    [[...words, '--out', out, '--model', 'resnext14'], /got "resnext14"; did you mean resnext14_32x4d\?$/],
    [[...words, '--out', out, '--schedule', 'cosin'], /got "cosin"; did you mean cosine\?$/],
    [[...words, '--out', out, '--crop-scale', '1,0.5'], /--crop-scale: .*expected the lower share first/],
    [
      [...words, '--out', out, '--crop-scale', '0.1,0.5,1'],
      /expected one or two numbers, such as 0\.5 or 0\.5,1/,
    ],
    [[...words, '--out', out, '--image-size', '16'], /--image-size: expected at least 32 pixels.*got 16/],
    [
      [...words, '--out', out, '--batch-size', '17'],
      /--batch-size: expected at most 16, the number of training images in .*, got 17/,
    ],
    [[...words, '--out', out, '--batch-size', '1'], /--batch-size: .*got 1$/],
    [[...words, '--out', out, '--lr', '-1'], /--lr: .*got -1$/],
    [
      [...words, '--out', out, '--shuffle-buffer', '0'],
      /--shuffle-buffer: expected a whole number from 1, got 0/,
    ],
    [[...words, '--out', out, '--lr', 'fast'], /expected a number, got "fast"/],
    [[...words, '--out', out, '--schedule', 'linear'], /expected cosine, step or constant, got "linear"/],
    // A device that no machine has, so that the test says the same on one with a GPU.
    [[...words, '--out', out, '--device', 'cuda:99'], /--device: the device cuda:99 does not exist/],
    [
      [...words, '--out', out, '--warmup-epochs', '2'],
      /--warmup-epochs: expected at most as many warm-up epochs/,
    ],
    [
      ['train', '--out', out, '--model', TINY.model, '--epochs', '1'],
      /--data: missing; give the training set/,
    ],
  ];
  for (const [args, message] of cases) {
    const { code, error } = await hashsight(t, args);
    assert.match(error, message);
    assert.deepEqual([code, error.split('\n').length], [2, 1], error);
  }
  assert.deepEqual(contentOf(folder), before);
});

test('hashsight train: folders that cannot be used are one line and exit code 2, and stay as they were', async (t) => {
  const { words, folder, out, data } = await setUp(t);
  mkdirSync(out);
  writeFileSync(path.join(out, 'letter.txt'), 'dear');
  const empty = path.join(folder, 'empty');
  mkdirSync(empty);
  const broken = path.join(folder, 'broken');
  cpSync(data, broken, { recursive: true });
  writeFileSync(path.join(broken, 'manifest.parquet'), '');
  const before = contentOf(folder);
  const cases: readonly (readonly [string[], RegExp])[] = [
    [[...words, '--out', out], /run: expected a new or empty folder, got one that contains letter\.txt/],
    [[...words, '--out', path.join(out, 'letter.txt', 'run')], /letter\.txt/],
    [[...words, '--out', '/proc/nowhere'], /\/proc\/nowhere: /],
    [
      [...words, '--out', `${out}-2`, '--data', empty],
      /empty: expected a folder written by hashsight prepare/,
    ],
    [[...words, '--out', `${out}-2`, '--data', `${empty}-not`], /empty-not: no such file or folder/],
    [
      [...words, '--out', `${out}-2`, '--data', broken],
      /manifest\.parquet: expected the file described in prepare\.json/,
    ],
    [['train', '--resume', '--out', empty], /empty: not a run folder of hashsight train/],
  ];
  for (const [args, message] of cases) {
    const { code, error } = await hashsight(t, args);
    assert.match(error, message);
    assert.deepEqual([code, error.split('\n').length], [2, 1], error);
  }
  assert.deepEqual(contentOf(folder), before);

  for (let i = 0; i < 16; i++) await spoilImage(data, `train-${i}`);
  const { code, error } = await hashsight(t, [...words, '--out', `${out}-3`]);
  assert.match(error, /\d+ of 16 training images are unreadable \(limit: 3 images\); the first: /);
  assert.equal(code, 2, 'no restart helps');
});

test('a run is not trained over, and is gone on with only by what it began with', async (t) => {
  const { words, out, data } = await setUp(t);
  await train({ ...TINY, data, out, epochs: 1 });
  const { data: other } = await tinySet(t, { train: 20, validation: 4 });
  const before = contentOf(out);
  const cases: readonly (readonly [string[], number, RegExp])[] = [
    [
      [...words, '--out', out],
      2,
      /the folder already contains a run; resume it with --resume, or choose another --out$/,
    ],
    [
      ['train', '--resume', '--out', out, '--model', 'resnet18'],
      2,
      /the run has model "resnext14_32x4d", got "resnet18"/,
    ],
    [['train', '--resume', '--out', out, '--image-size', '64'], 2, /the run has imageSize 32, got 64/],
    [
      ['train', '--resume', '--out', out, '--shuffle-buffer', '64'],
      2,
      /the run has shuffleBuffer null, got 64/,
    ],
    [
      ['train', '--resume', '--out', out, '--data', other],
      2,
      /the list of samples differs from that of the run /,
    ],
  ];
  for (const [args, exitCode, message] of cases) {
    const { code, error } = await hashsight(t, args);
    assert.match(error, message);
    assert.deepEqual([code, error.split('\n').length], [exitCode, 1], error);
  }
  assert.deepEqual(contentOf(out), before);
});

test('a range of crops is set by one number or two, and a finished run says in one line that it is finished', async (t) => {
  const { words, out } = await setUp(t);
  const trained = await hashsight(t, [...words, '--out', out, '--crop-scale', '0.5,0.75', '--epochs', '0.3']);
  assert.equal(trained.code, 0, trained.error);
  assert.match(trained.out, /run: 0\.3 epochs, 2 steps/);
  const { augmentation } = JSON.parse(readFileSync(path.join(out, 'config.json'), 'utf8')).training;
  assert.deepEqual(augmentation.cropScale, [0.5, 0.75]);
  assert.deepEqual(await hashsight(t, ['train', '--resume', '--out', out]), {
    ...{ code: 0, out: '' },
    error: `${out}: training is complete (0.3 epochs); nothing left to do`,
  });
});

test('hashsight evaluate and predict: what is not a run, and images that are none', async (t) => {
  const { folder, out, data, images } = await setUp(t);
  await train({ ...TINY, data, out, epochs: 1 });
  const empty = temporaryFolder(t);
  for (const verb of [['evaluate'], ['predict', path.join(images, 'train-0.png')]]) {
    const { code, error } = await hashsight(t, [...verb, '--run', empty]);
    assert.match(error, /not a run folder of hashsight train, it has no config\.json$/);
    assert.equal(code, 1);
  }
  const letter = path.join(folder, 'letter.jpg');
  writeFileSync(letter, 'dear');
  const good = path.join(images, 'train-1.png');
  const {
    code,
    out: printed,
    error,
  } = await hashsight(t, ['predict', '--run', out, letter, good, '/nowhere.png', '--json']);
  assert.equal(code, 1);
  const [first, second, third, ...more] = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([first.image, second.image, third.image, more], [letter, good, '/nowhere.png', []]);
  assert.match(first.error, /^[^\n]*letter\.jpg: expected a JPEG, /);
  assert.equal(second.predictions.length, 2, 'the others go on');
  assert.equal(third.error, '/nowhere.png: no such file or folder');
  assert.match(error, /letter\.jpg: expected a JPEG, PNG, [^\n]* or SVG image, got something else/);
  assert.match(error, /\/nowhere\.png: no such file or folder/);
  assert.equal(error.split('\n').length, 3);
  assert.equal((await hashsight(t, ['predict', '--run', out])).code, 2);
});

test('a training set without validation images cannot be evaluated', async (t) => {
  const { folder, data } = await tinySet(t, { train: 8, validation: 0 });
  const out = path.join(folder, 'run');
  await train({ ...TINY, data, out, epochs: 1 });
  const { code, error } = await hashsight(t, ['evaluate', '--run', out]);
  assert.match(
    error,
    /no validation images; run hashsight prepare with a --validation-share above 0, or give labelled images this split$/,
  );
  assert.equal(code, 1);
});
