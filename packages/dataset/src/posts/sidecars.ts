import { isClassNumbers } from './class-numbers.js';
import { parseJson } from './parse-json.js';
import { fieldsOf, hasWords } from './post.js';
import { columnsByField, type PostField, usualColumns } from './post-columns.js';

/** A file that describes an image. */
export interface Sidecar {
  /** For messages. */
  readonly name: string;
  /** Absent where it is larger than what describes an image. */
  readonly bytes: Uint8Array | undefined;
}

/** What sidecars say of a post, as it is written there. */
type Fields = Readonly<Partial<Record<PostField, unknown>>>;

/** What sidecars say, or in one phrase what was expected and what came instead. */
export type SidecarFields =
  | { readonly fields: Fields; readonly problem?: never }
  | { readonly fields?: never; readonly problem: string };

/**
 * Puts together what the sidecars of an image say: of a `.json` the fields of a post by their usual names, and of a
 * `.txt` the caption where the `.json` has none. What is null or empty is not there. Where the `.json` has no words at
 * all, or an empty list of hashtags alone, `wordsOf` has the `.txt`.
 *
 * @param key the image's own name: a `key` that is the same (img2dataset writes it) is no id of the post, for images of
 *   other places have it too
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
  if (caption === undefined) return { problem: unreadable(text as Sidecar, 'a text in UTF-8') };
  const fields = usualFields(record, key);
  if (caption.trim() === '') {
    return fields.hashtags === undefined && fields.caption === undefined
      ? { problem: `expected hashtags or a caption ${places(json, text)}, got neither` }
      : { fields };
  }
  const isWithoutWords = !hasWords(fields.hashtags ?? []) && fields.caption === undefined;
  if (isWithoutWords) return { fields: { ...fields, ...wordsOf(caption.trim()) } };
  return { fields: fields.caption === undefined ? { ...fields, caption: caption.trim() } : fields };
}

function places(json: Sidecar | undefined, text: Sidecar | undefined): string {
  const names = [json, text].flatMap((sidecar) => (sidecar === undefined ? [] : [sidecar.name]));
  return names.length === 0 ? 'beside the image' : `in ${names.join(' or ')}`;
}

/** A record out of JSON, or what is wrong with it. */
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
  return `expected ${sidecar.name} to be ${expected}, got ${sidecar.bytes ? 'something else' : 'a file of more than 1 MiB'}`;
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
  // The image is the one beside it.
  const columns = columnsByField((field) => (field === 'image' ? [] : usualColumns(field, names)));
  const fields = Object.entries(fieldsOf(record, columns));
  return Object.fromEntries(fields.filter(([, value]) => value !== ''));
}
