// The whole path of C of a linear probe, 45 values with warm starts, beside scikit-learn's LogisticRegression on the same
// features with the same number of threads, both to the same accuracy of the objective at every C. Beside busy processes,
// the ratio of processor time is the one to look at.
//
//   npm run bench:probe -- [--images 2000] [--dim 2048] [--classes 20] [--threads 2] [--rounds 2] [--gap 1e-4] [--iterations 1000]

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { arange, cat, manualSeed, randn, setNumThreads, tensor, tidy } from '@hashsight/torch';
import { pythonPackages } from '../../packages/formats/dist/test/python-packages.js';
import { C_VALUES } from '../../packages/training/dist/src/probe/choose-c.js';
import { minimize } from '../../packages/training/dist/src/probe/lbfgs.js';
import { softmaxLoss } from '../../packages/training/dist/src/probe/losses.js';
import { PrincipalAxes } from '../../packages/training/dist/src/probe/principal-axes.js';
import { median, ratioOf, round } from '../train/in-turns.mjs';

const { values } = parseArgs({
  options: Object.fromEntries(
    Object.entries({
      images: '2000',
      dim: '2048',
      classes: '20',
      threads: '2',
      rounds: '2',
      gap: '1e-4',
      iterations: '1000',
    }).map(([name, standard]) => [name, { type: 'string', default: standard }]),
  ),
});
const given = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));

/**
 * Features like those of a network before its last layer: 64 factors of falling strength and a signal of the class, mixed
 * into `dim` features, with noise, cut at zero. One label in eleven is wrong.
 */
function drawnFeatures({ images, dim, classes }) {
  manualSeed(0);
  const truth = Array.from({ length: images }, (_, i) => i % classes);
  const labels = truth.map((label, i) => (i % 11 === 10 ? (label * 7 + 3) % classes : label));
  const features = tidy(() => {
    const options = { dtype: 'float64' };
    const factors = randn([images, 64], options).mul(arange(1, 65, options).pow(-0.5));
    const centers = randn([classes, classes], options).mul(0.5);
    const signal = centers.indexSelect(0, tensor(truth.map(BigInt), { dtype: 'int64' }));
    const mixed = cat([factors, signal], { dim: 1 }).matmul(randn([64 + classes, dim], options));
    return mixed.add(randn([images, dim], options)).relu();
  });
  return { features, labels };
}

/** Walks the path; returns seconds, iterations and objectives. */
function ourPath(features, loss, tolerance) {
  const start = performance.now();
  const begin = process.cpuUsage();
  const axes = new PrincipalAxes(features);
  const axesCpu = process.cpuUsage(begin);
  const axesCpuSeconds = (axesCpu.user + axesCpu.system) / 1e6;
  const objectives = [];
  let theta;
  let iterations = 0;
  for (const C of C_VALUES) {
    const found = minimize({ axes, loss, C }, { init: theta, tolerance });
    theta?.dispose();
    theta = found.theta;
    iterations += found.iterations;
    objectives.push(found.objective);
  }
  theta.dispose();
  axes[Symbol.dispose]();
  const { user, system } = process.cpuUsage(begin);
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    axesCpuSeconds,
    iterations,
    objectives,
  };
}

const python = await pythonPackages('scikit-learn==1.9.1');
if (python.skip !== false) throw new Error(`bench: ${python.skip}`);
setNumThreads(given.threads);
const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-probe-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const { features, labels } = drawnFeatures(given);
const file = path.join(folder, 'features.f64');
writeFileSync(file, new Uint8Array(features.asTypedArray().buffer, 0, features.nbytes));
const loss = softmaxLoss(labels, given.classes);
const first = ourPath(features, loss, given.gap / 30);
const best = first.objectives;

console.error(`best known: ${round(first.seconds)} s, ${first.iterations} iterations`);
const threads = String(given.threads);
const child = spawn('python3', [fileURLToPath(new URL('probe_side.py', import.meta.url))], {
  stdio: ['pipe', 'pipe', 'inherit'],
  env: {
    ...process.env,
    PYTHONPATH: python.folder,
    OMP_NUM_THREADS: threads,
    OPENBLAS_NUM_THREADS: threads,
  },
});
const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
const write = (line) => child.stdin.write(`${line}\n`);
write(
  JSON.stringify({
    path: file,
    images: given.images,
    dim: given.dim,
    labels,
    C: C_VALUES,
    best,
    gap: given.gap,
    iterations: given.iterations,
  }),
);
const ask = async (what) => {
  write(what);
  const { value, done } = await answers.next();
  if (done) throw new Error('bench: scikit-learn ended');
  return JSON.parse(value);
};

const turns = [];
for (let i = 0; i < given.rounds; i++) {
  // A third of the gap, since it is an estimate that ends our solver.
  const ours = ourPath(features, loss, given.gap / 3);
  const worstGap = Math.max(...ours.objectives.map((value, c) => value / best[c] - 1));
  turns.push({ ours: { ...ours, worstGap }, theirs: await ask('path'), defaults: await ask('defaults') });
  const { ours: a, theirs: b, defaults: c } = turns.at(-1);
  console.error(
    `round ${i + 1}: ours ${round(a.seconds)} s, scikit-learn ${round(b.seconds)} s, with its defaults ${round(c.seconds)} s`,
  );
}
child.stdin.end();

const of = (side, figure) => turns.map((turn) => turn[side][figure]);
const { objectives: _, ...lastOurs } = turns.at(-1).ours;
const ratios = (side) => ({
  // Above 1, ours is faster.
  ratio: ratioOf(of(side, 'seconds'), of('ours', 'seconds')),
  cpuRatio: ratioOf(of(side, 'cpuSeconds'), of('ours', 'cpuSeconds')),
});
const medians = (side) => ({
  seconds: round(median(of(side, 'seconds'))),
  cpuSeconds: round(median(of(side, 'cpuSeconds'))),
});
const result = {
  ...given,
  ours: { ...lastOurs, ...medians('ours') },
  scikitLearn: { ...turns.at(-1).theirs, ...medians('theirs'), ...ratios('theirs') },
  withDefaults: { ...turns.at(-1).defaults, ...medians('defaults'), ...ratios('defaults') },
};
console.log(JSON.stringify(result, null, 2));
