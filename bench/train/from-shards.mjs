import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { train } from 'hashsight';

/**
 * Trains by the library's `train()` with its defaults, as `hashsight train` does, from shards to updated weights, and
 * measures from the first line of metrics at or after `warmupSteps` for at least `count` steps. Each call is a new run, so
 * no image is decoded already. `chosen` are settings that are not left to `train()`.
 *
 * @returns images a second, milliseconds of the processors' time for an image, and the settings that the run chose for itself
 */
export async function fromShards({
  data,
  model,
  batchSize,
  imageSize,
  threads,
  workers,
  warmupSteps,
  count,
  chosen,
}) {
  const out = await mkdtemp(path.join(tmpdir(), 'hashsight-bench-'));
  const stop = new AbortController();
  let first;
  let last;
  const onEvent = (event) => {
    if (event.kind !== 'train' || event.step < warmupSteps || stop.signal.aborted) return;
    const now = { at: performance.now(), step: event.step, usage: process.cpuUsage() };
    if (first === undefined) first = now;
    else last = now;
    if (last !== undefined && last.step >= first.step + count) stop.abort();
  };
  const preprocessing = { imageSize };
  const { signal } = stop;
  try {
    const { run } = await train({
      data,
      out,
      model,
      epochs: 1,
      ...chosen,
      batchSize,
      preprocessing,
      threads,
      workers,
      signal,
      onEvent,
    });
    if (last === undefined)
      throw new Error(`bench: expected ${warmupSteps + count} steps in ${data}, got too few`);
    const images = batchSize * (last.step - first.step);
    const spent = ({ usage }) => (usage.user + usage.system) / 1000;
    return {
      imagesPerSecond: (1000 * images) / (last.at - first.at),
      cpuMs: (spent(last) - spent(first)) / images,
      training: run.config.training,
    };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
