// Memory and time to describe and to load a checkpoint of 3.3 GB: node bench/weights/large.mjs [PYTHON]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withDevice } from '@hashsight/torch';
import { createModel, describeWeights, modelFromWeights, openWeights } from '@hashsight/training';

const MODEL = 'resnext101_32x48d';
const python = process.argv[2] ?? readFileSync('packages/torch/build/python.txt', 'utf8').trim();
const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-large-'));
const file = path.join(folder, 'large.pth');
try {
  const model = withDevice('meta', () => createModel(MODEL, { numClasses: 1000 }));
  const shapes = Object.fromEntries(Array.from(model.stateDict(), ([name, { shape }]) => [name, shape]));
  writeFileSync(path.join(folder, 'shapes.json'), JSON.stringify(shapes));
  const script = fileURLToPath(new URL('large_checkpoint.py', import.meta.url));
  const { status, stderr } = spawnSync(python, [script, path.join(folder, 'shapes.json'), file], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  console.log(`file: ${(statSync(file).size / 1e9).toFixed(2)} GB`);
  const start = report('started');
  await describeWeights(file);
  report('described', start);
  const opened = performance.now();
  const weights = await openWeights(file);
  const { model: loaded } = modelFromWeights(weights);
  report('loaded', opened);
  loaded.dispose();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Prints the seconds since `start` and the highest memory so far. */
function report(title, start = performance.now()) {
  const seconds = (performance.now() - start) / 1000;
  const peakGb = process.resourceUsage().maxRSS / 1e6;
  console.log(`${title}: ${seconds.toFixed(2)} s, peak memory ${peakGb.toFixed(2)} GB`);
  return performance.now();
}
