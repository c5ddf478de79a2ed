import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  nn as layers,
  memory,
  type nn,
  noGrad,
  optim,
  safetensors,
  setNumThreads,
  type Tensor,
  tidy,
} from '@hashsight/torch';
import { assertSame } from '@hashsight/torch/test/parity/compare';
import { EXACT } from '@hashsight/torch/test/parity/tolerances';
import { runPython, skipWithoutPython, temporaryFolder } from '@hashsight/torch/test/python';
import { Bottleneck } from '../../src/models/blocks.js';
import { createModel } from '../../src/models/registry.js';

const STEPS = 3;
const skip = skipWithoutPython;
let results: safetensors.SafetensorsFile;

before(() => {
  if (skip !== false) return;
  const path = join(temporaryFolder(), 'networks.safetensors');
  runPython(fileURLToPath(new URL('../../../test/parity/networks.py', import.meta.url)), [path]);
  results = safetensors.safeOpen(path);
  setNumThreads(1);
});

after(() => results?.close());

/** A copy of what Python saved: its tensors are aligned to 64 bytes, those of a mapped file are not. */
function saved(key: string): Tensor {
  return results.get(key).clone();
}

function savedUnder(prefix: string): Map<string, Tensor> {
  return new Map(
    results
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), saved(key)]),
  );
}

function assertSameUnder(prefix: string, ours: ReadonlyMap<string, Tensor | null>): void {
  const theirs = savedUnder(prefix);
  assert.deepEqual([...ours.keys()].sort(), [...theirs.keys()].sort());
  for (const [path, tensor] of theirs) {
    const own = ours.get(path);
    assert.ok(own, `${prefix}${path}`);
    assertSame(own.detach(), tensor, EXACT, `${prefix}${path}`);
  }
}

function compare(name: string, network: nn.Module, lossOf: (output: Tensor) => Tensor): void {
  network.loadStateDict(savedUnder(`${name}.weights.`));
  const images = saved(`${name}.images`);
  const evaluated = noGrad(() => network.eval().forward(images));
  assertSame(evaluated, saved(`${name}.evaluated`), EXACT, 'the output in eval()');
  network.train();
  using optimizer = new optim.SGD(network.parameters(), {
    lr: 0.05,
    momentum: 0.9,
    weightDecay: 1e-4,
    nesterov: true,
  });
  for (let step = 0; step < STEPS; step++) {
    const output = network.forward(images);
    optimizer.zeroGrad();
    lossOf(output).backward();
    if (step === 0) {
      assertSame(output.detach(), saved(`${name}.output`), EXACT, 'the output in train()');
      const gradients = Array.from(network.namedParameters(), ([path, { grad }]) => [path, grad] as const);
      assertSameUnder(`${name}.gradient.`, new Map(gradients));
    }
    optimizer.step();
  }
  assertSameUnder(`${name}.after.`, network.stateDict());
}

function compareTidily(name: string, make: () => nn.Module, lossOf: (output: Tensor) => Tensor): void {
  const live = memory();
  tidy(() => {
    using network = make();
    compare(name, network, lossOf);
  });
  assert.deepEqual(memory(), live);
}

test("a ResNeXt block's output, gradients and weights after three SGD steps equal Python's bit for bit", {
  skip,
}, () => {
  const make = () => new Bottleneck({ inChannels: 64, planes: 64, stride: 1, cardinality: 32, baseWidth: 4 });
  compareTidily('block', make, (output) => output.mul(saved('cotangent')).mean());
});

test("ResNeXt-50 32x4d's output, gradients and weights after three SGD steps equal Python's bit for bit", {
  skip,
}, () => {
  const make = () => createModel('resnext50_32x4d', { numClasses: 10 });
  compareTidily('network', make, (output) => layers.functional.crossEntropy(output, saved('target')));
});
