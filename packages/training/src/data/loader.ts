import type { Unreadable } from './fetcher.js';
import type { LoaderWorkers } from './loader-workers.js';
import type { Draw } from './sampler.js';
import { sampleBytes, sideOf, type Transform } from './transform.js';

/** Images that the model sees together. */
export interface Batch {
  /** `[N, imageSize, imageSize, 3]`, 8-bit RGB; the memory is used again for a later batch. */
  readonly pixels: Uint8Array;
  /** Side of the samples, in pixels. */
  readonly imageSize: number;
  /** The N samples, in the order of the pixels. */
  readonly samples: readonly number[];
  /** Samples that are not among them, because their image cannot be decoded. */
  readonly unreadable: readonly Unreadable[];
}

/** The draws of a batch, and how they become its pixels. */
export interface BatchPlan {
  readonly draws: readonly Draw[];
  readonly transform: Transform;
  /** Samples of this batch and later ones whose files are to be read now, in the order in which they lie on the disk. */
  readonly prefetch?: readonly number[];
}

/** Batches that are made while one is used, as in PyTorch's `DataLoader`: enough to even out slow images, few enough for the memory. */
const PREFETCH_FACTOR = 4;

/**
 * Yields batch after batch, made ahead of time by the workers. A batch is valid until the next one is asked for. An image that
 * cannot be decoded is left out: its batch is that much smaller.
 *
 * @param planOf - the plan of a batch by its number; undefined after the last
 * @param firstBatch - number of the first batch, for a run that is resumed
 * @throws HashsightError when a worker died
 */
export async function* loadBatches(
  workers: LoaderWorkers,
  planOf: (batch: number) => BatchPlan | undefined,
  firstBatch = 0,
): AsyncGenerator<Batch, void, undefined> {
  const ring: SharedArrayBuffer[] = [];
  const start = (batch: number): Started | undefined => {
    const plan = planOf(batch);
    if (plan === undefined) return undefined;
    if (plan.prefetch !== undefined) workers.prefetch(plan.prefetch);
    const imageSize = sideOf(plan.transform, workers.preprocessing);
    const bytes = plan.draws.length * sampleBytes(imageSize);
    const slot = batch % (PREFETCH_FACTOR + 1);
    const known = ring[slot];
    const memory = known !== undefined && known.byteLength >= bytes ? known : new SharedArrayBuffer(bytes);
    ring[slot] = memory;
    const filled = workers.fill(memory, plan.draws, plan.transform);
    filled.catch(() => {}); // it is told to whoever awaits it, at its turn
    return { memory, imageSize, draws: plan.draws, filled };
  };
  const ahead: Started[] = [];
  let next = firstBatch;
  let isEnd = false;
  for (;;) {
    while (!isEnd && ahead.length <= PREFETCH_FACTOR) {
      const started = start(next++);
      if (started === undefined) isEnd = true;
      else ahead.push(started);
    }
    const current = ahead.shift();
    if (current === undefined) return;
    yield withoutUnreadable(current, await current.filled);
  }
}

/** A batch that the workers are at. */
interface Started {
  readonly memory: SharedArrayBuffer;
  readonly imageSize: number;
  readonly draws: readonly Draw[];
  readonly filled: Promise<readonly Unreadable[]>;
}

/** Closes the gaps that unreadable images left. */
function withoutUnreadable(
  { memory, imageSize, draws }: Omit<Started, 'filled'>,
  unreadable: readonly Unreadable[],
): Batch {
  const size = sampleBytes(imageSize);
  const pixels = new Uint8Array(memory);
  const missing = new Set(unreadable.map(({ position }) => position));
  const samples: number[] = [];
  for (const [position, { sample }] of draws.entries()) {
    if (missing.has(position)) continue;
    if (samples.length < position) {
      pixels.copyWithin(samples.length * size, position * size, (position + 1) * size);
    }
    samples.push(sample);
  }
  return { pixels: pixels.subarray(0, samples.length * size), imageSize, samples, unreadable };
}
