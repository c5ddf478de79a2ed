// Formatting of users' data in messages: one line, and no longer than useful.

const CHARACTERS = 60;
const PLACE_CHARACTERS = 250;
const NAMES = 10;

/** A text for a message: on one line, cut after `characters` characters (default: 60). */
export function shownText(text: string, characters = CHARACTERS): string {
  const isCut = text.length > characters;
  // Do not cut a surrogate pair in half.
  const kept = isCut ? text.slice(0, characters).replace(/[\ud800-\udbff]$/, '') : text;
  return `${kept.replace(CONTROL, escaped)}${isCut ? '…' : ''}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must not reach a terminal
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A path or another location for a message. It is cut later than other texts, so that users can find it. */
export function shownPlace(place: string): string {
  return shownText(place, PLACE_CHARACTERS);
}

/** A value for a message: its JSON, cut like {@link shownText}; `nothing` if it is undefined. */
export function shownValue(value: unknown): string {
  return value === undefined ? 'nothing' : shownText(jsonStart(value, CHARACTERS + 1));
}

/**
 * The beginning of a value's JSON, at least `characters` long if the JSON is. Each level uses up a character, so that
 * deeply nested values work, for which `JSON.stringify` would overflow the stack.
 */
function jsonStart(value: unknown, characters: number): string {
  if (characters <= 0) return '';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, characters));
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  let text = isList ? '[' : '{';
  let before = '';
  for (const key in value) {
    text += before;
    if (!isList) text += `${JSON.stringify(key.slice(0, characters))}:`;
    text += jsonStart((value as Record<string, unknown>)[key], characters - text.length);
    if (text.length >= characters) return text;
    before = ',';
  }
  return `${text}${isList ? ']' : '}'}`;
}

/** A number for people: at most two decimals, or two significant digits below 0.1. */
export function shownNumber(value: number): string {
  return String(Number(Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(2)));
}

/** Names for a message: the first ten, each cut, and the number of the others. */
export function shownNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMES).map((name) => shownText(name, CHARACTERS / 2));
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}
