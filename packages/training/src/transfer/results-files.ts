import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  InputError,
  type TaskResults,
  TRANSFER_FILE,
  type TransferResults,
  transferResultsSchema,
} from '@hashsight/formats';
import { parseJsonFile, writeFileAtomic } from '@hashsight/formats/node';
import { csvCell } from '../csv-cell.js';

/** File of the results as a table: one row for each result. */
const RESULTS_FILE = 'results.csv';

/** Reads earlier results; undefined if there are none, or of another version. */
export async function readResults(out: string): Promise<TransferResults | undefined> {
  const file = path.join(out, TRANSFER_FILE);
  try {
    return parseJsonFile(file, await readFile(file, 'utf8'), transferResultsSchema, 'results of transfer');
  } catch (error) {
    if (error instanceof InputError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

/** Writes `results.csv`, and then `transfer.json`. */
export async function writeResults(out: string, results: TransferResults): Promise<void> {
  await writeFileAtomic(path.join(out, RESULTS_FILE), resultsCsv(results));
  await writeFileAtomic(path.join(out, TRANSFER_FILE), `${JSON.stringify(results, null, 2)}\n`);
}

const COLUMNS = [
  'task',
  'method',
  'model',
  'architecture',
  'shots',
  'seed',
  'labelled_images',
  'labels_per_class',
  'metric',
  'value',
  'low',
  'high',
  'interval',
  'test_images',
  'test_openings',
  'hyper_parameters',
  'seconds',
] as const;

/** The results as CSV: a row for each result and metric; the interval stands beside the first seed's headline metric. */
function resultsCsv({ tasks }: TransferResults): string {
  const rows = tasks.flatMap((task) => taskRows(task));
  return [COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

function taskRows(task: TaskResults): (string | number)[][] {
  return task.entries.flatMap(({ method, model, architecture, points }) =>
    points.flatMap(({ shots, labelsPerClass, oneRun, results }) =>
      results.flatMap(({ seed, labelled, metrics, chosen, seconds }, i) =>
        Object.entries(metrics).map(([metric, value]) => {
          const interval =
            i === 0 && metric === task.metric ? [oneRun.low, oneRun.high, oneRun.kind] : ['', '', ''];
          return [
            ...[task.name, method, model ?? '', architecture, shots, seed, labelled],
            ...[labelsPerClass, metric, value, ...interval, task.images.test, task.openings],
            ...[JSON.stringify(chosen), seconds.toFixed(3)],
          ];
        }),
      ),
    ),
  );
}
