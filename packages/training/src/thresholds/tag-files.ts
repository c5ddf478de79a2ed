import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type SplitName,
  type TagReport,
  THRESHOLDS_FILE,
  type Thresholds,
  tagReportFile,
  tagReportSchema,
  thresholdsSchema,
} from '@hashsight/formats';
import { parseJsonFile, type StagedFile, stageFile } from '@hashsight/formats/node';
import { csvCell } from '../csv-cell.js';

/**
 * Reads the thresholds of a run.
 *
 * @returns undefined if none were chosen
 * @throws InputError if the file is invalid
 */
export async function readThresholds(run: string): Promise<Thresholds | undefined> {
  const file = path.join(run, THRESHOLDS_FILE);
  if (!(await isThere(file))) return undefined;
  return parseJsonFile(file, await readFile(file, 'utf8'), thresholdsSchema, 'thresholds');
}

/**
 * Reads the per-tag report of a run on a split.
 *
 * @returns undefined if there is none
 * @throws InputError if the file is invalid
 */
export async function readTagReport(run: string, split: SplitName): Promise<TagReport | undefined> {
  const file = path.join(run, `${tagReportFile(split)}.json`);
  if (!(await isThere(file))) return undefined;
  return parseJsonFile(file, await readFile(file, 'utf8'), tagReportSchema, 'a per-tag report');
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Stages `tags.json`, `tags.csv`, and `thresholds.json` if thresholds are given. */
export async function stageTagFiles(
  run: string,
  { report, thresholds }: { readonly report: TagReport; readonly thresholds: Thresholds | undefined },
): Promise<StagedFile[]> {
  const name = path.join(run, tagReportFile(report.split));
  const staged = [
    await stageFile(`${name}.json`, `${JSON.stringify(report, null, 2)}\n`),
    await stageFile(`${name}.csv`, tagReportCsv(report)),
  ];
  if (thresholds !== undefined) {
    const text = `${JSON.stringify(thresholds, null, 2)}\n`;
    staged.push(await stageFile(path.join(run, THRESHOLDS_FILE), text));
  }
  return staged;
}

const COLUMNS = [
  'tag',
  'support',
  'average_precision',
  'average_precision_low',
  'average_precision_high',
  'confused_with',
  'threshold',
  'selected',
  'correct',
  'precision',
  'precision_low',
  'precision_high',
  'consistent',
] as const;

/** A per-tag report as CSV, a row for each tag; fields without a value are empty. */
export function tagReportCsv({ tags }: TagReport): string {
  const rows = tags.map(({ name, support, averagePrecision, confusedWith, promise }) => [
    name,
    support,
    ...intervalCells(averagePrecision),
    confusedWith.map(({ name: other, images }) => `${other} ${images}`).join('; '),
    promise?.threshold,
    promise?.selected,
    promise?.correct,
    ...intervalCells(promise?.precision ?? null),
    promise?.isConsistent,
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

function intervalCells(interval: TagReport['meanAveragePrecision']): (number | undefined)[] {
  return [interval?.estimate, interval?.low, interval?.high];
}
