import { isClassNumbers } from './class-numbers.js';
import { parseJson } from './parse-json.js';
import { fieldsOf, hasWords } from './post.js';
import { columnsByField, type PostField, usualColumns } from './post-columns.js';

/** A file that describes an image. */
export interface Sidecar {
  /** For messages. */
  readonly name: string;
  /** Undefined if the file is too large for a sidecar. */
  readonly bytes: Uint8Array | undefined;
}

/** The fields of a post as written in its sidecars. */
type Fields = Readonly<Partial<Record<PostField, unknown>>>;

/** The fields, or one phrase: the expected content and the actual one. */
export type SidecarFields =
  | { readonly fields: Fields; readonly problem?: never }
  | { readonly fields?: never; readonly problem: string };

/**
 * Merges the sidecars of an image: the fields of the `.json` by their usual names, and the caption from the `.txt` if
 * the `.json` has none. Null and empty values are ignored. If the `.json` has no caption and no hashtags, `wordsOf`
 * parses the `.txt`.
 *
 * @param key name of the image. A `key` with this value, as img2dataset writes it, is not used as an id, because keys
 *   repeat across outputs
 */
export function sidecarFields(
  json: Sidecar | undefined,
  text: Sidecar | undefined,
  wordsOf: (text: string) => Fields,
  key: string,
): SidecarFields {
  const record = json === undefined ? {} : recordOf(json);
  if (typeof record === 'string') return { problem: record };
  const caption = text === undefined ? '' : textOf(text);
  if (caption === undefined) return { problem: unreadable(text as Sidecar, 'UTF-8 text') };
  const fields = usualFields(record, key);
  if (caption.trim() === '') {
    return fields.hashtags === undefined && fields.caption === undefined
      ? { problem: `expected hashtags or a caption ${sidecarNames(json, text)}, got neither` }
      : { fields };
  }
  const isWithoutWords = !hasWords(fields.hashtags ?? []) && fields.caption === undefined;
  if (isWithoutWords) return { fields: { ...fields, ...wordsOf(caption.trim()) } };
  return { fields: fields.caption === undefined ? { ...fields, caption: caption.trim() } : fields };
}

function sidecarNames(json: Sidecar | undefined, text: Sidecar | undefined): string {
  const names = [json, text].flatMap((sidecar) => (sidecar === undefined ? [] : [sidecar.name]));
  return names.length === 0 ? 'in a sidecar of the image' : `in ${names.join(' or ')}`;
}

/** A record parsed from JSON, or the problem with it. */
function recordOf(sidecar: Sidecar): Readonly<Record<string, unknown>> | string {
  const text = textOf(sidecar);
  const problem = unreadable(sidecar, 'a JSON object');
  if (text === undefined) return problem;
  try {
    const record: unknown = parseJson(text);
    return typeof record === 'object' && record !== null && !Array.isArray(record)
      ? (record as Record<string, unknown>)
      : problem;
  } catch {
    return problem;
  }
}

function unreadable(sidecar: Sidecar, expected: string): string {
  return `expected ${sidecar.name} to be ${expected}, got ${sidecar.bytes ? 'something else' : 'a file larger than 1 MiB'}`;
}

function textOf({ bytes }: Sidecar): string | undefined {
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function usualFields(record: Readonly<Record<string, unknown>>, key: string): Fields {
  const isOwnKey = (name: string) => name.toLowerCase() === 'key' && record[name] === key;
  const names = Object.keys(record).filter((name) => !isOwnKey(name) && !isClassNumbers(name, record[name]));
  // The image is the file next to the sidecar.
  const columns = columnsByField((field) => (field === 'image' ? [] : usualColumns(field, names)));
  const fields = Object.entries(fieldsOf(record, columns));
  return Object.fromEntries(fields.filter(([, value]) => value !== ''));
}
