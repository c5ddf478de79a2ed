import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { resolveTrainingConfig, storedTrainingConfigSchema } from '@hashsight/training';
import { readRecipe, recipeNames } from '@hashsight/training/settings';
import { trainOptionsOf } from '../../src/cli/train-flags.js';
import { verbCommand } from '../../src/cli/verbs.js';

/** What the words of a command line ask `train` to do. */
async function optionsOf(words: string): Promise<Record<string, unknown>> {
  const command = (await verbCommand('train')).action(() => {});
  await command.parseAsync(words.split(' '), { from: 'user' });
  return { ...trainOptionsOf(command.opts(), command) };
}

const PLACE = { epochSize: 1000, worldSize: 1, images: 1000, cacheBytes: 1e9 };

test('every recipe says what it is for and where it comes from, and gives settings that can be trained with', () => {
  assert.deepEqual(recipeNames(), [
    'demo',
    'laptop',
    'paper-32x4d',
    'paper-32x8d',
    'paper-32x16d',
    'paper-32x32d',
    'paper-32x48d',
  ]);
  for (const name of recipeNames()) {
    const { description, source, settings } = readRecipe(name);
    assert(description.length > 40 && source.length > 40);
    const { memoryFormat, ...rest } = settings;
    const model = settings.model as NonNullable<typeof settings.model>;
    const config = resolveTrainingConfig({ epochs: 1, ...rest, model } as never, PLACE);
    assert.equal(config.model, settings.model);
  }
});

test('the paper on 336 GPUs: a learning rate of 3.15 for 8,064 images in a step', () => {
  const { memoryFormat, ...settings } = readRecipe('paper-32x16d').settings;
  const config = resolveTrainingConfig({ ...settings, epochs: 1 } as never, {
    ...PLACE,
    epochSize: 1e6,
    worldSize: 336,
  });
  assert(Math.abs(config.lr - 3.15) < 1e-9, `${config.lr}`);
  assert.equal(config.batchSize * config.worldSize, 8064);
  assert.deepEqual([config.warmupLr, config.sampling], [0.1, 'sqrt']);
});

test('flags go before the recipe, also where they say the same in another way', async () => {
  const { preprocessing, augmentation, lr, lrBase, epochs, samples, labelSmoothing, recipe } =
    await optionsOf('--out run --data data --recipe laptop --image-size 64 --lr 0.5 --samples 10');
  assert.deepEqual([preprocessing, augmentation], [{ imageSize: 64 }, { cropScale: [0.35, 1] }]);
  assert.deepEqual(
    { lr, lrBase, epochs, samples, labelSmoothing, recipe },
    { lr: 0.5, lrBase: undefined, epochs: undefined, samples: 10, labelSmoothing: 0.1, recipe: 'laptop' },
  );
});

test('a shuffle buffer comes from the recipe or the flag, and there is none by default', () => {
  const settings = { model: 'resnext14_32x4d', epochs: 1 } as const;
  const config = resolveTrainingConfig({ ...settings, shuffleBuffer: 64 }, PLACE);
  assert.equal(config.shuffleBuffer, 64);
  assert.equal(resolveTrainingConfig(settings, PLACE).shuffleBuffer, null);
  assert.throws(
    () => resolveTrainingConfig({ ...settings, shuffleBuffer: 0.5 }, PLACE),
    /^UsageError: shuffleBuffer: .*got 0\.5$/,
  );
});

test('a run of before settings that came later goes on without what they add', () => {
  const settings = { model: 'resnext14_32x4d', epochs: 1 } as const;
  const config = resolveTrainingConfig(settings, PLACE);
  const { shuffleBuffer, convAlgorithm, sampling, samplingThreshold, warmupLr, ...rest } = config;
  const { decayEpochs, decayRate, ...earlier } = rest;
  const direct = { ...config, shuffleBuffer: null, convAlgorithm: 'direct' };
  assert.deepEqual(storedTrainingConfigSchema.parse(earlier), direct);
  assert.deepEqual(storedTrainingConfigSchema.parse(config), config);
  assert.notDeepEqual(config, direct);
  assert.deepEqual([shuffleBuffer, convAlgorithm], [null, 'rewritten']);
  assert.deepEqual(
    [sampling, samplingThreshold, warmupLr, decayEpochs, decayRate],
    [null, null, null, null, 0.1],
  );
  assert.equal(resolveTrainingConfig({ ...settings, device: 'cuda' }, PLACE).convAlgorithm, 'direct');
});

test('the one input of an earlier run is preprocessing and augmentation now, with the mean and std that it had', () => {
  const config = resolveTrainingConfig(
    {
      model: 'resnet18',
      epochs: 1,
      preprocessing: { imageSize: 64, fit: 'pad' },
      augmentation: { flip: false },
    },
    PLACE,
  );
  const { preprocessing, augmentation, ...rest } = config;
  const { interpolation, mean, std, ...seen } = preprocessing;
  const earlier = { ...rest, input: { ...seen, ...augmentation } };
  assert.deepEqual(storedTrainingConfigSchema.parse(earlier), config);
  assert.deepEqual(
    [mean, std],
    [
      [0.485, 0.456, 0.406],
      [0.229, 0.224, 0.225],
    ],
  );
  assert.equal(interpolation, 'bilinear');
  assert.throws(() => storedTrainingConfigSchema.parse({ ...rest, input: { ...seen, size: 3 } }), /"size"/);
});

test('the flags of sampling, warm-up and decay go before the recipe', async () => {
  const flags = '--sampling uniform --warmup-lr 0.2 --decay-epochs 30,60';
  const options = await optionsOf(`--out run --data data --recipe paper-32x4d ${flags}`);
  const { sampling, warmupLr, decayEpochs, schedule } = options;
  assert.deepEqual(
    { sampling, warmupLr, decayEpochs, schedule },
    { sampling: 'uniform', warmupLr: 0.2, decayEpochs: [30, 60], schedule: 'step' },
  );
});

test("a recipe of one's own, one that is broken, and one that there is not", async (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'own.json');
  const write = (value: object) => writeFileSync(file, JSON.stringify(value));
  const settings = { epochs: 3, shuffleBuffer: 64, preprocessing: { imageSize: 64 } };
  write({ description: 'mine', source: 'me', settings });
  assert.deepEqual(readRecipe(file).settings, settings);
  const flags = `--out run --data data --recipe ${file} --model resnet18 --shuffle-buffer 9`;
  assert.equal((await optionsOf(flags)).shuffleBuffer, 9);
  const { preprocessing: _, ...rest } = settings;
  write({ description: 'mine', source: 'me', settings: { ...rest, input: { imageSize: 64, flip: false } } });
  assert.deepEqual(
    readRecipe(file).settings,
    { ...settings, augmentation: { flip: false } },
    'of before preprocessing and augmentation were two',
  );
  write({ description: 'mine', source: 'me', settings: { epoch: 3 } });
  assert.throws(
    () => readRecipe(file),
    /own\.json: expected .* settings of train, got Unrecognized key: "epoch" at settings$/,
  );
  write({ description: 'mine', source: 'me', settings: { epochs: 'many' } });
  assert.throws(() => readRecipe(file), /at settings\.epochs$/);
  writeFileSync(file, '{');
  assert.throws(
    () => readRecipe(file),
    /own\.json: expected a description, a source and settings of train in JSON, got /,
  );
  assert.throws(
    () => readRecipe('desktop'),
    /^UsageError: recipe: expected one of demo, laptop, .*; got "desktop"$/,
  );
  assert.throws(() => readRecipe(path.join(folder, 'none.json')), /none\.json: no such file/);
});
