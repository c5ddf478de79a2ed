import { hash } from 'node:crypto';
import { fileDigest } from '@hashsight/formats/node';
import type { CanonicalClass } from '../hashtags/canonicalise.js';
import type { HashtagCounts } from '../hashtags/hashtag-counts.js';
import { NOT_VISUAL_DEFAULTS } from '../hashtags/not-visual/not-visual-reasons.js';
import {
  type ASIDE,
  asideRelation,
  type CollectedPosts,
  type POSTS,
  postsRelation,
  type RowRange,
} from '../posts/collect-posts.js';
import { postsFingerprint } from '../posts/fingerprint.js';
import { fileAndRow } from '../posts/post-rows.js';
import { type Relation, select } from '../tables/relation.js';
import { hashtagsWantingContext, type KnownHashtags } from './choose-vocabulary.js';
import { readCorrections } from './corrections.js';
import { type Job, postsName } from './job.js';
import { checkSetAside, setAsideOf } from './set-aside.js';
import { runStep } from './step.js';
import { type CorrectedPosts, correctPosts, withCorrected } from './steps/correct-posts.js';
import { countTags } from './steps/count-tags.js';
import { findUnusable, withRenamed } from './steps/find-unusable.js';
import { countPostsOfClasses, type TagsToLabel } from './steps/label-posts.js';
import { measureHashtags, readEvidence } from './steps/measure-hashtags.js';
import { type ReadPosts, readPosts } from './steps/read-posts.js';

/** The usable posts, as relations. */
export interface UsablePosts {
  readonly collected: CollectedPosts;
  /** The posts of a range, by default all posts; they include {@link unusable} posts. */
  readonly posts: (range?: RowRange) => Relation<typeof POSTS>;
  /** The posts that cannot be used. */
  readonly unusable: Relation<typeof ASIDE>;
  /** The number of usable posts. */
  readonly count: number;
  /** The records set aside while reading, and the unusable posts. */
  readonly setAside: Relation<typeof ASIDE>;
  /** Identifies the posts; part of the key of results computed from them. */
  readonly key: string;
}

/**
 * Reads the posts and finds the usable ones.
 *
 * @throws InputError if a file cannot be read, or if more records are unusable than `maxSetAside` allows
 */
export async function readUsablePosts(job: Job): Promise<UsablePosts> {
  const { options, files, images, executor } = job;
  const { followSymlinks, onProgress } = options;
  const read = await runStep(job, readPosts(job, await postsFingerprint(files, { followSymlinks })));
  const { folder, key, records } = read;
  const found = await runStep(
    job,
    findUnusable(postsRelation(folder), {
      records,
      rowText: (rowId) => {
        const { file, row } = fileAndRow(rowId);
        const { kind, name } = files[file] ?? { kind: 'jsonl', name: '' };
        return kind === 'csv' || kind === 'tsv' || kind === 'parquet'
          ? `${name}:row ${row}`
          : `${name}:${row}`;
      },
      images: options.readImages ? images : undefined,
      followSymlinks,
      onProgress,
    }),
  );
  const setAside = setAsideOf(asideRelation(folder), found.unusable);
  const bad = await checkSetAside(
    executor,
    postsName(job),
    records,
    setAside,
    options.maxSetAside,
    job.images,
  );
  const { corrected, digest } = await correctionsOf(job, read);
  return {
    collected: read,
    posts: (range) => withRenamed(withCorrected(postsRelation(folder, range), corrected), found),
    unusable: found.unusable,
    count: records - bad,
    setAside,
    key: `${key} ${await fileDigest(found.file)}${digest}`,
  };
}

/** The corrected posts, and what identifies the corrections; nothing without corrections. */
async function correctionsOf(
  job: Job,
  { folder, key }: ReadPosts,
): Promise<{ readonly corrected?: CorrectedPosts['corrected']; readonly digest: string }> {
  const { corrections: file, onNote } = job.options;
  if (file === undefined) return { digest: '' };
  const corrections = await readCorrections(file);
  const { corrected, count } = await runStep(job, correctPosts(postsRelation(folder), corrections, key));
  const missing = corrections.byId.size - count;
  const rest = missing > 0 ? `; ${missing} belong to no post` : '';
  onNote?.(`${file}: corrections of ${count} posts applied${rest}`);
  return { corrected, digest: ` ${corrections.digest}` };
}

/** The hashtags of a set of posts, with the data for labeling the posts. */
export interface CountedHashtags extends KnownHashtags {
  readonly labelling: TagsToLabel;
}

/** Minimum posts for measuring a hashtag: origins need ten posts; a hundred pairs need a few dozen. */
const MEASURED_FROM = 10;

/** Counts and measures the hashtags of posts. */
export async function knownHashtags(
  job: Job,
  { posts, unusable, count, collected: { ranges }, key }: UsablePosts,
): Promise<CountedHashtags> {
  const { options, executor } = job;
  const counted = await runStep(job, countTags({ posts, ranges, unusable, key }));
  const counts = new Map<string, number>();
  const tagOf = new Map<string, number>();
  for await (const rows of executor.stream(select(counted.hashtags, ['tag', 'hashtag', 'posts']))) {
    for (const row of rows) {
      counts.set(row.hashtag, row.posts);
      tagOf.set(row.hashtag, row.tag);
    }
  }
  const wanting = await hashtagsWantingContext(counts.keys(), options);
  const inContext = wanting.flatMap((hashtag) => tagOf.get(hashtag) ?? []);
  const { maxUserShare, maxPeriodShare } = NOT_VISUAL_DEFAULTS;
  const minShare = Math.min(maxUserShare, maxPeriodShare);
  const dependsOn = [counted.key, MEASURED_FROM, minShare, hash('sha256', JSON.stringify(inContext))];
  const evidence = await runStep(
    job,
    measureHashtags(counted, { minPosts: MEASURED_FROM, minShare, inContext }, dependsOn),
  );
  const { pairSums, origins, together } = await readEvidence(executor, evidence);
  const labelling = { counted, tagOf };
  const known: HashtagCounts = { posts: count, counts, together, pairSums };
  return {
    counts: known,
    origins,
    countPosts: (classes: readonly CanonicalClass[]) =>
      countPostsOfClasses(executor, classes, counts, labelling),
    labelling,
  };
}
