import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import fc from 'fast-check';
import { runStep } from '../../src/prepare/step.js';
import { countTags } from '../../src/prepare/steps/count-tags.js';
import { countPostsOfClasses, labelPosts } from '../../src/prepare/steps/label-posts.js';
import { query, select } from '../../src/tables/relation.js';
import { openTables } from '../../src/tables/tables.js';
import { hashtagSets, postsTable, RANGES, randomPosts, stepRunner } from './random-posts.js';

/** Classes over the hashtags of random posts, and one that nobody has; some hashtags are in none, some in two. */
const classes = fc
  .array(
    fc.subarray(['cat', 'dog', 'newyork', 'sun', 'é', 'strasse', '犬', 'rare1', 'rare2', 'unknown'], {
      minLength: 1,
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((each) => each.map((hashtags) => ({ hashtags })));

test('labels and counts of classes are those that a plain loop gives: a set, ascending, posts without, and those that cannot be used, left out', async (t) => {
  const root = temporaryFolder(t);
  const tables = await openTables({ threads: 2, memoryLimit: '500MB', temporaryDir: root });
  t.after(() => tables.close());
  await fc.assert(
    fc.asyncProperty(randomPosts, classes, async (posts, wanted) => {
      const folder = mkdtempSync(path.join(root, 'run-'));
      const relation = await postsTable(tables, posts);
      const unusable = query({ row_id: 'BIGINT' }, 'SELECT row_id FROM posts WHERE row_id % 7 = 3').relation;
      const runner = stepRunner(tables, folder);
      const given = { posts: relation, ranges: RANGES, unusable, key: 'posts' };
      const counted = await runStep(runner, countTags(given));
      const usable = hashtagSets(posts).map((set, i) => ((i + 1) % 7 === 3 ? new Set<string>() : set));
      const rows = await tables.rows(select(counted.hashtags, ['tag', 'hashtag', 'posts']));
      const tags = { counted, tagOf: new Map(rows.map(({ hashtag, tag }) => [hashtag, tag])) };
      const { all } = await runStep(runner, labelPosts(relation, RANGES, wanted, tags));
      const labelled = await tables.rows(`SELECT * FROM ${all}`);

      const labels = usable.map((set) =>
        [...wanted.keys()].filter((index) => wanted[index]?.hashtags.some((hashtag) => set.has(hashtag))),
      );
      const expected = labels.flatMap((own, i) => {
        const source = i % 3 === 0 ? ['posts.tar', 512 * i, 7] : [null, null, null];
        const [file, start, bytes] = source;
        const author = posts[i]?.author;
        const post = { row_id: i + 1, post: `p${i + 1}`, image: `${i + 1}.jpg`, author, file, start, bytes };
        return own.length === 0 ? [] : [{ ...post, labels: own }];
      });
      assert.deepEqual(labelled, expected);

      const postsOf = new Map(rows.map(({ hashtag, posts: count }) => [hashtag, count]));
      assert.deepEqual(
        await countPostsOfClasses(runner.executor, wanted, postsOf, tags),
        wanted.map((_, index) => labels.filter((own) => own.includes(index)).length),
      );
    }),
    { numRuns: 30 },
  );
});
