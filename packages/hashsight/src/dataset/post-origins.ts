import type { HashtagOrigins } from '../hashtags/index.js';
import type { Post } from '../posts/index.js';

/** Who posted, where the post says so in `author` or `user`. */
export function authorOf(post: Post): string | undefined {
  const author = post.author ?? post.user;
  if (typeof author === 'number') return String(author);
  return typeof author === 'string' && author !== '' ? author : undefined;
}

const MS_PER_DAY = 86_400_000;
/** Unix time in seconds stays below this until the year 5138; in milliseconds it is above it since 1973. */
const FIRST_IN_MS = 1e11;

/** The day of a post (days since 1970-01-01, UTC), where its `time` is Unix time or ISO 8601. */
export function dayOf(post: Post): number | undefined {
  const { time } = post;
  if (typeof time === 'number') return Math.floor(time / (time < FIRST_IN_MS ? 86_400 : MS_PER_DAY));
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.floor(ms / MS_PER_DAY);
}

/**
 * Where the posts of each hashtag come from: the author and the day that have most of them.
 *
 * @param hashtagsOfPosts the normalised hashtags of each of `posts`
 */
export function hashtagOrigins(
  posts: readonly Post[],
  hashtagsOfPosts: readonly ReadonlySet<string>[],
): ReadonlyMap<string, HashtagOrigins> {
  const byAuthor = mostFrequent(posts.map(authorOf), hashtagsOfPosts);
  const days = posts.map(dayOf);
  const byDay = mostFrequent(days, hashtagsOfPosts);
  const postsOfDay = countOf(days);
  const origins = new Map<string, HashtagOrigins>();
  for (const hashtag of new Set([...byAuthor.keys(), ...byDay.keys()])) {
    const author = byAuthor.get(hashtag);
    const day = byDay.get(hashtag);
    origins.set(hashtag, {
      ...(author && { mostByOneUser: author.count }),
      ...(day && {
        mostInOnePeriod: day.count,
        shareOfPeriod: (postsOfDay.get(day.value) ?? 0) / posts.length,
      }),
    });
  }
  return origins;
}

/** For each hashtag the value that most of its posts have, and how many; of equals the first in the order of the posts. */
function mostFrequent<Value>(
  values: readonly (Value | undefined)[],
  hashtagsOfPosts: readonly ReadonlySet<string>[],
): ReadonlyMap<string, { readonly value: Value; readonly count: number }> {
  const counts = new Map<string, Map<Value, number>>();
  for (const [position, value] of values.entries()) {
    if (value === undefined) continue;
    for (const hashtag of hashtagsOfPosts[position] ?? []) {
      const own = counts.get(hashtag) ?? new Map<Value, number>();
      counts.set(hashtag, own.set(value, (own.get(value) ?? 0) + 1));
    }
  }
  const most = new Map<string, { value: Value; count: number }>();
  for (const [hashtag, own] of counts) {
    for (const [value, count] of own) {
      if (count > (most.get(hashtag)?.count ?? 0)) most.set(hashtag, { value, count });
    }
  }
  return most;
}

function countOf<Value>(values: readonly (Value | undefined)[]): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
