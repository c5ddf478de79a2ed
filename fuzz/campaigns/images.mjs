// Mutated images: what prepare takes, training decodes.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HashsightError, prepare, readTrainingSet } from 'hashsight';
import { DEFAULT_AUGMENTATION } from '../../packages/training/dist/src/data/augmentation.js';
import { loadBatches } from '../../packages/training/dist/src/data/loader.js';
import { startLoaderWorkers } from '../../packages/training/dist/src/data/loader-workers.js';
import { DEFAULT_PREPROCESSING } from '../../packages/training/dist/src/models/preprocessing.js';
import { problemOf } from '../failures.mjs';
import { mutate } from '../mutate.mjs';
import { images, repairPng } from '../seeds/images.mjs';

/** Images in one training set: enough that starting costs little, few enough to find the one at fault. */
const TOGETHER = 32;
const PREPROCESSING = { ...DEFAULT_PREPROCESSING, imageSize: 32 };
const AUGMENTATION = { ...DEFAULT_AUGMENTATION, cropScale: [0.2, 1] };

export async function start({ random, folder, fail }) {
  const seeds = await images();
  return async (input) => {
    for (let i = 0; i < TOGETHER; i++) {
      const { extension, bytes } = random.pick(seeds);
      const mutated = mutate(random, bytes, random.pick(seeds).bytes);
      const name = `${String(i).padStart(2, '0')}.${extension}`;
      writeFileSync(
        path.join(input, name),
        extension === 'png' && random.chance(0.8) ? repairPng(mutated) : mutated,
      );
      writeFileSync(path.join(input, `${String(i).padStart(2, '0')}.txt`), 'cat');
    }
    const out = path.join(folder, 'out');
    rmSync(out, { recursive: true, force: true });
    const shorterSide = random.chance(0.5) ? { shorterSide: 24 } : {};
    try {
      await prepare({
        posts: input,
        out,
        minCount: 1,
        validationShare: 0.3,
        testShare: 0,
        maxSetAside: 1,
        duplicates: random.chance(0.5) ? 'off' : 'merge',
        ...shorterSide,
      });
    } catch (error) {
      const problem = problemOf(error, HashsightError);
      if (problem !== undefined) fail(problem);
      return { inputs: TOGETHER, refused: TOGETHER };
    }
    const { train, validation } = await readTrainingSet(out);
    for (const [kind, samples] of [
      ['training', train],
      ['evaluation', validation],
    ]) {
      for (const { sample, reason } of await unreadable(samples, kind, random)) {
        fail(`${samples[sample].image}: prepare takes it, ${kind} does not: ${reason}`);
      }
    }
    const accepted = train.length + validation.length;
    return { inputs: TOGETHER, accepted, refused: TOGETHER - accepted };
  };
}

async function unreadable(samples, kind, random) {
  if (samples.length === 0) return [];
  const cache = random.chance(0.5) ? 'off' : 'ram';
  const workers = await startLoaderWorkers({
    images: samples.map(({ image }) => image),
    preprocessing: PREPROCESSING,
    count: 1,
    cache,
    cacheBytes: 1e8,
  });
  const transform =
    kind === 'training' ? { kind, seed: random.below(1000), augmentation: AUGMENTATION } : { kind };
  const draws = samples.map((_, sample) => ({ sample, epoch: 0, repeat: 0 }));
  const found = [];
  const plan = (batch) => (batch === 0 ? { draws, transform } : undefined);
  try {
    for await (const batch of loadBatches(workers, plan)) found.push(...batch.unreadable);
  } finally {
    await workers.close();
  }
  return found;
}
