import path from 'node:path';
import {
  type Evaluation,
  InputError,
  type PredictionLine,
  type Sample,
  SPLITS,
  type TrainingSet,
} from '@hashsight/formats';
import { readPreparation, writeFileAtomic } from '@hashsight/formats/node';
import { drawn, thumbnail } from '@hashsight/pages';
import { readEvaluation, readPredictions } from '../evaluation/evaluation-files.js';
import { chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { readMetrics } from '../runs/metrics-file.js';
import { checkSameData, openRunFolder, type RunFolder } from '../runs/run-folder.js';
import { readTagReport, readThresholds } from '../thresholds/index.js';
import { isPrepared, openTrainingSet } from '../training-data/open-training-set.js';
import { type PredictedImage, type RunPage, runPage, type ShownImage } from './run-page.js';

/** Options of {@link writeRunReport}. */
export interface RunReportOptions {
  /** Folder of an evaluated run. */
  readonly run: string;
  /** Output file; default: `report.html` in the run folder. */
  readonly out?: string;
  /** Page heading; default: the name of the run folder. */
  readonly title?: string;
  /**
   * Checkpoint to report on: `best`, `last`, or a name; default: the most recently evaluated one, since
   * `evaluation.json` and `predictions.jsonl` belong to one checkpoint. A test evaluation of another checkpoint is
   * omitted with a note.
   */
  readonly checkpoint?: string;
}

const EXAMPLES = 12;
const PREDICTED = 42;

/**
 * Writes the report page of a run: the training set, the training curves, the metrics compared with the baseline on
 * validation and test (if evaluated), and images with their hashtags and the model's predictions. The file is
 * self-contained.
 *
 * @returns the page's path
 * @throws InputError if the folder is not a run, the requested checkpoint was not evaluated, or the training set is
 * missing
 */
export async function writeRunReport(options: RunReportOptions): Promise<string> {
  const run = await openRunFolder(options.run);
  const data = run.config.data.path;
  const { set, digests } = await openTrainingSet(data);
  checkSameData(run, data, digests, ['manifest', 'classes']);
  const evaluations = await readEvaluations(options.run);
  const [evaluation] = evaluations;
  if (options.checkpoint !== undefined) {
    await checkEvaluated(run, options.checkpoint, evaluation.checkpoint);
  }
  const page = runPage({
    title: options.title ?? path.basename(path.resolve(options.run)),
    preparation: (await isPrepared(data)) ? await readPreparation(data) : null,
    images: { train: set.train.length, validation: set.validation.length, test: set.test.length },
    vocabulary: set.vocabulary,
    training: run.config.training,
    transfer: run.config.transfer ?? null,
    metrics: await readMetrics(options.run),
    evaluations: evaluations.filter(({ checkpoint }) => checkpoint === evaluation.checkpoint),
    otherEvaluations: evaluations.filter(({ checkpoint }) => checkpoint !== evaluation.checkpoint),
    examples: await exampleImages(set),
    predicted: await predictedImages(options.run, evaluation, set),
    tags: await tagsOf(options.run, evaluation.checkpoint),
  });
  const out = options.out ?? path.join(options.run, 'report.html');
  await writeFileAtomic(out, page);
  return out;
}

/** The per-tag report of a checkpoint, on test if there is one, else on validation. */
async function tagsOf(run: string, checkpoint: string): Promise<RunPage['tags']> {
  const thresholds = await readThresholds(run);
  for (const split of ['test', 'validation'] as const) {
    const report = await readTagReport(run, split);
    if (report?.checkpoint === checkpoint) return { report, thresholds };
  }
  return undefined;
}

async function checkEvaluated(run: RunFolder, which: string, evaluated: string): Promise<void> {
  const { name } = await chooseCheckpoint(run, which);
  if (name === evaluated) return;
  throw new InputError(
    `${run.path}: the evaluation is of ${evaluated}, not of ${name}; first run hashsight evaluate --run ${run.path} --checkpoint ${which}`,
  );
}

/** Reads the evaluations on held-out images, validation first. */
async function readEvaluations(run: string): Promise<[Evaluation, ...Evaluation[]]> {
  const found: Evaluation[] = [];
  for (const split of SPLITS) {
    const evaluation = split === 'train' ? undefined : await readEvaluation(run, split);
    if (evaluation !== undefined) found.push(evaluation);
  }
  const [first, ...others] = found;
  if (first !== undefined) return [first, ...others];
  throw new InputError(`${run}: the run was not evaluated yet; first run hashsight evaluate --run ${run}`);
}

async function exampleImages({ train, vocabulary }: TrainingSet): Promise<ShownImage[]> {
  const shown = await Promise.all(
    drawn(train, EXAMPLES).map(async ({ image, labels }: Sample) => ({
      image: await thumbnail(image),
      labels: labels.map((label) => vocabulary.classes[label]?.name ?? ''),
    })),
  );
  return shown.flatMap(({ image, labels }) => (image === null ? [] : [{ image, labels }]));
}

async function predictedImages(
  run: string,
  { split }: Evaluation,
  set: TrainingSet,
): Promise<PredictedImage[]> {
  const all: PredictionLine[] = [];
  for await (const line of readPredictions(run, split)) all.push(line);
  const lines = drawn(all, PREDICTED);
  const ids = new Set(lines.map(({ id }) => id));
  // A run can be evaluated on another training set, whose images are not available here.
  const imageOf = new Map(set[split].flatMap(({ id, image }) => (ids.has(id) ? [[id, image]] : [])));
  const shown = await Promise.all(
    lines.map(async ({ id, labels, predictions: guesses }) => {
      const image = imageOf.get(id);
      return {
        image: image === undefined ? null : await thumbnail(image),
        labels,
        predictions: guesses,
      };
    }),
  );
  return shown.flatMap(({ image, ...rest }) => (image === null ? [] : [{ image, ...rest }]));
}
