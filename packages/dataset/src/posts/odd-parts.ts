import type { CheckedPost } from './post.js';
import type { PostField } from './post-columns.js';

/** Counts the parts that were left out of posts, by field, and keeps the first of each to tell. */
export class OddParts {
  readonly #found = new Map<PostField, { count: number; readonly first: string }>();

  /** @param place of the record, for people */
  add(place: string, { odd = [] }: CheckedPost): void {
    for (const { field, problem } of odd) {
      const found = this.#found.get(field);
      if (found === undefined) this.#found.set(field, { count: 1, first: `${place}: ${problem}` });
      else found.count += 1;
    }
  }

  /** A line for each field: `author left out of 12 posts; the first: posts.jsonl:7: expected "author" to be …`. */
  lines(): readonly string[] {
    return [...this.#found].map(([field, { count, first }]) => {
      const what = field === 'hashtags' ? 'some of the hashtags' : field;
      return `${what} left out of ${count} ${count === 1 ? 'post' : 'posts'}; the first: ${first}`;
    });
  }
}
