import fc from 'fast-check';
import { normaliseHashtag } from '../../src/hashtags/normalise.js';
import type { RowRange } from '../../src/posts/collect-posts.js';
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

/** Fills a table with posts; gives the relation of a range, or all. */
export async function postsTable(
  tables: Tables,
  posts: readonly WrittenPost[],
): Promise<(range?: RowRange) => string> {
  await tables.fill(
    'posts',
    {
      place: 'BIGINT',
      id: 'VARCHAR',
      image: 'VARCHAR',
      hashtags: 'VARCHAR[]',
      author: 'VARCHAR',
      day: 'INTEGER',
      file: 'VARCHAR',
      offset: 'BIGINT',
      size: 'BIGINT',
    },
    posts.map(({ hashtags, author, day }, i) => {
      const isInTar = i % 3 === 0;
      const source = isInTar ? ['posts.tar', 512 * i, 7] : [null, null, null];
      return [i + 1, `p${i + 1}`, `${i + 1}.jpg`, hashtags, author, day, ...source];
    }),
  );
  return (range) =>
    range === undefined
      ? 'posts'
      : `(SELECT * FROM posts WHERE place >= ${range.first} AND place < ${range.end})`;
}
