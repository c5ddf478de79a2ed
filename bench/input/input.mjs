// The input pipeline beside what else there is: Pillow as torchvision calls it, libjpeg-turbo's decoder alone, and sharp. The
// same files, the same crops, the same number of workers, taking turns in one run. Rates are images for each second of a
// processor, which other work on the machine changes little. Prints JSON.
//   npm run bench:input [-- --files 100 --times 20 --rounds 5 --workers 1 --side 224]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { eighthsFor } from '@hashsight/jpeg';
import sharp from 'sharp';
import { cacheFolder } from '../../packages/formats/dist/src/files/cache-folder.js';
import { DEFAULT_AUGMENTATION } from '../../packages/training/dist/src/data/augmentation.js';
import { loadBatches } from '../../packages/training/dist/src/data/loader.js';
import { startLoaderWorkers } from '../../packages/training/dist/src/data/loader-workers.js';
import { transformParams } from '../../packages/training/dist/src/data/transform.js';
import { DEFAULT_PREPROCESSING } from '../../packages/training/dist/src/models/preprocessing.js';
import { photograph } from '../images/photograph.mjs';

const PILLOW = ['pillow==12.0.0', 'numpy>=2,<3'];
const SIZE = { width: 500, height: 375 };
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '100' },
    times: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '5' },
    workers: { type: 'string', default: '1' },
    side: { type: 'string', default: '224' },
  },
});
const { files, times, rounds, workers, side } = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, Number(value)]),
);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const folder = await mkdtemp(path.join(tmpdir(), 'hashsight-bench-'));
const paths = [];
for (let i = 0; i < files; i++) {
  paths.push(path.join(folder, `${i}.jpg`));
  await writeFile(paths[i], await photograph(i));
}
const preprocessing = { ...DEFAULT_PREPROCESSING, imageSize: side };
/** Each file some times, each time with another crop: sample i shows file i % files. */
const images = Array.from({ length: files * times }, (_, i) => ({ file: paths[i % files] }));
const transform = { kind: 'training', seed: 1, augmentation: DEFAULT_AUGMENTATION };
const views = images.map((_, sample) =>
  transformParams(SIZE, { sample, epoch: 0, repeat: 0 }, transform, preprocessing),
);
const lines = views.map(({ box, isMirrored }, i) => {
  const { left, top, width, height } = box;
  const columns = [images[i].file, left, top, width, height, eighthsFor(box, side)];
  return { native: columns.join(' '), pillow: [...columns, Number(isMirrored)].join(' ') };
});

function run(command, args, input, env = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0)
    throw new Error(`bench: ${command}: expected exit code 0, got ${status ?? error}: ${stderr}`);
  return stdout;
}

function installPillow() {
  const target = path.join(cacheFolder(), 'bench', PILLOW[0]);
  if (!existsSync(path.join(target, 'PIL'))) {
    run('python3', [
      '-m',
      'pip',
      'install',
      '-q',
      '--disable-pip-version-check',
      '--target',
      target,
      ...PILLOW,
    ]);
  }
  return target;
}

function buildDecoder() {
  const build = here('build');
  run('cmake', ['-S', here('.'), '-B', build]);
  run('cmake', ['--build', build]);
  return path.join(build, 'decoder_alone');
}

const workersOf = (cache) =>
  startLoaderWorkers({ images, preprocessing, count: workers, cache, cacheBytes: 2 * 2 ** 30 });
const BATCH_SIZE = 64;
const draws = images.map((_, sample) => ({ sample, epoch: 0, repeat: 0 }));
/** A run is one stream, whose memory is made and touched once; a round of 2,000 images is hardly longer than that memory. */
const PASSES = 4;
const BATCHES = Math.ceil(draws.length / BATCH_SIZE);
const planOf = (batch) => {
  const start = (batch % BATCHES) * BATCH_SIZE;
  return batch < PASSES * BATCHES ? { draws: draws.slice(start, start + BATCH_SIZE), transform } : undefined;
};

/** Seconds of processors, and by the clock, for all images once, when they are shown `passes` times. */
async function measured(each, passes = 1) {
  const usage = process.cpuUsage();
  const start = performance.now();
  await each();
  const clock = (performance.now() - start) / 1000 / passes;
  const { user, system } = process.cpuUsage(usage);
  return { cpu: (user + system) / 1e6 / passes, clock };
}

async function readAll(decoders) {
  let count = 0;
  for await (const { samples } of loadBatches(decoders, planOf)) count += samples.length;
  const expected = PASSES * images.length;
  if (count !== expected) throw new Error(`bench: expected ${expected} samples, got ${count}`);
}

/** sharp alone: it decodes, and libvips cuts and resizes. */
async function bySharp() {
  const queue = views.entries();
  const some = async () => {
    for (const [i, { box, isMirrored }] of queue) {
      const cut = sharp(await readFile(images[i].file), { failOn: 'error' })
        .extract(box)
        .resize(side, side, { fit: 'fill', kernel: 'linear', fastShrinkOnLoad: false });
      await (isMirrored ? cut.flop() : cut).raw().toBuffer();
    }
  };
  await Promise.all(Array.from({ length: workers }, some));
}

sharp.concurrency(1);
sharp.cache(false);
const pillowFolder = installPillow();
const decoder = buildDecoder();
const text = (kind) => `${lines.map((line) => line[kind]).join('\n')}\n`;
const parts = await workersOf('off');
const cached = await workersOf('ram');
const results = [];
for (let i = 0; i <= rounds; i++) {
  const ours = await measured(() => readAll(parts), PASSES);
  const pillow = JSON.parse(
    run('python3', [here('pillow_side.py'), String(side), String(workers)], text('pillow'), {
      PYTHONPATH: pillowFolder,
    }),
  );
  const alone = JSON.parse(run(decoder, [], text('native')));
  const fromRam = await measured(() => readAll(cached), PASSES);
  const sharps = await measured(bySharp);
  if (i > 0) results.push({ ours, pillow, alone, fromRam, sharps }); // the first warms up, and fills the cache
}
await Promise.all([parts.close(), cached.close()]);
await rm(folder, { recursive: true });

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const rate = (secondsOf) => Math.round(images.length / median(results.map(secondsOf)));
const ratio = (secondsOf) => {
  const all = results.map((round) => secondsOf(round) / round.ours.cpu);
  const [middle, low, high] = [median(all), Math.min(...all), Math.max(...all)];
  return `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
};
console.log(
  JSON.stringify(
    {
      images: images.length,
      workers,
      side,
      pillow: results[0].pillow.pillow,
      imagesPerCoreSecond: {
        ours: rate(({ ours }) => ours.cpu),
        oursFromRam: rate(({ fromRam }) => fromRam.cpu),
        pillow: rate(({ pillow }) => pillow.cpu),
        decoderAloneParts: rate(({ alone }) => alone.parts),
        decoderAlonePartsRead: rate(({ alone }) => alone.partsRead),
        decoderAloneWhole: rate(({ alone }) => alone.whole),
        sharp: rate(({ sharps }) => sharps.cpu),
      },
      imagesPerSecondByTheClock: {
        ours: rate(({ ours }) => ours.clock),
        pillow: rate(({ pillow }) => pillow.clock),
      },
      oursOver: {
        pillow: ratio(({ pillow }) => pillow.cpu),
        decoderAloneParts: ratio(({ alone }) => alone.parts),
        decoderAlonePartsRead: ratio(({ alone }) => alone.partsRead),
        decoderAloneWhole: ratio(({ alone }) => alone.whole),
        sharp: ratio(({ sharps }) => sharps.cpu),
      },
    },
    null,
    2,
  ),
);
