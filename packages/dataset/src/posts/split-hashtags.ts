import { decodeHTMLStrict } from 'entities/decode';
import { stringText } from '../tables/sql-text.js';
import { DEEPEST, parseList } from './parse-list.js';

/**
 * The hashtags of one text. A list as some program writes it is read as one (see {@link parseList}). In any other text
 * commas, semicolons, bars, tabs and line ends separate, and where there are none of them, spaces. A `;` or `|` within a
 * word (`steins;gate`, `;d`) is part of it where another sign separates, or spaces between words with underscores; double
 * quotes keep together what is between them. HTML's character references are decoded first.
 */
export function splitHashtags(text: string): string[] {
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text;
  const list = parseList(decoded);
  const words = list === undefined ? separated(decoded) : listedHashtags(list);
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

/**
 * The hashtags in a value as data formats have it: of a list all that are texts or numbers, also of lists in it, but there
 * without the numbers beside texts (`[["cat", 0.9]]`); of a map with numbers its keys (`{"cat": 0.9}`), of another its
 * `name`, `tag` or `text`, else what it has in place of one.
 *
 * @param depth lists and maps around it; more than a list of hashtags has are passed over
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

/** What a hashtag is called in records of one, such as Twitter's and Flickr's. */
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

/** How sure or how frequent something is: a number, or yes or no. */
function isMeasure(value: unknown): boolean {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return true;
  return typeof value === 'string' && /^(?:-?\d+(?:\.\d*)?(?:e-?\d+)?|true|false|)$/i.test(value.trim());
}

/** Signs that separate wherever they stand, in several scripts. */
const SEPARATORS = String.raw`,，、､،；；؛｜\t\r\n`;
const SIGN = new RegExp(`[${SEPARATORS}]`);

/** What begins and ends a word; a separator, or a space. */
const BEFORE = String.raw`(?<![^\s${SEPARATORS};|])`;
const AFTER = String.raw`(?![^\s${SEPARATORS};|])`;

/**
 * What is kept together: words in double quotes, and emoticons with a `;` or `|`. These begin with a sign, have at most one
 * letter (`;d`, `:|`, `|_|`), and are no separator by itself.
 */
const TOGETHER = new RegExp(
  String.raw`${BEFORE}"[^"]+"${AFTER}|(?<!\S)(?!([;|])\1*(?!\S))(?=\S*[;|])[^\s\p{L}\p{N}"'#([{${SEPARATORS}][^\s\p{L}\p{N}${SEPARATORS}]*[a-z0-9]?[^\s\p{L}\p{N}${SEPARATORS}]*${AFTER}`,
  'giu',
);

function separated(text: string): string[] {
  // Of the same length, so that what separates is found in the one and cut in the other.
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

/** The separator of a text, global. */
function separatorOf(text: string): RegExp {
  const spaced = [';', '|'].filter(
    (sign) => text.includes(`${sign} `) || text.includes(` ${sign}`) || text.endsWith(sign),
  );
  if (spaced.length > 0 || SIGN.test(text)) return new RegExp(`[${SEPARATORS}${spaced.join('')}]`, 'g');
  const hasSpacedUnderscores = /\S_\S/.test(text) && /\S\s+\S/.test(text);
  return /[;|]/.test(text) && !hasSpacedUnderscores ? /[;|]/g : /\s+/g;
}

/** A sign and, after digits at most, a letter or an image: what makes a hashtag. */
const HASHTAG = /[#＃﹟][\p{Nd}_]*[\p{L}\p{M}\p{Extended_Pictographic}]/u;
const TAGGED_WORD = /^[^\p{L}\p{N}#＃﹟]*[#＃﹟]/u;

/** Most words of a hashtag without a sign, beside others that have one. */
const MOST_WORDS = 3;

/**
 * The hashtags of a text that may also be a caption, as a `.txt` beside an image is. It is a caption when it has a
 * `#hashtag` in running text: more than one word in a part with a hashtag, or more than three in one without; parts are
 * what {@link splitHashtags} separates by a sign. So `cat, dog, #bird` is a list, and so is `#cat #dog`.
 *
 * @returns `undefined` for a caption
 */
export function hashtagsOfText(text: string): string[] | undefined {
  if (!HASHTAG.test(text) || parseList(text) !== undefined) return splitHashtags(text);
  const words = text.trim().split(/\s+/);
  if (words.every((word) => TAGGED_WORD.test(word))) return splitHashtags(text);
  const parts = splitHashtags(text);
  const isBySpaces = parts.length === words.length && !SIGN.test(text.trim());
  const isRunning = (part: string) => {
    const ofPart = part.split(/\s+/);
    return HASHTAG.test(part) ? ofPart.length > 1 || !TAGGED_WORD.test(part) : ofPart.length > MOST_WORDS;
  };
  return isBySpaces || parts.some(isRunning) ? undefined : parts;
}

/** What `\s` is in JavaScript, for regular expressions of which it is ASCII's only. */
const SPACES = String.raw`[\s\x{0b}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]`;

/** Texts that more than commas or spaces may separate, or that are lists: not settled by SQL. */
const UNSETTLED = String.raw`^${SPACES}*(?:[\[({]|[A-Za-z.]+\()|["&|;${SEPARATORS.replace(',', '')}]`;

/** Words with one separator between them, which can be nothing else there. */
function plainlySeparated(sign: string): string {
  const word = String.raw`#?[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'.-]*`;
  const words = `${word}(?: ${word})*`;
  return `^${words}(?:(?: ${sign} |${sign} ?)${words})*${sign}?$`;
}

/** A list of JSON (`"`) or Python (`'`) that has texts only, without anything in them that would have to be parsed. */
function plainList(quote: string): string {
  const word = String.raw`${quote}[^"'\[\]{}&\\\x00-\x1f]*${quote}`;
  return String.raw`^\[${word}(?:, ?${word})*\]$`;
}

/**
 * The same in SQL, of a column, for texts that are separated or listed in a plain way; NULL where a text is left to
 * {@link splitHashtags}. Nothing is trimmed: normalising does.
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
