import { POST_FIELDS, USUAL_NAMES } from '../post-columns.js';

const NAMES = [...new Set(POST_FIELDS.flatMap((field) => [...USUAL_NAMES[field]]))];

/**
 * Collects the keys of JSON that have a usual name of a post's fields, in any capital letters: those of objects within
 * objects too. The pattern leaves out what was found before, so it matches once for each key.
 */
export class UsualKeys {
  readonly #found = new Set<string>();
  #pattern = patternWithout([]);

  /** As they are written; sorted. */
  get names(): readonly string[] {
    return [...this.#found].sort();
  }

  /** Looks at some whole lines of JSON. */
  find(lines: Buffer): void {
    const text = lines.toString('latin1'); // names are ASCII, and no byte of another character is
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

/** A usual name in quotes with a colon behind it, which is none of `found`. */
function patternWithout(found: readonly string[]): RegExp {
  // Each capital by itself, for `ID` may stand beside `id`.
  const anyCase = (name: string) =>
    name.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  const known = found.length === 0 ? '' : `(?!(?:${found.join('|')})")`;
  return new RegExp(String.raw`"${known}(${NAMES.map(anyCase).join('|')})"[\t\r ]*:`, 'g');
}
