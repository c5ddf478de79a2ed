// Decoding, hashing, encoding and writing images, beside what sharp does alone: decoding (and making smaller, and encoding)
// and writing. The same files, the same number of threads, taking turns in one run. Prints JSON.
//   node bench/images/images.mjs [--files 200] [--times 10] [--rounds 5] [--workers 2] [--shorter-side 256]
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { openImageStore } from '../../packages/dataset/dist/src/images/image-store.js';
import { photograph } from './photograph.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '200' },
    times: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
    workers: { type: 'string', default: String(availableParallelism()) },
    'shorter-side': { type: 'string', default: '256' },
  },
});
const [files, times, rounds, workers, side] = Object.values({
  files: values.files,
  times: values.times,
  rounds: values.rounds,
  workers: values.workers,
  side: values['shorter-side'],
}).map(Number);

sharp.concurrency(1);
sharp.cache(false);
const folder = await mkdtemp(path.join(tmpdir(), 'hashsight-bench-'));
const sources = [];
for (let i = 0; i < files; i++) {
  const file = path.join(folder, `${i}.jpg`);
  await writeFile(file, await photograph(i));
  sources.push(file);
}
/** Each file some times, so that starting the threads does not count for much. */
const images = Array.from({ length: files * times }, (_, i) => ({
  key: String(i),
  source: { file: sources[i % files] },
}));

/** Images a second, and milliseconds of processors' time an image, which other work on the machine does not change. */
async function measure(run) {
  const out = path.join(folder, 'out');
  await mkdir(out);
  const usage = process.cpuUsage();
  const start = process.hrtime.bigint();
  await run(out);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(usage);
  await rm(out, { recursive: true });
  return { imagesPerSecond: images.length / seconds, cpu: (user + system) / 1e3 / images.length };
}

const ours = (settings) => async (out) => {
  const store = await openImageStore(out, settings);
  const { processed, unusable } = await store.process(images, { workers });
  if (processed !== images.length || unusable > 0) throw new Error('bench: expected all to be done');
};

/** Each image is on a thread of libuv's; two a worker, as ours has them, so that none waits for the main thread. */
const sharps = (each) => async (out) => {
  const queue = images.values();
  const some = async () => {
    for (const { key, source } of queue) await each(source.file, path.join(out, `${key}.jpg`));
  };
  await Promise.all(Array.from({ length: workers * 2 }, some));
};

const open = (file) => sharp(file, { failOn: 'error' }).autoOrient();
const modes = {
  asTheyAre: {
    ours: ours({}),
    sharp: sharps(async (file, to) => {
      await open(file).flatten({ background: '#ffffff' }).raw().toBuffer();
      await copyFile(file, to);
    }),
  },
  [`shorterSide${side}`]: {
    ours: ours({ shorterSide: side }),
    sharp: sharps((file, to) =>
      open(file)
        .resize({ width: side, height: side, fit: 'outside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 90 })
        .toFile(to),
    ),
  },
};

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const round = (value, digits) => Number(value.toFixed(digits));
const result = {
  sharp: sharp.versions.sharp,
  libvips: sharp.versions.vips,
  images: images.length,
  workers,
};
for (const [mode, sides] of Object.entries(modes)) {
  const pairs = [];
  for (let i = 0; i <= rounds; i++) {
    const pair = { ours: await measure(sides.ours), sharp: await measure(sides.sharp) };
    if (i > 0) pairs.push(pair); // the first warms up
  }
  const ratios = pairs.map(({ ours, sharp }) => ours.imagesPerSecond / sharp.imagesPerSecond);
  const of = (side, figure) => median(pairs.map((pair) => pair[side][figure]));
  result[mode] = {
    oursImagesPerSecond: round(of('ours', 'imagesPerSecond'), 0),
    sharpImagesPerSecond: round(of('sharp', 'imagesPerSecond'), 0),
    ratio: round(median(ratios), 3),
    ratioMin: round(Math.min(...ratios), 3),
    ratioMax: round(Math.max(...ratios), 3),
    oursCpuMilliseconds: round(of('ours', 'cpu'), 2),
    sharpCpuMilliseconds: round(of('sharp', 'cpu'), 2),
    cpuRatio: round(median(pairs.map(({ ours, sharp }) => sharp.cpu / ours.cpu)), 3),
  };
}
await rm(folder, { recursive: true });
console.log(JSON.stringify(result, null, 2));
