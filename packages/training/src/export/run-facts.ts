import path from 'node:path';
import {
  type Evaluation,
  InputError,
  type MetricsLine,
  type Preparation,
  type TagReport,
  type Thresholds,
  type TrainingSet,
  type TransferResults,
  type TransferSummary,
  transferSummarySchema,
} from '@hashsight/formats';
import { readPreparation } from '@hashsight/formats/node';
import { readEvaluation } from '../evaluation/evaluation-files.js';
import { countOpenings, LEDGER_FILE, testDigestOf } from '../evaluation/ledger.js';
import type { ChosenCheckpoint } from '../runs/choose-checkpoint.js';
import { readMetrics } from '../runs/metrics-file.js';
import { checkSameData, type RunFolder } from '../runs/run-folder.js';
import { readTagReport, readThresholds } from '../thresholds/index.js';
import { isPrepared, openTrainingSet } from '../training-data/open-training-set.js';
import { readResults } from '../transfer/results-files.js';

/** All that is known of a run beside its weights, as far as it belongs to the exported checkpoint. */
export interface RunFacts {
  readonly run: RunFolder;
  readonly checkpoint: ChosenCheckpoint;
  /** Undefined if it is no longer there. */
  readonly set: TrainingSet | undefined;
  /** How `hashsight prepare` made the training set; undefined if it did not. */
  readonly preparation: Preparation | undefined;
  readonly metrics: readonly MetricsLine[];
  /** On validation and then on test. */
  readonly evaluations: readonly Evaluation[];
  readonly thresholds: Thresholds | undefined;
  /** On validation and then on test. */
  readonly reports: readonly TagReport[];
  /** Times that the labels of the test split were opened; null if it was never evaluated. */
  readonly testOpenings: number | null;
  readonly transfer: TransferSummary | undefined;
}

/** Options of {@link gatherFacts}. */
export interface FactsOptions {
  /** The training set, if it has moved. */
  readonly data?: string;
  /** Folder of `hashsight transfer` with results of this model; default: the one that contains the run. */
  readonly transfer?: string;
  readonly onNote?: (text: string) => void;
}

/**
 * Reads the files of a run, and its training set if it is still there. Files that belong to another checkpoint are left
 * out with a note.
 *
 * @throws InputError if a file is damaged, or a given folder is not what it should be
 */
export async function gatherFacts(
  run: RunFolder,
  checkpoint: ChosenCheckpoint,
  options: FactsOptions,
): Promise<RunFacts> {
  const { onNote } = options;
  const isOwn = (what: string, found: { readonly checkpoint: string } | undefined) => {
    if (found === undefined || found.checkpoint === checkpoint.name) return found !== undefined;
    onNote?.(`${what} belong to ${found.checkpoint}, not to ${checkpoint.name}; left out`);
    return false;
  };
  const evaluations: Evaluation[] = [];
  const reports: TagReport[] = [];
  for (const split of ['validation', 'test'] as const) {
    const evaluation = await readEvaluation(run.path, split);
    if (evaluation !== undefined && isOwn(`the figures on ${split}`, evaluation))
      evaluations.push(evaluation);
    const report = await readTagReport(run.path, split);
    if (report !== undefined && isOwn(`the figures of each tag on ${split}`, report)) reports.push(report);
  }
  const thresholds = await readThresholds(run.path);
  const { set, preparation } = await trainingSetOf(run, options);
  const results = await transferOf(run, options.transfer);
  return {
    ...{ run, checkpoint, set, preparation, evaluations, reports },
    metrics: await readMetrics(run.path),
    thresholds: isOwn('the thresholds', thresholds) ? thresholds : undefined,
    testOpenings: await openingsOf(run, evaluations, set, results),
    transfer: results === undefined ? undefined : summaryOf(results, run),
  };
}

async function trainingSetOf(
  run: RunFolder,
  { data, onNote }: FactsOptions,
): Promise<Pick<RunFacts, 'set' | 'preparation'>> {
  const folder = data ?? run.config.data.path;
  try {
    const { set, digests } = await openTrainingSet(folder);
    checkSameData(run, folder, digests, ['manifest', 'classes']);
    return { set, preparation: (await isPrepared(folder)) ? await readPreparation(folder) : undefined };
  } catch (error) {
    // The training set is named by the user, or the run remembers where it was.
    if (data !== undefined || !(error instanceof InputError)) throw error;
    onNote?.(
      `${error.message}; exported without related hashtags and checked on random images (\`data\` names the training set where it is now)`,
    );
    return { set: undefined, preparation: undefined };
  }
}

/** @throws InputError if a given folder has no results */
async function transferOf(run: RunFolder, folder: string | undefined): Promise<TransferResults | undefined> {
  if (folder === undefined && run.config.transfer === undefined) return undefined;
  // A transfer writes its classifiers to OUT/models.
  const results = await readResults(folder ?? path.resolve(run.path, '../..'));
  if (results !== undefined || folder === undefined) return results;
  throw new InputError(`${folder}: expected a folder of hashsight transfer, got none with its results`);
}

/** The results of all tasks, or of the one that the run is a classifier for. */
function summaryOf({ tasks }: TransferResults, run: RunFolder): TransferSummary {
  const name = path.basename(path.resolve(run.path));
  const told = tasks.map((task) => ({
    ...task,
    classes: task.classes.length,
    exported:
      run.config.transfer === undefined
        ? null
        : (task.folders.find(({ folder }) => path.basename(folder) === name)?.entry ?? null),
  }));
  const own = told.filter(({ exported }) => exported !== null);
  return transferSummarySchema.parse({ tasks: own.length > 0 ? own : told });
}

/** The number in the ledger now, or when the model was evaluated, whichever is higher: a ledger may have been lost. */
async function openingsOf(
  run: RunFolder,
  evaluations: readonly Evaluation[],
  set: TrainingSet | undefined,
  transfer: TransferResults | undefined,
): Promise<number | null> {
  const noted = [
    ...evaluations.map(({ testOpenings }) => testOpenings ?? 0),
    ...(run.config.transfer === undefined ? [] : (transfer?.tasks ?? []).map(({ openings }) => openings)),
  ];
  const ledger = path.join(path.dirname(path.resolve(run.path)), LEDGER_FILE);
  const counted = set === undefined ? 0 : await countOpenings(ledger, testDigestOf(set.test, set.vocabulary));
  return Math.max(counted, ...noted) || null;
}
