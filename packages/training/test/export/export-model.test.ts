import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import {
  HashsightError,
  InputError,
  labelsFileSchema,
  MODEL_FILES,
  runFileSchema,
  THRESHOLDS_FILE,
  type Thresholds,
} from '@hashsight/formats';
import { memory, safetensors, tidy } from '@hashsight/torch';
import sharp from 'sharp';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { installedRuntimes } from '../../src/export/check/runtimes.js';
import { exportModel } from '../../src/export/export-model.js';
import { ResNet } from '../../src/models/resnet.js';
import { Predictor } from '../../src/prediction/predictor.js';
import { train } from '../../src/trainer.js';
import { TINY } from '../tiny-training.js';
import { python, runModels } from './onnx-side.js';
import { classifyByTransformers } from './transformers-side.js';

const runtimes = await installedRuntimes();
const unchecked = runtimes.length === 0 ? 'no onnxruntime is installed' : false;

async function trained(t: TestContext) {
  const set = await tinySet(t, { train: 48, validation: 4 });
  const run = path.join(set.folder, 'run');
  await train({ ...TINY, data: set.data, out: run, epochs: 1 });
  return { ...set, run };
}

/** A threshold for red; blue abstains. */
function thresholds(checkpoint: string): Thresholds {
  const red = {
    name: 'red',
    threshold: 0.25,
    positives: 2,
    selected: 2,
    correct: 2,
    lowerBound: 0.9,
    lacks: null,
  };
  const lacks = { correct: 1, needed: 2, among: 2 };
  const blue = { ...red, name: 'blue', threshold: null, selected: 0, correct: 0, lowerBound: null, lacks };
  return { version: 1, checkpoint, precision: 0.9, confidence: 0.95, images: 4, tags: [red, blue] };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

test('an exported model', async (t) => {
  const { run, folder, images, data } = await trained(t);
  await evaluate({ run, perTag: true });
  writeFileSync(path.join(run, THRESHOLDS_FILE), JSON.stringify(thresholds('epoch-001')));
  const out = path.join(folder, 'model');
  const before = memory().tensors;
  const exported = await exportModel({ run, out, fp16: true, int8: true });
  assert.equal(memory().tensors, before);
  assert.equal(exported.numClasses, 2);
  assert.equal(exported.thresholds, 1);
  const { labels } = labelsFileSchema.parse(readJson(path.join(out, MODEL_FILES.labels)));
  const card = readFileSync(path.join(out, MODEL_FILES.card), 'utf8');

  await t.test('predicts without LibTorch what the run predicts', { skip: python.skip }, async () => {
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
    const files = [MODEL_FILES.model, MODEL_FILES.modelFp16, MODEL_FILES.modelInt8];
    const answers = await runModels(
      folder,
      files.map((name) => ({ model: path.join(out, name), inputs: { pixel_values: input } })),
    );
    using predictor = await Predictor.load(run);
    for (const { hashtag, probability } of await predictor.predict(file)) {
      const index = labels.findIndex(({ name }) => name === hashtag);
      for (const [i, tolerance] of [1e-3, 2e-3, 2e-2].entries()) {
        const other = answers[i]?.probabilities?.values[index] as number;
        assert.ok(
          Math.abs(other - probability) < tolerance,
          `${files[i]}: expected ${probability}, got ${other}`,
        );
      }
    }
  });

  await t.test('says what each label promises, how well it ranks, and what goes with it', () => {
    const [red, blue] = labels;
    assert.deepEqual(red?.threshold, { value: 0.25, precision: 0.9, confidence: 0.95, support: 2 });
    assert.equal(blue?.threshold, undefined);
    assert.deepEqual([red?.averagePrecision?.positives, red?.averagePrecision?.split], [2, 'validation']);
    assert.deepEqual(red?.related, []);
  });

  await t.test('has its last layer in a file of its own', () => {
    tidy(() => {
      const head = safetensors.loadFile(path.join(out, MODEL_FILES.head));
      const weights = safetensors.loadFile(path.join(run, 'checkpoints/epoch-001/model.safetensors'));
      for (const leaf of ['weight', 'bias']) {
        assert.deepEqual(head.get(leaf)?.toTypedArray(), weights.get(`fc.${leaf}`)?.toTypedArray());
      }
      assert.deepEqual(head.get('weight')?.shape, [2, 2048]);
    });
  });

  await t.test('tells of its run', () => {
    const told = runFileSchema.parse(readJson(path.join(out, MODEL_FILES.run)));
    assert.deepEqual(told.images, { train: 48, validation: 4, test: 0 });
    assert.deepEqual(
      told.curves.validation.map(({ epoch, images }) => [epoch, images]),
      [[1, 4]],
    );
    assert.equal(told.evaluations[0]?.images, 4);
    assert.equal(JSON.stringify(told).includes(folder), false, 'no path of this machine');
  });

  await t.test('has a card with the figures of the run', () => {
    assert.match(card, /\| validation \| 4 \| \d\.\d{3}, \d\.\d{3} to \d\.\d{3} \(\d\.\d{3}\)/);
    assert.match(card, /resnext14_32x4d/);
    assert.match(card, /1 of 2 hashtags have a threshold above which 0\.9 of their predictions are right/);
  });

  await t.test('agrees with the engine, and the card says how closely', { skip: unchecked }, () => {
    assert.equal(exported.check?.source, 'validation');
    for (const { title } of exported.check?.runtimes ?? [])
      assert.ok(card.includes(`| ${title} | 4 | `), title);
    assert.match(
      card,
      /`preprocess\.onnx` differ from those of evaluation by at most [01]\.\d\d of 255 levels/,
    );
  });

  await t.test('is smaller with rounded weights, whose price is told', { skip: unchecked }, () => {
    const [fp16, int8] = exported.compact;
    assert.ok((fp16?.bytes ?? 0) < 0.52 * exported.bytes, 'half the size');
    assert.ok((int8?.bytes ?? 0) < 0.27 * exported.bytes, 'a quarter of the size');
    assert.ok((fp16?.loss?.meanDifference ?? 1) < 1e-3);
    assert.ok((int8?.loss?.meanDifference ?? 1) < 1e-2);
    assert.match(card, /\| `onnx\/model_int8\.onnx` \| .* \| \d\.\d{3} instead of \d\.\d{3} \|/);
  });

  await t.test('runs in transformers.js', async (t) => {
    // A flat image is the same however it is resized.
    const image = path.join(folder, 'flat.png');
    const background = { r: 150, g: 60, b: 60 };
    await sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toFile(image);
    const answers = await classifyByTransformers(out, image);
    if (typeof answers === 'string') return t.skip(answers);
    using predictor = await Predictor.load(run);
    const [first, second] = await predictor.predict(image);
    for (const [dtype, [best, other]] of Object.entries(answers)) {
      assert.deepEqual([best?.label, other?.label], [first?.hashtag, second?.hashtag], dtype);
      const tolerance = dtype === 'default' ? 1e-4 : 1e-2;
      assert.ok(Math.abs((best?.score ?? 0) - (first?.probability ?? 1)) < tolerance, dtype);
    }
  });

  await t.test('is not written if onnxruntime disagrees with the engine', { skip: unchecked }, async (t) => {
    const forwardFeatures = ResNet.prototype.forwardFeatures;
    t.mock.method(ResNet.prototype, 'forwardFeatures', function (this: ResNet, ...words: [never]) {
      return forwardFeatures.apply(this, words).mul(1.5);
    });
    const other = path.join(folder, 'other');
    await assert.rejects(
      exportModel({ run, out: other }),
      (error) =>
        error instanceof HashsightError &&
        /other: onnxruntime.*: expected \w+ within .* of the engine's, got a difference of \S+ on 4 validation images; nothing was written$/.test(
          error.message,
        ),
    );
    assert.equal(existsSync(other), false);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      [],
    );
    const unseen = await exportModel({ run, out: other, check: false });
    assert.equal(unseen.check, undefined);
    assert.match(
      readFileSync(path.join(other, MODEL_FILES.card), 'utf8'),
      /was not checked after the export/,
    );
  });

  await t.test('does not replace what is there', async () => {
    await assert.rejects(exportModel({ run, out }), /expected a new or empty folder, got one that contains/);
    await assert.rejects(
      exportModel({ run, out: path.join(images, 'train-1.png') }),
      /expected a new folder/,
    );
    await assert.rejects(exportModel({ run: images, out: path.join(folder, 'third') }), /not a run folder/);
    assert.equal(existsSync(path.join(folder, 'third')), false);
  });

  await t.test(
    'names a file of the run that is damaged, and a folder without results of a transfer',
    async () => {
      const third = path.join(folder, 'third');
      await assert.rejects(
        exportModel({ run, out: third, transfer: images }),
        /images: expected a folder of hashsight transfer, got none with its results$/,
      );
      const file = path.join(run, THRESHOLDS_FILE);
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.slice(0, 100));
      await assert.rejects(
        exportModel({ run, out: third }),
        /thresholds\.json: expected thresholds in JSON, got/,
      );
      writeFileSync(file, JSON.stringify(thresholds('epoch-007')));
      const notes: string[] = [];
      const onNote = (text: string) => notes.push(text);
      const { thresholds: count } = await exportModel({ run, out: third, check: false, onNote });
      assert.equal(count, 0);
      assert.deepEqual(notes, ['the thresholds belong to epoch-007, not to epoch-001; left out']);
      writeFileSync(file, text);
    },
  );

  await t.test('is checked on random images if the training set is gone', async () => {
    renameSync(data, `${data}-moved`);
    const notes: string[] = [];
    const onNote = (text: string) => notes.push(text);
    const alone = path.join(folder, 'alone');
    const { check } = await exportModel({ run, out: alone, onNote });
    assert.match(notes[0] ?? '', /data: .*; exported without related hashtags and checked on random images/);
    if (unchecked === false) assert.equal(check?.source, 'random');
    const file = labelsFileSchema.parse(readJson(path.join(alone, MODEL_FILES.labels)));
    assert.equal(file.labels[0]?.related, undefined);
    const moved = path.join(folder, 'moved');
    await exportModel({ run, out: moved, data: `${data}-moved`, check: false });
    await assert.rejects(exportModel({ run, out: path.join(folder, 'fourth'), data }), InputError);
    renameSync(`${data}-moved`, data);
  });

  await t.test('needs weights of the classes of the vocabulary, and a whole checkpoint', async () => {
    const vocabulary = path.join(run, 'vocabulary.json');
    const text = readFileSync(vocabulary, 'utf8');
    const file = JSON.parse(text) as { classes: object[] };
    file.classes.push({ name: 'green', hashtags: ['green'], count: 9 });
    writeFileSync(vocabulary, JSON.stringify(file));
    const out = path.join(folder, 'fifth');
    await assert.rejects(
      exportModel({ run, out }),
      /epoch-001: expected weights of resnext14_32x4d with 3 classes, as many as the vocabulary has; expected fc\.weight with shape \[3, 2048\], got \[2, 2048\]$/,
    );
    writeFileSync(vocabulary, text);
    truncateSync(path.join(run, 'checkpoints/epoch-001/model.safetensors'), 1000);
    await assert.rejects(
      exportModel({ run, out }),
      /model\.safetensors: the file \(1000 bytes\) does not match its checksum in state\.json/,
    );
    assert.equal(existsSync(out), false);
  });
});
