import path from 'node:path';
import fc from 'fast-check';
import { normaliseHashtag } from '../../src/hashtags/normalise.js';
import { POSTS, type RowRange } from '../../src/posts/collect-posts.js';
import { LocalExecutor } from '../../src/prepare/executor.js';
import { WorkFolder } from '../../src/prepare/work-folder.js';
import { query, type Relation } from '../../src/tables/relation.js';
import type { Tables } from '../../src/tables/tables.js';

/** A post as SQL has it, with what counting looks at. */
export interface WrittenPost {
  readonly hashtags: readonly string[];
  readonly author: string | null;
  readonly day: number | null;
}

/** A few hashtags, some much likelier than others, each in several spellings. */
const SPELLINGS = [
  ...['cat', '#Cat', 'CAT', 'dog', '#dog', 'new york', 'NewYork', 'New_York', 'ſun', 'sun', 'é', 'e\u0301'],
  ...['straße', 'STRASSE', '犬', '#', ' ', '', '🐈', 'rare-1', 'rare-2', 'rare-3', 'rare-4', 'rare-5'],
];
const hashtag = fc.nat(SPELLINGS.length ** 2 - 1).map((n) => SPELLINGS[Math.floor(Math.sqrt(n))] as string);

/** Some dozens of posts; of many hashtags there are a few only. */
export const randomPosts: fc.Arbitrary<readonly WrittenPost[]> = fc.array(
  fc.record({
    hashtags: fc.array(hashtag, { maxLength: 6 }),
    author: fc.option(fc.constantFrom('ann', 'bob', 'ünï'), { freq: 3 }),
    day: fc.option(fc.integer({ min: -2, max: 3 }), { freq: 3 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** The normalised hashtags of each post. */
export function hashtagSets(posts: readonly WrittenPost[]): ReadonlySet<string>[] {
  return posts.map(({ hashtags }) => new Set(hashtags.map(normaliseHashtag).filter((each) => each !== '')));
}

/** Ranges of a few posts each, the last of them longer than it need be. */
export const RANGES: readonly RowRange[] = [
  { file: 0, first: 1, end: 8 },
  { file: 0, first: 8, end: 9 },
  { file: 0, first: 9, end: 100 },
];

/** What runs steps in a folder. */
export function stepRunner(tables: Tables, folder: string) {
  const executor = new LocalExecutor(tables);
  const work = new WorkFolder(path.join(folder, 'work'));
  return { executor, work };
}

/** Fills a table with posts; gives the relation of a range, or all. */
export async function postsTable(
  tables: Tables,
  posts: readonly WrittenPost[],
): Promise<(range?: RowRange) => Relation<typeof POSTS>> {
  const all = await tables.fill(
    'posts',
    POSTS,
    posts.map(({ hashtags, author, day }, i) => {
      const isInTar = i % 3 === 0;
      const source = isInTar ? ['posts.tar', 512 * i, 7] : [null, null, null];
      return [i + 1, `p${i + 1}`, `${i + 1}.jpg`, hashtags, author, day, ...source];
    }),
  );
  return (range) =>
    range === undefined
      ? all
      : query(POSTS, `SELECT * FROM posts WHERE row_id >= ${range.first} AND row_id < ${range.end}`).relation;
}
