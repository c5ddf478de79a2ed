import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type DuplicateLine,
  duplicatesFile,
  type Evaluation,
  evaluationFile,
  InputError,
  type OnProgress,
  reviewMarksSchema,
  type Sample,
  type SplitName,
  type TrainingSet,
  UsageError,
} from '@hashsight/formats';
import { parseJsonFile, unusablePath, writeFileAtomic } from '@hashsight/formats/node';
import { readEvaluation, readPredictions } from '../evaluation/evaluation-files.js';
import { openRunFolder } from '../runs/run-folder.js';
import { chooseDevice } from '../settings/device.js';
import { openTrainingSet } from '../training-data/open-training-set.js';
import { loadModelSource } from '../weights/model-source.js';
import { duplicatesPage, pairKey } from './duplicates-page.js';
import { findLearnedDuplicates } from './find-learned-duplicates.js';
import { type HitRank, hitRank, lowerBound, readDuplicates } from './lower-bound.js';
import { THRESHOLD } from './score.js';

/** Options of {@link searchDuplicates}. */
export interface SearchDuplicatesOptions {
  /** Run folder. */
  readonly run: string;
  /** Training set; default: the one the run was trained on. */
  readonly data?: string | undefined;
  /** Split whose images are searched in the training images; default: `test`. */
  readonly split?: SplitName | undefined;
  /** `best`, `last`, or the name or path of a checkpoint; default: the best, or the last without validation. */
  readonly checkpoint?: string | undefined;
  /** Score from which a pair is suspected, 0 to 1; default 0.7. */
  readonly threshold?: number | undefined;
  /** Neighbors that are compared for each image; default 21. */
  readonly k?: number | undefined;
  /**
   * File of marks that the page saved. They are applied to the pairs found before, without another search; if there are none yet,
   * the search is done first.
   */
  readonly marks?: string | undefined;
  /** `auto`, `cpu`, `cuda`, or `cuda:N`; default `auto`. */
  readonly device?: string | undefined;
  readonly workers?: number | undefined;
  /** Folder of the cache of features; default: the folder for downloads. */
  readonly cacheFolder?: string | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Called with messages for the user. */
  readonly onNote?: ((text: string) => void) | undefined;
}

/** Result of {@link searchDuplicates}. */
export interface SearchedDuplicates {
  readonly split: SplitName;
  /** Pairs that were found, by descending score. */
  readonly pairs: readonly DuplicateLine[];
  /** Numbers of images searched, and of training images. */
  readonly images: { readonly evaluated: number; readonly training: number };
  /** The file of pairs, and the page to look at them. */
  readonly files: { readonly pairs: string; readonly page: string };
  /** The evaluation with both figures; undefined if the run was not evaluated on the split. */
  readonly evaluation: Evaluation | undefined;
}

/**
 * Searches the images of a split in the training images by a run's features and their appearance. Writes
 * `duplicates.test.jsonl` and a page to look at the pairs, `duplicates.test.html`, to the run folder, and the lower bound of
 * the metrics into `evaluation.test.json`. Marks of earlier searches are kept.
 *
 * @throws InputError if a folder or the marks cannot be used, or the split has no images
 * @throws UsageError if the threshold or k is out of range
 */
export async function searchDuplicates(options: SearchDuplicatesOptions): Promise<SearchedDuplicates> {
  const { split = 'test', threshold = THRESHOLD } = options;
  if (split === 'train') throw new UsageError('duplicates: expected validation or test, got train');
  if (!(threshold > 0 && threshold <= 1)) {
    throw new UsageError(`duplicates: expected a threshold above 0 and up to 1, got ${threshold}`);
  }
  const run = await openRunFolder(options.run);
  const data = options.data ?? run.config.data.path;
  const { set } = await openTrainingSet(data);
  if (set[split].length === 0) throw new InputError(`${data}: no ${split} images`);
  const marks = options.marks === undefined ? {} : await readMarks(options.marks);
  const known = await readDuplicates(run.path, split);
  const found =
    known !== undefined && options.marks !== undefined
      ? known
      : keepStatus(await search(set, split, { ...options, threshold }), known ?? []);
  const pairs = found.map((line) => ({
    ...line,
    status: STATUSES[marks[pairKey(line)] ?? ''] ?? line.status,
  }));
  const unknown = Object.keys(marks).length - found.filter((line) => pairKey(line) in marks).length;
  if (unknown > 0) options.onNote?.(`${options.marks}: ${unknown} marks belong to no pair; left out`);
  const files = {
    pairs: path.join(run.path, duplicatesFile(split)),
    page: path.join(run.path, duplicatesFile(split).replace(/jsonl$/, 'html')),
  };
  const page = await duplicatesPage({ run: options.run, split, set, pairs });
  await writeFileAtomic(files.pairs, pairs.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await writeFileAtomic(files.page, page);
  return {
    split,
    pairs,
    images: { evaluated: set[split].length, training: set.train.length },
    files,
    evaluation: await updateEvaluation(run.path, split, pairs),
  };
}

const STATUSES: Readonly<Record<string, DuplicateLine['status']>> = { yes: 'confirmed', no: 'rejected' };

async function readMarks(file: string): Promise<Readonly<Record<string, 'yes' | 'no'>>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const { kind, marks } = parseJsonFile(
    file,
    text,
    reviewMarksSchema,
    'marks saved by the page of duplicates',
  );
  if (kind !== 'duplicates') {
    throw new InputError(
      `${file}: expected marks of duplicates, got ${kind}; give the file that the page saved`,
    );
  }
  return marks;
}

async function search(
  set: TrainingSet,
  split: SplitName,
  options: SearchDuplicatesOptions & { readonly threshold: number },
): Promise<DuplicateLine[]> {
  const { run, checkpoint, k, workers, cacheFolder, threshold, onProgress, onNote } = options;
  const source = { run, ...(checkpoint === undefined ? {} : { checkpoint }) };
  const device = chooseDevice(options.device);
  using model = await loadModelSource(source, { device, ...(onNote === undefined ? {} : { onNote }) });
  const { pairs, unreadable } = await findLearnedDuplicates(model, {
    queries: set[split].map(({ image }) => image),
    base: set.train.map(({ image }) => image),
    ...{ k, workers, cacheFolder, onProgress, leastScore: threshold },
  });
  const count = unreadable.queries + unreadable.base;
  if (count > 0) onNote?.(`${count} ${count === 1 ? 'image' : 'images'} could not be read; left out`);
  const named = ({ id, imagePath }: Sample) => ({ id, image: imagePath });
  return pairs.map(({ query, base, score, similarity, hashDistance, isMirrored }) => ({
    evaluated: named(set[split][query] as Sample),
    training: named(set.train[base] as Sample),
    ...{ score, hashDistance, isMirrored },
    similarity: Math.max(-1, Math.min(1, similarity)),
    status: 'suspected' as const,
  }));
}

function keepStatus(found: readonly DuplicateLine[], known: readonly DuplicateLine[]): DuplicateLine[] {
  const statuses = new Map(known.map((line) => [pairKey(line), line.status]));
  return found.map((line) => ({ ...line, status: statuses.get(pairKey(line)) ?? line.status }));
}

async function updateEvaluation(
  run: string,
  split: SplitName,
  pairs: readonly DuplicateLine[],
): Promise<Evaluation | undefined> {
  const evaluation = await readEvaluation(run, split);
  if (evaluation === undefined) return undefined;
  const hits: HitRank[] = [];
  for await (const line of readPredictions(run, split)) hits.push(hitRank(line));
  const updated = { ...evaluation, duplicates: lowerBound(hits, pairs) };
  await writeFileAtomic(path.join(run, evaluationFile(split)), `${JSON.stringify(updated, null, 2)}\n`);
  return updated;
}
