import { availableParallelism } from 'node:os';
import path from 'node:path';
import {
  type Evaluation,
  evaluationFile,
  InputError,
  type OnProgress,
  type PredictionLine,
  parseOptions,
  predictionsFile,
  type Sample,
  type SplitName,
  sampleText,
  type Thresholds,
  type TrainingSet,
  UsageError,
  type Vocabulary,
  type VocabularyClass,
} from '@hashsight/formats';
import { stageFile } from '@hashsight/formats/node';
import { startLoaderWorkers } from '../data/loader-workers.js';
import type { ImageModel } from '../models/image-model.js';
import { chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { checkSameData, openRunFolder, type RunFolder } from '../runs/run-folder.js';
import { chooseDevice } from '../settings/device.js';
import { tagOptionsSchema } from '../settings/tag-fields.js';
import { readThresholds, stageTagFiles, TagMeasure } from '../thresholds/index.js';
import { openTrainingSet } from '../training-data/open-training-set.js';
import { MetricMeter } from './metric-meter.js';
import { baselineMetrics, type Scores, topClasses } from './metrics.js';
import { type ScoredBatch, scoreSamples } from './score.js';
import { loadModel } from './trained-model.js';

/** Options of {@link evaluate}. */
export interface EvaluateOptions {
  /** Run folder. */
  readonly run: string;
  /** Training set with the images to evaluate on; default: the one the run was trained on. */
  readonly data?: string;
  /**
   * Split to evaluate on; default: `validation`, which is for choosing settings and checkpoints. Use `test` once, for
   * the final figures.
   */
  readonly split?: SplitName;
  /**
   * `best` by validation hit@1, `last`, or the name or path of a checkpoint; default: the best, or the last without
   * validation.
   */
  readonly checkpoint?: string;
  /**
   * `auto`, `cpu`, `cuda`, or `cuda:N`, independent of the training device; default `auto`: a CUDA GPU if available,
   * else the CPU.
   */
  readonly device?: string;
  readonly workers?: number;
  /**
   * Also measures each tag: average precision with its interval, and what it is confused with; writes `tags.json` and
   * `tags.csv`, for the test split `tags.test.json` and `tags.test.csv`.
   */
  readonly perTag?: boolean;
  /**
   * Gives each tag the lowest threshold whose precision is at least this with `confidence`; implies `perTag`. Thresholds are
   * chosen on validation and written to `thresholds.json`. On test they are measured; if the run has none for this
   * promise, validation is evaluated first.
   */
  readonly precision?: number;
  /** The probability that the promise of `precision` holds for a tag; default 0.95. */
  readonly confidence?: number;
  readonly onProgress?: OnProgress;
  /** Called with messages for the user. */
  readonly onNote?: (text: string) => void;
}

/** Images per forward pass; on the CPU, larger batches use more memory without being faster. */
const BATCH_SIZES = { cpu: 16, cuda: 64 } as const;
const SHOWN = 5;

/**
 * Evaluates a run's model on the images of a split and compares it with the baseline. Writes `evaluation.json` and
 * `predictions.jsonl` to the run folder; for the test split, `evaluation.test.json` and `predictions.test.jsonl`. With
 * `perTag` or `precision`, each tag is measured, too.
 * Memory use grows with the number of images and of classes, but not with their product.
 *
 * @throws InputError if a folder cannot be used, the vocabulary is not the run's, or the split has no images
 */
export async function evaluate(options: EvaluateOptions): Promise<Evaluation> {
  const { split = 'validation' } = options;
  const run = await openRunFolder(options.run);
  const numClasses = run.vocabulary.classes.length;
  const data = options.data ?? run.config.data.path;
  const { set, digests } = await openTrainingSet(data);
  checkSameData(run, data, digests, ['classes']);
  const samples = set[split];
  if (samples.length === 0) throw new InputError(`${data}: no ${split} images${CURES[split]}`);
  if (run.config.transfer !== undefined && split !== 'test') {
    options.onNote?.(
      `${options.run}: the classifier of hashsight transfer learned from the training and validation splits: its figures there are too good; use the test split`,
    );
  }
  const device = chooseDevice(options.device);
  const checkpoint = await chooseCheckpoint(run, options.checkpoint, options.onNote);
  const tags = await tagMeasureOf(options, { run: run.path, checkpoint: checkpoint.name, set });
  const { model: name, preprocessing, memoryFormat } = run.config.training;
  using model = loadModel({ model: name, preprocessing, memoryFormat, numClasses, checkpoint, device });
  await using meter = new MetricMeter({ numClasses, images: samples.length, folder: run.path });
  const job = {
    model,
    meter,
    device,
    run,
    set,
    split,
    options,
    tags,
    labels: [],
    unreadable: 0,
  } as EvaluationJob;
  const predictions = await stageFile(path.join(run.path, predictionsFile(split)), predictionLines(job));
  try {
    const { labels, unreadable } = job;
    if (labels.length === 0) {
      throw new InputError(`${data}: none of the ${unreadable} ${split} images could be read`);
    }
    const evaluation: Evaluation = {
      version: 1,
      checkpoint: checkpoint.name,
      checkpointRole: checkpoint.role,
      device,
      split,
      images: labels.length,
      unreadable,
      classes: numClasses,
      unmeasured: unmeasuredOf(labels, set.vocabulary),
      metrics: await meter.compute(
        (done) =>
          options.onProgress?.({ step: 'average precision', done, total: numClasses, unit: 'classes' }),
        tags && ((scores, positives) => tags.addClass(scores, positives)),
      ),
      baseline: baselineMetrics(
        set.train.map((sample) => sample.labels),
        labels,
        numClasses,
      ),
    };
    const text = `${JSON.stringify(evaluation, null, 2)}\n`;
    const figures = await stageFile(path.join(run.path, evaluationFile(split)), text);
    const measured = tags?.finish({ checkpoint: checkpoint.name, split });
    const files = measured === undefined ? [] : await stageTagFiles(run.path, measured);
    for (const file of [predictions, figures, ...files]) await file.commit();
    return evaluation;
  } catch (error) {
    await predictions.discard();
    throw error;
  }
}

/**
 * Measures each tag if that is asked for. Thresholds for the test split are the run's, chosen on validation before.
 *
 * @throws UsageError if a promise is out of range, or asked for on training images
 */
async function tagMeasureOf(
  options: EvaluateOptions,
  { run, checkpoint, set }: { readonly run: string; readonly checkpoint: string; readonly set: TrainingSet },
): Promise<TagMeasure | undefined> {
  const { split = 'validation' } = options;
  const { perTag, precision, confidence } = parseOptions(tagOptionsSchema, options);
  if (!perTag && precision === undefined) return undefined;
  const shared = { vocabulary: set.vocabulary, trainLabels: set.train.map(({ labels }) => labels) };
  if (precision === undefined) return new TagMeasure(shared);
  const promise = { precision, confidence };
  if (split === 'validation') return new TagMeasure({ ...shared, promise });
  if (split === 'train') {
    throw new UsageError(
      'expected the split validation or test, since the model has seen the training images',
      {
        option: 'precision',
      },
    );
  }
  const isKept = (found: Thresholds | undefined) =>
    found?.checkpoint === checkpoint && found.precision === precision && found.confidence === confidence;
  let thresholds = await readThresholds(run);
  if (!isKept(thresholds)) {
    options.onNote?.('the thresholds are chosen on validation first');
    await evaluate({ ...options, checkpoint, split: 'validation' });
    thresholds = await readThresholds(run);
  }
  return new TagMeasure({ ...shared, thresholds });
}

/** Advice for a training set without images of a split. */
const CURES: Readonly<Record<string, string>> = {
  validation: '; run hashsight prepare with a --validation-share above 0, or give labelled images this split',
  test: '; run hashsight prepare with a --test-share above 0, or give labelled images this split',
};

function unmeasuredOf(labels: readonly (readonly number[])[], { classes }: Vocabulary): readonly string[] {
  const measured = new Set(labels.flat());
  return classes.flatMap(({ name }, label) => (measured.has(label) ? [] : [name]));
}

/** An evaluation in progress. */
interface EvaluationJob {
  readonly model: ImageModel;
  readonly meter: MetricMeter;
  readonly device: string;
  readonly run: RunFolder;
  readonly set: TrainingSet;
  readonly split: SplitName;
  readonly options: EvaluateOptions;
  readonly tags: TagMeasure | undefined;
  /** Labels of the evaluated images, in order. */
  readonly labels: (readonly number[])[];
  unreadable: number;
}

/** Evaluates the readable images of the split and yields a line of predictions for each. */
async function* predictionLines(job: EvaluationJob): AsyncGenerator<string> {
  const { meter, set, split, options, tags, labels } = job;
  const total = set[split].length;
  for await (const batch of answers(job)) {
    await meter.update(batch);
    tags?.addImages(batch);
    labels.push(...batch.labels);
    for (const [row, sample] of batch.samples.entries())
      yield predictionLine(batch, row, sample, set.vocabulary);
    const done = labels.length + job.unreadable;
    options.onProgress?.({ step: `evaluating on ${split}`, done, total, unit: 'images' });
  }
}

async function* answers(job: EvaluationJob): AsyncGenerator<ScoredBatch> {
  const { model, device, run, set, split, options } = job;
  const { training } = run.config;
  const samples = set[split];
  await using workers = await startLoaderWorkers({
    images: samples.map(({ image }) => image),
    preprocessing: training.preprocessing,
    count: options.workers ?? availableParallelism(),
    cache: training.cache,
    cacheBytes: 0,
  });
  yield* scoreSamples({
    model,
    numClasses: run.vocabulary.classes.length,
    placement: { device, memoryFormat: training.memoryFormat },
    loss: training.loss,
    workers,
    samples,
    firstImage: 0,
    batchSize: BATCH_SIZES[device === 'cpu' ? 'cpu' : 'cuda'],
    onUnreadable(sample, reason) {
      job.unreadable++;
      options.onNote?.(`${sampleText(sample)}: ${reason}; left out`);
    },
  });
}

function predictionLine(
  { values, numClasses }: Scores,
  row: number,
  { id, imagePath, labels }: Sample,
  vocabulary: Vocabulary,
): string {
  const nameOf = (label: number) => (vocabulary.classes[label] as VocabularyClass).name;
  const probabilities = values.subarray(row * numClasses, (row + 1) * numClasses);
  const predictions = topClasses(probabilities, SHOWN).map((label) => ({
    hashtag: nameOf(label),
    probability: probabilities[label] as number,
  }));
  const line: PredictionLine = { id, image: imagePath, labels: labels.map(nameOf), predictions };
  return `${JSON.stringify(line)}\n`;
}
