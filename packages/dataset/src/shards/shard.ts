import { InputError, shownValue } from '@hashsight/formats';

/** A file of a sample in a shard: `{key}.{extension}`. */
export interface ShardMember {
  /** The part of the file name after the first dot: `jpg`, `seg.png`. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** A sample: consecutive files in a tar that share a key, such as an image and its labels. */
export interface ShardSample {
  /** The path in the tar up to the first dot of the file name: `000012`, `cats/000012`. */
  readonly key: string;
  readonly members: readonly ShardMember[];
}

/** The byte range of a member in its tar. */
export interface MemberPlace {
  readonly extension: string;
  /** Byte offset of the content in the tar; a multiple of 512. */
  readonly offset: number;
  /** Size in bytes. */
  readonly size: number;
  /** The content, if requested by extension. */
  readonly bytes?: Uint8Array;
}

/** The byte ranges of a sample's members in their tar. */
export interface SamplePlace {
  readonly key: string;
  readonly members: readonly MemberPlace[];
}

/**
 * Block size of a tar in bytes. A member consists of a header block and its content, padded with zeros to whole blocks.
 */
export const BLOCK = 512;

/** Key and extension of a member, by WebDataset's convention; undefined if the name has no extension. */
export function splitName(name: string): { readonly key: string; readonly extension: string } | undefined {
  const dot = name.indexOf('.', name.lastIndexOf('/') + 1);
  return dot === -1 ? undefined : { key: name.slice(0, dot), extension: name.slice(dot + 1) };
}

/**
 * A key may contain dots in folder names only, because it ends at the next dot. The index separates fields by spaces.
 */
const KEY = /^(?:[^\s\p{Cc}\p{Cs}./][^\s\p{Cc}\p{Cs}/]*\/)*[^\s\p{Cc}\p{Cs}./]+$/u;
const EXTENSION = /^[^\s\p{Cc}\p{Cs}/]+$/u;

/**
 * The name of a member in its tar.
 *
 * @throws InputError if readers would not split the name into this key and extension again
 */
export function memberName(file: string, key: string, extension: string): string {
  if (!KEY.test(key)) throw unusable(file, 'a key without dots and white space', key);
  if (!EXTENSION.test(extension)) throw unusable(file, 'an extension without white space', extension);
  return `${key}.${extension}`;
}

function unusable(file: string, expected: string, got: string): InputError {
  return new InputError(`${file}: expected ${expected}, got ${shownValue(got)}`);
}
