import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { train } from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';
import { HASHSIGHT } from '../cli/run-hashsight.js';

test('predict takes folders, globs and a list on standard input, and answers a JSON line for each image', async (t) => {
  const { data, folder, images } = await tinySet(t, { train: 80, validation: 2 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  const words = ['predict', '--run', run, '--device', 'cpu', '--json', '--top', '1'];
  const predict = (places: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [HASHSIGHT, ...words, ...places], {
      encoding: 'utf8',
      input,
    });
    const lines = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    return { status, lines, errors: stderr.trim().split('\n') };
  };

  await t.test('a folder and a glob; how far it is comes on standard error', () => {
    const { status, lines, errors } = predict([images, path.join(images, 'train-1*.png')]);
    assert.deepEqual([status, lines.length, errors], [0, 82 + 11, ['predicting …']]);
    assert.equal(new Set(lines.map(({ image }) => image)).size, 82);
    assert(
      lines.every(({ checkpoint, predictions }) => checkpoint === 'epoch-001' && predictions.length === 1),
    );
  });

  await t.test('a list, in which a bad file and an empty folder cost the others nothing', () => {
    const letter = path.join(folder, 'letter.jpg');
    const empty = path.join(folder, 'empty');
    writeFileSync(letter, 'dear');
    mkdirSync(empty);
    const good = [0, 1].map((i) => path.join(images, `train-${i}.png`));
    const { status, lines, errors } = predict(['-'], `${good[0]}\r\n\n${letter}\n${empty}\n${good[1]}`);
    assert.equal(status, 1);
    const answered = lines.flatMap(({ image, predictions }) => (predictions === undefined ? [] : [image]));
    assert.deepEqual(answered, good);
    const failed = lines.flatMap(({ image, error }) =>
      error === undefined ? [] : [[image, `hashsight: ${error}`]],
    );
    assert.deepEqual(new Set(failed.map(([image]) => image)), new Set([letter, empty]));
    assert.deepEqual(new Set(failed.map(([, message]) => message)), new Set(errors.slice(0, 2)));
    assert.deepEqual(errors.slice(2), ['hashsight: predict: 1 of 3 images could not be read']);
  });

  await t.test('an empty list and an empty folder have no images, which is an error', () => {
    const empty = path.join(folder, 'empty');
    const none = predict(['-'], '\n');
    assert.deepEqual(
      [none.status, none.lines, none.errors],
      [1, [], ['hashsight: predict: no images in the list']],
    );
    const { status, errors } = predict([empty]);
    assert.deepEqual(
      [status, errors],
      [1, [`hashsight: no images found in ${empty}/`, 'hashsight: predict: no images in 1 folder']],
    );
  });

  await t.test('each answer is there before the next path is asked for', async () => {
    const program = spawn(process.execPath, [HASHSIGHT, ...words, '-'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = once(program, 'exit');
    const answers = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
    for (const name of ['train-0.png', 'train-1.png']) {
      const image = path.join(images, name);
      program.stdin.write(`${image}\n`);
      assert.equal(JSON.parse((await answers.next()).value).image, image);
    }
    program.stdin.end();
    assert.deepEqual(await ended, [0, null]);
  });
});
