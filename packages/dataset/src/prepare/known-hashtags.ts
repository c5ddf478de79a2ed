import { hash } from 'node:crypto';
import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { fileDigest } from '@hashsight/formats/node';
import type { CanonicalClass } from '../hashtags/canonicalise.js';
import type { HashtagCounts } from '../hashtags/hashtag-counts.js';
import { NOT_VISUAL_DEFAULTS } from '../hashtags/not-visual/not-visual-reasons.js';
import { type CollectedPosts, collectPosts, postsSql, type RowRange } from '../posts/collect-posts.js';
import { postsFingerprint } from '../posts/fingerprint.js';
import { fileAndRow } from '../posts/post-rows.js';
import { hashtagsWantingContext, type KnownHashtags } from './choose-vocabulary.js';
import { readEvidence, writeEvidence } from './hashtag-evidence.js';
import { hashtagTablesIn, writeHashtagTables } from './hashtag-tables.js';
import { type Job, postsName } from './job.js';
import { countPostsOfClasses, type LabelOptions } from './post-labels.js';
import {
  checkSetAside,
  findUnusable,
  setAsideSql,
  UNUSABLE_FILE,
  unusableSql,
  withRenamed,
} from './usable-posts.js';

/** A change of what is read of the same file: what an earlier version read is read again. */
const READING_VERSION = 3;

/** The posts that can be used, as relations. */
export interface UsablePosts {
  readonly collected: CollectedPosts;
  /** `place`, `id`, `image`, `hashtags`, `author`, `day`, `file`, `offset`, `size`; of a range, or all. */
  readonly posts: (range?: RowRange) => string;
  /** `place` of those among them that cannot be used. */
  readonly unusable: string;
  /** How many can. */
  readonly count: number;
  /** `place`, `kind`, `origin`, `reason`. */
  readonly setAside: string;
  /** Names what they are; part of the key of what is made of them. */
  readonly key: string;
}

/**
 * Reads the posts, and finds those that can be used.
 *
 * @throws InputError when a file cannot be read, or more of the records are bad than the user allows
 */
export async function readUsablePosts(job: Job): Promise<UsablePosts> {
  const { options, files, images, tables, work } = job;
  const { columns = {}, followSymlinks, onProgress, onNote } = options;
  const fingerprint = await postsFingerprint(files, { followSymlinks });
  const dependsOn = { reading: READING_VERSION, files: fingerprint, columns };
  const { folder, key, result } = await work.stage('posts', dependsOn, async (into) => {
    const collected = await collectPosts(tables, files, into, {
      columns,
      followSymlinks,
      onProgress,
      onNote,
    });
    if (collected.records > 0) return collected;
    throw new InputError(`${postsName(job)}: expected posts, got an empty file`);
  });
  // Not a stage: images may have come or gone since.
  const found = work.folder('unusable');
  const renamed = await findUnusable(tables, result, found, {
    collected: folder,
    placeText: (place) => {
      const { file, row } = fileAndRow(place);
      const { kind, name } = files[file] ?? { kind: 'jsonl', name: '' };
      return kind === 'csv' || kind === 'tsv' || kind === 'parquet' ? `${name}:row ${row}` : `${name}:${row}`;
    },
    images: options.readImages ? images : undefined,
    followSymlinks,
    onProgress,
  });
  const setAside = setAsideSql(folder, found);
  const bad = await checkSetAside(tables, postsName(job), result, setAside, options.maxSetAside);
  return {
    collected: result,
    posts: (range) => (renamed === 0 ? postsSql(folder, range) : withRenamed(postsSql(folder, range), found)),
    unusable: unusableSql(found),
    count: result.records - bad,
    setAside,
    key: `${key} ${await fileDigest(path.join(found, UNUSABLE_FILE))}`,
  };
}

/** Hashtags of a set of posts, with what labels posts by them. */
export interface CountedHashtags extends KnownHashtags {
  readonly labelling: LabelOptions;
  readonly key: string;
}

/** Posts that a hashtag must have to be measured: a hundred pairs want some dozens of posts, origins ten. */
const MEASURED_FROM = 10;

/** Counts and measures the hashtags of posts. */
export async function knownHashtags(
  job: Job,
  { posts, unusable, count, collected, key }: UsablePosts,
): Promise<CountedHashtags> {
  const { options, tables, work } = job;
  const { onProgress } = options;
  const { ranges } = collected;
  const counted = await work.stage('hashtags', key, (folder) =>
    writeHashtagTables(tables, { posts, unusable }, ranges, folder, onProgress),
  );
  const hashtagTables = hashtagTablesIn(counted.folder);
  const counts = new Map<string, number>();
  const tagOf = new Map<string, number>();
  for await (const rows of tables.stream<{ tag: number; hashtag: string; posts: number }>(
    `SELECT tag, hashtag, posts FROM ${hashtagTables.hashtags}`,
  )) {
    for (const row of rows) {
      counts.set(row.hashtag, row.posts);
      tagOf.set(row.hashtag, row.tag);
    }
  }
  const wanting = await hashtagsWantingContext(counts.keys(), options);
  const inContext = wanting.flatMap((hashtag) => tagOf.get(hashtag) ?? []);
  const { maxUserShare, maxPeriodShare } = NOT_VISUAL_DEFAULTS;
  const minShare = Math.min(maxUserShare, maxPeriodShare);
  const evidence = await work.stage(
    'evidence',
    [counted.key, MEASURED_FROM, minShare, hash('sha256', JSON.stringify(inContext))],
    (folder) =>
      writeEvidence(tables, hashtagTables, folder, {
        minPosts: MEASURED_FROM,
        minShare,
        inContext,
        onProgress,
      }),
  );
  const { pairSums, origins, together } = await readEvidence(tables, evidence.folder);
  const labelling = { tagFolder: counted.folder, ranges, tagOf, onProgress };
  const known: HashtagCounts = { posts: count, counts, together, pairSums };
  return {
    counts: known,
    origins,
    countPosts: (classes: readonly CanonicalClass[]) =>
      countPostsOfClasses(tables, classes, counts, labelling),
    labelling,
    key: counted.key,
  };
}
