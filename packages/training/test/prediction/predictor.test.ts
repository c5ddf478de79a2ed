import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { memory } from '@hashsight/torch';
import sharp from 'sharp';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { ResNet } from '../../src/models/resnet.js';
import { Predictor } from '../../src/prediction/predictor.js';
import { train } from '../../src/trainer.js';
import { TINY } from '../tiny-training.js';

const ENTRY = fileURLToPath(new URL('../../src/index.js', import.meta.url));

async function trained(t: TestContext, epochs = 1) {
  const set = await tinySet(t, { train: 48, validation: 4 });
  const run = path.join(set.folder, 'run');
  await train({ ...TINY, data: set.data, out: run, epochs });
  return { ...set, run };
}

test('a trained model names the colour of JPEG, PNG, WebP and SVG, from a file and from bytes', async (t) => {
  const { data, folder, images } = await tinySet(t, { train: 320, validation: 0 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 2 });
  const before = memory().tensors;
  {
    using predictor = await Predictor.load(run);
    assert.deepEqual(predictor.hashtags, ['red', 'blue']);
    const blue = path.join(images, 'train-1.png');
    // An image like those that were learned: what a model says of any other hangs on how the processor rounds.
    const href = `data:image/png;base64,${readFileSync(blue, 'base64')}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="36"><image width="40" height="36" href="${href}"/></svg>`;
    const blues = [
      await sharp(blue).jpeg().toBuffer(),
      await sharp(blue).png().toBuffer(),
      await sharp(blue).webp().toBuffer(),
      Buffer.from(svg),
      blue,
    ];
    for (const image of blues) {
      const predictions = await predictor.predict(image);
      assert.equal(predictions[0]?.hashtag, 'blue');
      const total = predictions.reduce((sum, { probability }) => sum + probability, 0);
      assert(Math.abs(total - 1) < 1e-5);
    }
    assert.deepEqual((await predictor.predict(path.join(images, 'train-0.png'), { top: 1 })).length, 1);
    await assert.rejects(predictor.predict(Buffer.from('no image')), /^InputError: image: expected a JPEG/);
  }
  assert.equal(memory().tensors, before);
});

test('a predictor', async (t) => {
  const { run, images } = await trained(t);

  await t.test('the model runs on a thread of its own, and the event loop turns meanwhile', async (t) => {
    const forward = t.mock.method(ResNet.prototype, 'forward');
    await using predictor = await Predictor.load(run);
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns++;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const [prediction] = await predictor.predict(path.join(images, 'train-0.png'), { top: 1 });
    isDone = true;
    assert.equal(typeof prediction?.hashtag, 'string');
    assert(turns > 0, 'the event loop turned while the prediction ran');
    assert.equal(forward.mock.callCount(), 0, "the model's forward pass never ran on this thread");
  });

  await t.test(
    'of a batch each image has its own answer or error; many calls at one time are all answered as single ones',
    async () => {
      await using predictor = await Predictor.load(run);
      const file = (i: number) => path.join(images, `train-${i}.png`);
      const asked = [file(0), Buffer.from('no image'), file(1), '/nowhere.png', readFileSync(file(2))];
      const results = await predictor.predictBatch(asked, { top: 2 });
      assert.deepEqual(
        results.map((result) => (result.status === 'fulfilled' ? result.value.length : result.reason.name)),
        [2, 'InputError', 2, 'InputError', 2],
      );
      const [, broken, , missing] = results;
      assert.match(
        String((broken as PromiseRejectedResult).reason),
        /: image: expected a JPEG, PNG, .* image, got /,
      );
      assert.match(
        String((missing as PromiseRejectedResult).reason),
        /: \/nowhere\.png: no such file or folder$/,
      );
      // More than one forward pass takes, all asked for before the first is answered.
      const many = await Promise.all(Array.from({ length: 40 }, (_, i) => predictor.predict(file(i))));
      for (const [i, together] of many.entries()) {
        const alone = await predictor.predict(file(i));
        assert.deepEqual(
          together.map(({ hashtag }) => hashtag),
          alone.map(({ hashtag }) => hashtag),
        );
        for (const [rank, { probability }] of together.entries()) {
          assert(Math.abs(probability - (alone[rank]?.probability as number)) < 1e-4, `image ${i}`);
        }
      }
      assert.deepEqual(await predictor.predictBatch([]), []);
    },
  );

  await t.test("an image's bytes may be changed as soon as they were given", async () => {
    await using predictor = await Predictor.load(run);
    const bytes = readFileSync(path.join(images, 'train-1.png'));
    const expected = await predictor.predict(bytes);
    const asked = predictor.predict(bytes);
    bytes.fill(0);
    assert.deepEqual(await asked, expected);
  });

  await t.test(
    'what is not answered when a predictor is disposed of is rejected, and so is what is asked afterwards',
    async () => {
      const predictor = await Predictor.load(run);
      const asked = Array.from({ length: 50 }, (_, i) =>
        predictor.predict(path.join(images, `train-${i % 48}.png`)),
      );
      const ended = predictor.dispose();
      const results = await Promise.allSettled(asked);
      assert.deepEqual(new Set(results.map(({ status }) => status)), new Set(['rejected']));
      await assert.rejects(predictor.predict(path.join(images, 'train-0.png')), {
        name: 'HashsightError',
        message: 'predictor: it was disposed; load another one with Predictor.load',
      });
      await ended;
      await predictor.dispose();
    },
  );

  await t.test(
    'a program that forgets to dispose of a predictor ends all the same, when all is answered',
    async () => {
      const program = `import { Predictor } from ${JSON.stringify(ENTRY)};
    const predictor = await Predictor.load(${JSON.stringify(run)});
    predictor.predict(${JSON.stringify(path.join(images, 'train-0.png'))}).then((found) => console.log(found.length));`;
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
      });
      assert.deepEqual([status, stdout, stderr], [0, '2\n', '']);
    },
  );

  await t.test('a run that was trained on a GPU is evaluated and asked on a machine without', async () => {
    const expected = await evaluate({ run, workers: 1, device: 'cpu' });
    const file = path.join(run, 'config.json');
    const config = readFileSync(file, 'utf8');
    writeFileSync(file, config.replace('"device": "cpu"', '"device": "cuda:7"'));
    const { metrics, device } = await evaluate({ run, workers: 1, device: 'cpu' });
    assert.deepEqual([metrics, device], [expected.metrics, 'cpu']);
    await using predictor = await Predictor.load(run, { device: 'cpu' });
    assert.equal((await predictor.predict(path.join(images, 'train-0.png'))).length, 2);
    // None is named: it is not the one that the run was trained on.
    await using chosen = await Predictor.load(run);
    assert.notEqual(chosen.device, 'cuda:7');
    await assert.rejects(
      Predictor.load(run, { device: 'gpu' }),
      /^UsageError: device: expected auto, cpu, cuda, or cuda:N/,
    );
    await assert.rejects(
      evaluate({ run, device: 'cuda:99' }),
      /^UsageError: device: the device cuda:99 does not exist/,
    );
  });
});
