import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError, UsageError } from '../errors.js';
import { checkWritableFolder, isFolder, isLeftOver, unusablePath } from '../files/index.js';
import { buildVocabulary, normaliseHashtag, type Vocabulary } from '../hashtags/index.js';
import { type Post, readPosts, type SetAside } from '../posts/index.js';
import type { OnProgress } from '../progress.js';
import { type SplitName, splitOf } from './split.js';
import {
  PREPARATION_FILE,
  type Preparation,
  readPreparation,
  type Sample,
  writeTrainingSet,
} from './training-set.js';

/** What {@link prepare} works on. */
export interface PrepareOptions {
  /** File of posts, JSONL. */
  readonly posts: string;
  /** Folder that the posts' `image` is relative to. */
  readonly images: string;
  /** Folder to write the training set to: new, empty, or an earlier training set, which is replaced. */
  readonly out: string;
  /** Fewest posts that must carry a hashtag to make it a class; default 15. */
  readonly minCount?: number;
  /** Share of the posts that are kept for validation, from 0 to below 1; default 0.1. */
  readonly validationShare?: number;
  /** Share of the records that may be set aside, from 0 to 1; more is an error; default 0.1. */
  readonly maxSetAside?: number;
  /** Hashtags that are kept although the reviewed list calls them generic. */
  readonly keep?: readonly string[];
  readonly onProgress?: OnProgress;
}

/** The defaults of {@link prepare}. */
export const PREPARE_DEFAULTS = { minCount: 15, validationShare: 0.1, maxSetAside: 0.1, keep: [] } as const;

type ResolvedOptions = Required<Omit<PrepareOptions, 'onProgress'>> & Pick<PrepareOptions, 'onProgress'>;

/** What {@link prepare} made. */
export interface PreparedTrainingSet {
  readonly preparation: Preparation;
  readonly vocabulary: Vocabulary;
}

/**
 * Makes a training set from posts: normalises and counts the hashtags, drops rare and generic ones, gives each post its
 * labels, and splits by a hash of the post's id. The pictures are looked for but not decoded.
 *
 * @throws UsageError when an option is out of its range
 * @throws InputError when something named cannot be used, too many records are bad, or no hashtag is left
 */
export async function prepare(given: PrepareOptions): Promise<PreparedTrainingSet> {
  const options: ResolvedOptions = { ...PREPARE_DEFAULTS, ...given };
  checkRanges(options);
  await checkFolders(options);
  const setAside: SetAside[] = [];
  const posts = await readUsablePosts(options, setAside);
  checkSetAside(options, posts.length, setAside);
  const keep = new Set(options.keep.map(normaliseHashtag));
  const hashtagsOfPosts = posts.map(({ hashtags }) => normalisedSet(hashtags));
  const vocabulary = buildVocabulary(hashtagsOfPosts, { minCount: options.minCount, keep });
  if (vocabulary.classes.length === 0) throw noClass(options, vocabulary);

  const classOf = new Map(
    vocabulary.classes.flatMap(({ hashtags }, index) => hashtags.map((tag) => [tag, index])),
  );
  const samples: Record<SplitName, Sample[]> = { train: [], validation: [] };
  for (const [position, { id, image }] of posts.entries()) {
    const indices = [...(hashtagsOfPosts[position] ?? [])].flatMap((hashtag) => classOf.get(hashtag) ?? []);
    const labels = [...new Set(indices)].sort((a, b) => a - b);
    if (labels.length > 0) samples[splitOf(id, options.validationShare)].push({ id, image, labels });
  }
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
  return { preparation, vocabulary };
}

function checkRanges({ minCount, validationShare, maxSetAside }: ResolvedOptions): void {
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

const FILES_AT_ONCE = 64;

/** The good posts whose picture is there, in the order of the file. */
async function readUsablePosts(options: ResolvedOptions, setAside: SetAside[]): Promise<Post[]> {
  const posts: Post[] = [];
  let waiting: Post[] = [];
  const lookForPictures = async () => {
    const present = await Promise.all(waiting.map(({ image }) => isFile(path.join(options.images, image))));
    for (const [position, post] of waiting.entries()) {
      if (present[position]) posts.push(post);
      else
        setAside.push({
          kind: 'missing-image',
          place: post.id,
          reason: `expected the picture ${post.image}, got no such file`,
        });
    }
    waiting = [];
    options.onProgress?.({ step: 'reading posts', done: posts.length + setAside.length, unit: 'posts' });
  };
  for await (const post of readPosts(options.posts, (record) => setAside.push(record))) {
    if (waiting.push(post) === FILES_AT_ONCE) await lookForPictures();
  }
  await lookForPictures();
  return posts;
}

function checkSetAside(
  { posts: file, maxSetAside }: ResolvedOptions,
  good: number,
  setAside: readonly SetAside[],
): void {
  const records = good + setAside.length;
  const [first] = setAside;
  if (first === undefined || setAside.length <= maxSetAside * records) return;
  throw new InputError(
    `${file}: expected at most ${maxSetAside} of the posts to be set aside (--max-set-aside), got ${setAside.length} of ${records}; the first: ${first.place}: ${first.reason}`,
  );
}

function noClass({ posts, minCount }: ResolvedOptions, { dropped }: Vocabulary): InputError {
  const highest = dropped.find(({ reason }) => reason.startsWith('rare'));
  const got = highest
    ? `"${highest.hashtag}" in ${highest.count} as the most frequent`
    : 'no hashtag that is not generic';
  const advice = highest ? `; lower --min-count to ${highest.count} or less` : '';
  return new InputError(`${posts}: expected a hashtag in at least ${minCount} posts, got ${got}${advice}`);
}

function settingsOf({ posts, minCount, validationShare, keep }: ResolvedOptions): Preparation['settings'] {
  return { posts: path.basename(posts), minCount, validationShare, keep: [...keep] };
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
    hashtags: classes.length + dropped.length,
    classes: classes.length,
    dropped: dropped.length,
  };
}

function normalisedSet(hashtags: readonly string[]): ReadonlySet<string> {
  const normalised = new Set(hashtags.map(normaliseHashtag));
  normalised.delete('');
  return normalised;
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
