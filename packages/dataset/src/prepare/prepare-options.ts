import type { OnProgress } from '@hashsight/formats';
import {
  DUPLICATE_RULES,
  SAMPLING_RULES,
  type SamplingRule,
  SENSE_RULES,
  type SenseRule,
  SPLIT_RULES,
  shownText,
  UsageError,
} from '@hashsight/formats';
import { normaliseHashtag } from '../hashtags/normalise.js';
import { parseVocabularyRule, type VocabularyRule } from '../hashtags/vocabularies/vocabulary-rule.js';
import type { PostColumns } from '../posts/post-columns.js';

/** What {@link prepare} works on. */
export interface PrepareOptions {
  /** Files of posts (JSONL, CSV, TSV, Parquet, WebDataset tars), globs of them, or folders. */
  readonly posts: string | readonly string[];
  /** Folder that the posts' `image` is relative to; default: the folder of the first file of posts. */
  readonly images?: string;
  /** Follows links that lead out of the folders of posts and images; default: they are passed over. */
  readonly followSymlinks?: boolean;
  /** Folder to write the training set to: new, empty, or an earlier training set, which is replaced. */
  readonly out: string;
  /** Which columns or keys hold what, where these are not the usual names. */
  readonly columns?: PostColumns;
  /** Which hashtags become classes, as {@link parseVocabularyRule} reads it; default `all`. */
  readonly vocabulary?: string;
  /** Which of several senses a hashtag follows; default `best`. */
  readonly senses?: SenseRule;
  /**
   * Fewest different images that must show a class, without looking at images posts that must carry it; default 15, but 1
   * where the classes stand in a file.
   */
  readonly minCount?: number;
  /** Whether hashtags are dropped that the reviewed list, or the data, says show nothing; default true. The paper drops none. */
  readonly filters?: boolean;
  /** Hashtags that are kept although the reviewed list, or the data, says that they show nothing. */
  readonly keep?: readonly string[];
  /**
   * What is split: each `post` by itself, or with `user` all posts of one author together; a post without one by itself.
   * Default `post`.
   */
  readonly splitBy?: (typeof SPLIT_RULES)[number];
  /** Share that is kept for validation, of each class where it can be; from 0 to below 1; default 0.1. */
  readonly validationShare?: number;
  /** Share that is kept to report figures of, of each class where it can be; from 0 to below 1; default 0.1. */
  readonly testShare?: number;
  /** Share of the records that may be set aside, from 0 to 1; more is an error; default 0.1. */
  readonly maxSetAside?: number;
  /** What becomes of posts with the same image; default `merge`. */
  readonly duplicates?: (typeof DUPLICATE_RULES)[number];
  /** Folders of images that must not be trained on: those of an evaluation set. */
  readonly evaluationSets?: readonly string[];
  /** Which replication factors images of rare classes get; default `natural`, 1. */
  readonly sampling?: SamplingRule;
  /** Classes that a smaller share of the training images carry are shown more often; default {@link evenShare}. */
  readonly samplingThreshold?: number;
  /** Share of the training labels that are replaced by wrong ones, for studies; default 0. */
  readonly labelNoise?: number;
  /** Of what is drawn at random: the label noise; default 0. */
  readonly seed?: number;
  /** Pixels that larger images' shorter side is brought to, as JPEG; absent: images stay as they were. */
  readonly shorterSide?: number;
  /** Bytes of a shard, about; default 500 MB. */
  readonly maxShardSize?: number;
  /** False makes vocabulary and labels only, and looks at no image; default true. */
  readonly readImages?: boolean;
  /** Threads; default: one for each core. */
  readonly workers?: number;
  /** Memory for SQL before it goes on on the disk, as DuckDB writes it; default `700MB`. */
  readonly memory?: string;
  readonly onProgress?: OnProgress;
  /** Told what was guessed, and what people should know; a line each. */
  readonly onNote?: (line: string) => void;
}

/** The defaults of {@link prepare}. */
export const PREPARE_DEFAULTS = {
  followSymlinks: false,
  vocabulary: 'all',
  senses: 'best',
  minCount: 15,
  filters: true,
  keep: [],
  splitBy: 'post',
  validationShare: 0.1,
  testShare: 0.1,
  maxSetAside: 0.1,
  duplicates: 'merge',
  evaluationSets: [],
  sampling: 'natural',
  labelNoise: 0,
  seed: 0,
  maxShardSize: 500_000_000,
  readImages: true,
  memory: '700MB',
} as const;

type Defaulted = keyof typeof PREPARE_DEFAULTS;

/** Options with everything filled in that has a default. */
export type ResolvedOptions = Required<Pick<PrepareOptions, Defaulted>> &
  Omit<PrepareOptions, Defaulted | 'posts'> & {
    readonly posts: readonly string[];
    readonly rule: VocabularyRule;
    /** Normalised. */
    readonly kept: ReadonlySet<string>;
  };

/**
 * Fills in what was not given, and checks.
 *
 * @throws UsageError naming the first option that is out of its range
 */
export function resolveOptions(given: PrepareOptions): ResolvedOptions {
  const rule = parseVocabularyRule(given.vocabulary ?? PREPARE_DEFAULTS.vocabulary);
  const minCount = rule.kind === 'file' ? 1 : PREPARE_DEFAULTS.minCount;
  const isGiven = Object.entries(given).filter(([, value]) => value !== undefined);
  const options = {
    ...PREPARE_DEFAULTS,
    minCount,
    ...(Object.fromEntries(isGiven) as unknown as PrepareOptions),
  };
  const posts = typeof options.posts === 'string' ? [options.posts] : options.posts;
  const resolved = { ...options, posts, rule, kept: new Set(options.keep.map(normaliseHashtag)) };
  checkRanges(resolved);
  return resolved;
}

function checkRanges(options: ResolvedOptions): void {
  const { senses, splitBy, duplicates, sampling, minCount, validationShare, testShare, maxSetAside } =
    options;
  oneOf('--senses', SENSE_RULES, senses);
  oneOf('--split-by', SPLIT_RULES, splitBy);
  oneOf('--duplicates', DUPLICATE_RULES, duplicates);
  oneOf('--sampling', SAMPLING_RULES, sampling);
  const inRange = (flag: string, isIn: boolean, expected: string, got: unknown) => {
    if (!isIn) throw new UsageError(`${flag}: expected ${expected}, got ${got}`);
  };
  const isWhole = (value: number, least: number) => Number.isSafeInteger(value) && value >= least;
  inRange('--posts', options.posts.length > 0, 'at least one file', 'none');
  inRange('--min-count', isWhole(minCount, 1), 'a whole number from 1', minCount);
  const isShare = (value: number) => value >= 0 && value < 1;
  inRange('--validation-share', isShare(validationShare), 'a number from 0 to below 1', validationShare);
  inRange('--test-share', isShare(testShare), 'a number from 0 to below 1', testShare);
  const left = 1 - validationShare;
  inRange('--test-share', testShare < left, `less than --validation-share leaves (${left})`, testShare);
  inRange('--max-set-aside', maxSetAside >= 0 && maxSetAside <= 1, 'a number from 0 to 1', maxSetAside);
  const { labelNoise, seed, samplingThreshold, shorterSide, maxShardSize, workers, evaluationSets } = options;
  inRange('--label-noise', labelNoise >= 0 && labelNoise <= 1, 'a share from 0 to 1', labelNoise);
  inRange('--seed', isWhole(seed, 0), 'a whole number from 0', seed);
  if (samplingThreshold !== undefined) {
    const isThreshold = samplingThreshold > 0 && samplingThreshold <= 1;
    inRange('--sampling-threshold', isThreshold, 'a share of the images above 0, up to 1', samplingThreshold);
    inRange(
      '--sampling-threshold',
      sampling !== 'natural',
      '--sampling sqrt or uniform beside it',
      'natural',
    );
  }
  if (shorterSide !== undefined)
    inRange('--shorter-side', isWhole(shorterSide, 32), 'pixels from 32', shorterSide);
  inRange('--max-shard-size', isWhole(maxShardSize, 1), 'a number of bytes from 1', maxShardSize);
  if (workers !== undefined) inRange('--workers', isWhole(workers, 1), 'a whole number from 1', workers);
  const isLookedAt = options.readImages && duplicates !== 'off';
  inRange(
    '--evaluation-set',
    evaluationSets.length === 0 || isLookedAt,
    'it without --metadata-only and --duplicates off, which look for no duplicates',
    'both',
  );
}

function oneOf(flag: string, known: readonly string[], got: string): void {
  if (!known.includes(got))
    throw new UsageError(`${flag}: expected ${known.join(', ')}, got ${shownText(got)}`);
}
