import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { labelsFileSchema, MODEL_FILES } from '@hashsight/formats';
import { memory } from '@hashsight/torch';
import sharp from 'sharp';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { exportModel } from '../../src/export/export-model.js';
import { Predictor } from '../../src/prediction/predictor.js';
import { train } from '../../src/trainer.js';
import { TINY } from '../tiny-training.js';
import { python, runModels } from './onnx-side.js';

async function trained(t: TestContext) {
  const set = await tinySet(t, { train: 48, validation: 4 });
  const run = path.join(set.folder, 'run');
  await train({ ...TINY, data: set.data, out: run, epochs: 1 });
  return { ...set, run };
}

test('an exported model', { skip: python.skip }, async (t) => {
  const { run, folder, images } = await trained(t);
  await evaluate({ run });
  const out = path.join(folder, 'model');
  const before = memory().tensors;
  const exported = await exportModel({ run, out });
  assert.equal(memory().tensors, before);
  assert.equal(exported.numClasses, 2);

  await t.test('predicts without LibTorch what the run predicts', async () => {
    // A JPEG file: the pixels of other formats come from sharp, which makes them smaller by a filter of its own.
    const file = await sharp(path.join(images, 'train-1.png')).jpeg().toBuffer();
    const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const model = path.join(out, MODEL_FILES.preprocess);
    const shape = [info.height, info.width, 3];
    const [{ pixel_values } = {}] = await runModels(folder, [
      { model, inputs: { image: { type: 'uint8', shape, values: data } } },
    ]);
    const values = Float32Array.from(pixel_values?.values ?? []);
    const input = { type: 'float32', shape: pixel_values?.shape ?? [], values } as const;
    const [answer] = await runModels(folder, [
      { model: path.join(out, MODEL_FILES.model), inputs: { pixel_values: input } },
    ]);
    const labels = labelsFileSchema.parse(
      JSON.parse(readFileSync(path.join(out, MODEL_FILES.labels), 'utf8')),
    );
    using predictor = await Predictor.load(run);
    for (const { hashtag, probability } of await predictor.predict(file)) {
      const index = labels.labels.findIndex(({ name }) => name === hashtag);
      const other = answer?.probabilities?.values[index] as number;
      assert.ok(Math.abs(other - probability) < 1e-3, `${hashtag}: expected ${probability}, got ${other}`);
    }
  });

  await t.test('has a card with the figures of the run', () => {
    const card = readFileSync(path.join(out, MODEL_FILES.card), 'utf8');
    assert.match(card, /\| validation \| 4 \| \d\.\d{3}, \d\.\d{3} to \d\.\d{3} \(\d\.\d{3}\)/);
    assert.match(card, /resnext14_32x4d/);
  });

  await t.test('does not replace what is there', async () => {
    await assert.rejects(exportModel({ run, out }), /expected a new or empty folder, got one that contains/);
    await assert.rejects(exportModel({ run: images, out: path.join(folder, 'other') }), /not a run folder/);
    assert.equal(existsSync(path.join(folder, 'other')), false);
  });
});
