import { access } from 'node:fs/promises';
import path from 'node:path';
import {
  type DuplicateLine,
  duplicateLineSchema,
  duplicatesFile,
  type EvaluationDuplicates,
  type PredictionLine,
  type SplitName,
} from '@hashsight/formats';
import { readJsonLines } from '@hashsight/formats/node';

/** The rank of the first prediction that is one of an image's labels: 0 for a hit@1; -1 if none of five is. */
export interface HitRank {
  readonly id: string;
  readonly rank: number;
}

/** The {@link HitRank} of an image's predictions. */
export function hitRank({ id, labels, predictions }: PredictionLine): HitRank {
  return { id, rank: predictions.findIndex(({ hashtag }) => labels.includes(hashtag)) };
}

/**
 * Reads the learned duplicates of a split.
 *
 * @returns undefined if they were not searched
 * @throws InputError if a line is invalid
 */
export async function readDuplicates(run: string, split: SplitName): Promise<DuplicateLine[] | undefined> {
  const file = path.join(run, duplicatesFile(split));
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const lines: DuplicateLine[] = [];
  const options = { schema: duplicateLineSchema, what: 'a pair of duplicates' };
  for await (const line of readJsonLines(file, options)) lines.push(line);
  return lines;
}

/**
 * The shares of hits if each image with a confirmed or suspected duplicate in the training set counts as wrong (Mahajan et
 * al. 2018): what the model reaches at least without having seen the image.
 */
export function lowerBound(hits: readonly HitRank[], pairs: readonly DuplicateLine[]): EvaluationDuplicates {
  const counted = pairs.filter(({ status }) => status !== 'rejected');
  const own = new Set(hits.map(({ id }) => id));
  const idsOf = (lines: readonly DuplicateLine[]) =>
    new Set(lines.map(({ evaluated }) => evaluated.id).filter((id) => own.has(id)));
  const duplicates = idsOf(counted);
  const share = (most: number) =>
    hits.length === 0
      ? 0
      : hits.filter(({ id, rank }) => rank >= 0 && rank < most && !duplicates.has(id)).length / hits.length;
  return {
    images: duplicates.size,
    confirmed: idsOf(counted.filter(({ status }) => status === 'confirmed')).size,
    lowerBound: { hitAt1: share(1), hitAt5: share(5) },
  };
}
