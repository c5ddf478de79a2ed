// How long it takes to a given hit@5 on Open Clip Art: ours by the demo's recipe, and a plain PyTorch script on the same
// shards, with the same model, image size, batch, epochs and precision. Prints both curves, then JSON.
//   node bench/train/time-to-accuracy.mjs [--target 0.75] [--epochs 5] [--data demo-output/openclipart-data]
// The training set is what `npm run demo` makes. Both are validated after each epoch: the times are as coarse as that.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { train } from 'hashsight';
import { round } from './in-turns.mjs';
import { pythonEnvironment, pythonPath } from './python.mjs';
import { writeTrainingIndex } from './training-index.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'demo-output/openclipart-data' },
    target: { type: 'string', default: '0.75' },
    epochs: { type: 'string', default: '5' },
    model: { type: 'string', default: 'resnext14_32x4d' },
    'image-size': { type: 'string', default: '64' },
    'batch-size': { type: 'string', default: '64' },
    threads: { type: 'string', default: String(availableParallelism()) },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const { data, model } = values;
const [target, epochs, imageSize, batchSize, threads, workers] = [
  values.target,
  values.epochs,
  values['image-size'],
  values['batch-size'],
  values.threads,
  values.workers,
].map(Number);
if (!existsSync(path.join(data, 'prepare.json'))) {
  throw new Error(`--data: expected a training set in ${data}, got none; run npm run demo, which makes it`);
}
const scratch = await mkdtemp(path.join(tmpdir(), 'hashsight-bench-'));

function report(side, { epoch, seconds, hitAt5 }) {
  const point = { epoch, seconds: round(seconds, 1), hitAt5: round(hitAt5, 4) };
  console.error(`${side.padEnd(8)} epoch ${epoch}: ${point.seconds} s, hit@5 ${point.hitAt5}`);
  return point;
}

/** Ours: the recipe of `scripts/demo.mjs`. Ends at the target, or after the epochs. */
async function ours() {
  const curve = [];
  const stop = new AbortController();
  const start = performance.now();
  const onEvent = (event) => {
    if (event.kind !== 'epoch' || event.validation === null) return;
    const seconds = (performance.now() - start) / 1000;
    curve.push(report('ours', { epoch: event.epoch, seconds, hitAt5: event.validation.hitAt5 }));
    if (event.validation.hitAt5 >= target) stop.abort();
  };
  const preprocessing = { imageSize, fit: 'pad' };
  const augmentation = { cropScale: [0.35, 1] };
  const recipe = {
    model,
    epochs,
    batchSize,
    preprocessing,
    augmentation,
    weightDecay: 5e-4,
    labelSmoothing: 0.1,
  };
  const out = path.join(scratch, 'run');
  const { run } = await train({ ...recipe, data, out, threads, workers, signal: stop.signal, onEvent });
  return { curve, amp: /^bf/.test(run.config.training.amp) ? 'bfloat16' : 'off' };
}

async function plain(amp) {
  const index = path.join(scratch, 'index.json');
  await writeTrainingIndex(data, index);
  const script = fileURLToPath(new URL('plain_training.py', import.meta.url));
  const flags = { index, model, epochs, target, amp, threads, workers };
  const sizes = { 'image-size': imageSize, 'batch-size': batchSize };
  const args = Object.entries({ ...flags, ...sizes }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  const stdio = ['ignore', 'pipe', 'inherit'];
  const child = spawn(pythonPath(), [script, ...args], { stdio, env: pythonEnvironment() });
  const curve = [];
  for await (const line of createInterface({ input: child.stdout }))
    curve.push(report('PyTorch', JSON.parse(line)));
  return curve;
}

const { curve, amp } = await ours();
const plainCurve = await plain(amp);
await rm(scratch, { recursive: true });
const secondsTo = (points) => points.find(({ hitAt5 }) => hitAt5 >= target)?.seconds ?? null;
const [own, other] = [secondsTo(curve), secondsTo(plainCurve)];
const text = (seconds) => (seconds === null ? `not reached in ${epochs} epochs` : `${seconds} s`);
console.error(`hit@5 ${target}: ours ${text(own)}, the plain script ${text(other)}`);
const result = { target, model, imageSize, batchSize, epochs, amp, threads, workers };
console.log(
  JSON.stringify(
    { ...result, ours: curve, python: plainCurve, secondsToTarget: { ours: own, python: other } },
    null,
    2,
  ),
);
