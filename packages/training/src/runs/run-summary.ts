import path from 'node:path';
import type { MetricsLine } from '@hashsight/formats';
import { z } from 'zod';
import { globalBatchSizeOf } from '../settings/config.js';
import { splitInput } from '../settings/split-input.js';
import { listCheckpoints, readCheckpointState } from './checkpoint.js';
import { readMetrics } from './metrics-file.js';
import type { Position } from './position.js';
import { checkpointsOf, readRunConfig } from './run-folder.js';

/** Key figures of a run, for comparison with other runs. Unknown values are null. */
export interface RunSummary {
  readonly path: string;
  readonly model: string;
  readonly recipe: string | null;
  /** Side of the square model input, in pixels. */
  readonly imageSize: number;
  readonly batchSize: number;
  /** Peak learning rate. */
  readonly lr: number;
  /** Planned number of epochs. */
  readonly epochs: number;
  readonly epochsDone: number;
  readonly steps: number;
  /** Training images seen, counting repetitions. */
  readonly imagesSeen: number;
  /** Validation hit@1 after the best epoch. */
  readonly hitAt1: number | null;
  /** Validation hit@5 after the same epoch. */
  readonly hitAt5: number | null;
  /** Most recent training loss. */
  readonly loss: number | null;
  /** Median over the lines of metrics. */
  readonly imagesPerSecond: number | null;
  /** A resumable run may also be training right now; the folder does not show it. */
  readonly state: 'done' | 'resumable';
  /** All settings by their path in the config: `lr`, `preprocessing.imageSize`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The compared part of a run's `config.json`. Read loosely, so that runs with other settings can be compared. */
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
 * Summarizes a run from its config, its metrics, and the position in its newest checkpoint. The weights are not read,
 * so a corrupt checkpoint goes unnoticed.
 *
 * @throws InputError if the folder is not a run or has another format version
 */
export async function summarizeRun(folder: string): Promise<RunSummary> {
  const { data, training } = await readRunConfig(folder, configSchema);
  const metrics = await readMetrics(folder);
  const position = await newestPosition(folder);
  const { model, recipe, batchSize, lr, epochs } = training;
  const globalBatchSize = globalBatchSizeOf(training);
  const seen = (position?.step ?? 0) * globalBatchSize;
  const isDone = seen >= epochs * data.epochSize * (1 - 1e-9); // epochs computed from a number of samples are rounded
  const steps = Math.max(position?.step ?? 0, metrics.at(-1)?.step ?? 0);
  // The last epoch is partial if the number of epochs is a fraction.
  const epochsDone = Math.min(epochs, Math.max(position?.epoch ?? 0, lastValidatedEpoch(metrics)));
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
    // The checkpoint counts: work after it is lost when the run ends.
    state: isDone ? 'done' : 'resumable',
    settings: flattened({ data: data.path, ...training }),
  };
}

/** The settings in which the runs differ; some runs may lack a setting. */
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
      // An incomplete checkpoint; resuming also uses the one before it.
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

/** Null if the value is unknown or not finite. */
function finite(value: number | undefined): number | null {
  return Number.isFinite(value) ? (value as number) : null;
}

/** Flattens `{ input: { imageSize: 64 } }` to `{ 'input.imageSize': 64 }`. */
function flattened(settings: Readonly<Record<string, unknown>>, within = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flattened(value as Record<string, unknown>, `${within}${key}.`))
        : [[`${within}${key}`, value]],
    ),
  );
}
