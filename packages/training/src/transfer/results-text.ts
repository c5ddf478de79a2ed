import path from 'node:path';
import type {
  TaskResults,
  TransferEntry,
  TransferInterval,
  TransferPoint,
  TransferResults,
} from '@hashsight/formats';
import { openingsText } from '../evaluation/ledger.js';
import { pageFile } from './page/write-task-page.js';
import { METRIC_TITLES, type MetricName } from './scores.js';

/** The results as text for a terminal: a table for each task, what it means, and how often its test set was opened. */
export function resultsText(results: TransferResults, out: string): string {
  return [...results.tasks.map((task) => taskText(task, results.ledger)), filesText(results, out)].join(
    '\n\n',
  );
}

function taskText(task: TaskResults, ledger: string): string {
  const { images, entries, openings } = task;
  const metric = METRIC_TITLES[task.metric as MetricName];
  const points = entries[0]?.points ?? [];
  const cells = entries.map((entry) => [entry.title, ...points.map(({ shots }) => scoreText(entry, shots))]);
  const sameAs = entries.flatMap((_, i) => sameAsRow(task, i));
  const header = ['labels a class', ...points.map(headText)];
  const counts = `${images.train} training, ${images.validation} validation, and ${images.test} test images`;
  return [
    `${task.name}: ${task.classes.length} classes; ${counts}`,
    ...aligned([header, ...cells, ...sameAs]),
    `  ${metric} in %, ${intervalText(entries)}`,
    ...oneRunText(task),
    ...lowerBoundText(task),
    ...task.sentences.map((sentence) => `  ${sentence}`),
    ...forecastLines(task),
    `  test labels ${openingsText(openings)} (${ledger})`,
  ].join('\n');
}

function headText({ shots, labelsPerClass }: TransferPoint): string {
  return shots === 'all' ? `all (${labelsPerClass.toFixed(labelsPerClass < 10 ? 1 : 0)})` : String(shots);
}

function scoreText({ points }: TransferEntry, shots: TransferPoint['shots']): string {
  const point = points.find((one) => one.shots === shots);
  if (point === undefined) return '';
  const { mean, overSeeds } = point;
  const spread = overSeeds === null ? '' : ` ±${(50 * (overSeeds.high - overSeeds.low)).toFixed(1)}`;
  return `${(100 * mean).toFixed(1)}${spread}`;
}

function intervalText(entries: readonly TransferEntry[]): string {
  const seeds = Math.max(...entries.flatMap(({ points }) => points.map(({ results }) => results.length)));
  return seeds === 1
    ? 'one seed'
    : `mean of up to ${seeds} seeds ± half of the 95 % interval over them (Student t)`;
}

/** The labels that the baseline needs for the scores of a pretrained entry. */
function sameAsRow({ differences, entries }: TaskResults, entry: number): string[][] {
  const own = differences.filter((difference) => difference.entry === entry);
  const [first] = own;
  if (first === undefined || own.length < 2) return [];
  const against = entries[first.against] as TransferEntry;
  const fewest = Math.min(...against.points.map(({ labelsPerClass }) => labelsPerClass));
  const cells = own.map(({ sameAs }) => {
    if (sameAs === null) return 'never';
    return sameAs <= fewest ? `≤${fewest.toFixed(0)}` : sameAs.toFixed(sameAs < 10 ? 1 : 0);
  });
  return [[`labels of ${against.title} for the score of ${entries[entry]?.title}`, ...cells]];
}

/** Rows with the first column left-aligned and the others right-aligned. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
    );
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** What one result says by itself: the interval over test images of the best one. */
function oneRunText({ entries, images }: TaskResults): string[] {
  const points = entries.flatMap((entry) => entry.points.map((point) => ({ entry, point })));
  const [first, ...others] = points;
  if (first === undefined) return [];
  const { entry, point } = others.reduce(
    (best, one) => (one.point.mean > best.point.mean ? one : best),
    first,
  );
  const { estimate, low, high } = point.oneRun;
  const kind = KINDS[point.oneRun.kind];
  return [
    `  one result on ${images.test} test images, ${entry.title} with ${headText(point)}: ${percentText(estimate)}, between ${percentText(low)} and ${percentText(high)} (95 %, ${kind})`,
  ];
}

const KINDS: Readonly<Record<TransferInterval['kind'], string>> = {
  'clopper-pearson': 'Clopper–Pearson',
  bootstrap: 'bootstrap over images',
  student: 'Student t',
  'paired-bootstrap': 'paired bootstrap',
};

/** The classes with a forecast that are nearest to the target. */
function forecastLines({ forecast }: TaskResults): string[] {
  if (forecast === null) return [];
  const start = `  labels still needed for ${Math.round(100 * forecast.target)} % of each class`;
  if (forecast.refusal !== null) return [`${start}: no forecast; ${forecast.refusal}`];
  const told = forecast.classes.filter(({ refusal }) => refusal === null);
  const others = forecast.classes.length - told.length;
  const without = others === 0 ? '' : `; ${others} of ${forecast.classes.length} classes without a forecast`;
  const nearest = [...told].sort((a, b) => b.score - a.score).slice(0, SHOWN_FORECASTS);
  return [`${start}${without}:`, ...nearest.map(({ text }) => `    ${text}`)];
}

const SHOWN_FORECASTS = 3;

function lowerBoundText({ copies, entries }: TaskResults): string[] {
  if (copies === 0) return [];
  const points = entries.flatMap(({ title, points: own }) =>
    own.slice(-1).map((point) => ({ title, point })),
  );
  return points.flatMap(({ title, point }) =>
    point.lowerBound === null
      ? []
      : [
          `  ${title} with ${headText(point)}: observed ${percentText(point.mean)}, at least ${percentText(point.lowerBound)} if the ${copies} test images with a copy in the training part count as wrong`,
        ],
  );
}

function percentText(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function filesText({ tasks }: TransferResults, out: string): string {
  const folders = tasks.flatMap((task) =>
    task.folders.map(({ entry, folder }) => `  ${folder}: ${task.entries[entry]?.title} on ${task.name}`),
  );
  return [
    `results: ${['results.csv', 'transfer.json'].map((name) => path.join(out, name)).join(', ')}`,
    `page: ${tasks.map(({ name }) => pageFile(out, name, tasks.length)).join(', ')}`,
    ...(folders.length === 0 ? [] : ['classifiers, as run folders for predict and evaluate:', ...folders]),
  ].join('\n');
}
