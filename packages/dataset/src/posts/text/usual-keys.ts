import { POST_FIELDS, USUAL_NAMES } from '../post-columns.js';

const NAMES = [...new Set(POST_FIELDS.flatMap((field) => [...USUAL_NAMES[field]]))];

/**
 * Collects the keys in JSON text that are usual names of a post's fields, in any case, including keys of nested
 * objects. The pattern excludes the keys already found, so that it matches once per key.
 */
export class UsualKeys {
  readonly #found = new Set<string>();
  #pattern = patternWithout([]);

  /** The keys as written; sorted. */
  get names(): readonly string[] {
    return [...this.#found].sort();
  }

  /** Searches whole lines of JSON. */
  find(lines: Buffer): void {
    const text = lines.toString('latin1'); // the names are ASCII, and UTF-8 encodes other characters without ASCII bytes
    for (let from = 0; ; ) {
      this.#pattern.lastIndex = from;
      const match = this.#pattern.exec(text);
      if (match === null) return;
      from = this.#pattern.lastIndex;
      this.#found.add(match[1] as string);
      this.#pattern = patternWithout([...this.#found]);
    }
  }
}

/** Matches a usual name in quotes and a colon, unless the name is in `found`. */
function patternWithout(found: readonly string[]): RegExp {
  // Case is matched per letter, not ignored, because `ID` and `id` may both occur.
  const anyCase = (name: string) =>
    name.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  const known = found.length === 0 ? '' : `(?!(?:${found.join('|')})")`;
  return new RegExp(String.raw`"${known}(${NAMES.map(anyCase).join('|')})"[\t\r ]*:`, 'g');
}
