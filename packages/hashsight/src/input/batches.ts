import type { DecodeWorkers } from './decode-workers.js';
import { repeatsIn } from './order.js';
import type { Unreadable } from './sample-maker.js';
import { sampleBytes, sideOf, type Transform } from './view.js';

/** Pictures that the model sees together. */
export interface Batch {
  /** `[N, imageSize, imageSize, 3]`, 8-bit RGB; the memory is used again for a later batch. */
  readonly pixels: Uint8Array;
  /** Side of the samples, in pixels. */
  readonly imageSize: number;
  /** The sample at each of the N places. */
  readonly samples: readonly number[];
  /** Samples that are not among them, because their picture cannot be decoded. */
  readonly unreadable: readonly Unreadable[];
}

/** Batches that are made while one is used: enough to even out slow pictures, few enough for the memory. */
const AHEAD = 4;

/**
 * Gives the samples of `order` in batches of `batchSize`, decoded ahead by the workers; the last one is smaller when
 * the numbers ask for it. A batch is valid until the next one is asked for. A picture that cannot be decoded is left
 * out: its batch is that much smaller.
 *
 * @param order - of a whole epoch: what is drawn for a sample that stands in it twice depends on which of the two it is
 * @param firstBatch - where to begin, for an epoch that goes on
 * @throws HashsightError when a worker died
 */
export async function* batches(
  workers: DecodeWorkers,
  order: Uint32Array,
  batchSize: number,
  transform: Transform,
  firstBatch = 0,
): AsyncGenerator<Batch, void, undefined> {
  const imageSize = sideOf(transform, workers.config);
  const end = Math.ceil(order.length / batchSize);
  const repeats = repeatsIn(order);
  const ring = Array.from(
    { length: Math.min(end - firstBatch, AHEAD + 1) },
    () => new SharedArrayBuffer(batchSize * sampleBytes(imageSize)),
  );
  const start = (batch: number) => {
    const memory = ring[batch % ring.length] as SharedArrayBuffer;
    const from = batch * batchSize;
    const samples = order.subarray(from, from + batchSize);
    const showings = Array.from(samples, (sample, i) => ({ sample, repeat: repeats[from + i] as number }));
    const filled = workers.fill(memory, showings, transform);
    filled.catch(() => {}); // it is told to whoever awaits it, at its turn
    return { memory, samples, filled };
  };
  const ahead = Array.from({ length: Math.min(end - firstBatch, AHEAD) }, (_, i) => start(firstBatch + i));
  for (let next = firstBatch + ahead.length; ; next++) {
    if (next < end) ahead.push(start(next));
    const current = ahead.shift();
    if (current === undefined) return;
    const unreadable = await current.filled;
    yield withoutUnreadable(current.memory, current.samples, unreadable, imageSize);
  }
}

/** Closes the gaps that unreadable pictures left. */
function withoutUnreadable(
  memory: SharedArrayBuffer,
  order: Uint32Array,
  unreadable: readonly Unreadable[],
  imageSize: number,
): Batch {
  const size = sampleBytes(imageSize);
  const pixels = new Uint8Array(memory);
  const missing = new Set(unreadable.map(({ position }) => position));
  const samples: number[] = [];
  for (const [position, sample] of order.entries()) {
    if (missing.has(position)) continue;
    if (samples.length < position) {
      pixels.copyWithin(samples.length * size, position * size, (position + 1) * size);
    }
    samples.push(sample);
  }
  return { pixels: pixels.subarray(0, samples.length * size), samples, unreadable, imageSize };
}
