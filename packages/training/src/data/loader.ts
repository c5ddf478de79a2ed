import type { Unreadable } from './fetcher.js';
import type { LoaderWorkers } from './loader-workers.js';
import type { Draw } from './sampler.js';
import { sampleBytes, sideOf, type Transform } from './transform.js';

/** A batch of images. */
export interface Batch {
  /** `[N, imageSize, imageSize, 3]`, 8-bit RGB; the memory is reused for a later batch. */
  readonly pixels: Uint8Array;
  /** Side of the samples, in pixels. */
  readonly imageSize: number;
  /** The N samples, in the order of the pixels. */
  readonly samples: readonly number[];
  /** Samples missing from the batch because their image could not be decoded. */
  readonly unreadable: readonly Unreadable[];
}

/** The draws of a batch and the transform of its images. */
export interface BatchPlan {
  readonly draws: readonly Draw[];
  readonly transform: Transform;
  /** Samples of this and later batches whose files should be read now, in disk order. */
  readonly prefetch?: readonly number[];
}

/** Batches built ahead, as in PyTorch's `DataLoader`: enough to absorb slow images, but bounded in memory. */
const PREFETCH_FACTOR = 4;

/**
 * Yields batches, which the workers build ahead of time. A batch is valid until the next one is requested. An image
 * that cannot be decoded is skipped, which makes its batch smaller.
 *
 * @param planOf - the plan of a batch by its number; undefined after the last batch
 * @param firstBatch - number of the first batch, for a resumed run
 * @throws HashsightError if a worker died
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
    filled.catch(() => {}); // reported when the batch is awaited
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

/** A batch in progress. */
interface Started {
  readonly memory: SharedArrayBuffer;
  readonly imageSize: number;
  readonly draws: readonly Draw[];
  readonly filled: Promise<readonly Unreadable[]>;
}

/** Closes the gaps left by unreadable images. */
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
