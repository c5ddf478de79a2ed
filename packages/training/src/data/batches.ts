import type { DecodeWorkers } from './decode-workers.js';
import type { Unreadable } from './sample-maker.js';
import type { Showing } from './sample-stream.js';
import { sampleBytes, sideOf, type Transform } from './view.js';

/** Images that the model sees together. */
export interface Batch {
  /** `[N, imageSize, imageSize, 3]`, 8-bit RGB; the memory is used again for a later batch. */
  readonly pixels: Uint8Array;
  /** Side of the samples, in pixels. */
  readonly imageSize: number;
  /** The sample at each of the N places. */
  readonly samples: readonly number[];
  /** Samples that are not among them, because their image cannot be decoded. */
  readonly unreadable: readonly Unreadable[];
}

/** What a batch is to show. */
export interface BatchPlan {
  readonly showings: readonly Showing[];
  readonly transform: Transform;
  /** Samples of this batch and later ones that are to be read from the disk now, in the order in which they lie. */
  readonly readAhead?: readonly number[];
}

/** Batches that are made while one is used: enough to even out slow images, few enough for the memory. */
const AHEAD = 4;

/**
 * Gives batch after batch, decoded ahead by the workers. A batch is valid until the next one is asked for. An image that
 * cannot be decoded is left out: its batch is that much smaller.
 *
 * @param planOf - what a batch shows, by its number; undefined ends it
 * @param firstBatch - where to begin, for a run that goes on
 * @throws HashsightError when a worker died
 */
export async function* batches(
  workers: DecodeWorkers,
  planOf: (batch: number) => BatchPlan | undefined,
  firstBatch = 0,
): AsyncGenerator<Batch, void, undefined> {
  const ring: SharedArrayBuffer[] = [];
  const start = (batch: number): Started | undefined => {
    const plan = planOf(batch);
    if (plan === undefined) return undefined;
    if (plan.readAhead !== undefined) workers.readAhead(plan.readAhead);
    const imageSize = sideOf(plan.transform, workers.preprocessing);
    const bytes = plan.showings.length * sampleBytes(imageSize);
    const place = batch % (AHEAD + 1);
    const known = ring[place];
    const memory = known !== undefined && known.byteLength >= bytes ? known : new SharedArrayBuffer(bytes);
    ring[place] = memory;
    const filled = workers.fill(memory, plan.showings, plan.transform);
    filled.catch(() => {}); // it is told to whoever awaits it, at its turn
    return { memory, imageSize, showings: plan.showings, filled };
  };
  const ahead: Started[] = [];
  let next = firstBatch;
  let isEnd = false;
  for (;;) {
    while (!isEnd && ahead.length <= AHEAD) {
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
  readonly showings: readonly Showing[];
  readonly filled: Promise<readonly Unreadable[]>;
}

/** Closes the gaps that unreadable images left. */
function withoutUnreadable(
  { memory, imageSize, showings }: Omit<Started, 'filled'>,
  unreadable: readonly Unreadable[],
): Batch {
  const size = sampleBytes(imageSize);
  const pixels = new Uint8Array(memory);
  const missing = new Set(unreadable.map(({ position }) => position));
  const samples: number[] = [];
  for (const [position, { sample }] of showings.entries()) {
    if (missing.has(position)) continue;
    if (samples.length < position) {
      pixels.copyWithin(samples.length * size, position * size, (position + 1) * size);
    }
    samples.push(sample);
  }
  return { pixels: pixels.subarray(0, samples.length * size), imageSize, samples, unreadable };
}
