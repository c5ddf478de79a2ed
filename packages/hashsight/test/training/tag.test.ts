import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { Tagger } from '@hashsight/tagger';
import { photograph } from '@hashsight/tagger/test/photograph';
import { exportModel, Predictor, train } from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';

test('the tagger says of an image what predict says', async (t) => {
  const { data, folder } = await tinySet(t, { train: 40, validation: 2 });
  const run = path.join(folder, 'run');
  const model = path.join(folder, 'model');
  await train({ ...TINY, data, out: run, epochs: 1 });
  await exportModel({ run, out: model, check: false });
  await using predictor = await Predictor.load(run, { device: 'cpu' });
  await using tagger = await Tagger.load(model, { threads: 1 });
  assert.equal(tagger.runtime.decoder, 'libjpeg-turbo');
  for (const [format, width, height, orientation, tolerance] of [
    ['jpeg', 801, 533, 1, 1e-5], // decoded at a smaller scale
    ['jpeg', 533, 801, 6, 1e-5],
    ['jpeg', 40, 40, 1, 1e-5],
    ['png', 300, 200, 1, 2e-3], // one level of 255, from rounding
  ] as const) {
    const drawn = (await photograph(width, height)).toFormat(format).withMetadata({ orientation });
    const image = await drawn.toBuffer();
    const expected = await predictor.predict(image);
    const tags = new Map((await tagger.tag(image)).map(({ hashtag, probability }) => [hashtag, probability]));
    for (const { hashtag, probability } of expected) {
      const difference = Math.abs(probability - (tags.get(hashtag) as number));
      assert(difference < tolerance, `${format} ${width}x${height}, ${hashtag}: differs by ${difference}`);
    }
  }
});
