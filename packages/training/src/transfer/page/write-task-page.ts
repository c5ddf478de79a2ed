import path from 'node:path';
import type { ImageSource, Sample, TransferResults } from '@hashsight/formats';
import { readJsonLines, writeFileAtomic } from '@hashsight/formats/node';
import { shownImages } from '@hashsight/pages';
import { type LedgerLine, ledgerLineSchema } from '../../evaluation/ledger.js';
import { nearestNeighbors } from '../../neighbors/index.js';
import {
  AveragePrecisionBootstrap,
  clopperPearson,
  expectedCalibrationError,
} from '../../statistics/index.js';
import { openNetwork } from '../networks.js';
import type { PlannedEntry } from '../plan.js';
import type { TaskJob } from '../run-cells.js';
import { probabilities } from '../scores.js';
import { classCounts } from '../shots.js';
import { labelsText, type ScoredCell } from '../summary.js';
import type { ScoredTask } from '../task-results.js';
import type { Calibration } from './calibration-section.js';
import type { ClassRow } from './class-section.js';
import type { Confusions } from './confusion-section.js';
import type { ErrorFigure } from './error-section.js';
import { type ShownResult, taskPage } from './task-page.js';

/** Classes of the largest confusion matrix. */
const MATRIX_CLASSES = 24;
const CONFUSIONS = 9;
const IMAGES_OF_CONFUSION = 4;
const ERRORS = 24;
const NEAREST = 4;

/** A job with its scored results. */
interface PageJob extends TaskJob, ScoredTask {}

/** File of a task's page: `transfer.html`, or `transfer-TASK.html` beside other tasks. */
export function pageFile(out: string, task: string, tasks: number): string {
  return path.join(out, tasks === 1 ? 'transfer.html' : `transfer-${task.replaceAll(/[^\w.-]+/g, '_')}.html`);
}

/** Writes the page of a task; no test label is read again. */
export async function writeTaskPage(
  file: string,
  job: PageJob,
  models: TransferResults['models'],
  ledger: string,
): Promise<void> {
  const openings: LedgerLine[] = [];
  for await (const line of readJsonLines(ledger, {
    schema: ledgerLineSchema,
    what: 'a line of the ledger',
  })) {
    if (line.testDigest === job.task.testDigest) openings.push(line);
  }
  const page = taskPage({ task: job.results, models, shown: await shownResult(job), openings });
  await writeFileAtomic(file, page);
}

/** Index of the cell that is looked at: first pretrained entry, most labels, first seed. */
function shownCell({ results, plan }: PageJob): number {
  const entry = Math.max(
    0,
    results.entries.findIndex(({ isPretrained }) => isPretrained),
  );
  const shots = results.entries[entry]?.points.at(-1)?.shots;
  return plan.cells.findIndex((cell) => cell.entry === entry && cell.shots === shots);
}

async function shownResult(job: PageJob): Promise<ShownResult> {
  const { plan, results, cells, answers } = job;
  const index = shownCell(job);
  const planned = plan.cells[index] as (typeof plan.cells)[number];
  const scored = cells[index] as ScoredCell;
  const { entry, shots } = planned;
  const against = results.differences.find((difference) => difference.entry === entry)?.against;
  const other = plan.cells.findIndex((cell) => cell.entry === against && cell.shots === shots);
  const point = results.entries[entry]?.points.find((one) => one.shots === shots);
  const errors = errorsOf(job, scored);
  return {
    entry,
    labels: point === undefined ? '' : labelsText(point),
    classes: classRows(job, planned.fit, scored, cells[other]),
    baseline: other === -1 ? null : (results.entries[against as number]?.title ?? null),
    confusions: answers.kind === 'single' ? await confusionsOf(job, scored) : null,
    calibration: answers.kind === 'single' ? calibrationOf(job, scored) : null,
    errors: await errorFigures(job, planned.fit, entry, scored, errors.slice(0, ERRORS)),
    errorCount: errors.length,
  };
}

function classRows(
  { answers, survey, task }: PageJob,
  fit: readonly number[],
  { cell, scored }: ScoredCell,
  baseline: ScoredCell | undefined,
): ClassRow[] {
  const { kind, labels, numClasses } = answers;
  const labelled = classCounts(
    fit.map((i) => (survey.pool[i] as Sample).labels),
    numClasses,
  );
  const bootstrap = kind === 'multi' ? new AveragePrecisionBootstrap(labels.length) : undefined;
  return scored.classes.map(({ support, score }, label) => {
    const interval = () => {
      if (bootstrap === undefined) return clopperPearson(Math.round((score ?? 0) * support), support);
      const own = Float32Array.from(labels, (_, i) => cell.logits[i * numClasses + label] as number);
      return bootstrap.add(
        own,
        labels.flatMap((one, i) => (one.includes(label) ? [i] : [])),
      );
    };
    return {
      ...{ name: task.classNames[label] ?? '', labelled: labelled[label] ?? 0, support },
      score: score === null ? null : interval(),
      baseline: baseline?.scored.classes[label]?.score ?? null,
    };
  });
}

async function confusionsOf({ answers, task, survey }: PageJob, { scored }: ScoredCell): Promise<Confusions> {
  const { labels, numClasses } = answers;
  const images = new Map<number, number[]>();
  const matrix = Array.from({ length: numClasses }, () => Array.from({ length: numClasses }, () => 0));
  for (const [i, [truth = 0]] of labels.entries()) {
    const predicted = scored.predictions[i] as number;
    const row = matrix[truth] as number[];
    row[predicted] = (row[predicted] as number) + 1;
    if (truth === predicted) continue;
    const key = truth * numClasses + predicted;
    images.set(key, [...(images.get(key) ?? []), i]);
  }
  const pairs = [...images].sort(([a, x], [b, y]) => y.length - x.length || a - b).slice(0, CONFUSIONS);
  return {
    matrix: numClasses <= MATRIX_CLASSES ? matrix : null,
    names: task.classNames,
    pairs: await Promise.all(
      pairs.map(async ([key, own]) => {
        const truth = Math.floor(key / numClasses);
        const sources = own.slice(0, IMAGES_OF_CONFUSION).map((i) => imageOf(survey.test[i]));
        return {
          truth: task.classNames[truth] ?? '',
          predicted: task.classNames[key % numClasses] ?? '',
          count: own.length,
          support: scored.classes[truth]?.support ?? 0,
          images: (await shownImages(sources)).flatMap((image) => image ?? []),
        };
      }),
    ),
  };
}

function imageOf(image: { readonly image: ImageSource } | undefined): ImageSource {
  return (image as { readonly image: ImageSource }).image;
}

function calibrationOf({ answers }: PageJob, { cell }: ScoredCell): Calibration {
  const { numClasses } = answers;
  const labels = answers.labels.map(([label]) => label as number);
  const at = (temperature: number) =>
    expectedCalibrationError({
      values: probabilities('single', cell.logits, numClasses, temperature),
      numClasses,
      labels,
    });
  const { temperature } = cell;
  return { before: at(1), after: temperature === null ? null : at(temperature), temperature };
}

/** Indices of the wrong test images with their probabilities, the most confident first. */
function errorsOf(
  { answers }: PageJob,
  { cell, scored }: ScoredCell,
): { readonly image: number; readonly probability: number }[] {
  const { kind, labels, numClasses } = answers;
  const values = probabilities(kind, cell.logits, numClasses, cell.temperature ?? 1);
  return labels
    .flatMap((own, image) => {
      const predicted = scored.predictions[image] as number;
      const probability = values[image * numClasses + predicted] as number;
      return own.includes(predicted) ? [] : [{ image, probability }];
    })
    .sort((a, b) => b.probability - a.probability || a.image - b.image);
}

async function errorFigures(
  { task, survey, plan, device, answers }: PageJob,
  fit: readonly number[],
  entry: number,
  { scored }: ScoredCell,
  errors: readonly { readonly image: number; readonly probability: number }[],
): Promise<ErrorFigure[]> {
  if (errors.length === 0) return [];
  const { network } = plan.entries[entry] as PlannedEntry;
  using model = await openNetwork(network, device);
  const { dim, pool, test } = await survey.features(model, `${task.name}: features of ${network.name}`);
  const rowsOf = (values: Float32Array, own: readonly number[]) => {
    const rows = new Float32Array(own.length * dim);
    for (const [i, row] of own.entries()) rows.set(values.subarray(row * dim, (row + 1) * dim), i * dim);
    return { values: rows, dim };
  };
  const queries = rowsOf(
    test,
    errors.map(({ image }) => image),
  );
  const { k, indices, scores } = nearestNeighbors(queries, rowsOf(pool, fit), { k: NEAREST });
  const namesOf = (labels: readonly number[]) => labels.map((label) => task.classNames[label] ?? '');
  const figures: ErrorFigure[] = [];
  for (const [i, { image, probability }] of errors.entries()) {
    const near = Array.from(
      indices.subarray(i * k, (i + 1) * k),
      (j) => survey.pool[fit[j] as number] as Sample,
    );
    const [own, ...others] = await shownImages([imageOf(survey.test[image]), ...near.map(imageOf)]);
    if (own === null || own === undefined) continue;
    figures.push({
      ...{ image: own, probability, truth: namesOf(answers.labels[image] ?? []) },
      predicted: task.classNames[scored.predictions[image] as number] ?? '',
      nearest: near.flatMap(({ labels }, j) => {
        const shown = others[j] ?? null;
        const similarity = scores[i * k + j] as number;
        return shown === null ? [] : [{ image: shown, labels: namesOf(labels), similarity }];
      }),
    });
  }
  return figures;
}
