import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { fileDigest } from '@hashsight/formats/node';
import { safetensors, tidy } from '@hashsight/torch';
import { createModel, evaluate, Predictor, type TrainEvent, train } from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';
import { hashsight } from '../cli/run-hashsight.js';

/** Saves random weights of a model as somebody else's file. */
function saveRandom(file: string, name: 'resnet18' | 'regnet_y_400mf', numClasses: number): void {
  tidy(() => {
    using model = createModel(name, { numClasses });
    safetensors.saveFile(model.stateDict(), file);
  });
}

test('weights of a file train, evaluate and predict as those of a run', async (t) => {
  const { data, folder, images } = await tinySet(t, { train: 16, validation: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1, workers: 1 });
  const own = path.join(run, 'checkpoints', 'epoch-001', 'model.safetensors');
  const image = path.join(images, 'train-0.png');
  const foreign = path.join(folder, 'foreign');
  mkdirSync(foreign);
  const regnet = path.join(foreign, 'regnet_y_400mf_swag-0.safetensors');
  saveRandom(regnet, 'regnet_y_400mf', 2);
  const labels = path.join(foreign, 'labels.txt');
  writeFileSync(labels, 'blue\nsomething else\n');

  await t.test("the checkpoint's own file answers and scores as the run does", async () => {
    const answers = [];
    for (const source of [run, { weights: own }]) {
      await using predictor = await Predictor.load(source, { device: 'cpu' });
      answers.push(await predictor.predict(image));
    }
    assert.deepEqual(answers[0], answers[1]);
    const same = { device: 'cpu', workers: 1 };
    const ofRun = await evaluate({ run, ...same });
    const out = path.join(folder, 'evaluation');
    const ofFile = await evaluate({ weights: own, data, out, ...same });
    assert.deepEqual(ofFile, { ...ofRun, checkpoint: 'model.safetensors', checkpointRole: 'named' });
    const lines = (place: string) => readFileSync(path.join(place, 'predictions.jsonl'), 'utf8');
    assert.equal(lines(out), lines(run));
    assert(existsSync(path.join(out, 'evaluation.json')));
  });

  await t.test('classes without names are asked for; those of another file are matched by name', async () => {
    const same = { device: 'cpu', workers: 1 } as const;
    await assert.rejects(Predictor.load({ weights: regnet }), {
      message: /the names of its 2 classes are not known; give a file with one name per line as `labels`$/,
    });
    const notes: string[] = [];
    const evaluation = await evaluate({
      ...{ weights: regnet, data, labels, ...same },
      onNote: (text) => notes.push(text),
    });
    assert.match(
      notes.join(),
      /regnet_y_400mf .*; 1 of 2 classes matched .*; 1 never predicted: #red; 1 of 2/,
    );
    assert(evaluation.images > 0);
    writeFileSync(labels, '["one", "two"]');
    await assert.rejects(evaluate({ weights: regnet, data, labels, ...same }), {
      message: /none of its 2 classes is among the 2 of the weights; train a last layer for them/,
    });
    writeFileSync(labels, 'one\ntwo\nthree\n');
    await assert.rejects(evaluate({ weights: regnet, data, labels, ...same }), {
      message: /expected the names of 2 classes, one for each of .*, got 3$/,
    });
    await assert.rejects(evaluate({ weights: regnet, labels, ...same }), /UsageError/);
    await assert.rejects(evaluate({ data }), { message: /give either `run` or `weights`/ });
  });

  await t.test(
    'a new run goes on from them with their model and preprocessing, and records their origin',
    async () => {
      const out = path.join(folder, 'from-file');
      const notes: string[] = [];
      const onEvent = (event: TrainEvent) => event.kind === 'note' && notes.push(event.text);
      const { epochs: _, model: __, ...tiny } = TINY;
      await train({ ...tiny, data, out, weights: regnet, epochs: 1, workers: 1, onEvent });
      const { training, weights, licenses } = JSON.parse(readFileSync(path.join(out, 'config.json'), 'utf8'));
      assert.equal(training.model, 'regnet_y_400mf');
      const { imageSize, cropPct, interpolation } = training.preprocessing;
      assert.deepEqual([imageSize, cropPct, interpolation], [32, 1, 'bicubic'], 'the size is the one given');
      assert.deepEqual(weights, { file: regnet, sha256: await fileDigest(regnet), license: 'CC-BY-NC-4.0' });
      assert(licenses.some((each: { license: string }) => each.license === 'CC-BY-NC-4.0'));
      assert.match(
        notes.join('\n'),
        /32 px, crop 1, bicubic \(SWAG, fine-tuned end to end, by the file's name\)/,
      );
      assert.match(
        notes.join('\n'),
        /starting from .*: regnet_y_400mf .* tensors loaded; fresh: fc.weight, fc.bias/,
      );
      assert((await evaluate({ run: out, device: 'cpu', workers: 1 })).images > 0);
    },
  );

  await t.test('from the file of a run, the classes that match keep their rows', async () => {
    const out = path.join(folder, 'from-own');
    const notes: string[] = [];
    const onEvent = (event: TrainEvent) => event.kind === 'note' && notes.push(event.text);
    const { epochs: _, model: __, ...tiny } = TINY;
    await train({ ...tiny, data, out, weights: own, epochs: 1, workers: 1, onEvent });
    assert.match(notes.join('\n'), /of the last layer, 2 of 2 classes matched \(2 by name/);
  });

  await t.test('what does not fit is refused in a line, and nothing is written', () => {
    const out = path.join(folder, 'refused');
    const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
      [
        ['train', '--data', data, '--out', out, '--epochs', '1', '--weights', regnet, '--model', 'resnet18'],
        2,
        /^hashsight: --weights: the weights .* are those of regnet_y_400mf, but --model is resnet18; /,
      ],
      [
        ['train', '--data', data, '--out', out, '--epochs', '1', '--weights', labels],
        2,
        /^hashsight: .*labels.txt: expected safetensors or a PyTorch checkpoint/,
      ],
      [
        ['train', '--data', data, '--out', out, '--epochs', '1', '--weights', regnet, '--init-from', run],
        2,
        /^hashsight: --weights: expected initial weights from one place; leave out --init-from or --weights/,
      ],
      [['predict', image, '--weights', regnet], 1, /names of its 2 classes are not known; .* as --labels$/],
      [['predict', image], 2, /^hashsight: --run: missing; give a run, or weights with --weights$/],
      [
        ['evaluate', '--run', run, '--weights', regnet],
        2,
        /^hashsight: --weights: expected it in place of --run/,
      ],
      [['evaluate', '--run', run, '--labels', labels], 2, /^hashsight: --labels: requires --weights/],
    ];
    for (const [args, code, message] of cases) {
      const result = hashsight(args);
      assert.match(result.error.trim(), message);
      assert.equal(result.code, code, args.join(' '));
    }
    assert(!existsSync(out));
  });

  await t.test('the command line predicts and evaluates with them', () => {
    const predicted = hashsight(['predict', image, '--weights', own, '--device', 'cpu', '--top', '1']);
    assert.equal(predicted.code, 0, predicted.error);
    assert.match(predicted.out, /model\.safetensors, on cpu\n.*\n {2}\d\.\d{3} {2}(blue|red)/);
    const larger = hashsight([
      ...['predict', image, '--weights', own, '--device', 'cpu', '--json'],
      ...['--image-size', '64', '--interpolation', 'bicubic'],
    ]);
    assert.equal(larger.code, 0, larger.error);
    const evaluated = hashsight(['evaluate', '--weights', own, '--data', data, '--device', 'cpu']);
    assert.equal(evaluated.code, 0, evaluated.error);
    assert.match(evaluated.out, /model\.safetensors on 4 validation images, on cpu/);
    assert.doesNotMatch(evaluated.out, /predictions:/);
  });
});
