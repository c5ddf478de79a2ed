import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import fc from 'fast-check';
import { countHashtags, type HashtagCounts } from '../../src/hashtags/hashtag-counts.js';
import type { HashtagOrigins } from '../../src/hashtags/not-visual/not-visual-reasons.js';
import { contextOf } from '../../src/hashtags/senses/context.js';
import { runStep } from '../../src/prepare/step.js';
import { countTags } from '../../src/prepare/steps/count-tags.js';
import {
  type Evidence,
  type EvidenceOptions,
  measureHashtags,
  readEvidence,
} from '../../src/prepare/steps/measure-hashtags.js';
import { select } from '../../src/tables/relation.js';
import { openTables, type Tables } from '../../src/tables/tables.js';
import {
  hashtagSets,
  postsTable,
  RANGES,
  randomPosts,
  stepRunner,
  type WrittenPost,
} from './random-posts.js';

interface Measured {
  /** Of every hashtag: its number and its posts. */
  readonly hashtags: ReadonlyMap<string, { readonly tag: number; readonly posts: number }>;
  readonly evidence: Evidence;
}

async function measure(
  tables: Tables,
  folder: string,
  posts: readonly WrittenPost[],
  options: Pick<EvidenceOptions, 'minPosts' | 'minShare' | 'rowsAPass'>,
): Promise<Measured> {
  const runner = stepRunner(tables, folder);
  const given = { posts: await postsTable(tables, posts), ranges: RANGES, key: 'posts' };
  const counted = await runStep(runner, countTags(given));
  const rows = await tables.rows(select(counted.hashtags, ['tag', 'hashtag', 'posts'], 'ORDER BY tag'));
  const inContext = rows.filter(({ hashtag }) => IN_CONTEXT.has(hashtag)).map(({ tag }) => tag);
  const files = await runStep(runner, measureHashtags(counted, { ...options, inContext }, 'key'));
  const evidence = await readEvidence(tables, files);
  return { hashtags: new Map(rows.map(({ hashtag, ...row }) => [hashtag, row])), evidence };
}

const IN_CONTEXT: ReadonlySet<string> = new Set(['dog', 'newyork', 'rare3']);

/**
 * The author and the day that have most posts of each hashtag, where that is enough; of days with as many the first, of
 * authors with as many the one with most posts of all.
 */
function originsOf(
  posts: readonly WrittenPost[],
  { minPosts, minShare }: Pick<EvidenceOptions, 'minPosts' | 'minShare'>,
): ReadonlyMap<string, HashtagOrigins> {
  const sets = hashtagSets(posts);
  const tagged = posts.filter((_, i) => (sets[i]?.size ?? 0) > 0);
  const origins = new Map<string, HashtagOrigins>();
  for (const hashtag of new Set(sets.flatMap((set) => [...set]))) {
    const own = posts.filter((_, i) => sets[i]?.has(hashtag));
    if (own.length < minPosts) continue;
    const authors = own.flatMap(({ author }) => author ?? []);
    const days = own.flatMap(({ day }) => day ?? []);
    const count = <T>(values: readonly T[], value: T) => values.filter((each) => each === value).length;
    const most = Math.max(0, ...days.map((day) => count(days, day)));
    const busiest = Math.min(...days.filter((day) => count(days, day) === most));
    const byOneUser = Math.max(0, ...authors.map((author) => count(authors, author)));
    const postsOf = (author: string) => tagged.filter((post) => post.author === author).length;
    const ofUser = authors.filter((author) => count(authors, author) === byOneUser).map(postsOf);
    const isByOne = byOneUser > minShare * own.length;
    const isInOne = most > minShare * own.length;
    if (!isByOne && !isInOne) continue;
    origins.set(hashtag, {
      ...(isByOne && { mostByOneUser: byOneUser, shareOfUser: Math.max(...ofUser) / tagged.length }),
      ...(isInOne && {
        mostInOnePeriod: most,
        shareOfPeriod: tagged.filter(({ day }) => day === busiest).length / tagged.length,
      }),
    });
  }
  return origins;
}

test('counts, pairs, origins and contexts by SQL are those that counting in memory gives, in one pass or several', async (t) => {
  const root = temporaryFolder(t);
  const tables = await openTables({ threads: 2, memoryLimit: '500MB', temporaryDir: root });
  t.after(() => tables.close());
  const runs = fc.record({
    posts: randomPosts,
    minPosts: fc.constantFrom(1, 3),
    minShare: fc.constantFrom(0, 0.25, 0.5),
    rowsAPass: fc.constantFrom(40_000_000, 50, 7),
  });
  await fc.assert(
    fc.asyncProperty(runs, async ({ posts, ...options }) => {
      const folder = mkdtempSync(path.join(root, 'run-'));
      const { hashtags, evidence } = await measure(tables, folder, posts, options);
      // The measures are of the posts with hashtags; the others tell nothing of them.
      const expected = countHashtags(hashtagSets(posts).filter((set) => set.size > 0));
      assert.deepEqual(new Map([...hashtags].map(([each, row]) => [each, row.posts])), expected.counts);
      assert.deepEqual(
        [...hashtags.values()].map(({ tag }) => tag),
        [...hashtags.keys()].map((_, i) => i + 1),
      );

      const isMeasured = (hashtag: string) =>
        (expected.counts.get(hashtag) ?? 0) >= options.minPosts || IN_CONTEXT.has(hashtag);
      assert.deepEqual(evidence.origins, originsOf(posts, options));

      const withPairs = [...expected.pairSums].filter(
        ([hashtag, { pairs }]) => pairs > 0 && isMeasured(hashtag),
      );
      assert.deepEqual([...evidence.pairSums.keys()].sort(), withPairs.map(([hashtag]) => hashtag).sort());
      for (const [hashtag, { pairs, bits }] of withPairs) {
        const got = evidence.pairSums.get(hashtag);
        assert.equal(got?.pairs, pairs);
        assert(Math.abs(got.bits - bits) <= 1e-4 * Math.abs(bits), `${hashtag}: ${got.bits}, not ${bits}`);
      }

      for (const hashtag of IN_CONTEXT) {
        const context = (together: HashtagCounts['together']) =>
          contextOf({ posts: expected.posts, counts: expected.counts, together: together ?? new Map() }, [
            hashtag,
          ]);
        assert.deepEqual(context(evidence.together), context(expected.together));
      }
      assert([...evidence.together.keys()].every((hashtag) => IN_CONTEXT.has(hashtag)));
    }),
    { numRuns: 40 },
  );
});

test('of the neighbours of a hashtag the most telling are kept, far more than are looked at', async (t) => {
  const folder = temporaryFolder(t);
  const tables = await openTables({ threads: 2, memoryLimit: '500MB', temporaryDir: folder });
  t.after(() => tables.close());
  // Neighbour n stands beside the dog n times, and nowhere else: all as unlikely by chance, so the more often, the more telling.
  const posts = Array.from({ length: 90 }, (_, n) =>
    Array.from({ length: n + 1 }, () => [['dog', `n${n}`], ['other']]).flat(),
  )
    .flat()
    .map((hashtags) => ({ hashtags, author: null, day: null }));
  const runner = stepRunner(tables, folder);
  const ranges = [{ file: 0, first: 1, end: 10_000 }];
  const given = { posts: await postsTable(tables, posts), ranges, key: 'posts' };
  const counted = await runStep(runner, countTags(given));
  const [dog] = await tables.rows(select(counted.hashtags, ['tag'], "WHERE hashtag = 'dog'"));
  const options = { minPosts: 1, minShare: 0, inContext: [dog?.tag ?? 0] };
  const files = await runStep(runner, measureHashtags(counted, options, 'key'));
  const { together } = await readEvidence(tables, files);
  const expected = Array.from({ length: 64 }, (_, i) => [`n${89 - i}`, 90 - i] as const);
  assert.deepEqual(
    [...together].map(([hashtag, others]) => [hashtag, [...others]]),
    [['dog', expected]],
  );
});

test('posts without a single hashtag: nothing is measured', async (t) => {
  const folder = temporaryFolder(t);
  const tables = await openTables({ threads: 2, memoryLimit: '500MB', temporaryDir: folder });
  t.after(() => tables.close());
  const { hashtags, evidence } = await measure(tables, folder, [{ hashtags: ['#'], author: 'ann', day: 1 }], {
    minPosts: 1,
    minShare: 0,
    rowsAPass: 1,
  });
  assert.deepEqual(hashtags, new Map());
  assert.deepEqual(evidence, { pairSums: new Map(), origins: new Map(), together: new Map() });
});
