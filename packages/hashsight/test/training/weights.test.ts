import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { safetensors, tidy } from '@hashsight/torch';
import {
  dict,
  global,
  pickle,
  reduce,
  storage,
  tensor,
  text,
  zipForm,
} from '@hashsight/torch/test/serialization/checkpoint-writer';
import { createModel, train } from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';
import { hashsight } from '../cli/run-hashsight.js';

test("a run's weights are shown, and exported with its classes", async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 2 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  const shown = hashsight(['weights', '--run', run]);
  assert.equal(shown.code, 0, shown.error);
  assert.match(shown.out, /checkpoints\/epoch-001\/model.safetensors: safetensors, \d/);
  assert.match(shown.out, /\n {2}model {10}resnext14_32x4d, [\d,]+ parameters, 2 classes\n/);
  assert.match(shown.out, /\n {2}preprocessing {2}32 pixels, /);

  const asFile = hashsight(['weights', run]);
  assert.match(asFile.error, /run: expected weights, got a run; give it as --run$/);
  const out = path.join(folder, 'exported');
  const exported = hashsight(['weights', '--run', run, '--checkpoint', 'last', '--out', out]);
  assert.equal(exported.code, 0, exported.error);
  assert.match(exported.out, /exported: resnext14_32x4d, 2 classes: model.safetensors, config.json\n/);
  const { classes } = JSON.parse(readFileSync(path.join(run, 'vocabulary.json'), 'utf8'));
  const names = classes.map(({ name }: { name: string }) => name);
  const config = JSON.parse(readFileSync(path.join(out, 'config.json'), 'utf8'));
  assert.equal(config.architecture, 'resnext50_32x4d');
  assert.deepEqual(config.model_args.layers, [1, 1, 1, 1]);
  assert.deepEqual(config.label_names, names);
  assert.match(config.label_descriptions[names[0]], /^#/);
  assert.deepEqual(config.pretrained_cfg.input_size, [3, 32, 32]);

  const back = hashsight(['weights', path.join(out, 'model.safetensors'), '--json']);
  const { model } = JSON.parse(back.out);
  assert.deepEqual([model.name, model.classNames], ['resnext14_32x4d', names]);
});

test('a file of weights is shown: as text, as JSON, with its tensors', (t) => {
  const file = path.join(temporaryFolder(t), 'plain.safetensors');
  tidy(() => {
    using model = createModel('resnet18', { numClasses: 3 });
    safetensors.saveFile(model.stateDict(), file, { metadata: { epoch: '7' } });
  });
  const { out, code } = hashsight(['weights', file, '--tensors']);
  assert.equal(code, 0);
  assert.match(out, /^.*plain.safetensors: safetensors, 44.\d MB\n/);
  assert.match(out, /model {10}resnet18, 11,178,051 parameters, 3 classes/);
  assert.match(out, /tensors {8}122: 20 int64, 102 float32|tensors {8}122: 102 float32, 20 int64/);
  assert.match(out, /metadata {7}epoch: 7/);
  assert.match(out, /\n {2}conv1.weight +float32 {3}\[64, 3, 7, 7\]\n/);
  const short = JSON.parse(hashsight(['weights', file, '--json']).out);
  assert.deepEqual([short.format, short.metadata, short.tensors], ['safetensors', { epoch: '7' }, undefined]);
  const long = JSON.parse(hashsight(['weights', file, '--json', '--tensors']).out);
  assert.equal(long.tensors.length, 122);
});

test('a file of other tensors is shown, too', (t) => {
  const file = path.join(temporaryFolder(t), 'other.pth');
  const x = tensor(storage('0', 4), [4], [1]);
  writeFileSync(file, zipForm(pickle(dict(['x\n\u001b[31m', x])), { 0: Buffer.alloc(16) }));
  const { out, code } = hashsight(['weights', file, '--tensors']);
  assert.equal(code, 0);
  assert.deepEqual(out.split('\n').slice(1), [
    '  model          none of ours',
    '  tensors        1: 1 float32',
    '  x\\u000a\\u001b[31m  float32   [4]',
    '',
  ]);
});

test('what cannot be read or written is told in one line', (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'hostile.pth');
  writeFileSync(file, zipForm(pickle(reduce(global('os', 'system'), text(`touch ${folder}/ran`)))));
  const cases: readonly (readonly [words: readonly string[], code: number, message: RegExp])[] = [
    [
      [file],
      1,
      /^hashsight: .*hostile.pth: expected only tensors and plain data, got the Python object "os.system"/,
    ],
    [[path.join(folder, 'none.pth')], 1, /^hashsight: .*none.pth: .*ENOENT/],
    [[folder], 1, /^hashsight: .*expected a file of weights or a folder with model.safetensors/],
    [[], 2, /^hashsight: expected a file of weights or --run, got none$/],
    [[file, '--run', folder], 2, /^hashsight: expected a file of weights or --run, got both$/],
    [[file, '--checkpoint', 'best'], 2, /^hashsight: --checkpoint: expected a --run/],
    [[file, '--layout', 'torchvision'], 2, /^hashsight: --layout: expected --out/],
    [['--run', folder], 1, /^hashsight: .*not a run folder/],
  ];
  for (const [words, code, message] of cases) {
    const run = hashsight(['weights', ...words]);
    assert.match(run.error, message);
    assert.doesNotMatch(run.error, /\n/);
    assert.deepEqual([run.code, run.out], [code, '']);
  }
});
