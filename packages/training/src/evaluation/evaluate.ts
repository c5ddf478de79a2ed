import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { OnProgress, Vocabulary, VocabularyClass } from '@hashsight/formats';
import { InputError, type Sample, sampleText, type TrainingSet } from '@hashsight/formats';
import { readTrainingSet, writeFileAtomic } from '@hashsight/formats/node';
import { startDecodeWorkers } from '../data/decode-workers.js';
import type { ResNet } from '../models/resnet.js';
import { type CheckpointRole, chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { checkSameData, openRunFolder, type RunFolder } from '../runs/run-folder.js';
import { answeringDevice } from '../settings/device.js';
import { baselineMetrics, type Metrics, metricsOf, type Scores, topClasses } from './metrics.js';
import { scoreSamples } from './score.js';
import { loadModel } from './trained-model.js';

/** What {@link evaluate} takes. */
export interface EvaluateOptions {
  /** A run's folder. */
  readonly run: string;
  /** The training set whose validation images are asked about; default: the one the run was trained on. */
  readonly data?: string;
  /**
   * `best` by validation hit@1, `last`, or the name or path of a checkpoint; default: the best where there is validation,
   * else the last.
   */
  readonly checkpoint?: string;
  /** `cpu`, `cuda` or `cuda:N`; default: a CUDA GPU where there is one, else the CPU, whatever the run was trained on. */
  readonly device?: string;
  readonly workers?: number;
  readonly onProgress?: OnProgress;
  /** Told about what people should know. */
  readonly onNote?: (text: string) => void;
}

/** What {@link evaluate} finds; `evaluation.json` holds the same. */
export interface Evaluation {
  readonly version: 1;
  /** Name of the checkpoint that was evaluated. */
  readonly checkpoint: string;
  /** What that one is in the run: the best by validation, the newest, or the one that was named. */
  readonly checkpointRole: CheckpointRole;
  /** Where the model ran: `cpu`, `cuda` or `cuda:N`. */
  readonly device: string;
  /** Validation images that were asked about. */
  readonly images: number;
  readonly unreadable: number;
  readonly metrics: Metrics;
  readonly classes: number;
  /** The classes that none of these images shows, by name: mean average precision is over the others. */
  readonly unmeasured: readonly string[];
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
 * Measures a run's model on the validation images, beside the baseline, and writes `evaluation.json` and
 * `predictions.jsonl` into the run's folder.
 *
 * @throws InputError when a folder cannot be used, the vocabulary is not the run's, or there is no validation image
 */
export async function evaluate(options: EvaluateOptions): Promise<Evaluation> {
  const run = await openRunFolder(options.run);
  const numClasses = run.vocabulary.classes.length;
  const data = options.data ?? run.config.data.path;
  await checkSameData(run, data, ['classes']);
  const set = await readTrainingSet(data);
  if (set.validation.length === 0) {
    throw new InputError(
      `${data}: expected validation images, got none; run hashsight prepare with a --validation-share above 0`,
    );
  }
  const device = answeringDevice(options.device);
  const checkpoint = await chooseCheckpoint(run, options.checkpoint, options.onNote);
  const { model: name, memoryFormat } = run.config.training;
  using model = loadModel({ model: name, memoryFormat, numClasses, checkpoint, device });
  const { scores, samples, unreadable } = await answerAll({ model, device }, run, set, options);
  if (samples.length === 0) {
    throw new InputError(`${data}: expected validation images that can be read, got none of ${unreadable}`);
  }
  const { labels } = scores;
  const evaluation: Evaluation = {
    version: 1,
    checkpoint: checkpoint.name,
    checkpointRole: checkpoint.role,
    device,
    images: samples.length,
    unreadable,
    classes: numClasses,
    unmeasured: unmeasuredOf(labels, set.vocabulary),
    metrics: metricsOf(scores),
    baseline: baselineMetrics(
      set.train.map((sample) => sample.labels),
      labels,
      numClasses,
    ),
  };
  const lines = predictionLines(scores, samples, set.vocabulary);
  await writeFileAtomic(path.join(run.path, 'predictions.jsonl'), lines);
  await writeFileAtomic(path.join(run.path, 'evaluation.json'), `${JSON.stringify(evaluation, null, 2)}\n`);
  return evaluation;
}

function unmeasuredOf(labels: readonly (readonly number[])[], { classes }: Vocabulary): readonly string[] {
  const measured = new Set(labels.flat());
  return classes.flatMap(({ name }, label) => (measured.has(label) ? [] : [name]));
}

interface Answers {
  readonly scores: Scores;
  /** Those that the scores are of, in their order. */
  readonly samples: readonly Sample[];
  readonly unreadable: number;
}

/** The model's answers to all validation images that can be decoded. */
async function answerAll(
  { model, device }: { readonly model: ResNet; readonly device: string },
  run: RunFolder,
  { validation }: TrainingSet,
  { workers: count = availableParallelism(), onProgress, onNote }: EvaluateOptions,
): Promise<Answers> {
  const { training } = run.config;
  const numClasses = run.vocabulary.classes.length;
  await using workers = await startDecodeWorkers({
    images: validation.map(({ image }) => image),
    config: training.input,
    count,
    cache: training.cache,
    cacheBytes: 0,
  });
  const values = new Float32Array(validation.length * numClasses);
  const samples: Sample[] = [];
  let unreadable = 0;
  for await (const batch of scoreSamples({
    model,
    numClasses,
    placement: { device, memoryFormat: training.memoryFormat },
    loss: training.loss,
    workers,
    samples: validation,
    firstImage: 0,
    batchSize: BATCH_SIZE,
    onUnreadable(sample, reason) {
      unreadable++;
      onNote?.(`${sampleText(sample)}: ${reason}; left out`);
    },
  })) {
    values.set(batch.values, samples.length * numClasses);
    samples.push(...batch.samples);
    onProgress?.({ step: 'evaluating', done: samples.length, total: validation.length, unit: 'images' });
  }
  const labels = samples.map((sample) => sample.labels);
  const scores = { values: values.subarray(0, samples.length * numClasses), numClasses, labels };
  return { scores, samples, unreadable };
}

function* predictionLines(
  { values, numClasses }: Scores,
  samples: readonly Sample[],
  vocabulary: Vocabulary,
): Generator<string> {
  const nameOf = (label: number) => (vocabulary.classes[label] as VocabularyClass).name;
  for (const [row, { id, imagePath, labels }] of samples.entries()) {
    const probabilities = values.subarray(row * numClasses, (row + 1) * numClasses);
    const predictions = topClasses(probabilities, SHOWN).map((label) => ({
      hashtag: nameOf(label),
      probability: probabilities[label] as number,
    }));
    const line: PredictionLine = { id, image: imagePath, labels: labels.map(nameOf), predictions };
    yield `${JSON.stringify(line)}\n`;
  }
}
