import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Correction,
  InputError,
  type OnProgress,
  reviewMarksSchema,
  type Sample,
  type Suggestion,
  suggestionSchema,
  type TrainingSet,
  UsageError,
  type VocabularyClass,
} from '@hashsight/formats';
import {
  makeFolder,
  parseJsonFile,
  readJsonLines,
  unusablePath,
  writeFileAtomic,
} from '@hashsight/formats/node';
import { extractFeatures } from '../features/extract-features.js';
import { openRunFolder } from '../runs/run-folder.js';
import { chooseDevice } from '../settings/device.js';
import { openTrainingSet } from '../training-data/open-training-set.js';
import { loadModelSource, type ModelSource } from '../weights/model-source.js';
import { CORRECTIONS_FILE, cleanPage, suggestionKey } from './clean-page.js';
import { findTagIssues, type TagIssue } from './confident-tags.js';
import { outOfFoldAnswers } from './out-of-fold.js';

/** Options of {@link clean}. */
export interface CleanOptions {
  /** Run whose features are used. */
  readonly run?: string | undefined;
  /** Checkpoint of the run; default: the best, or the last without validation. */
  readonly checkpoint?: string | undefined;
  /** File of weights whose features are used, instead of a run. */
  readonly weights?: string | undefined;
  /** Training set to clean; default: the one the run was trained on. */
  readonly data?: string | undefined;
  /** Folder for the suggestions, the page, and the corrections. */
  readonly out: string;
  /** Suggestions below this posterior are left out, 0 to 1; default 0.5. */
  readonly posterior?: number | undefined;
  /** Suggestions from this posterior on are corrected without a review, unless a mark rejects them; default: none. */
  readonly accept?: number | undefined;
  /** File of marks that the page saved, for suggestions made before. */
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

/** Result of {@link clean}. */
export interface CleanResult {
  /** Numbers of suggestions. */
  readonly suggestions: { readonly wrong: number; readonly missing: number };
  /** Number of posts with corrections. */
  readonly corrected: number;
  readonly files: { readonly suggestions: string; readonly page: string; readonly corrections: string };
}

const SUGGESTIONS_FILE = 'suggestions.jsonl';
const LEAST_POSTERIOR = 0.5;

/**
 * Finds training images whose tags are probably wrong, and tags that are probably missing. Writes `suggestions.jsonl`, a page to
 * go through them, `clean.html`, and `corrections.jsonl` with what was accepted, for `prepare`. With `marks`, only applies
 * them to the suggestions in the folder.
 *
 * @throws UsageError if options contradict each other or are out of range
 * @throws InputError if a folder, a file, or the training set cannot be used
 */
export async function clean(options: CleanOptions): Promise<CleanResult> {
  const { out, posterior = LEAST_POSTERIOR, accept, marks: marksFile, onNote } = options;
  for (const [name, value] of Object.entries({ posterior, accept })) {
    if (value !== undefined && !(value >= 0 && value <= 1)) {
      throw new UsageError(`clean: expected ${name} from 0 to 1, got ${value}`);
    }
  }
  const files = {
    suggestions: path.join(out, SUGGESTIONS_FILE),
    page: path.join(out, 'clean.html'),
    corrections: path.join(out, CORRECTIONS_FILE),
  };
  const marks = marksFile === undefined ? {} : await readMarks(marksFile);
  const suggestions =
    marksFile === undefined
      ? await suggest(options, posterior, files)
      : await readSuggestions(files.suggestions);
  const known = new Set(suggestions.map(suggestionKey));
  const unknown = Object.keys(marks).filter((key) => !known.has(key)).length;
  if (unknown > 0) onNote?.(`${marksFile}: ${unknown} marks belong to no suggestion; left out`);
  const accepted = suggestions.filter((one) => {
    const mark = marks[suggestionKey(one)];
    return mark === 'yes' || (mark === undefined && accept !== undefined && one.posterior >= accept);
  });
  const corrections = correctionsOf(accepted);
  await writeFileAtomic(files.corrections, corrections.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const count = (kind: Suggestion['kind']) => suggestions.filter((one) => one.kind === kind).length;
  return {
    suggestions: { wrong: count('wrong'), missing: count('missing') },
    corrected: corrections.length,
    files,
  };
}

async function suggest(
  options: CleanOptions,
  posterior: number,
  files: CleanResult['files'],
): Promise<Suggestion[]> {
  const { workers, cacheFolder, onProgress, onNote } = options;
  const device = chooseDevice(options.device);
  const data = options.data ?? (await dataOfRun(options));
  const { set } = await openTrainingSet(data);
  await makeFolder(options.out);
  using model = await loadModelSource(sourceOf(options), { device, ...(onNote && { onNote }) });
  const images = set.train.map(({ image }) => image);
  const { values, dim, unreadable } = await extractFeatures(model, {
    images,
    workers,
    cacheFolder,
    onProgress,
  });
  if (unreadable.length > 0) onNote?.(`${unreadable.length} images could not be read; left out`);
  const left = new Set(unreadable.map(({ index }) => index));
  const samples = set.train.filter((_, i) => !left.has(i));
  const features = new Float32Array(samples.length * dim);
  let row = 0;
  for (let i = 0; i < images.length; i++) {
    if (!left.has(i)) features.set(values.subarray(i * dim, (i + 1) * dim), row++ * dim);
  }
  const step = 'fitting probes';
  const answers = outOfFoldAnswers({
    ...{ features, dim, numClasses: set.vocabulary.classes.length },
    tags: samples.map(({ labels }) => labels),
    onProgress: (share) => onProgress?.({ step, done: Math.round(share * 100), total: 100, unit: '%' }),
  });
  const issues = findTagIssues(answers).issues.filter((issue) => issue.posterior >= posterior);
  const suggestions = issues.map((issue) => suggestionOf(issue, samples, set));
  await writeFileAtomic(files.suggestions, suggestions.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const command = `hashsight clean --out ${options.out}`;
  await writeFileAtomic(files.page, await cleanPage({ suggestions, set, command }));
  return suggestions;
}

function sourceOf({ run, weights, checkpoint }: CleanOptions): ModelSource {
  if (run !== undefined && weights === undefined) {
    return checkpoint === undefined ? { run } : { run, checkpoint };
  }
  if (weights !== undefined && run === undefined) return { weights };
  throw new UsageError('clean: expected a run or a file of weights, got neither or both');
}

async function dataOfRun({ run }: CleanOptions): Promise<string> {
  if (run === undefined) throw new UsageError('clean: expected data, the training set to clean');
  return (await openRunFolder(run)).config.data.path;
}

function suggestionOf(
  { kind, post, tag, probability, posterior }: TagIssue,
  samples: readonly Sample[],
  { vocabulary: { classes } }: TrainingSet,
): Suggestion {
  const { id, imagePath, labels } = samples[post] as Sample;
  const { name, hashtags } = classes[tag] as VocabularyClass;
  const names = labels.map((label) => (classes[label] as VocabularyClass).name);
  return { id, image: imagePath, labels: names, kind, hashtag: name, hashtags, probability, posterior };
}

/** The corrections of each post: all hashtags of a wrong class are removed, the name of a missing one is added. */
function correctionsOf(accepted: readonly Suggestion[]): Correction[] {
  const byId = new Map<string, { id: string; remove: string[]; add: string[] }>();
  for (const { id, kind, hashtag, hashtags } of accepted) {
    const own = byId.get(id) ?? { id, remove: [], add: [] };
    if (kind === 'wrong') own.remove.push(...hashtags);
    else own.add.push(hashtag);
    byId.set(id, own);
  }
  return [...byId.values()];
}

async function readSuggestions(file: string): Promise<Suggestion[]> {
  const all: Suggestion[] = [];
  for await (const line of readJsonLines(file, { schema: suggestionSchema, what: 'a suggestion' }))
    all.push(line);
  return all;
}

async function readMarks(file: string): Promise<Readonly<Record<string, 'yes' | 'no'>>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const { kind, marks } = parseJsonFile(
    file,
    text,
    reviewMarksSchema,
    'marks saved by the page of suggestions',
  );
  if (kind !== 'corrections') {
    throw new InputError(
      `${file}: expected marks of suggestions, got ${kind}; give the file that clean.html saved`,
    );
  }
  return marks;
}
