import path from 'node:path';
import type { MetricsLine } from '@hashsight/formats';
import { z } from 'zod';
import { globalBatchSizeOf } from '../settings/config.js';
import { splitInput } from '../settings/split-input.js';
import { listCheckpoints, readCheckpointState } from './checkpoint.js';
import { readMetrics } from './metrics-file.js';
import type { Position } from './position.js';
import { checkpointsOf, readRunConfig } from './run-folder.js';

/** A run in a few figures, to compare it with others. What is not known is null. */
export interface RunSummary {
  readonly path: string;
  readonly model: string;
  readonly recipe: string | null;
  /** Side of the square that the model sees, in pixels. */
  readonly imageSize: number;
  readonly batchSize: number;
  /** The highest learning rate. */
  readonly lr: number;
  /** Epochs that it is to have. */
  readonly epochs: number;
  readonly epochsDone: number;
  readonly steps: number;
  /** Images shown; one that was shown twice counts twice. */
  readonly imagesSeen: number;
  /** Of validation, after the epoch with the highest. */
  readonly hitAt1: number | null;
  /** Of validation, after that same epoch. */
  readonly hitAt5: number | null;
  /** Of training, the last that was written. */
  readonly loss: number | null;
  /** Median. */
  readonly imagesPerSecond: number | null;
  /** A run that can be gone on with may also be training now: its folder does not tell. */
  readonly state: 'done' | 'can go on';
  /** Everything that was set, by its path in the config: `lr`, `preprocessing.imageSize`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What of a run's `config.json` is compared; read loosely, for runs with other settings are compared too. */
const configSchema = z.object({
  data: z.object({ path: z.string(), epochSize: z.number() }),
  training: z.preprocess(
    (settings) => splitInput(settings),
    z.looseObject({
      model: z.string(),
      recipe: z.string().nullable(),
      epochs: z.number(),
      batchSize: z.number(),
      gradAccumSteps: z.number(),
      worldSize: z.number(),
      lr: z.number(),
      preprocessing: z.looseObject({ imageSize: z.number() }),
    }),
  ),
});

/**
 * A run in a few figures, from its config, its metrics and where its newest checkpoint says that it stands; the weights
 * are not read, so a checkpoint that is damaged is not found out.
 *
 * @throws InputError when the folder is not a run, or one of another version
 */
export async function summariseRun(folder: string): Promise<RunSummary> {
  const { data, training } = await readRunConfig(folder, configSchema);
  const metrics = await readMetrics(folder);
  const position = await newestPosition(folder);
  const { model, recipe, batchSize, lr, epochs } = training;
  const globalBatchSize = globalBatchSizeOf(training);
  const seen = (position?.step ?? 0) * globalBatchSize;
  const isDone = seen >= epochs * data.epochSize * (1 - 1e-9); // epochs that came from a number of images are rounded
  const steps = Math.max(position?.step ?? 0, metrics.at(-1)?.step ?? 0);
  const epochsDone = Math.max(position?.epoch ?? 0, lastValidatedEpoch(metrics));
  return {
    path: folder,
    ...{
      model,
      recipe,
      imageSize: training.preprocessing.imageSize,
      batchSize,
      lr,
      epochs,
      epochsDone,
      steps,
    },
    imagesSeen: steps * globalBatchSize,
    ...resultsOf(metrics),
    // The checkpoint counts: what was trained after it is lost when the run ends.
    state: isDone ? 'done' : 'can go on',
    settings: flattened({ data: data.path, ...training }),
  };
}

/** The settings in which runs differ, of each run; a run may lack one. */
export function differingSettings(runs: readonly RunSummary[]): string[] {
  const names = new Set(runs.flatMap(({ settings }) => Object.keys(settings)));
  return [...names].filter(
    (name) => new Set(runs.map(({ settings }) => JSON.stringify(settings[name]))).size > 1,
  );
}

async function newestPosition(folder: string): Promise<Position | undefined> {
  const checkpoints = checkpointsOf(folder);
  for (const name of await listCheckpoints(checkpoints)) {
    try {
      return (await readCheckpointState(path.join(checkpoints, name))).position;
    } catch {
      // One that was cut off: going on takes the one before, too.
    }
  }
  return undefined;
}

function lastValidatedEpoch(metrics: readonly MetricsLine[]): number {
  return metrics.findLast((line) => line.kind === 'validation')?.epoch ?? 0;
}

function resultsOf(
  metrics: readonly MetricsLine[],
): Pick<RunSummary, 'hitAt1' | 'hitAt5' | 'loss' | 'imagesPerSecond'> {
  const steps = metrics.filter((line) => line.kind === 'train');
  const best = metrics
    .filter((line) => line.kind === 'validation')
    .reduce<{ hitAt1: number; hitAt5: number } | undefined>(
      (highest, line) => (highest !== undefined && highest.hitAt1 >= line.hitAt1 ? highest : line),
      undefined,
    );
  const rates = steps.map(({ imagesPerSecond }) => imagesPerSecond).sort((a, b) => a - b);
  return {
    hitAt1: best?.hitAt1 ?? null,
    hitAt5: best?.hitAt5 ?? null,
    loss: finite(steps.at(-1)?.loss),
    imagesPerSecond: rates[Math.floor(rates.length / 2)] ?? null,
  };
}

/** Null where it is not known, or was not finite. */
function finite(value: number | undefined): number | null {
  return Number.isFinite(value) ? (value as number) : null;
}

/** `{ input: { imageSize: 64 } }` as `{ 'input.imageSize': 64 }`. */
function flattened(settings: Readonly<Record<string, unknown>>, within = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flattened(value as Record<string, unknown>, `${within}${key}.`))
        : [[`${within}${key}`, value]],
    ),
  );
}
