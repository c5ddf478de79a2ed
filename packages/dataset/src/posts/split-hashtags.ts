import { decodeHTMLStrict } from 'entities/decode';
import { stringText } from '../tables/sql-text.js';
import { DEEPEST, parseList } from './parse-list.js';

/**
 * Splits a text into hashtags. A list written by a program is parsed as a list (see {@link parseList}). Any other text
 * is split at commas, semicolons, bars, tabs and line ends, or at spaces if it contains none of them. A `;` or `|`
 * inside a word (`steins;gate`, `;d`) belongs to the word if the text uses another separator, or spaces between words
 * with underscores. Text in double quotes is not split. HTML character references are decoded first.
 */
export function splitHashtags(text: string): string[] {
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text;
  const list = parseList(decoded);
  const words = list === undefined ? separated(decoded) : listedHashtags(list);
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

/**
 * Extracts the hashtags from a value of JSON or another data format. From a list: all texts and numbers, including
 * nested lists, but no numbers next to texts in a nested list (`[["cat", 0.9]]`). From a map of numbers: the keys
 * (`{"cat": 0.9}`). From another map: its `name`, `tag` or `text`, else its values.
 *
 * @param depth number of enclosing lists and maps; values nested too deeply are ignored
 */
export function listedHashtags(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  const within = (each: unknown) => listedHashtags(each, depth + 1);
  if (Array.isArray(value)) {
    const isWithMeasures = depth > 0 && !value.every(isMeasure);
    return value.filter((each) => !(isWithMeasures && isMeasure(each))).flatMap(within);
  }
  const entries = Object.entries(value);
  const named = NAMES.map((name) =>
    entries.find(([key, each]) => key.toLowerCase() === name && isWord(each)),
  );
  const [, name] = named.find((entry) => entry !== undefined) ?? [];
  if (name !== undefined) return [String(name)];
  if (entries.every(([, each]) => isMeasure(each))) return entries.map(([key]) => key);
  return entries.flatMap(([, each]) => (isMeasure(each) ? [] : within(each)));
}

/** Keys of the hashtag in a record about one, for example by Twitter or Flickr. */
const NAMES = [
  'hashtag',
  'tag',
  'name',
  'text',
  'label',
  'title',
  'keyword',
  'word',
  'value',
  '_content',
  'raw',
];

function isWord(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}

/** Whether a value is a score, a count or a flag: a number or a boolean. */
function isMeasure(value: unknown): boolean {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return true;
  return typeof value === 'string' && /^(?:-?\d+(?:\.\d*)?(?:e-?\d+)?|true|false|)$/i.test(value.trim());
}

/** Characters that always separate, in several scripts. */
const SEPARATORS = String.raw`,，、､،；；؛｜\t\r\n`;
const SIGN = new RegExp(`[${SEPARATORS}]`);

/** Boundaries of a word: a separator, a space, or the start or end of the text. */
const BEFORE = String.raw`(?<![^\s${SEPARATORS};|])`;
const AFTER = String.raw`(?![^\s${SEPARATORS};|])`;

/**
 * Text that is not split: words in double quotes, and emoticons with a `;` or `|`. An emoticon begins with a
 * punctuation mark, has at most one letter (`;d`, `:|`, `|_|`) and is not just a separator.
 */
const TOGETHER = new RegExp(
  String.raw`${BEFORE}"[^"]+"${AFTER}|(?<!\S)(?!([;|])\1*(?!\S))(?=\S*[;|])[^\s\p{L}\p{N}"'#([{${SEPARATORS}][^\s\p{L}\p{N}${SEPARATORS}]*[a-z0-9]?[^\s\p{L}\p{N}${SEPARATORS}]*${AFTER}`,
  'giu',
);

function separated(text: string): string[] {
  // The masked text has the same length, so that positions found in it can be used to cut the original.
  const open = text.replace(TOGETHER, (together) => 'x'.repeat(together.length));
  const separator = separatorOf(open);
  const words: string[] = [];
  let start = 0;
  for (const { 0: found, index } of open.matchAll(separator)) {
    words.push(text.slice(start, index));
    start = index + found.length;
  }
  return [...words, text.slice(start)];
}

/** The separator of a text, as a global regular expression. */
function separatorOf(text: string): RegExp {
  const spaced = [';', '|'].filter(
    (sign) => text.includes(`${sign} `) || text.includes(` ${sign}`) || text.endsWith(sign),
  );
  if (spaced.length > 0 || SIGN.test(text)) return new RegExp(`[${SEPARATORS}${spaced.join('')}]`, 'g');
  const hasSpacedUnderscores = /\S_\S/.test(text) && /\S\s+\S/.test(text);
  return /[;|]/.test(text) && !hasSpacedUnderscores ? /[;|]/g : /\s+/g;
}

/** The beginning of a hashtag: a sign, and a letter or emoji that may follow digits. */
const HASHTAG = /[#＃﹟][\p{Nd}_]*[\p{L}\p{M}\p{Extended_Pictographic}]/u;
const TAGGED_WORD = /^[^\p{L}\p{N}#＃﹟]*[#＃﹟]/u;

/** Maximum number of words in a hashtag without a sign, in a text where others have one. */
const MOST_WORDS = 3;

/**
 * Splits a text that may also be a caption, such as a `.txt` next to an image. The text is a caption if it contains a
 * `#hashtag` in running text: a part with a hashtag has more than one word, or a part without one has more than three.
 * Parts are the pieces returned by {@link splitHashtags}. So `cat, dog, #bird` is a list, and so is `#cat #dog`.
 *
 * @returns the hashtags; `undefined` for a caption
 */
export function hashtagsOfText(text: string): string[] | undefined {
  if (!HASHTAG.test(text) || parseList(text) !== undefined) return splitHashtags(text);
  const words = text.trim().split(/\s+/);
  if (words.every((word) => TAGGED_WORD.test(word))) return splitHashtags(text);
  const parts = splitHashtags(text);
  const isBySpaces = parts.length === words.length && !SIGN.test(text.trim());
  const isRunning = (part: string) => {
    const wordsInPart = part.split(/\s+/);
    return HASHTAG.test(part)
      ? wordsInPart.length > 1 || !TAGGED_WORD.test(part)
      : wordsInPart.length > MOST_WORDS;
  };
  return isBySpaces || parts.some(isRunning) ? undefined : parts;
}

/** JavaScript's `\s`, for DuckDB's regular expressions, where `\s` matches ASCII only. */
const SPACES = String.raw`[\s\x{0b}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]`;

/** Texts left to JavaScript: lists, and texts that may have separators other than commas and spaces. */
const UNSETTLED = String.raw`^${SPACES}*(?:[\[({]|[A-Za-z.]+\()|["&|;${SEPARATORS.replace(',', '')}]`;

/** Words with a single kind of separator between them, which can have no other meaning there. */
function plainlySeparated(sign: string): string {
  const word = String.raw`#?[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'.-]*`;
  const words = `${word}(?: ${word})*`;
  return `^${words}(?:(?: ${sign} |${sign} ?)${words})*${sign}?$`;
}

/** A JSON (`"`) or Python (`'`) list of plain texts, without escapes or nesting. */
function plainList(quote: string): string {
  const word = String.raw`${quote}[^"'\[\]{}&\\\x00-\x1f]*${quote}`;
  return String.raw`^\[${word}(?:, ?${word})*\]$`;
}

/**
 * SQL for {@link splitHashtags} on a column, for plainly separated or listed texts. Other texts give NULL and are left
 * to JavaScript. Words are not trimmed; normalization does that.
 */
export function splitHashtagsSql(column: string): string {
  const matches = (pattern: string) => `regexp_matches(${column}, ${stringText(pattern)})`;
  const split = (sign: string) => `string_split(${column}, '${sign}')`;
  const words = (quote: string) =>
    `regexp_extract_all(${column}, ${stringText(`${quote}([^${quote}]*)${quote}`)}, 1)`;
  // not in Spark SQL so: string_split and regexp_split_to_array are its split, regexp_matches is its rlike
  return `CASE WHEN ${column}[1] = '[' THEN CASE WHEN ${matches(plainList('"'))} THEN ${words('"')}
      WHEN ${matches(plainList("'"))} THEN ${words("'")} END
    WHEN NOT ${matches(UNSETTLED)} THEN CASE WHEN contains(${column}, ',') THEN ${split(',')}
      ELSE regexp_split_to_array(${column}, '${SPACES}+') END
    WHEN ${matches(plainlySeparated(';'))} THEN ${split(';')}
    WHEN ${matches(plainlySeparated(String.raw`\|`))} THEN ${split('|')} END`;
}
