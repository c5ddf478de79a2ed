import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type LayerDecayOptions, layerDecayGroups } from '../../src/finetune/layer-decay.js';
import type { ModelName } from '../../src/models/architectures.js';
import { createModel } from '../../src/models/registry.js';
import { pythonPeers } from '../weights/torch-packages.js';

const peers = await pythonPeers();
const script = fileURLToPath(new URL('../../../test/finetune/layer_decay.py', import.meta.url));

/** timm's answer for a model. */
interface Answer {
  readonly layers: number;
  readonly groups: number;
  readonly parameters: Readonly<Record<string, readonly [lrScale: number, weightDecay: number]>>;
  readonly untrained: readonly string[];
}

/** Our name of a model, timm's options, and ours. */
const CASES: readonly (readonly [ModelName, Record<string, number>, LayerDecayOptions])[] = [
  ['resnet50', { weight_decay: 0.05 }, { weightDecay: 0.05 }],
  [
    'resnet18',
    { weight_decay: 0.01, layer_decay: 0.5, min_scale: 0.1 },
    { weightDecay: 0.01, layerDecay: 0.5, minScale: 0.1 },
  ],
  [
    'resnext50_32x4d',
    { weight_decay: 0.01, layer_decay: 0.8, no_opt_scale: 0.2 },
    { weightDecay: 0.01, layerDecay: 0.8, noOptScale: 0.2 },
  ],
];

function ownGroups(name: ModelName, options: LayerDecayOptions): Answer {
  using model = createModel(name, { numClasses: 3 });
  const names = new Map([...model.namedParameters()].map(([path, parameter]) => [parameter, path]));
  const groups = layerDecayGroups(model, options);
  const parameters = groups.flatMap((group) =>
    group.parameters.map((one) => [names.get(one) as string, [group.lrScale, group.weightDecay]] as const),
  );
  const untrained = [...names].filter(([one]) => !one.requiresGrad).map(([, path]) => path);
  return {
    ...{ layers: model.segments().length, groups: groups.length },
    ...{ parameters: Object.fromEntries(parameters), untrained },
  };
}

test("layers, groups, factors and weight decays are timm's", { skip: peers.skip }, () => {
  const asked = JSON.stringify(CASES.map(([name, options]) => [name, options]));
  const theirs = JSON.parse(peers.run(script, [asked])) as Record<string, Answer>;
  for (const [name, , options] of CASES) {
    assert.deepEqual(ownGroups(name, options), theirs[name], name);
  }
  assert.equal(theirs.resnet50?.layers, 18);
});

test('a ResNet-50 has 18 layers, from 0.75^17 for the stem to 1 for the head', () => {
  using model = createModel('resnet50', { numClasses: 3 });
  const groups = layerDecayGroups(model, { weightDecay: 0.05 });
  const scales = new Map(groups.map(({ layer, lrScale }) => [layer, lrScale]));
  assert.deepEqual(
    [...scales.values()],
    Array.from({ length: 18 }, (_, layer) => 0.75 ** (17 - layer)),
  );
  for (const { parameters, weightDecay } of groups) {
    for (const { ndim } of parameters) assert.equal(weightDecay, ndim > 1 ? 0.05 : 0);
  }
});
