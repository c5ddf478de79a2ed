import type { TaskResults, TransferDifference, TransferEntry } from '@hashsight/formats';
import type { Cell } from './cell.js';
import type { TaskPlan } from './plan.js';
import { folderOf, type TaskJob } from './run-cells.js';
import { METRICS, score } from './scores.js';
import { classCounts } from './shots.js';
import {
  differenceOf,
  labelsFor,
  mcnemarOf,
  pointOf,
  type ScoredCell,
  sentenceOf,
  type TaskAnswers,
  verdictOf,
} from './summary.js';
import type { OpenedTestLabels } from './task.js';
import { taskForecast } from './task-forecast.js';

/** Results of a task, and the scored cells that its page shows. */
export interface ScoredTask {
  readonly results: TaskResults;
  /** In the order of the plan. */
  readonly cells: readonly ScoredCell[];
  readonly answers: TaskAnswers;
}

/** Scores the cells of a task with its test labels. */
export function scoreTask(
  job: Pick<TaskJob, 'task' | 'survey' | 'plan' | 'settings'>,
  cells: readonly Cell[],
  opened: OpenedTestLabels,
): ScoredTask {
  const { task, survey, plan, settings } = job;
  const { kind, numClasses } = task;
  const labels = readableLabels(job, opened);
  const answers: TaskAnswers = { kind, numClasses, labels, copies: survey.copies };
  const scored = cells.map((cell): ScoredCell => {
    return { cell, scored: score({ kind, numClasses, labels, logits: cell.logits }) };
  });
  const entries = entriesOf(plan, scored, answers);
  const differences = differencesOf(plan, scored, answers, entries);
  const train = survey.pool.slice(0, survey.numTrain);
  const validation = survey.pool.slice(survey.numTrain);
  const counts = [train, validation].map((samples) =>
    classCounts(
      samples.map((sample) => sample.labels),
      numClasses,
    ),
  );
  const inTest = classCounts(labels, numClasses);
  const results: TaskResults = {
    ...{ name: task.name, path: task.path, kind, metric: METRICS[kind][0] },
    classes: task.classNames.map((name, label) => ({
      ...{ name, train: counts[0]?.[label] ?? 0, validation: counts[1]?.[label] ?? 0 },
      test: inTest[label] ?? 0,
    })),
    images: { train: train.length, validation: validation.length, test: labels.length },
    ...{ unreadable: survey.unreadable, copies: survey.copies.size },
    ...{ testDigest: task.testDigest, openings: opened.openings },
    notes: [...task.notes, ...survey.notes, ...plan.notes],
    ...{ entries, differences },
    sentences: sentencesOf(entries, differences),
    forecast: taskForecast(job, scored, entries),
    folders: plan.cells.flatMap((planned) => {
      const folder = folderOf({ task, plan, settings }, planned);
      return folder === undefined ? [] : [{ entry: planned.entry, folder }];
    }),
  };
  return { results, cells: scored, answers };
}

/** The labels of the readable test images, in their order. */
function readableLabels(
  { task, survey }: Pick<TaskJob, 'task' | 'survey'>,
  { labels }: OpenedTestLabels,
): readonly (readonly number[])[] {
  const readable = new Set(survey.test);
  return labels.filter((_, i) => readable.has(task.test[i] as (typeof task.test)[number]));
}

function cellsAt(
  plan: TaskPlan,
  scored: readonly ScoredCell[],
  entry: number,
  shots: ScoredCell['cell']['shots'],
): ScoredCell[] {
  return scored.filter((_, i) => plan.cells[i]?.entry === entry && plan.cells[i]?.shots === shots);
}

function shotsOf(plan: TaskPlan): readonly ScoredCell['cell']['shots'][] {
  return [...new Set(plan.cells.map(({ shots }) => shots))];
}

function entriesOf(plan: TaskPlan, scored: readonly ScoredCell[], answers: TaskAnswers): TransferEntry[] {
  return plan.entries.map(({ method, network, title }, entry) => ({
    ...{ method: method.name, title, model: method.isPretrained ? network.name : null },
    ...{ architecture: network.architecture, isPretrained: method.isPretrained },
    points: shotsOf(plan)
      .map((shots) => cellsAt(plan, scored, entry, shots))
      .filter(({ length }) => length > 0)
      .map((cells) => pointOf(answers, cells)),
  }));
}

/** Each pretrained entry beside training from scratch, or beside random features if that was not asked for. */
function differencesOf(
  plan: TaskPlan,
  scored: readonly ScoredCell[],
  answers: TaskAnswers,
  entries: readonly TransferEntry[],
): TransferDifference[] {
  const baseline = ['scratch', 'random'].find((name) => entries.some(({ method }) => method === name));
  return entries.flatMap(({ isPretrained, architecture, points }, entry) => {
    if (!isPretrained) return [];
    const against = entries.findIndex(
      (other) => other.method === baseline && other.architecture === architecture,
    );
    if (against === -1) return [];
    return points.map(({ shots, mean }): TransferDifference => {
      const [own, theirs] = [entry, against].map((one) => cellsAt(plan, scored, one, shots)) as [
        ScoredCell[],
        ScoredCell[],
      ];
      return {
        ...{ entry, against, shots },
        difference: differenceOf(answers, own, theirs),
        mcnemar: mcnemarOf(answers, own, theirs),
        sameAs: labelsFor(entries[against]?.points ?? [], mean),
      };
    });
  });
}

/** What the figures mean: for each pretrained entry a verdict, and how many labels it saves where people ask first. */
function sentencesOf(
  entries: readonly TransferEntry[],
  differences: readonly TransferDifference[],
): string[] {
  return [...new Set(differences.map(({ entry }) => entry))].flatMap((entry) => {
    const own = differences.filter((one) => one.entry === entry);
    const numbers = own.filter(({ shots }) => shots !== 'all');
    const middle = numbers.find(({ shots }) => shots === 10) ?? numbers[Math.floor(numbers.length / 2)];
    const told = middle ?? (own[0] as TransferDifference);
    return [`${verdictOf(entries, own)}: ${sentenceOf(entries, told)}`];
  });
}
