import { availableParallelism, tmpdir } from 'node:os';
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
import { makeFolder, type StagedFile, stageFile } from '@hashsight/formats/node';
import { startLoaderWorkers } from '../data/loader-workers.js';
import { type HitRank, hitRank, lowerBound, readDuplicates } from '../duplicates/lower-bound.js';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { chooseDevice } from '../settings/device.js';
import { tagOptionsSchema } from '../settings/tag-fields.js';
import { readThresholds, stageTagFiles, TagMeasure } from '../thresholds/index.js';
import { openTrainingSet } from '../training-data/open-training-set.js';
import { type EvaluatedSource, openEvaluated } from './evaluated-model.js';
import { LEDGER_FILE, noteOpening, testDigestOf } from './ledger.js';
import { MetricMeter } from './metric-meter.js';
import { baselineMetrics, type Scores, topClasses } from './metrics.js';
import { type ScoredBatch, scoreSamples } from './score.js';

/** Options of {@link evaluate}. */
export interface EvaluateOptions {
  /** Run folder; or give `weights`. */
  readonly run?: string;
  /**
   * File of weights in place of a run. Its classes are matched with those of `data` by name; predictions are among the
   * classes of `data` only, and a class that the weights lack is never predicted.
   */
  readonly weights?: string;
  /** File with the names of the classes of `weights`, if they do not bring them. */
  readonly labels?: string;
  /** Overrides the preprocessing that comes with `weights`; that of a run belongs to its model. */
  readonly preprocessing?: Partial<Preprocessing>;
  /** Folder for the results; default: the run's. Without one, for `weights`, none are written. */
  readonly out?: string;
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
  /** File that notes each opening of the test split; default: `ledger.jsonl` in the folder that contains the run. */
  readonly ledger?: string;
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
  const source = await openEvaluated(options);
  const { folder, checkpoint } = source;
  const data = options.data ?? source.data;
  if (data === undefined) {
    throw new UsageError('expected a training set, which weights do not bring', { option: 'data' });
  }
  const opened = await openTrainingSet(data);
  const { set } = opened;
  const numClasses = set.vocabulary.classes.length;
  const samples = set[split];
  if (samples.length === 0) throw new InputError(`${data}: no ${split} images${CURES[split]}`);
  if (source.isTransferred && split !== 'test') {
    options.onNote?.(
      `${options.run}: the classifier of hashsight transfer learned from the training and validation splits: its figures there are too good; use the test split`,
    );
  }
  const device = chooseDevice(options.device);
  if (folder !== undefined) await makeFolder(path.resolve(folder));
  const tags = await tagMeasureOf(options, { folder, checkpoint, set });
  using model = await source.load(data, opened, device);
  await using meter = new MetricMeter({ numClasses, images: samples.length, folder: folder ?? tmpdir() });
  const job = {
    model,
    meter,
    device,
    source,
    set,
    split,
    options,
    tags,
    labels: [],
    hits: [],
    unreadable: 0,
  } as EvaluationJob;
  const testOpenings = split === 'test' ? await noteTest(options, source, { device, set }) : null;
  const predictions = await staged(folder, predictionsFile(split), predictionLines(job));
  try {
    const { labels, unreadable } = job;
    if (labels.length === 0) {
      throw new InputError(`${data}: none of the ${unreadable} ${split} images could be read`);
    }
    const pairs = folder === undefined ? undefined : await readDuplicates(folder, split);
    const evaluation: Evaluation = {
      version: 1,
      checkpoint,
      checkpointRole: source.role,
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
      duplicates: pairs === undefined ? null : lowerBound(job.hits, pairs),
      testOpenings,
    };
    const text = `${JSON.stringify(evaluation, null, 2)}\n`;
    const figures = await staged(folder, evaluationFile(split), [text]);
    const measured = tags?.finish({ checkpoint, split });
    const files = measured === undefined || folder === undefined ? [] : await stageTagFiles(folder, measured);
    for (const file of [predictions, figures, ...files]) await file?.commit();
    return evaluation;
  } catch (error) {
    await predictions?.discard();
    throw error;
  }
}

/** Notes in the ledger, in the folder that contains the run, that test labels are opened; returns how often they were. */
function noteTest(
  { run, weights, perTag, precision, ledger }: EvaluateOptions,
  { folder = '.', checkpoint }: EvaluatedSource,
  { device, set }: { readonly device: string; readonly set: TrainingSet },
): Promise<number> {
  const file = ledger ?? path.join(path.dirname(path.resolve(folder)), LEDGER_FILE);
  return noteOpening(file, {
    version: 1,
    time: new Date().toISOString(),
    task: 'evaluate',
    testDigest: testDigestOf(set.test, set.vocabulary),
    images: set.test.length,
    models: [`${run ?? weights}, ${checkpoint}`],
    settings: {
      device,
      ...(perTag !== undefined && { perTag }),
      ...(precision !== undefined && { precision }),
    },
    results: 1,
    out: folder,
  });
}

/** Stages a file in the folder of the results; without one, only reads the text to its end. */
async function staged(
  folder: string | undefined,
  name: string,
  text: AsyncIterable<string> | Iterable<string>,
): Promise<StagedFile | undefined> {
  if (folder !== undefined) return await stageFile(path.join(folder, name), text);
  for await (const _ of text);
  return undefined;
}

/**
 * Measures each tag if that is asked for. Thresholds for the test split are the run's, chosen on validation before.
 *
 * @throws UsageError if a promise is out of range, or asked for on training images
 */
async function tagMeasureOf(
  options: EvaluateOptions,
  {
    folder,
    checkpoint,
    set,
  }: { readonly folder: string | undefined; readonly checkpoint: string; readonly set: TrainingSet },
): Promise<TagMeasure | undefined> {
  const { split = 'validation' } = options;
  const { perTag, precision, confidence } = parseOptions(tagOptionsSchema, options);
  if (!perTag && precision === undefined) return undefined;
  if (folder === undefined) {
    throw new UsageError('expected a folder for the results of each tag', { option: 'out' });
  }
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
  let thresholds = await readThresholds(folder);
  if (!isKept(thresholds)) {
    options.onNote?.('the thresholds are chosen on validation first');
    const same = options.run === undefined ? {} : { checkpoint };
    await evaluate({ ...options, ...same, split: 'validation' });
    thresholds = await readThresholds(folder);
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
  readonly source: EvaluatedSource;
  readonly set: TrainingSet;
  readonly split: SplitName;
  readonly options: EvaluateOptions;
  readonly tags: TagMeasure | undefined;
  /** Labels of the evaluated images, in order. */
  readonly labels: (readonly number[])[];
  readonly hits: HitRank[];
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
    for (const [row, sample] of batch.samples.entries()) {
      const line = predictionLine(batch, row, sample, set.vocabulary);
      job.hits.push(hitRank(line));
      yield `${JSON.stringify(line)}\n`;
    }
    const done = labels.length + job.unreadable;
    options.onProgress?.({ step: `evaluating on ${split}`, done, total, unit: 'images' });
  }
}

async function* answers(job: EvaluationJob): AsyncGenerator<ScoredBatch> {
  const { model, device, source, set, split, options } = job;
  const samples = set[split];
  await using workers = await startLoaderWorkers({
    images: samples.map(({ image }) => image),
    preprocessing: source.preprocessing,
    count: options.workers ?? availableParallelism(),
    cache: source.cache,
    cacheBytes: 0,
  });
  yield* scoreSamples({
    model,
    numClasses: set.vocabulary.classes.length,
    placement: { device, memoryFormat: source.memoryFormat },
    loss: source.loss,
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
): PredictionLine {
  const nameOf = (label: number) => (vocabulary.classes[label] as VocabularyClass).name;
  const probabilities = values.subarray(row * numClasses, (row + 1) * numClasses);
  const predictions = topClasses(probabilities, SHOWN).map((label) => ({
    hashtag: nameOf(label),
    probability: probabilities[label] as number,
  }));
  return { id, image: imagePath, labels: labels.map(nameOf), predictions };
}
