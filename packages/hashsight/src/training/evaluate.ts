import { availableParallelism } from 'node:os';
import path from 'node:path';
import { readTrainingSet, type Sample } from '../dataset/index.js';
import { InputError } from '../errors.js';
import { writeFileAtomic } from '../files/index.js';
import { startDecodeWorkers, type Unreadable } from '../input/index.js';
import type { OnProgress } from '../progress.js';
import { baselineMetrics, type Metrics, metricsOf, topClasses } from './metrics.js';
import { checkSameData, openRunFolder } from './run-folder.js';
import { scoreSamples } from './score.js';
import { loadModel } from './trained-model.js';

/** What {@link evaluate} takes. */
export interface EvaluateOptions {
  /** A run's folder. */
  readonly run: string;
  /** The training set whose validation pictures are asked about; default: the one the run was trained on. */
  readonly data?: string;
  /** A checkpoint's folder; default: the newest complete one of the run. */
  readonly checkpoint?: string;
  readonly workers?: number;
  readonly onProgress?: OnProgress;
  /** Told about what people should know. */
  readonly onNote?: (text: string) => void;
}

/** What {@link evaluate} finds; `evaluation.json` holds the same. */
export interface Evaluation {
  readonly version: 1;
  readonly checkpoint: string;
  /** Validation pictures that were asked about. */
  readonly pictures: number;
  readonly unreadable: number;
  readonly metrics: Metrics;
  /** Always answering the hashtags that are most frequent in training. */
  readonly baseline: Metrics;
}

/** One line of `predictions.jsonl`. */
export interface PredictionLine {
  readonly id: string;
  readonly image: string;
  readonly labels: readonly string[];
  /** The five likeliest, the likeliest first. */
  readonly predictions: readonly { readonly hashtag: string; readonly probability: number }[];
}

const BATCH_SIZE = 64;
const SHOWN = 5;

/**
 * Measures a run's model on the validation pictures, beside the baseline, and writes `evaluation.json` and
 * `predictions.jsonl` into the run's folder.
 *
 * @throws InputError when a folder cannot be used, the vocabulary is not the run's, or there is no validation picture
 */
export async function evaluate(options: EvaluateOptions): Promise<Evaluation> {
  const run = await openRunFolder(options.run);
  const data = options.data ?? run.config.data.path;
  await checkSameData(run, data, ['classes']);
  const set = await readTrainingSet(data);
  if (set.validation.length === 0) {
    throw new InputError(
      `${data}: expected validation pictures, got none; run hashsight prepare with a --validation-share above 0`,
    );
  }
  const names = set.vocabulary.classes.map(({ name }) => name);
  const { training } = run.config;
  const { model, checkpoint } = await loadModel(run, options);
  using _ = model;
  await using workers = await startDecodeWorkers({
    pictures: set.validation.map(({ image }) => path.join(set.imagesDir, image)),
    config: training.input,
    count: options.workers ?? availableParallelism(),
    cacheBytes: 0,
  });
  const values = new Float32Array(set.validation.length * names.length);
  const samples: Sample[] = [];
  const unreadable: Unreadable[] = [];
  const lines: PredictionLine[] = [];
  for await (const batch of scoreSamples({
    model,
    numClasses: names.length,
    placement: training,
    workers,
    samples: set.validation,
    firstPicture: 0,
    batchSize: BATCH_SIZE,
  })) {
    values.set(batch.values, samples.length * names.length);
    samples.push(...batch.samples);
    unreadable.push(...batch.unreadable);
    lines.push(
      ...batch.samples.map((sample, row) => predictionLine(sample, rowOf(batch.values, row, names), names)),
    );
    options.onProgress?.({
      step: 'evaluating',
      done: samples.length,
      total: set.validation.length,
      unit: 'pictures',
    });
  }
  for (const { sample, reason } of unreadable) {
    options.onNote?.(`${path.join(set.imagesDir, set.validation[sample]?.image ?? '')}: ${reason}; left out`);
  }
  const labels = samples.map((sample) => sample.labels);
  const evaluation: Evaluation = {
    version: 1,
    checkpoint: path.basename(checkpoint.path),
    pictures: samples.length,
    unreadable: unreadable.length,
    metrics: metricsOf({
      values: values.subarray(0, samples.length * names.length),
      numClasses: names.length,
      labels,
    }),
    baseline: baselineMetrics(
      set.train.map((sample) => sample.labels),
      labels,
      names.length,
    ),
  };
  await writeFileAtomic(
    path.join(run.path, 'predictions.jsonl'),
    lines.map((line) => `${JSON.stringify(line)}\n`),
  );
  await writeFileAtomic(path.join(run.path, 'evaluation.json'), `${JSON.stringify(evaluation, null, 2)}\n`);
  return evaluation;
}

function rowOf(values: Float32Array, row: number, { length }: readonly string[]): Float32Array {
  return values.subarray(row * length, (row + 1) * length);
}

function predictionLine(
  sample: Sample,
  probabilities: Float32Array,
  names: readonly string[],
): PredictionLine {
  const { id, image, labels } = sample;
  const predictions = topClasses(probabilities, SHOWN).map((label) => ({
    hashtag: names[label] as string,
    probability: probabilities[label] as number,
  }));
  return { id, image, labels: labels.map((label) => names[label] as string), predictions };
}
