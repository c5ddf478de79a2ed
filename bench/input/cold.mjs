// Shards that are not in memory: images to batches in any order, and in sequence with a shuffle buffer, in turns in one run.
// Before each the system is told to forget the shards (posix_fadvise), which needs Linux and no root; `readFromDisk` says
// whether it did. Rates are images by the clock. Prints JSON.
//   npm run bench:cold [-- --shards 20 --samples 1000 --rounds 5 --workers 2 --side 224 --buffer 4096 --folder DIR]
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeShard } from '../../packages/dataset/dist/src/shards/write-shard.js';
import { listImages } from '../../packages/training/dist/src/data/image-list.js';
import { loadBatches } from '../../packages/training/dist/src/data/loader.js';
import { startLoaderWorkers } from '../../packages/training/dist/src/data/loader-workers.js';
import { Sampler } from '../../packages/training/dist/src/data/sampler.js';
import { passPlan } from '../../packages/training/dist/src/pass-plan.js';
import { resolveTrainingConfig } from '../../packages/training/dist/src/settings/config.js';
import { planOf } from '../../packages/training/dist/src/settings/plan.js';
import { photograph } from '../images/photograph.mjs';

const { values } = parseArgs({
  options: {
    shards: { type: 'string', default: '20' },
    samples: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    workers: { type: 'string', default: '2' },
    side: { type: 'string', default: '224' },
    buffer: { type: 'string', default: '4096' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const { folder: parent, ...numbers } = values;
const { shards, samples, rounds, workers, side, buffer } = Object.fromEntries(
  Object.entries(numbers).map(([name, value]) => [name, Number(value)]),
);

const photographs = await Promise.all(Array.from({ length: 100 }, (_, i) => photograph(i)));
const folder = await mkdtemp(path.join(parent, 'hashsight-bench-'));
const files = Array.from({ length: shards }, (_, i) => path.join(folder, `train-${i}.tar`));
const images = [];
for (const file of files) {
  const own = Array.from({ length: samples }, (_, i) => ({
    key: String(i).padStart(9, '0'),
    members: [
      { extension: 'jpg', bytes: photographs[i % photographs.length] },
      { extension: 'json', bytes: Buffer.from('{"hashtags":["beach","sunset"]}') },
    ],
  }));
  for (const { members } of await writeShard(file, own)) {
    const { offset, size } = members.find(({ extension }) => extension === 'jpg');
    images.push({ file, offset, size });
  }
}

const FORGET = `
import os, sys
for name in sys.argv[1:]:
    file = os.open(name, os.O_RDONLY)
    os.fsync(file)
    os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(file)
`;

function forget() {
  const { status, stderr } = spawnSync('python3', ['-c', FORGET, ...files], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`bench: python3: expected exit code 0, got ${status}: ${stderr}`);
}

/** Bytes that this process had the disk read so far. */
async function bytesFromDisk() {
  const text = await readFile('/proc/self/io', 'utf8');
  return Number(/^read_bytes: (\d+)$/m.exec(text)[1]);
}

const factors = new Float64Array(images.length).fill(1);
const { fileOf: shardOf } = listImages(images);

/** All images once, as training shows them. */
async function epochOf(shuffleBuffer, seed) {
  const training = resolveTrainingConfig(
    { model: 'resnet18', epochs: 1, batchSize: 64, seed, shuffleBuffer, preprocessing: { imageSize: side } },
    { epochSize: images.length, worldSize: 1, images: images.length, cacheBytes: 0 },
  );
  const sequence = shuffleBuffer === null ? undefined : { shardOf, shuffleBuffer };
  const sampler = new Sampler(factors, seed, sequence);
  const run = { config: { training } };
  const planned = { run, sampler, plan: planOf(training, images.length) };
  const { preprocessing } = training;
  const decoders = await startLoaderWorkers({
    ...{ images, preprocessing },
    ...{ count: workers, cache: 'off', cacheBytes: 0 },
  });
  const before = await bytesFromDisk();
  const start = performance.now();
  let count = 0;
  for await (const batch of loadBatches(decoders, (pass) => passPlan(planned, { rank: 0 }, pass, 0)))
    count += batch.samples.length;
  const seconds = (performance.now() - start) / 1000;
  await decoders.close();
  return { imagesPerSecond: count / seconds, bytes: (await bytesFromDisk()) - before };
}

const results = [];
for (let round = 0; round < rounds; round++) {
  const result = {};
  for (const [name, shuffleBuffer] of [
    ['anyOrder', null],
    ['inSequence', buffer],
  ]) {
    forget();
    result[name] = await epochOf(shuffleBuffer, round);
  }
  result.inMemory = await epochOf(null, round);
  results.push(result);
}
await rm(folder, { recursive: true });

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const told = (list, digits) => {
  const [middle, low, high] = [median(list), Math.min(...list), Math.max(...list)];
  return `${middle.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
};
const total = images.reduce((sum, { size }) => sum + size, 0);
const each = (name, what) => results.map((result) => what(result[name], result));
console.log(
  JSON.stringify(
    {
      images: images.length,
      bytesEach: Math.round(total / images.length),
      ...{ shards, workers, side, buffer },
      imagesPerSecond: Object.fromEntries(
        Object.keys(results[0]).map((name) => [
          name,
          told(
            each(name, (one) => one.imagesPerSecond),
            0,
          ),
        ]),
      ),
      /** Over the bytes of the images. */
      readFromDisk: Object.fromEntries(
        Object.keys(results[0]).map((name) => [
          name,
          told(
            each(name, (one) => one.bytes / total),
            2,
          ),
        ]),
      ),
      inSequenceOverAnyOrder: told(
        each('inSequence', (one, { anyOrder }) => one.imagesPerSecond / anyOrder.imagesPerSecond),
        2,
      ),
    },
    null,
    2,
  ),
);
