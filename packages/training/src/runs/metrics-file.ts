import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { METRICS_FILE, type MetricsLine, metricsLineSchema } from '@hashsight/formats';
import { readJsonLines, writeFileAtomic } from '@hashsight/formats/node';

/** Appends a line to `metrics.jsonl`. */
export function appendMetrics(run: string, line: MetricsLine): void {
  appendFileSync(path.join(run, METRICS_FILE), `${JSON.stringify(line)}\n`);
}

/**
 * Reads all lines of `metrics.jsonl`, without a truncated last line.
 *
 * @throws InputError if the file cannot be read or another line is invalid
 */
export async function readMetrics(run: string): Promise<MetricsLine[]> {
  const file = path.join(run, METRICS_FILE);
  const options = { schema: metricsLineSchema, what: 'a line of metrics', mayBeCutOff: true };
  const lines: MetricsLine[] = [];
  for await (const line of readJsonLines(file, options)) lines.push(line);
  return lines;
}

/** Removes the lines after `step`, which a resumed run writes again. */
export async function rewindMetrics(run: string, step: number): Promise<void> {
  const lines = (await readMetrics(run)).filter((line) => line.step <= step);
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFileAtomic(path.join(run, METRICS_FILE), text);
}
