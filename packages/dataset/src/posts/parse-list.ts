import { isMissing } from './missing.js';
import { parseJson } from './parse-json.js';

/**
 * Parses a list or map that a program wrote as text: JSON, or the output of Python (lists, tuples, sets, dictionaries),
 * NumPy, PostgreSQL, DuckDB, Spark or R. The syntax may be loose: a word may contain quotes (`['mother's day']`) and
 * brackets (`[saber_(fate)]`).
 *
 * @returns strings, numbers, null, and arrays and objects of them; `undefined` if the text is not a single list or map
 */
export function parseList(text: string): unknown {
  const trimmed = text.trim();
  if (!OPENING.test(trimmed)) return undefined;
  try {
    return parseJson(trimmed);
  } catch {
    return new ListReader(trimmed).whole();
  }
}

/** Calls that wrap a list: `array(['cat'], dtype=object)`, `frozenset({'cat'})`, Spark's `WrappedArray(cat, dog)`. */
const CALL = String.raw`(?:np\.|numpy\.)?(?:array|frozenset|set|tuple|list|List|Set|Seq|Vector|Array|WrappedArray|ArrayBuffer|ArraySeq|c)(?=\()`;
const OPENING = new RegExp(`^(?:[[({]|${CALL})`);
const CALL_HERE = new RegExp(CALL, 'y');
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** Maximum nesting depth. A deeper text is no list of hashtags. */
export const DEEPEST = 8;

const SPACE = /[\s,]*/y;
/** Text after a closing quote. Before any other text, a quote is an apostrophe. */
const AFTER_QUOTE = /\s*(?:[,:=\])}]|$)|\s+["']/y;
const PAIR = /\s*(?:=>|[:=])\s*/y;
/** An unquoted word that is a pair: `cat=0.9`, `name: cat`. `:3` and URLs are not pairs. */
const BARE_PAIR = /^([^:=]+?)(?:\s*=\s*|:\s+)(.*)$/s;

class ListReader {
  readonly #text: string;
  #at = 0;
  /** Quote characters with no closing quote in the rest of the text, so that it is searched only once. */
  readonly #unclosed = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  whole(): unknown {
    try {
      const value = this.#value(')', 0);
      return this.#at === this.#text.length ? value : undefined;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  #value(closing: string, depth: number): unknown {
    this.#skip(CALL_HERE);
    const char = this.#text[this.#at] ?? '';
    if (char in CLOSING) return this.#list(depth + 1);
    return this.#quoted() ?? this.#bare(closing);
  }

  #list(depth: number): unknown {
    if (depth > DEEPEST) throw new SyntaxError('too deep');
    const opening = this.#text[this.#at] ?? '';
    const closing = CLOSING[opening] ?? '';
    this.#at += 1;
    const items: unknown[] = [];
    const entries: [string, unknown][] = [];
    for (;;) {
      this.#skip(SPACE);
      if (this.#at >= this.#text.length) throw new SyntaxError('not closed');
      if (this.#text[this.#at] === closing) break;
      const isQuoted = /["']/.test(this.#text[this.#at] ?? '');
      const item = this.#value(closing, depth);
      const pair =
        opening === '{' && typeof item === 'string' ? this.#pair(item, isQuoted, depth) : undefined;
      if (pair !== undefined) entries.push(pair);
      else if (!(typeof item === 'string' && /^dtype\s*=/.test(item))) items.push(item);
    }
    this.#at += 1;
    return entries.length > 0 && items.length === 0
      ? Object.fromEntries(entries)
      : [...items, ...entries.map(([key]) => key)];
  }

  #pair(key: string, isQuoted: boolean, depth: number): [string, unknown] | undefined {
    if (isQuoted) return this.#skip(PAIR) ? [key, this.#value('}', depth)] : undefined;
    const [, name, value = ''] = BARE_PAIR.exec(key) ?? [];
    return name === undefined ? undefined : [name, value];
  }

  #quoted(): string | undefined {
    const start = this.#at;
    const quote = this.#text[start] ?? '';
    if ((quote !== '"' && quote !== "'") || this.#unclosed.has(quote)) return undefined;
    for (let end = this.#text.indexOf(quote, start + 1); end >= 0; end = this.#text.indexOf(quote, end + 1)) {
      AFTER_QUOTE.lastIndex = end + 1;
      if (this.#isEscaped(end) || !AFTER_QUOTE.test(this.#text)) continue;
      this.#at = end + 1;
      return unescaped(this.#text.slice(start + 1, end).replaceAll(quote + quote, quote));
    }
    this.#unclosed.add(quote);
    return undefined;
  }

  #isEscaped(at: number): boolean {
    let before = at;
    while (this.#text[before - 1] === '\\') before -= 1;
    return (at - before) % 2 === 1;
  }

  /** An unquoted word, up to the next comma or the end of the list; `null` if it stands for a missing value. */
  #bare(closing: string): string | null {
    const start = this.#at;
    let open = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text[this.#at] ?? '';
      if (char === ',' || (char === closing && open === 0 && this.#isEndOfList())) break;
      if (CLOSING[char] === closing) open += 1;
      else if (char === closing && open > 0) open -= 1;
    }
    const word = this.#text.slice(start, this.#at).trim();
    return isMissing(word) ? null : word;
  }

  /** Whether the bracket here closes the list; else it is part of a word, as in `(saber_(fate), cat)`. */
  #isEndOfList(): boolean {
    AFTER_QUOTE.lastIndex = this.#at + 1;
    return AFTER_QUOTE.test(this.#text);
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found !== '';
  }
}

const ESCAPES = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|U([0-9a-f]{8})|([\s\S]))/gi;

function unescaped(text: string): string {
  return text.replace(ESCAPES, (_, u?: string, x?: string, long?: string, char = '') => {
    const code = Number.parseInt(u ?? x ?? long ?? '', 16);
    if (Number.isNaN(code)) return /[nrt]/.test(char) ? ' ' : char;
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}
