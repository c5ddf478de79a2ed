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
 * Reads the evaluation of a run on a split.
 *
 * @returns undefined if the run was not evaluated on it
 * @throws InputError if the file is invalid
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
 * Reads the predictions of a run for the images of a split.
 *
 * @throws InputError if there are none, or a line is invalid; the file is written atomically, so this includes the last
 * line
 */
export function readPredictions(run: string, split: SplitName): AsyncIterable<PredictionLine> {
  const file = path.join(run, predictionsFile(split));
  return readJsonLines(file, { schema: predictionLineSchema, what: 'a line of predictions' });
}
