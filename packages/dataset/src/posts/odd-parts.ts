import type { CheckedPost } from './post.js';
import type { PostField } from './post-columns.js';

/** Counts the fields left out of posts, and keeps the first problem of each field for a note. */
export class OddParts {
  readonly #found = new Map<PostField, { count: number; readonly first: string }>();

  /** @param origin file and line of the record, for messages */
  add(origin: string, { odd = [] }: CheckedPost): void {
    for (const { field, problem } of odd) {
      const found = this.#found.get(field);
      if (found === undefined) this.#found.set(field, { count: 1, first: `${origin}: ${problem}` });
      else found.count += 1;
    }
  }

  /** One line per field: `author left out of 12 posts; the first: posts.jsonl:7: expected "author" to be …`. */
  lines(): readonly string[] {
    return [...this.#found].map(([field, { count, first }]) => {
      const part = field === 'hashtags' ? 'some of the hashtags' : field;
      return `${part} left out of ${count} ${count === 1 ? 'post' : 'posts'}; the first: ${first}`;
    });
  }
}
