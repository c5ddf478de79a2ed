import { createHash } from 'node:crypto';
import path from 'node:path';
import { parseOptions, type TransferResults } from '@hashsight/formats';
import { checkWritableFolder } from '@hashsight/formats/node';
import { LEDGER_FILE } from '../evaluation/ledger.js';
import { chooseDevice } from '../settings/device.js';
import { methodsOf } from './methods/index.js';
import { listNetworks, type Network, openNetwork, uniqueName } from './networks.js';
import { pageFile, writeTaskPage } from './page/write-task-page.js';
import { planTask } from './plan.js';
import { readResults, writeResults } from './results-files.js';
import { runCells, type TaskJob } from './run-cells.js';
import { surveyTask } from './survey.js';
import { openTask, type Task } from './task.js';
import { type ScoredTask, scoreTask } from './task-results.js';
import { type TransferOptions, type TransferSettings, transferOptionsSchema } from './transfer-options.js';

/**
 * Measures what pretrained networks are worth on labelled tasks: each method with each network, with few and with all
 * labels, several times. Hyper-parameters are chosen inside the training part, with few labels inside those. The test
 * labels of a task are opened once, after all results are computed, and the ledger notes it.
 *
 * A call that was interrupted goes on where it was. If nothing is new, the earlier results are returned and no test labels
 * are opened.
 *
 * @throws UsageError if an option is out of range
 * @throws InputError if a task, a network, or the folder cannot be used
 * @throws StoppedError if the signal came
 */
export async function transfer(given: TransferOptions): Promise<TransferResults> {
  const { onProgress, onNote, signal, ...own } = given;
  const settings = parseOptions(transferOptionsSchema, own);
  const device = chooseDevice(settings.device);
  await checkWritableFolder(settings.out);
  const ledger = settings.ledger ?? path.join(path.dirname(path.resolve(settings.out)), LEDGER_FILE);
  const tasks = await openTasks(settings.task);
  const networks = await listNetworks(settings, onNote);
  const options = {
    ...(onProgress !== undefined && { onProgress }),
    ...(onNote !== undefined && { onNote }),
    ...(signal !== undefined && { signal }),
  };
  const jobs: TaskJob[] = [];
  for (const task of tasks) jobs.push(await planJob(task, networks, settings, device, options));
  const key = keyOf(jobs, settings);
  const done: { readonly job: TaskJob; readonly cells: Awaited<ReturnType<typeof runCells>> }[] = [];
  for (const job of jobs) done.push({ job, cells: await runCells(job) });
  const earlier = await readResults(settings.out);
  if (earlier?.key === key && done.every(({ cells }) => cells.computed === 0)) return earlier;
  const scored: ScoredTask[] = [];
  for (const { job, cells } of done) {
    const opened = await job.task.openTestLabels(ledger, {
      time: new Date().toISOString(),
      models: networks.map(({ description }) => description),
      settings: openingSettings(settings),
      ...{ results: cells.cells.length, out: path.resolve(settings.out) },
    });
    scored.push(scoreTask(job, cells.cells, opened));
  }
  const results: TransferResults = {
    version: 1,
    ...{ key, ledger },
    models: networks.map(({ name, description, architecture, preprocessing }) => ({
      ...{ name, source: description, architecture, imageSize: preprocessing.imageSize },
    })),
    tasks: scored.map((one) => one.results),
  };
  for (const [i, { job }] of done.entries()) {
    const file = pageFile(settings.out, job.task.name, done.length);
    await writeTaskPage(file, { ...job, ...(scored[i] as ScoredTask) }, results.models, ledger);
  }
  await writeResults(settings.out, results);
  return results;
}

async function openTasks(paths: readonly string[]): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const data of paths) {
    const task = await openTask(data);
    const name = uniqueName(task.name, new Set(tasks.map((other) => other.name)));
    tasks.push(name === task.name ? task : await openTask(data, name));
  }
  return tasks;
}

async function planJob(
  task: Task,
  networks: readonly Network[],
  settings: TransferSettings,
  device: string,
  options: TaskJob['options'],
): Promise<TaskJob> {
  const { cacheFolder, workers } = settings;
  const read = { cacheFolder, workers, onProgress: options.onProgress };
  using frozen = await openNetwork(networks[0] as Network, device);
  const survey = await surveyTask(task, frozen, read);
  const plan = planTask(task, survey, networks, methodsOf(settings.how), settings);
  for (const note of [...task.notes, ...survey.notes, ...plan.notes])
    options.onNote?.(`${task.name}: ${note}`);
  return { task, survey, plan, settings, device, options };
}

/** Identifies the results by the files of their cells. */
function keyOf(jobs: readonly TaskJob[], { target }: TransferSettings): string {
  const files = jobs.map(({ task, plan }) => [
    task.testDigest,
    plan.cells.map(({ file }) => path.basename(file)),
    plan.entries.map(({ title }) => title),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([files, target]))
    .digest('hex');
}

/** The settings that an opening's line shows. */
function openingSettings({
  how,
  shots,
  seeds,
  normalize,
  k,
  temperature,
}: TransferSettings): Record<string, unknown> {
  return { how, shots, seeds, normalize, k, temperature };
}
