import path from 'node:path';
import { shownValue } from '@hashsight/formats';
import { findHashtags } from '../hashtags/find-hashtags.js';
import { isMissing } from './missing.js';
import { type FoundColumns, POST_FIELDS, type PostField } from './post-columns.js';
import { listedHashtags, splitHashtags } from './split-hashtags.js';

/** An image and the words its poster chose for it. Other fields of the record are kept. */
export interface Post {
  /** Unique id of the post. */
  readonly id: string;
  /** Path of the image, relative to the images folder and inside it. */
  readonly image: string;
  /** The hashtags as written, with or without `#`; may be empty. Absent if they are in the caption. */
  readonly hashtags?: readonly string[] | null;
  /** The text below the image. Its `#hashtags` are used if the post has no list of hashtags. */
  readonly caption?: string | null;
  /** The poster. */
  readonly author?: string | null;
  /** Time of the post, in any usual format; see `daySql` and `writtenDaysSql`. */
  readonly time?: string | null;
  readonly [other: string]: unknown;
}

const EXPECTED = {
  id: 'a nonempty string',
  image: 'a path inside the images folder',
  hashtags: 'a list of strings or a text',
  caption: 'a string',
  author: 'a string',
  time: 'a time',
} as const;

/** A field of the wrong type; the post is valid without it. */
export interface OddPart {
  readonly field: PostField;
  /** One phrase: the expected value and the actual one. */
  readonly problem: string;
}

/** A valid post with the fields left out of it, or one phrase: the expected record and the actual one. */
export type CheckedPost =
  | { readonly post: Post; readonly odd?: readonly OddPart[]; readonly problem?: never }
  | { readonly post?: never; readonly odd?: never; readonly problem: string };

/**
 * Checks a record from a file or a network. Numbers become strings, and a text of hashtags becomes a list. A caption,
 * author, time or single hashtag of the wrong type is left out; the post is still valid.
 */
export function checkPost(value: unknown): CheckedPost {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: `expected a post {"id", "image", "hashtags"}, got ${shownValue(value)}` };
  }
  const record = value as Readonly<Record<string, unknown>>;
  const id = wordOf(record.id);
  if (id === undefined || id === '') return { problem: unexpected('id', record.id) };
  const image = wordOf(record.image);
  if (image === undefined || image === '' || !staysInside(image)) {
    return { problem: unexpected('image', record.image) };
  }
  const post: { [field: string]: unknown; id: string; image: string } = { ...record, id, image };
  const odd: OddPart[] = [];
  for (const field of PARTS) {
    const given = record[field];
    if (given === undefined || given === null) continue;
    const { value: part, isWhole } = field === 'hashtags' ? hashtagsOf(given) : partOf(given);
    if (!isWhole) odd.push({ field, problem: unexpected(field, given) });
    post[field] = part ?? null;
  }
  if (isAbsent(post.hashtags) && isAbsent(post.caption)) {
    const words = odd.find(({ field }) => field === 'hashtags' || field === 'caption');
    return { problem: words?.problem ?? NO_WORDS };
  }
  return odd.length === 0 ? { post } : { post, odd };
}

/** Optional fields. */
const PARTS = ['hashtags', 'caption', 'author', 'time'] as const;

const NO_WORDS =
  'expected "hashtags" to be a list of strings or a text, or a "caption" with hashtags, got neither';

function unexpected(field: PostField, got: unknown): string {
  return `expected "${field}" to be ${EXPECTED[field]}, got ${shownValue(got)}`;
}

/** The usable value of a field, and whether it is complete. */
interface Part {
  readonly value: string | readonly string[] | undefined;
  readonly isWhole: boolean;
}

function partOf(given: unknown): Part {
  const value = wordOf(given);
  return { value, isWhole: value !== undefined };
}

function hashtagsOf(given: unknown): Part {
  if (typeof given === 'string') return { value: splitHashtags(given), isWhole: true };
  if (typeof given !== 'object' || given === null) return { value: undefined, isWhole: false };
  const words = listedHashtags(given);
  const isWhole =
    Object.values(given).every((each) => listedHashtags(each).length > 0) || !Array.isArray(given);
  // A list without a single hashtag may list anything.
  const isOther = words.length === 0 && Object.values(given).some((each) => each !== null);
  return { value: isOther ? undefined : words, isWhole: isWhole && !isOther };
}

/** A string, or a number as a string: names may be numbers (`1841`, `2024`). Undefined for other types. */
function wordOf(value: unknown): string | undefined {
  // MongoDB wraps values, and times twice: {"$oid": "…"}, {"$date": {"$numberLong": "…"}}.
  const word = unwrapped(unwrapped(value));
  return typeof word === 'string' || typeof word === 'number' ? String(word) : undefined;
}

function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [entry, another] = Object.entries(value);
  return entry?.[0].startsWith('$') && another === undefined ? entry[1] : value;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Whether `image` is a relative path inside the images folder. Only the text is checked; links are not resolved. */
function staysInside(image: string): boolean {
  const inside = path.normalize(image);
  return (
    !path.isAbsolute(image) && inside !== '.' && inside.split(path.sep)[0] !== '..' && !image.includes('\0')
  );
}

/**
 * Takes the fields of a post from a record: each from its first column that has a value.
 *
 * @param columns the columns of each field, in order of preference
 */
export function fieldsOf(
  record: Readonly<Record<string, unknown>>,
  columns: FoundColumns,
): Partial<Record<PostField, unknown>> {
  const fields: Partial<Record<PostField, unknown>> = {};
  for (const field of POST_FIELDS) {
    const present = columns[field].map((column) => record[column]).filter((value) => !isAbsent(value));
    const value = present.find((each) => (field === 'hashtags' ? hasWords(each) : each !== '')) ?? present[0];
    if (value !== undefined) fields[field] = value;
  }
  return fields;
}

/** Options of {@link checkRecord}. */
export interface RecordOptions {
  /** Whether a record without hashtags and caption is a valid post without hashtags, as in tables; default: no. */
  readonly isPostWithoutWords?: boolean;
}

/** Checks a record whose fields are taken by {@link fieldsOf}. Without an id, the image path is the id. */
export function checkRecord(
  record: Readonly<Record<string, unknown>>,
  columns: FoundColumns,
  { isPostWithoutWords = false }: RecordOptions = {},
): CheckedPost {
  const { id, ...fields } = fieldsOf(record, columns);
  const isWithoutWords = fields.hashtags === undefined && fields.caption === undefined;
  return checkPost({
    ...(isPostWithoutWords && isWithoutWords && { hashtags: [] }),
    ...fields,
    id: isAbsent(id) || id === '' ? fields.image : id,
  });
}

/**
 * Whether a list or text of hashtags contains a hashtag that is not a missing value. Values of other types count as
 * true, so that they are reported as unreadable.
 */
export function hasWords(hashtags: unknown): boolean {
  const list = typeof hashtags === 'string' ? splitHashtags(hashtags) : hashtags;
  if (!Array.isArray(list)) return true;
  return list.some((each) => each !== null && !(typeof each === 'string' && isMissing(each.trim())));
}

/**
 * The hashtags of a post as written: those of its list, or those of its caption if the list is empty or missing. If
 * neither has any, the list's entries are returned, so that they are counted.
 */
export function writtenHashtags({ hashtags, caption }: Post): readonly string[] {
  const list = hashtags ?? [];
  if (hasWords(list)) return list;
  const ofCaption = findHashtags(caption ?? '');
  return ofCaption.length > 0 ? ofCaption : list;
}
