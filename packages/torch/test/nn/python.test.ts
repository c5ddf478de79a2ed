import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { empty, manualSeed, memory, nn, optim, safetensors, setNumThreads, tidy } from '../../src/index.js';
import { assertSame } from '../parity/compare.js';
import { EXACT } from '../parity/tolerances.js';
import { runPython, skipWithoutPython, temporaryFolder } from '../python.js';

const RULES: readonly optim.SGDOptions[] = [
  { lr: 0.1 },
  { lr: 0.1, weightDecay: 0.01 },
  { lr: 0.1, momentum: 0.9 },
  { lr: 0.1, momentum: 0.9, dampening: 0.3 },
  { lr: 0.1, momentum: 0.9, nesterov: true, weightDecay: 1e-4 },
];
const CASES = (['fused', 'foreach'] as const).flatMap((implementation) =>
  RULES.map((rule) => ({ ...rule, implementation })),
);
const STEPS = [0, 1, 2, 3];
const PARAMETERS = [0, 1, 2];
const skip = skipWithoutPython;
let results: safetensors.SafetensorsFile;

before(() => {
  if (skip !== false) return;
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'options.json'), JSON.stringify(CASES));
  runPython('test/nn/reference.py', [join(folder, 'options.json'), join(folder, 'results')]);
  results = safetensors.safeOpen(join(folder, 'results'));
  setNumThreads(1);
});

after(() => results?.close());

test("fresh layers and initialisers draw what Python's draw after the same seed", { skip }, () => {
  manualSeed(7);
  const layers: readonly (readonly [string, nn.Module])[] = [
    ['conv', new nn.Conv2d(4, 6, 3, { groups: 2 })],
    ['linear', new nn.Linear(9, 5)],
    ['norm', new nn.BatchNorm2d(3)],
  ];
  for (const [name, layer] of layers) {
    const theirs = results.keys().filter((key) => key.startsWith(`init.${name}.`));
    const ours = layer.stateDict();
    assert.deepEqual([...ours.keys()].map((key) => `init.${name}.${key}`).sort(), theirs.sort());
    for (const [key, value] of ours) {
      assertSame(value.detach(), results.get(`init.${name}.${key}`), EXACT, `${name}.${key}`);
    }
  }
  const { kaimingNormal_, kaimingUniform_, xavierNormal_, xavierUniform_ } = nn.init;
  const initialisers = { kaimingNormal_, kaimingUniform_, xavierNormal_, xavierUniform_ };
  for (const [name, initialise] of Object.entries(initialisers)) {
    const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    assertSame(initialise(empty([8, 4, 3, 3])), results.get(`init.${snake}.weight`), EXACT, name);
  }
});

for (const [number, options] of CASES.entries()) {
  test(`SGD ${JSON.stringify(options)} goes Python's way, bit for bit`, { skip }, () => {
    const live = memory();
    const parameters = tidy(() => PARAMETERS.map((i) => new nn.Parameter(results.get(`start.${i}`).clone())));
    using optimizer = new optim.SGD(parameters, options);
    for (const step of STEPS) {
      tidy(() => {
        for (const [i, parameter] of parameters.entries()) {
          // As in reference.py.
          const isLate = step === 0 && i === 2 && options.implementation === 'foreach';
          parameter.grad = isLate ? null : results.get(`gradient.${step}.${i}`).clone();
        }
        optimizer.step();
        for (const [i, parameter] of parameters.entries()) {
          assertSame(parameter.detach(), results.get(`sgd.${number}.${step}.${i}`), EXACT, `${i} at ${step}`);
        }
      });
    }
    optimizer.dispose();
    for (const parameter of parameters) parameter.dispose();
    assert.deepEqual(memory(), live);
  });
}
