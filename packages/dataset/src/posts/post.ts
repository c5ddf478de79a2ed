import path from 'node:path';
import { shownValue } from '@hashsight/formats';
import { findHashtags } from '../hashtags/find-hashtags.js';
import { isMissing } from './missing.js';
import { type FoundColumns, POST_FIELDS, type PostField } from './post-columns.js';
import { listedHashtags, splitHashtags } from './split-hashtags.js';

/** One image and the words its poster chose for it. Fields that are not named here are kept as they are. */
export interface Post {
  /** Names the post; no two posts share it. */
  readonly id: string;
  /** Path of the image, relative to the images folder and inside it. */
  readonly image: string;
  /** The hashtags as they were written, with or without `#`; may be empty. Absent where they stand in the caption. */
  readonly hashtags?: readonly string[] | null;
  /** The text below the image, whose `#hashtags` are taken where the post has no list of them. */
  readonly caption?: string | null;
  /** Who posted. */
  readonly author?: string | null;
  /** When, in any of the usual ways to write it, see `daySql` and `writtenDaysSql`. */
  readonly time?: string | null;
  readonly [other: string]: unknown;
}

const EXPECTED = {
  id: 'a string that is not empty',
  image: 'a path inside the images folder',
  hashtags: 'a list of strings or a text',
  caption: 'a string',
  author: 'a string',
  time: 'a time',
} as const;

/** A part of a record that is not what it should be, and without which the post is good. */
export interface OddPart {
  readonly field: PostField;
  /** In one phrase what was expected, and what came instead. */
  readonly problem: string;
}

/** A checked post with what was left out of it, or in one phrase what was expected and what came instead. */
export type CheckedPost =
  | { readonly post: Post; readonly odd?: readonly OddPart[]; readonly problem?: never }
  | { readonly post?: never; readonly odd?: never; readonly problem: string };

/**
 * Checks what was read from a file or came over a wire. Numbers become texts, and a text of hashtags becomes a list. A
 * caption, an author, a time or a single hashtag of another type is left out, and the post stays.
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

/** What a post can be without, or with some of. */
const PARTS = ['hashtags', 'caption', 'author', 'time'] as const;

const NO_WORDS =
  'expected "hashtags" to be a list of strings or a text, or a "caption" with hashtags, got neither';

function unexpected(field: PostField, got: unknown): string {
  return `expected "${field}" to be ${EXPECTED[field]}, got ${shownValue(got)}`;
}

/** What a part holds that can be used, and whether that is all of it. */
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
  // Of a list in which nothing is a hashtag it is not known what it lists.
  const isOther = words.length === 0 && Object.values(given).some((each) => each !== null);
  return { value: isOther ? undefined : words, isWhole: isWhole && !isOther };
}

/** A text, or a number as one: names may be numbers (`1841`, `2024`). Absent where it is neither. */
function wordOf(value: unknown): string | undefined {
  // MongoDB wraps values, a time twice: {"$oid": "…"}, {"$date": {"$numberLong": "…"}}.
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

/** Whether `image` is a relative path that stays inside the images folder (by its words; links are not followed). */
function staysInside(image: string): boolean {
  const inside = path.normalize(image);
  return (
    !path.isAbsolute(image) && inside !== '.' && inside.split(path.sep)[0] !== '..' && !image.includes('\0')
  );
}

/**
 * Takes the fields of a post from a record: each from the first of its columns that has a value.
 *
 * @param columns of each field, the likeliest first
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

/** How {@link checkRecord} reads a record. */
export interface RecordOptions {
  /** Whether one without hashtags and without a caption is a post without hashtags, as in tables; default: no. */
  readonly isPostWithoutWords?: boolean;
}

/** Checks a record, its fields taken as {@link fieldsOf}; where it has no id, the image's path names the post. */
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
 * Whether there is a hashtag in a list or text of hashtags that is not a missing value; what is neither has one that cannot
 * be read.
 */
export function hasWords(hashtags: unknown): boolean {
  const list = typeof hashtags === 'string' ? splitHashtags(hashtags) : hashtags;
  if (!Array.isArray(list)) return true;
  return list.some((each) => each !== null && !(typeof each === 'string' && isMissing(each.trim())));
}

/**
 * The hashtags of a post as they were written: of its list, or where that is empty or says that it is missing of its
 * caption. Without any there, what the list has in place of them stays, to be counted.
 */
export function writtenHashtags({ hashtags, caption }: Post): readonly string[] {
  const list = hashtags ?? [];
  if (hasWords(list)) return list;
  const ofCaption = findHashtags(caption ?? '');
  return ofCaption.length > 0 ? ofCaption : list;
}
