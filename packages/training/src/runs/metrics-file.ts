import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { METRICS_FILE, type MetricsLine, metricsLineSchema } from '@hashsight/formats';
import { readJsonLines, writeFileAtomic } from '@hashsight/formats/node';

/** Adds a line to `metrics.jsonl`. */
export function appendMetrics(run: string, line: MetricsLine): void {
  appendFileSync(path.join(run, METRICS_FILE), `${JSON.stringify(line)}\n`);
}

/**
 * All lines of `metrics.jsonl`; a last one that was cut off is left out.
 *
 * @throws InputError when the file cannot be read, or another line is damaged
 */
export async function readMetrics(run: string): Promise<MetricsLine[]> {
  const file = path.join(run, METRICS_FILE);
  const options = { schema: metricsLineSchema, what: 'a line of metrics', mayBeCutOff: true };
  const lines: MetricsLine[] = [];
  for await (const line of readJsonLines(file, options)) lines.push(line);
  return lines;
}

/** Takes the lines away that were written after `step`: a run that goes on from there writes them again. */
export async function rewindMetrics(run: string, step: number): Promise<void> {
  const lines = (await readMetrics(run)).filter((line) => line.step <= step);
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFileAtomic(path.join(run, METRICS_FILE), text);
}
