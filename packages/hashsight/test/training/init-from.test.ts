import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import type { Vocabulary } from '@hashsight/formats';
import { classesDigest, fileDigest } from '@hashsight/formats/node';
import { memory, safetensors, type Tensor, tidy } from '@hashsight/torch';
import {
  checkTraining,
  createModel,
  initializeFrom,
  matchClasses,
  openOrigin,
  type TrainEvent,
  type TrainOptions,
  train,
} from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';
import { newestOf, start, trainCommand, withoutTorchrun } from './hashsight-process.js';

/** A vocabulary of classes by their names, with their hashtags where they have more than that. */
function vocabularyOf(...classes: readonly (string | readonly string[])[]): Vocabulary {
  const list = classes.map((given) => {
    const hashtags = typeof given === 'string' ? [given] : [...given];
    return { name: hashtags[0] as string, hashtags, count: 1 };
  });
  return { version: 1, classes: list, dropped: [] };
}

/** Gives a training set other classes, whose first two are those of its labels. */
function rename(data: string, vocabulary: Vocabulary): void {
  writeFileSync(path.join(data, 'vocabulary.json'), JSON.stringify(vocabulary));
  const file = path.join(data, 'prepare.json');
  const preparation = JSON.parse(readFileSync(file, 'utf8'));
  preparation.digests.classes = classesDigest(vocabulary);
  writeFileSync(file, JSON.stringify(preparation));
}

test('classes are matched by name, else by a hashtag that means both', () => {
  const from = vocabularyOf('cat', ['dog', 'puppy'], 'kitten', ['sea', 'ocean']);
  const matched = (...to: readonly (string | readonly string[])[]) => matchClasses(from, vocabularyOf(...to));
  assert.deepEqual(matched('sea', 'kitten', 'dog', 'cat'), [3, 2, 1, 0], 'in another order');
  assert.deepEqual(
    matched(['cat', 'kitten'], ['ocean', 'sea']),
    [0, 3],
    'merged, and another name for the same',
  );
  assert.deepEqual(matched('dog', 'puppy'), [1, 1], 'split: both begin as what they were');
  assert.deepEqual(matched(['feline', 'kitten', 'cat']), [0], 'of several the more frequent one');
  assert.deepEqual(matched('bird', ['lake', 'pond']), [null, null], 'new');
  assert.deepEqual(matched(['tide', 'ocean']), [3], 'a hashtag that stood for another class');
});

test('a new run begins with the weights of another, row by row as their hashtags match', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 2 });
  const source = path.join(folder, 'source');
  const settings = {
    ...TINY,
    data,
    epochs: 1,
    workers: 1,
    preprocessing: { imageSize: 32, fit: 'pad' },
  } as const;
  await train({ ...settings, out: source });
  const { origin } = await openOrigin(source);
  const file = path.join(source, 'checkpoints', 'epoch-001', 'model.safetensors');
  assert.deepEqual(origin, {
    ...{ run: source, checkpoint: 'epoch-001', file },
    sha256: await fileDigest(file),
  });

  await t.test('those that match have its rows, those that do not their own', async () => {
    const before = memory().tensors;
    const vocabulary = vocabularyOf('green', ['blue', 'navy'], 'red', 'violet');
    {
      using model = createModel('resnext14_32x4d', { numClasses: 4 });
      const rowOf = (weights: ReadonlyMap<string, Tensor>, name: string, row: number) =>
        tidy(() => [
          ...((weights.get(name) as Tensor).narrow(0, row, 1).clone().toTypedArray() as Float32Array),
        ]);
      const fresh = ['fc.weight', 'fc.bias'].map((name) =>
        [0, 3].map((row) => rowOf(model.stateDict(), name, row)),
      );
      const text = await initializeFrom(origin, model, vocabulary);
      assert.equal(
        text,
        `starting from the weights of ${source}, epoch-001: 2 of 4 classes matched (2 by name, 0 by another hashtag); 2 fresh: #green, #violet`,
      );
      const own = model.stateDict();
      tidy(() => {
        const theirs = safetensors.loadFile(file);
        for (const [i, name] of ['fc.weight', 'fc.bias'].entries()) {
          assert.deepEqual(rowOf(own, name, 1), rowOf(theirs, name, 1), `${name} of blue`);
          assert.deepEqual(rowOf(own, name, 2), rowOf(theirs, name, 0), `${name} of red`);
          assert.deepEqual(
            [0, 3].map((row) => rowOf(own, name, row)),
            fresh[i],
            `${name} of new classes`,
          );
        }
        const conv = 'layer4.0.conv2.weight';
        assert.deepEqual(
          (own.get(conv) as Tensor).toTypedArray(),
          (theirs.get(conv) as Tensor).toTypedArray(),
        );
      });
    }
    assert.equal(memory().tensors, before);
  });

  // New posts: more images, and other classes.
  const { data: grown } = await tinySet(t, { train: 24, validation: 2 });
  rename(grown, vocabularyOf('blue', 'scarlet', 'red'));
  const begin = {
    data: grown,
    initFrom: source,
    batchSize: 4,
    lr: 0.02,
    amp: 'off',
    threads: 1,
    workers: 1,
  } as const;
  const own = { ...begin, epochs: 2, modelEmaDecay: 0.9, seed: 3 } as const;

  await t.test('it says what matched, and goes on bit for bit after an interruption', async () => {
    const notes: string[] = [];
    const onEvent = (event: TrainEvent) => event.kind === 'note' && notes.push(event.text);
    const whole = await train({
      ...own,
      out: path.join(folder, 'whole'),
      checkpointSteps: 5,
      checkpointHist: 9,
      onEvent,
    });
    assert.match(notes.join('\n'), /: 2 of 3 classes matched \(2 by name, .*\); 1 fresh: #scarlet$/m);
    const config = JSON.parse(readFileSync(path.join(folder, 'whole', 'config.json'), 'utf8'));
    assert.deepEqual(config.initFrom, origin);
    assert.deepEqual(
      [config.training.model, config.training.preprocessing.fit],
      [TINY.model, 'pad'],
      'of the source',
    );
    const stop = new AbortController();
    const out = path.join(folder, 'parts');
    const stopAt = (event: TrainEvent) => {
      if (event.kind === 'train') stop.abort();
    };
    const part = await train({ ...own, out, signal: stop.signal, onEvent: stopAt });
    assert.equal(part.status, 'interrupted');
    // The source is not needed any more.
    renameSync(source, `${source}-away`);
    const rest = await train({ ...own, out, resume: 'auto' });
    renameSync(`${source}-away`, source);
    for (const name of ['model.safetensors', 'model_ema.safetensors', 'optimizer.safetensors']) {
      const [ours, theirs] = [rest, whole].map(({ checkpoint }) => readFileSync(path.join(checkpoint, name)));
      assert(ours?.equals(theirs as Buffer), name);
    }
  });

  await t.test('what does not fit is refused in a line, before anything is written', async () => {
    const out = path.join(folder, 'refused');
    const cases: readonly (readonly [object, RegExp])[] = [
      [
        { model: 'resnet18' },
        /^UsageError: initFrom: the run .*source has the model resnext14_32x4d, but `model` is resnet18; /,
      ],
      [{ initFrom: grown }, /^InputError: .*: not a run folder of hashsight train/],
    ];
    for (const [change, message] of cases) {
      await assert.rejects(train({ ...own, out, ...change } as TrainOptions), message);
      await assert.rejects(checkTraining({ ...own, out, ...change } as TrainOptions, 1), message);
    }
    await assert.rejects(
      train({ ...own, out: path.join(folder, 'parts'), resume: 'auto', initFrom: folder }),
      /^UsageError: initFrom: the run .*parts began with the weights of .*source, got /,
    );
  });

  await t.test('a training set that has grown: going on says which way there is', async () => {
    await assert.rejects(
      train({ out: source, resume: true, data: grown }),
      /: the list of samples differs from that of the run .*; give the `data` of that run, or start a new run from its weights: `initFrom: .*source` with another `out`$/,
    );
  });

  await t.test('with two processes', { skip: withoutTorchrun() ?? false }, async () => {
    const out = path.join(folder, 'ranks');
    const flags = { data: grown, 'init-from': source, out, 'batch-size': 4, samples: 8, amp: 'off' };
    const { code, text } = await start(trainCommand({ ...flags, threads: 1, workers: 1, nproc: 2 })).ended;
    assert.equal(code, 0, text);
    assert.equal(text.match(/starting from the weights of .*, epoch-001/g)?.length, 1, text);
    assert.match(text, /^resnext14_32x4d on cpu: 2 processes, float32, 1 thread; 24 training and 2 /m);
    assert.match(newestOf(out), /epoch-000-step-00001$/);
  });
});
