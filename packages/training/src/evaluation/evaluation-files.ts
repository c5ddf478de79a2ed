import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Evaluation,
  evaluationFile,
  evaluationSchema,
  type PredictionLine,
  predictionLineSchema,
  predictionsFile,
  type SplitName,
} from '@hashsight/formats';
import { parseJsonFile, readJsonLines } from '@hashsight/formats/node';

/**
 * How good a run's model was found on a split.
 *
 * @returns undefined when it was not evaluated on it
 * @throws InputError when the file is damaged
 */
export async function readEvaluation(run: string, split: SplitName): Promise<Evaluation | undefined> {
  const file = path.join(run, evaluationFile(split));
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  return parseJsonFile(file, await readFile(file, 'utf8'), evaluationSchema, 'an evaluation');
}

/**
 * The answers to the images of a split that a run was evaluated on.
 *
 * @throws InputError when there are none, or a line is damaged; the file is written whole, so the last line too
 */
export function readPredictions(run: string, split: SplitName): AsyncIterable<PredictionLine> {
  const file = path.join(run, predictionsFile(split));
  return readJsonLines(file, { schema: predictionLineSchema, what: 'a line of predictions' });
}
