import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError, UsageError } from '../errors.js';
import { checkWritableFolder, isFolder, isLeftOver, unusablePath } from '../files/index.js';
import {
  findHashtags,
  normaliseHashtag,
  parseVocabularyRule,
  SENSE_RULES,
  type SenseRule,
  type Vocabulary,
  type VocabularyRule,
} from '../hashtags/index.js';
import type { Post, SetAside } from '../posts/index.js';
import type { OnProgress } from '../progress.js';
import { type ChosenVocabulary, chooseVocabulary } from './choose-vocabulary.js';
import { authorOf, hashtagOrigins } from './post-origins.js';
import { type SplitName, splitOf } from './split.js';
import {
  isVocabularyEdited,
  PREPARATION_FILE,
  type Preparation,
  readPreparation,
  type Sample,
  VOCABULARY_FILE,
  writeTrainingSet,
} from './training-set.js';
import { checkSetAside, readUsablePosts } from './usable-posts.js';

/** What {@link prepare} works on. */
export interface PrepareOptions {
  /** File of posts, JSONL. */
  readonly posts: string;
  /** Folder that the posts' `image` is relative to. */
  readonly images: string;
  /** Folder to write the training set to: new, empty, or an earlier training set, which is replaced. */
  readonly out: string;
  /** Which hashtags become classes, as {@link parseVocabularyRule} reads it; default `all`. */
  readonly vocabulary?: string;
  /** Which of several senses a hashtag follows; default `best`. */
  readonly senses?: SenseRule;
  /** Fewest posts that must carry a class; default 15, but 1 where the classes stand in a file. */
  readonly minCount?: number;
  /**
   * What is split: each `post` by itself, or with `user` all posts of one author (`author` or `user` of the post)
   * together; a post without one by itself. Default `post`.
   */
  readonly splitBy?: 'post' | 'user';
  /** Share of the posts that are kept for validation, from 0 to below 1; default 0.1. */
  readonly validationShare?: number;
  /** Share of the records that may be set aside, from 0 to 1; more is an error; default 0.1. */
  readonly maxSetAside?: number;
  /** Hashtags that are kept although the reviewed list, or the data, says that they show nothing. */
  readonly keep?: readonly string[];
  readonly onProgress?: OnProgress;
}

/** The defaults of {@link prepare}. */
export const PREPARE_DEFAULTS = {
  vocabulary: 'all',
  senses: 'best',
  minCount: 15,
  splitBy: 'post',
  validationShare: 0.1,
  maxSetAside: 0.1,
  keep: [],
} as const;

type ResolvedOptions = Required<Omit<PrepareOptions, 'onProgress'>> & Pick<PrepareOptions, 'onProgress'>;

/** What {@link prepare} made. */
export interface PreparedTrainingSet extends ChosenVocabulary {
  readonly preparation: Preparation;
}

/**
 * Makes a training set from posts: normalises and counts the hashtags, drops those that say nothing, merges those that
 * mean one thing, gives each post its labels, and splits by a hash of the post's id or of its author. The pictures are
 * looked for but not decoded.
 *
 * @throws UsageError when an option is out of its range
 * @throws InputError when something named cannot be used, too many records are bad, or no hashtag is left
 */
export async function prepare(given: PrepareOptions): Promise<PreparedTrainingSet> {
  const rule = parseVocabularyRule(given.vocabulary ?? PREPARE_DEFAULTS.vocabulary);
  const leastCount = rule.kind === 'file' ? 1 : PREPARE_DEFAULTS.minCount;
  const options: ResolvedOptions = { ...PREPARE_DEFAULTS, minCount: leastCount, ...given };
  checkRanges(options);
  await checkFolders(options);
  await checkUnedited(options.out, rule);
  const setAside: SetAside[] = [];
  const posts = await readUsablePosts(options, setAside);
  checkSetAside(options, posts.length, setAside);
  const hashtagsOfPosts = posts.map(({ hashtags, caption = '' }) =>
    normalisedSet(hashtags ?? findHashtags(caption)),
  );
  const { minCount, senses, keep } = options;
  const choice = { rule, senses, minCount, keep: new Set(keep.map(normaliseHashtag)) };
  const origins = hashtagOrigins(posts, hashtagsOfPosts);
  const chosen = await chooseVocabulary(hashtagsOfPosts, origins, choice);
  const { vocabulary } = chosen;
  if (vocabulary.classes.length === 0) throw noClass(options, vocabulary);
  const samples = samplesOf(posts, hashtagsOfPosts, vocabulary, options);
  if (samples.train.length === 0) {
    throw new InputError(
      `${options.posts}: expected posts to train on, got all in validation; lower --validation-share`,
    );
  }
  const preparation = await writeTrainingSet(
    options.out,
    { vocabulary, imagesDir: path.resolve(options.images), ...samples },
    {
      preparation: { settings: settingsOf(options), counts: countsOf(posts, setAside, vocabulary, samples) },
      setAside,
    },
  );
  return { preparation, ...chosen };
}

/** The posts that have a label, on their sides. */
function samplesOf(
  posts: readonly Post[],
  hashtagsOfPosts: readonly ReadonlySet<string>[],
  { classes }: Vocabulary,
  { splitBy, validationShare }: ResolvedOptions,
): Record<SplitName, Sample[]> {
  const classesOf = new Map<string, number[]>();
  for (const [index, { hashtags }] of classes.entries()) {
    for (const hashtag of hashtags) classesOf.set(hashtag, [...(classesOf.get(hashtag) ?? []), index]);
  }
  const samples: Record<SplitName, Sample[]> = { train: [], validation: [] };
  for (const [position, post] of posts.entries()) {
    const indices = [...(hashtagsOfPosts[position] ?? [])].flatMap((hashtag) => classesOf.get(hashtag) ?? []);
    const labels = [...new Set(indices)].sort((a, b) => a - b);
    if (labels.length === 0) continue;
    const key = splitBy === 'user' ? authorOf(post) : undefined;
    samples[splitOf(key ?? post.id, validationShare)].push({ id: post.id, image: post.image, labels });
  }
  return samples;
}

function checkRanges({ senses, splitBy, minCount, validationShare, maxSetAside }: ResolvedOptions): void {
  if (!SENSE_RULES.includes(senses)) {
    throw new UsageError(`--senses: expected ${SENSE_RULES.join(', ')}, got ${senses}`);
  }
  if (splitBy !== 'post' && splitBy !== 'user') {
    throw new UsageError(`--split-by: expected post or user, got ${splitBy}`);
  }
  if (!Number.isInteger(minCount) || minCount < 1) {
    throw new UsageError(`--min-count: expected a whole number from 1, got ${minCount}`);
  }
  if (!(validationShare >= 0 && validationShare < 1)) {
    throw new UsageError(`--validation-share: expected a number from 0 to below 1, got ${validationShare}`);
  }
  if (!(maxSetAside >= 0 && maxSetAside <= 1)) {
    throw new UsageError(`--max-set-aside: expected a number from 0 to 1, got ${maxSetAside}`);
  }
}

/** A vocabulary that somebody edited is never written over, but by the run that uses it. */
async function checkUnedited(out: string, rule: VocabularyRule): Promise<void> {
  if (rule.kind === 'file' && path.resolve(rule.path) === path.resolve(out, VOCABULARY_FILE)) return;
  if (!(await isVocabularyEdited(out))) return;
  const file = path.join(out, VOCABULARY_FILE);
  throw new InputError(
    `${file}: expected the file that prepare wrote, got one that was edited; use it with --vocabulary file:${file}, or move it away`,
  );
}

/** Fails before the long work where it would fail after it. */
async function checkFolders({ images, out }: ResolvedOptions): Promise<void> {
  const found = await stat(images).catch((error: unknown) => {
    throw unusablePath(images, error);
  });
  if (!found.isDirectory()) throw new InputError(`${images}: expected a folder of pictures, got a file`);
  await checkWritableFolder(out);
  const names = (await isFolder(out)) ? await readdir(out) : [];
  const there = names.filter((name) => !isLeftOver(name));
  // A run that was killed between its renames leaves the last file, prepare.json, beside its place.
  const isCutOff = names.some((name) => isLeftOver(name) && name.startsWith(`.${PREPARATION_FILE}.`));
  if (there.length === 0 || isCutOff) return;
  await readPreparation(out).catch(() => {
    const message = `${out}: expected an empty folder or an earlier training set, got one with ${there[0]} in it`;
    throw new InputError(`${message}; choose another --out`);
  });
}

function noClass({ posts, minCount }: ResolvedOptions, { dropped }: Vocabulary): InputError {
  const rare = dropped.find(({ reason }) => reason.startsWith('rare'));
  const [first] = dropped;
  const place = `${posts}: expected a class that at least ${minCount} posts carry`;
  if (rare) {
    const got = `"${rare.hashtag}" in ${rare.count} as the most frequent`;
    return new InputError(`${place}, got ${got}; lower --min-count to ${rare.count} or less`);
  }
  if (first === undefined) return new InputError(`${place}, got posts without hashtags`);
  const got = `"${first.hashtag}" in ${first.count}, dropped as ${first.reason}, as the most frequent`;
  return new InputError(`${place}, got ${got}; keep it with --keep, or choose another --vocabulary`);
}

function settingsOf(options: ResolvedOptions): Preparation['settings'] {
  const { posts, vocabulary, senses, minCount, splitBy, validationShare, keep } = options;
  return {
    posts: path.basename(posts),
    vocabulary,
    senses,
    minCount,
    splitBy,
    validationShare,
    keep: [...keep],
  };
}

function countsOf(
  posts: readonly Post[],
  setAside: readonly SetAside[],
  { classes, dropped }: Vocabulary,
  { train, validation }: Readonly<Record<SplitName, readonly Sample[]>>,
): Preparation['counts'] {
  const ofKind = (kind: SetAside['kind']) => setAside.filter((record) => record.kind === kind).length;
  const labelled = train.length + validation.length;
  return {
    records: posts.length + setAside.length,
    setAside: {
      malformed: ofKind('malformed'),
      duplicateId: ofKind('duplicate-id'),
      missingImage: ofKind('missing-image'),
    },
    posts: posts.length,
    withoutLabel: posts.length - labelled,
    labelled,
    train: train.length,
    validation: validation.length,
    hashtags: new Set(classes.flatMap(({ hashtags }) => hashtags)).size + dropped.length,
    inClasses: new Set(classes.flatMap(({ hashtags }) => hashtags)).size,
    classes: classes.length,
    dropped: dropped.length,
  };
}

function normalisedSet(hashtags: readonly string[]): ReadonlySet<string> {
  const normalised = new Set(hashtags.map(normaliseHashtag));
  normalised.delete('');
  return normalised;
}
