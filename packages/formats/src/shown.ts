// How messages show what comes from files: one line each, and never longer than helps.

const CHARACTERS = 60;
const PLACE_CHARACTERS = 250;
const NAMES = 10;

/** A text as a message shows it: on one line, and cut after some characters (default: 60). */
export function shownText(text: string, characters = CHARACTERS): string {
  const isCut = text.length > characters;
  // A pair of surrogates stays whole, or goes.
  const kept = isCut ? text.slice(0, characters).replace(/[\ud800-\udbff]$/, '') : text;
  return `${kept.replace(CONTROL, escaped)}${isCut ? '…' : ''}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they must not reach a terminal
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A path, or another place in users' files, as a message shows it: it has to be found again, so more of it stays. */
export function shownPlace(place: string): string {
  return shownText(place, PLACE_CHARACTERS);
}

/** A value as a message shows it: its JSON, cut as {@link shownText}; `nothing` where it is undefined. */
export function shownValue(value: unknown): string {
  return value === undefined ? 'nothing' : shownText(jsonStart(value, CHARACTERS + 1));
}

/**
 * The beginning of a value's JSON, at least `characters` of it where there are as many. Each level takes a character, so
 * that values nested ever so deep are shown too, for which `JSON.stringify` has no stack.
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

/** Names as a message shows them: the first ten, each cut, and how many more there are. */
export function shownNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMES).map((name) => shownText(name, CHARACTERS / 2));
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}
