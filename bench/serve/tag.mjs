// Tagging a folder of JPEGs, beside Python with onnxruntime and Pillow: the same model, files, batch size, and number of
// threads, taking turns in one run. Python decodes and resizes in a pool of threads, ahead of the model; once at full scale, as
// most scripts do, and once with Pillow's draft mode, which decodes at a smaller scale. Prints JSON.
//   npm run bench:tag [-- --model DIR --architecture resnext14_32x4d --side 64 --files 128 --rounds 5 --threads 2]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Tagger } from '@hashsight/tagger';
import sharp from 'sharp';
import { pythonPackages } from '../../packages/formats/dist/test/python-packages.js';
import { photograph } from '../images/photograph.mjs';
import { inTurns } from '../train/in-turns.mjs';
import { writeRandomModel } from './random-model.mjs';

const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    architecture: { type: 'string', default: 'resnext14_32x4d' },
    side: { type: 'string', default: '64' },
    files: { type: 'string', default: '128' },
    rounds: { type: 'string', default: '5' },
    threads: { type: 'string', default: `${availableParallelism()}` },
    batch: { type: 'string', default: '16' },
    sizes: { type: 'string', default: '500x375,1600x1200,4000x3000' },
  },
});
const [files, rounds, threads, batch, side] = ['files', 'rounds', 'threads', 'batch', 'side'].map((name) =>
  Number(values[name]),
);
const python = await pythonPackages('onnxruntime==1.31.1', 'pillow==13.0.0', 'numpy==2.4.6');
if (python.skip) throw new Error(python.skip);
const folder = await mkdtemp(path.join(tmpdir(), 'hashsight-bench-'));
const { architecture } = values;
const model = values.model ?? path.join(folder, 'model');
if (values.model === undefined)
  await writeRandomModel(model, { architecture, imageSize: side, classes: 1000 });

/** Distinct photographs of a size; each is tagged several times. */
const DISTINCT = 6;

/** Photographs with fine noise: enlarged ones alone would be decoded too quickly. */
async function photographs(width, height, count) {
  const noise = { create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 8 } } };
  const input = await sharp(noise).png({ compressionLevel: 0 }).toBuffer();
  const paths = [];
  for (let i = 0; i < DISTINCT; i++) {
    paths.push(path.join(folder, `${width}x${height}-${i}.jpg`));
    const large = await sharp(await photograph(i))
      .resize(width, height)
      .toBuffer();
    const noisy = sharp(large).composite([{ input, blend: 'soft-light' }]);
    await writeFile(paths[i], await noisy.jpeg({ quality: 87 }).toBuffer());
  }
  return Array.from({ length: count }, (_, i) => paths[i % DISTINCT]);
}

async function startPython(draft) {
  const script = fileURLToPath(new URL('tag_side.py', import.meta.url));
  const words = [script, model, side, 0.95, threads, batch, draft].map(String);
  const env = { ...process.env, PYTHONPATH: python.folder };
  const child = spawn('python3', words, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  return {
    async measure(paths) {
      child.stdin.write(`${JSON.stringify(paths)}\n`);
      const [line] = await once(lines, 'line');
      const { seconds, cpu, count } = JSON.parse(line);
      if (count !== paths.length) throw new Error(`expected ${paths.length} answers, got ${count}`);
      return { imagesPerSecond: count / seconds, cpuMs: (1000 * cpu) / count };
    },
    end: () => child.stdin.end(),
  };
}

async function startOurs(decoder) {
  const tagger = await Tagger.load(model, { threads, decoder, batch: { maxSize: batch } });
  await tagger.warmUp();
  return {
    async measure(paths) {
      const start = performance.now();
      const before = process.cpuUsage();
      const rest = paths.values();
      let count = 0;
      const work = async () => {
        for (const file of rest) {
          if ((await tagger.tag(file)).length === 5) count++;
        }
      };
      await Promise.all(Array.from({ length: 4 * batch }, work));
      if (count !== paths.length) throw new Error(`expected ${paths.length} answers, got ${count}`);
      const { user, system } = process.cpuUsage(before);
      return {
        imagesPerSecond: (1000 * count) / (performance.now() - start),
        cpuMs: (user + system) / 1000 / count,
      };
    },
    stats: () => tagger.stats(),
    end: () => tagger.dispose(),
  };
}

const sides = {
  ours: await startOurs('libjpeg-turbo'),
  oursWithSharp: await startOurs('sharp'),
  python: await startPython(0),
  pythonDraft: await startPython(1),
};
const results = {};
for (const size of values.sizes.split(',')) {
  const [width, height] = size.split('x').map(Number);
  const paths = await photographs(width, height, files);
  const measured = Object.entries(sides).map(([name, { measure }]) => [name, () => measure(paths)]);
  results[size] = await inTurns(rounds, Object.fromEntries(measured));
  console.error(size, JSON.stringify(results[size]));
}
const { fit } = sides.ours.stats();
for (const { end } of Object.values(sides)) await end();
await rm(folder, { recursive: true });
console.log(
  JSON.stringify({ model: values.model ?? architecture, side, threads, batch, fit, ...results }, null, 2),
);
