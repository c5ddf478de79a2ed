import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { writeTinyModel } from '@hashsight/tagger/test/tiny-model';
import sharp from 'sharp';
import { hashsight } from './run-hashsight.js';

const COLORS = { red: '#f01010', orange: '#f06010', green: '#10f010', blue: '#1010f0' } as const;

/** Contents of `index.json`. */
function read(index: string): object {
  return JSON.parse(readFileSync(path.join(index, 'index.json'), 'utf8')) as object;
}

test('an index of images, and searches in it', async (t) => {
  const folder = temporaryFolder(t);
  const [model, images, index] = ['model', 'images', 'index'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeTinyModel(model);
  mkdirSync(images);
  const draw = (file: string, background: string) =>
    sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toFile(file);
  for (const [name, color] of Object.entries(COLORS)) await draw(path.join(images, `${name}.png`), color);
  const other = path.join(folder, 'other.png');
  await draw(other, '#e02010');
  const letter = path.join(folder, 'letter.png');
  writeFileSync(letter, 'dear');
  const lines = (words: readonly string[]) => {
    const { code, out, error } = hashsight(words);
    assert.equal(code, 0, error);
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const names = ({ similar }: { similar: { path: string }[] }) =>
    similar.map((each) => path.basename(each.path, '.png'));
  const embed = ['embed', '--model', model, '--out', index];

  await t.test(
    'embed --out fills an index, leaves out what is no image, and goes on where it was cut off',
    () => {
      const first = hashsight([...embed, images, letter]);
      assert.equal(first.code, 1);
      assert.match(first.error, /letter\.png: expected a JPEG, .*\n.*embed: 1 of 5 images could not be read/);
      truncateSync(path.join(index, 'embeddings.f32'), 4 * 3 * 3 + 5);
      assert.match(
        hashsight(['similar', '--index', index, other]).error,
        /expected 4 images, as index\.json says, got 3/,
      );
      writeFileSync(path.join(index, 'index.json'), JSON.stringify({ ...read(index), count: 3 }));
      const again = hashsight([...embed, images]);
      assert.deepEqual([again.code, again.error], [0, 'hashsight: 3 images were done before']);
    },
  );

  await t.test('similar images of an image, of one in the index, and of a hashtag', () => {
    const search = ['similar', '--index', index, '--top', '2'];
    const [line] = lines([...search, '--model', model, other]);
    assert.equal(line.image, other);
    assert.deepEqual(names(line), ['red', 'orange']);
    assert(line.similar[0].score > 0.99);
    // The model is where it was; the image itself is no answer.
    assert.equal(names(lines([...search, path.join(images, 'red.png')])[0])[0], 'orange');
    const [found] = lines([...search, '--hashtag', '#greens']);
    assert.equal(found.hashtag, 'green');
    assert.equal(names(found)[0], 'green');
  });

  await t.test('what cannot be searched gets one clear line', async () => {
    const fails = (words: readonly string[], message: RegExp) => {
      const { code, error } = hashsight(['similar', '--index', index, ...words]);
      assert.match(error, message);
      assert.doesNotMatch(error, /\n/);
      return code;
    };
    assert.equal(fails([], /similar: expected images or --hashtag, got neither/), 2);
    assert.equal(fails([other, '--hashtag', 'red'], /expected images or --hashtag, got both/), 2);
    assert.equal(fails(['--hashtag', 'purple'], /expected a hashtag that the model knows, got "purple"/), 1);
    assert.equal(fails(['--index', images, other], /expected an index of embeddings, got no index\.json/), 1);
    const second = path.join(folder, 'second');
    await writeTinyModel(second, { depth: 2 });
    assert.equal(fails(['--model', second, other], /got those of another model/), 1);
    renameSync(model, path.join(folder, 'moved'));
    assert.equal(fails([other], /--model: expected the folder of the model that made the index/), 2);
  });
});
