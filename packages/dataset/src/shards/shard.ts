import { InputError, shownValue } from '@hashsight/formats';

/** One file of a sample in a shard: `{key}.{extension}`. */
export interface ShardMember {
  /** What follows the first dot of the file's name: `jpg`, `seg.png`. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** An image and what goes with it: files of a tar that stand together and share a key. */
export interface ShardSample {
  /** The path in the tar up to the first dot of the file's name: `000012`, `cats/000012`. */
  readonly key: string;
  readonly members: readonly ShardMember[];
}

/** Where a member lies in its tar. */
export interface MemberPlace {
  readonly extension: string;
  /** Of its first byte, from the beginning of the tar; a multiple of 512. */
  readonly offset: number;
  /** In bytes. */
  readonly size: number;
  /** The member itself, where its extension was asked for. */
  readonly bytes?: Uint8Array;
}

/** Where a sample's members lie in its tar. */
export interface SamplePlace {
  readonly key: string;
  readonly members: readonly MemberPlace[];
}

/** A tar is made of blocks of this many bytes: a member's header, then its bytes, filled up with zeros. */
export const BLOCK = 512;

/** Key and extension of a member, by WebDataset's convention; undefined where the name has none. */
export function splitName(name: string): { readonly key: string; readonly extension: string } | undefined {
  const dot = name.indexOf('.', name.lastIndexOf('/') + 1);
  return dot === -1 ? undefined : { key: name.slice(0, dot), extension: name.slice(dot + 1) };
}

/** A folder may have dots within, a key may not: it would end there. The index separates its fields by spaces. */
const KEY = /^(?:[^\s\p{Cc}\p{Cs}./][^\s\p{Cc}\p{Cs}/]*\/)*[^\s\p{Cc}\p{Cs}./]+$/u;
const EXTENSION = /^[^\s\p{Cc}\p{Cs}/]+$/u;

/**
 * The name of a member in its tar.
 *
 * @throws InputError when no reader would find this key and this extension again
 */
export function memberName(file: string, key: string, extension: string): string {
  if (!KEY.test(key)) throw unusable(file, 'a key without dots and white space', key);
  if (!EXTENSION.test(extension)) throw unusable(file, 'an extension without white space', extension);
  return `${key}.${extension}`;
}

function unusable(file: string, expected: string, got: string): InputError {
  return new InputError(`${file}: expected ${expected}, got ${shownValue(got)}`);
}
