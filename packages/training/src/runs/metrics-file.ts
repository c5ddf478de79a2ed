import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unusablePath, writeFileAtomic } from '@hashsight/formats/node';

/** How a run went, a line each few steps and each epoch. */
export const METRICS_FILE = 'metrics.jsonl';

/** How good the model is at images that it did not train on. */
export interface Validation {
  readonly images: number;
  readonly loss: number;
  readonly hitAt1: number;
  readonly hitAt5: number;
  /** Images that were left out, because they cannot be decoded. */
  readonly unreadable: number;
}

/** How the steps since the line before went. */
export interface TrainLine {
  readonly kind: 'train';
  /** From 1. */
  readonly epoch: number;
  /** Steps that are done. */
  readonly step: number;
  /** Mean since the line before. */
  readonly loss: number;
  /** Share of the images shown since the line before whose likeliest answer is one of their hashtags. */
  readonly hitAt1: number;
  readonly learningRate: number;
  readonly imagesPerSecond: number;
  /** Share of the time since the line before that went by waiting for batches, from 0 to 1. */
  readonly dataWait: number;
  /**
   * Share of the processor time that the process wanted since the line before, from 0 to 1, which other programs had; only
   * on Linux. Far from 0, other work slows the training down.
   */
  readonly cpuShared?: number;
  /** Resident memory of the process. */
  readonly memoryBytes: number;
  /** Images of the epoch that were left out so far, because they cannot be decoded. */
  readonly unreadable: number;
  /** Steps skipped so far, for their loss or gradient was not finite. */
  readonly skippedSteps: number;
  /** L2 norm of the gradient before it was clipped; only where it is clipped. */
  readonly gradNorm?: number;
}

/** How good the model is after an epoch. */
export interface ValidationLine extends Validation {
  readonly kind: 'validation';
  /** The epoch that ended, from 1. */
  readonly epoch: number;
  readonly step: number;
}

/** One line of `metrics.jsonl`. */
export type MetricsLine = TrainLine | ValidationLine;

/** Adds a line to `metrics.jsonl`. */
export function appendMetrics(run: string, line: MetricsLine): void {
  appendFileSync(path.join(run, METRICS_FILE), `${JSON.stringify(line)}\n`);
}

/** All lines of `metrics.jsonl`; a last one that was cut off is left out. */
export async function readMetrics(run: string): Promise<MetricsLine[]> {
  const file = path.join(run, METRICS_FILE);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as MetricsLine];
    } catch {
      return [];
    }
  });
}

/** Takes the lines away that were written after `step`: a run that goes on from there writes them again. */
export async function rewindMetrics(run: string, step: number): Promise<void> {
  const lines = (await readMetrics(run)).filter((line) => line.step <= step);
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFileAtomic(path.join(run, METRICS_FILE), text);
}
