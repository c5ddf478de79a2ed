import { parseJson } from './parse-json.js';

/**
 * A list of hashtags out of a text: JSON's, or separated by `;`, `|`, `,` (the first of these that is there) or spaces. In
 * brackets it is a list as some program writes it (Python: `['cat', 'dog']`), without quotes around the words.
 */
export function splitHashtags(text: string): string[] {
  const trimmed = text.trim();
  const isList = trimmed.startsWith('[') && trimmed.endsWith(']');
  const list = isList ? listOf(trimmed) : undefined;
  if (list !== undefined) return list;
  const within = isList ? trimmed.slice(1, -1) : trimmed;
  const separator = [';', '|', ','].find((each) => within.includes(each)) ?? /\s+/;
  return within
    .split(separator)
    .map((word) => (isList ? word.trim().replace(QUOTED, '$2') : word.trim()))
    .filter((word) => word !== '');
}

const QUOTED = /^(['"])(.*)\1$/s;

function listOf(text: string): string[] | undefined {
  try {
    const list = parseJson(text);
    const isWord = (word: unknown) => typeof word === 'string' || typeof word === 'number';
    return Array.isArray(list) && list.every(isWord) ? list.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** What `\s` is in JavaScript, for regular expressions of which it is ASCII's only. */
const SPACES = String.raw`[\s\x{0b}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]+`;

/**
 * The same in SQL, of a column; NULL where a text has a bracket and is no JSON list, which is left to
 * {@link splitHashtags}. Nothing is trimmed: normalising does.
 */
export function splitHashtagsSql(column: string): string {
  const separated = [';', '|', ','].map(
    (separator) => `WHEN contains(${column}, '${separator}') THEN string_split(${column}, '${separator}')`,
  );
  // not in Spark SQL so: string_split and regexp_split_to_array are its split
  return `CASE WHEN contains(${column}, '[')
      THEN CASE WHEN ${column} LIKE '[%]' AND json_valid(${column}) THEN from_json(${column}, '["VARCHAR"]') END
    ${separated.join('\n    ')}
    ELSE regexp_split_to_array(${column}, '${SPACES}') END`;
}
