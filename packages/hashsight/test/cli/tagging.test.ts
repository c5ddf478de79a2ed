import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { writeTinyModel } from '@hashsight/tagger/test/tiny-model';
import sharp from 'sharp';
import { DATASET_PACKAGES, TRAINING_PACKAGES, withoutPackages } from '../machine/without-packages.js';
import { HASHSIGHT } from './run-hashsight.js';

const COLORS = { red: '#f01010', green: '#10f010', blue: '#1010f0' } as const;

/** What these verbs must do without: LibTorch, DuckDB, and anything native of ours. */
const WITHOUT = withoutPackages(...TRAINING_PACKAGES, ...DATASET_PACKAGES, '@hashsight/jpeg');

function run(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [HASHSIGHT, ...words], {
    encoding: 'utf8',
    input,
    env: { ...process.env, ...WITHOUT },
  });
  const lines = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  return { status, lines, errors: stderr.trim() };
}

test('the verbs of an exported model', async (t) => {
  const folder = temporaryFolder(t);
  const model = path.join(folder, 'model');
  const images = path.join(folder, 'images');
  await writeTinyModel(model);
  mkdirSync(images);
  for (const [name, background] of Object.entries(COLORS)) {
    const image = sharp({ create: { width: 60, height: 60, channels: 3, background } });
    await image.png().toFile(path.join(images, `${name}.png`));
  }
  const at = (name: string) => path.join(images, name);
  const letter = path.join(folder, 'letter.jpg');
  writeFileSync(letter, 'dear');

  await t.test('tag writes a line for each image of a folder, in their order', () => {
    const { status, lines } = run(['tag', '--model', model, '--top-k', '1', images]);
    assert.equal(status, 0);
    const best = lines.map(({ image, tags }) => [path.basename(image), tags[0].hashtag]);
    assert.deepEqual(best, [
      ['blue.png', 'blue'],
      ['green.png', 'green'],
      ['red.png', 'red'],
    ]);
  });

  await t.test('tag reads paths from standard input; an unreadable image costs the others nothing', () => {
    const words = ['tag', '--model', model, '--threshold', 'promised', '-'];
    const { status, lines, errors } = run(words, `${at('red.png')}\n${letter}\n${at('blue.png')}\n`);
    assert.equal(status, 1);
    assert.deepEqual(
      lines.map(({ tags, error }) => tags?.length ?? error),
      // Blue has no threshold, so it abstains.
      [1, `${letter}: expected a JPEG, PNG, WebP, GIF, TIFF, or AVIF image, got something else`, 0],
    );
    assert.match(errors, /hashsight: tag: 1 of 3 images could not be read$/);
  });

  await t.test('tag --out goes on where an earlier call was cut off', () => {
    const out = path.join(folder, 'tags.jsonl');
    const words = ['tag', '--model', model, '--out', out, images];
    assert.equal(run(words).status, 0);
    const whole = readFileSync(out, 'utf8');
    truncateSync(out, whole.length - 30);
    const { status, errors } = run(words);
    assert.deepEqual([status, errors], [0, 'hashsight: 2 images were done before']);
    assert.equal(readFileSync(out, 'utf8'), whole);
  });

  await t.test('tag --out leaves a file alone that is not its own', () => {
    const { status, errors } = run(['tag', '--model', model, '--out', letter, images]);
    assert.equal(status, 1);
    assert.match(errors, /letter\.jpg:1: expected a line that hashsight tag wrote, got something else/);
    assert.equal(readFileSync(letter, 'utf8'), 'dear');
  });

  await t.test('embed, alt-text and explain', async () => {
    const [embedded] = run(['embed', '--model', model, at('red.png')]).lines;
    assert.equal(embedded.embedding.length, 3);
    assert(Math.abs(Math.hypot(...embedded.embedding) - 1) < 1e-6);
    const [red, blue] = run(['alt-text', '--model', model, at('red.png'), at('blue.png')]).lines;
    assert.deepEqual([red.altText, blue.altText], ['Probably shows red.', null]);
    const heat = path.join(folder, 'heat.png');
    const [explained] = run(['explain', '--model', model, at('red.png'), '#reds', '--out', heat]).lines;
    assert.equal(explained.hashtag, 'red');
    assert.deepEqual([explained.map.length, explained.map[0].length], [4, 4]);
    const { width, height, format } = await sharp(heat).metadata();
    assert.deepEqual([width, height, format], [60, 60, 'png']);
  });

  await t.test('what cannot be used gets one line', () => {
    const one = (...words: string[]) => {
      const { status, errors } = run(words);
      return `${status}: ${errors.replaceAll(folder, '')}`;
    };
    assert.equal(
      one('tag', '--model', images, at('red.png')),
      '1: hashsight: /images: labels.json: missing; expected a folder that hashsight export wrote',
    );
    assert.equal(
      one('explain', '--model', model, at('red.png'), 'cat'),
      '2: hashsight: hashtag: expected one of the model\'s 3 hashtags, got "cat"',
    );
    assert.match(
      one('tag', '--model', model, '--precision', 'int8', at('red.png')),
      /model_int8\.onnx: missing; export the model with --int8$/,
    );
    assert.equal(
      one('tag', '--model', model, path.join(folder, 'none*.jpg')),
      '1: hashsight: /none*.jpg: no such file\nhashsight: tag: 1 of 1 images could not be read',
    );
  });
});
