import path from 'node:path';
import { HashsightError, StoppedError } from '@hashsight/formats';
import { fitTemperature } from '../statistics/index.js';
import type { SourcedModel } from '../weights/model-source.js';
import { type Cell, readCell, writeCell } from './cell.js';
import type { MethodJob, MethodResult, TaskFeatures } from './methods/method.js';
import { isFolderOf, writeModelFolder } from './model-folder.js';
import { openNetwork, openRandom } from './networks.js';
import type { PlannedCell, PlannedEntry, TaskPlan } from './plan.js';
import type { Survey } from './survey.js';
import type { Task } from './task.js';
import type { TransferOptions, TransferSettings } from './transfer-options.js';

/** What the results of a task are computed from. */
export interface TaskJob {
  readonly task: Task;
  readonly survey: Survey;
  readonly plan: TaskPlan;
  readonly settings: TransferSettings;
  /** `cpu`, `cuda`, or `cuda:N`. */
  readonly device: string;
  readonly options: Pick<TransferOptions, 'onProgress' | 'onNote' | 'signal'>;
}

/**
 * Computes the results of a task that are not in the folder yet, and writes each when it is done. No test labels are read.
 *
 * @throws StoppedError if the signal came; finished results stay
 */
export async function runCells(
  job: TaskJob,
): Promise<{ readonly cells: readonly Cell[]; readonly computed: number }> {
  const { task, plan, survey, options } = job;
  const cells: Cell[] = [];
  let computed = 0;
  using features = new FeaturesInMemory(job);
  for (const planned of plan.cells) {
    if (options.signal?.aborted === true)
      throw new StoppedError(`transfer: stopped after ${cells.length} results`);
    const folder = folderOf(job, planned);
    const known = await readCell(planned.file, survey.test.length * task.numClasses);
    const isComplete = known !== undefined && (folder === undefined || (await isFolderOf(folder, planned)));
    const cell = isComplete ? known : await compute(job, planned, features, folder);
    if (!isComplete) computed++;
    cells.push(cell);
    options.onProgress?.({
      step: `${task.name}: results`,
      done: cells.length,
      total: plan.cells.length,
      unit: 'results',
    });
  }
  return { cells, computed };
}

/** The run folder of a cell; undefined if it gets none. */
export function folderOf(
  { task, plan, settings }: Pick<TaskJob, 'task' | 'plan' | 'settings'>,
  { entry, shots, seed }: PlannedCell,
): string | undefined {
  const { method, network } = plan.entries[entry] as PlannedEntry;
  if (!settings.models || !method.hasClassifier(settings) || shots !== 'all' || seed !== 0) return undefined;
  // Networks of one architecture may differ in their preprocessing.
  const isAlone =
    plan.entries.filter(
      (other) => other.method === method && other.network.architecture === network.architecture,
    ).length === 1;
  const name = method.isPretrained
    ? `${method.name}-of-${network.name}`
    : `${method.name}-${network.architecture}${isAlone ? '' : `-${entry + 1}`}`;
  return path.join(settings.out, 'models', `${task.name}-${name}`);
}

async function compute(
  job: TaskJob,
  planned: PlannedCell,
  features: FeaturesInMemory,
  folder: string | undefined,
): Promise<Cell> {
  const { task, plan } = job;
  const { entry, shots, seed, fit } = planned;
  const { method, network } = plan.entries[entry] as PlannedEntry;
  const begun = performance.now();
  const wantsClassifier = folder !== undefined;
  const result = await method.run({ ...methodJob(job, planned, features), wantsClassifier });
  using _model = result.classifier?.model;
  checkLogits(method.title, result.logits);
  const seconds = (performance.now() - begun) / 1000;
  const cell: Cell = {
    ...{ task: task.name, model: method.isPretrained ? network.name : null },
    ...{ architecture: network.architecture, method: method.name, shots, seed },
    ...{ labelled: fit.length, chosen: result.chosen, temperature: temperatureOf(task, result), seconds },
    logits: result.logits,
  };
  if (folder !== undefined && result.classifier !== undefined) {
    const images = fit.length;
    await writeModelFolder(folder, {
      task,
      network,
      method,
      cell,
      planned,
      images,
      classifier: result.classifier,
    });
  }
  await writeCell(planned.file, cell);
  return cell;
}

function methodJob(
  job: TaskJob,
  planned: PlannedCell,
  features: FeaturesInMemory,
): Omit<MethodJob, 'wantsClassifier'> {
  const { task, survey, plan, settings, device, options } = job;
  const { entry, shots, seed, fit, heldOut } = planned;
  const { network, title } = plan.entries[entry] as PlannedEntry;
  return {
    ...{
      kind: task.kind,
      numClasses: task.numClasses,
      pool: survey.pool,
      shots,
      fit,
      heldOut,
      test: survey.test,
      seed,
    },
    ...{ architecture: network.architecture, preprocessing: network.preprocessing, settings, device },
    openModel: () => openNetwork(network, device),
    features: (random) => features.of(network, random?.seed),
    signal: options.signal,
    onProgress: (event) => options.onProgress?.({ ...event, step: `${task.name}: ${title}: ${event.step}` }),
  };
}

function checkLogits(title: string, logits: Float32Array): void {
  if (logits.some(Number.isNaN)) throw new HashsightError(`${title}: expected finite logits, got NaN`);
}

function temperatureOf({ kind, numClasses }: Task, { heldOut }: MethodResult): number | null {
  if (kind === 'multi' || heldOut === undefined || heldOut.labels.length === 0) return null;
  const labels = heldOut.labels.map(([label]) => label as number);
  return fitTemperature({ values: heldOut.logits, numClasses, labels });
}

/** The features that were used last, so that results of one network read them from the cache once. */
class FeaturesInMemory implements Disposable {
  readonly #job: TaskJob;
  #key = '';
  #features: Promise<TaskFeatures> | undefined;

  constructor(job: TaskJob) {
    this.#job = job;
  }

  of(network: PlannedEntry['network'], randomSeed: number | undefined): Promise<TaskFeatures> {
    const key = randomSeed === undefined ? network.key : `random ${network.key} ${randomSeed}`;
    if (this.#features === undefined || this.#key !== key) {
      this.#key = key;
      this.#features = this.#extract(network, randomSeed);
    }
    return this.#features;
  }

  async #extract(network: PlannedEntry['network'], randomSeed: number | undefined): Promise<TaskFeatures> {
    const { device, survey, task } = this.#job;
    const opened: SourcedModel =
      randomSeed === undefined
        ? await openNetwork(network, device)
        : await openRandom(network, randomSeed, device);
    using model = opened;
    return await survey.features(
      model,
      `${task.name}: features of ${randomSeed === undefined ? network.name : 'random weights'}`,
    );
  }

  [Symbol.dispose](): void {
    this.#features = undefined;
  }
}
