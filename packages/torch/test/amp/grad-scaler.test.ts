import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  amp,
  memory,
  nn,
  optim,
  safetensors,
  setNumThreads,
  type Tensor,
  tensor,
  tidy,
} from '../../src/index.js';
import { assertSame } from '../parity/compare.js';
import { EXACT } from '../parity/tolerances.js';
import { runPython, skipWithoutPython, temporaryFolder } from '../python.js';

const STEPS = [0, 1, 2, 3, 4, 5];
const OVERFLOWING_STEP = 3;
const PARAMETERS = [0, 1, 2];
const CLIPS = [
  { maxNorm: 0.5, normType: 2 },
  { maxNorm: 100, normType: 2 },
  { maxNorm: 0.5, normType: Number.POSITIVE_INFINITY },
  { maxNorm: 0.5, normType: 1 },
];
const skip = skipWithoutPython;
let results: safetensors.SafetensorsFile;
let states: readonly Record<string, number>[];

before(() => {
  if (skip !== false) return;
  const folder = temporaryFolder();
  const files = [join(folder, 'results'), join(folder, 'states.json')] as const;
  runPython('test/amp/reference.py', files);
  results = safetensors.safeOpen(files[0]);
  states = JSON.parse(readFileSync(files[1], 'utf8'));
  setNumThreads(1);
});

after(() => results?.close());

const startParameters = (): nn.Parameter[] =>
  tidy(() => PARAMETERS.map((i) => new nn.Parameter(results.get(`start.${i}`).clone())));

function lossOf(parameters: readonly Tensor[], step: number): Tensor {
  return parameters
    .map((parameter, i) => parameter.mul(results.get(`gradient.${step}.${i}`)).sum())
    .reduce((sum, term) => sum.add(term));
}

test("GradScaler goes Python's way through growth and an overflow, and through a saved state", {
  skip,
}, () => {
  const live = memory();
  const parameters = startParameters();
  using optimizer = new optim.SGD(parameters, { lr: 0.1, momentum: 0.9, implementation: 'foreach' });
  using scaler = new amp.GradScaler({ initScale: 1024, growthInterval: 2 });
  for (const step of STEPS) {
    tidy(() => {
      optimizer.zeroGrad();
      scaler.scale(lossOf(parameters, step)).backward();
      assert.equal(scaler.step(optimizer), step !== OVERFLOWING_STEP);
      scaler.update();
      const state = scaler.stateDict();
      scaler.loadStateDict(state);
      assert.deepEqual(Object.values(scaler.stateDict()), Object.values(states[step] ?? {}));
      for (const [i, parameter] of parameters.entries()) {
        assertSame(parameter.detach(), results.get(`scaled.${step}.${i}`), EXACT, `${i} at ${step}`);
      }
    });
  }
  optimizer.dispose();
  scaler.dispose();
  for (const parameter of parameters) parameter.dispose();
  assert.deepEqual(memory(), live);
});

for (const [number, { maxNorm, normType }] of CLIPS.entries()) {
  test(`clipGradNorm_ to ${maxNorm} by the ${normType}-norm equals Python's, bit for bit`, { skip }, () => {
    const live = memory();
    tidy(() => {
      const parameters = startParameters();
      for (const [i, parameter] of parameters.entries()) {
        parameter.grad = results.get(`gradient.${STEPS.length - 1}.${i}`).clone();
      }
      const norm = nn.utils.clipGradNorm_(parameters, maxNorm, { normType });
      assertSame(norm, results.get(`clip.${number}.norm`), EXACT, 'norm');
      for (const [i, parameter] of parameters.entries()) {
        assertSame(parameter.grad as Tensor, results.get(`clip.${number}.${i}`), EXACT, `gradient ${i}`);
        parameter.dispose();
      }
    });
    assert.deepEqual(memory(), live);
  });
}

test('clipGradNorm_ refuses gradients that are not finite where asked, and leaves them', () => {
  using parameter = new nn.Parameter(tensor([1, 2]));
  assert.equal(nn.utils.clipGradNorm_([parameter], 1).item(), 0);
  parameter.grad = tensor([3, Number.POSITIVE_INFINITY]);
  assert.throws(() => nn.utils.clipGradNorm_([parameter], 1, { errorIfNonfinite: true }), {
    name: 'TorchError',
    message: /^clipGradNorm_: the norm of the gradients is Infinity/,
  });
  assert.deepEqual(parameter.grad?.toArray(), [3, Number.POSITIVE_INFINITY]);
});

test('gradients unscaled for clipping are unscaled once', () => {
  using parameter = new nn.Parameter(tensor([1]));
  const optimizer = new optim.SGD([parameter], { lr: 1 });
  using scaler = new amp.GradScaler({ initScale: 8 });
  scaler.scale(parameter.mul(3).sum()).backward();
  assert.deepEqual(parameter.grad?.toArray(), [24]);
  scaler.unscale_(optimizer);
  assert.deepEqual(parameter.grad?.toArray(), [3]);
  assert.throws(
    () => scaler.unscale_(optimizer),
    /^TypeError: unscale_: the gradients of this optimizer are already unscaled/,
  );
  assert.equal(scaler.step(optimizer), true);
  assert.deepEqual(parameter.toArray(), [-2]);
  assert.throws(() => scaler.step(optimizer), /^TypeError: step: called twice for one step/);
});

test('a scaler that is not enabled does nothing', () => {
  using parameter = new nn.Parameter(tensor([1]));
  const optimizer = new optim.SGD([parameter], { lr: 1 });
  using scaler = new amp.GradScaler({ enabled: false });
  scaler.scale(parameter.mul(3).sum()).backward();
  scaler.unscale_(optimizer);
  assert.equal(scaler.step(optimizer), true);
  scaler.update();
  assert.deepEqual(parameter.toArray(), [-2]);
  assert.equal(scaler.getScale(), 1);
});

test('what cannot be a scaler, or is no order of calls, is an error', () => {
  assert.throws(
    () => new amp.GradScaler({ growthFactor: 1 }),
    /^TypeError: GradScaler: expected a growthFactor/,
  );
  assert.throws(
    () => new amp.GradScaler({ backoffFactor: 1 }),
    /^TypeError: GradScaler: expected a backoffF/,
  );
  using scaler = new amp.GradScaler();
  assert.throws(() => scaler.update(), /^TypeError: update: scale\(\) was not called yet/);
  using half = new nn.Parameter(tensor([1], { dtype: 'float16' }));
  const optimizer = new optim.SGD([half], { lr: 1 });
  scaler.scale(half.sum()).backward();
  assert.throws(
    () => scaler.step(optimizer),
    /^TypeError: unscale_: expected float32 gradients, got float16/,
  );
  assert.throws(
    () => scaler.update(),
    /^TypeError: update: no step\(\) or unscale_\(\) since the last update/,
  );
});
