import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { memory } from '@hashsight/torch';
import sharp from 'sharp';
import { Predictor } from '../../src/serving/index.js';
import { train } from '../../src/training/index.js';
import { TINY, tinySet } from '../training/tiny-set.js';

test('a trained model names the colour of JPEG, PNG, WebP and SVG, from a file and from bytes', async (t) => {
  const { data, folder, images } = await tinySet(t, { train: 48, validation: 0 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 6 });
  const before = memory().tensors;
  {
    using predictor = await Predictor.load(run);
    assert.deepEqual(predictor.hashtags, ['red', 'blue']);
    const live = memory().tensors;
    const blue = { create: { width: 90, height: 50, channels: 3, background: '#2828c8' } } as const;
    const svg =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="#2828c8"/></svg>';
    const pictures = [
      await sharp(blue).jpeg().toBuffer(),
      await sharp(blue).png().toBuffer(),
      await sharp(blue).webp().toBuffer(),
      Buffer.from(svg),
      path.join(images, 'train-1.png'),
    ];
    for (const picture of pictures) {
      const predictions = await predictor.predict(picture);
      assert.equal(predictions[0]?.hashtag, 'blue');
      const total = predictions.reduce((sum, { probability }) => sum + probability, 0);
      assert(Math.abs(total - 1) < 1e-5);
    }
    assert.deepEqual((await predictor.predict(path.join(images, 'train-0.png'), { top: 1 })).length, 1);
    assert.equal(memory().tensors, live, 'a prediction leaves no tensor behind');
    await assert.rejects(
      predictor.predict(Buffer.from('no picture')),
      /^InputError: picture: expected a JPEG/,
    );
  }
  assert.equal(memory().tensors, before);
});
