import { stat } from 'node:fs/promises';
import { fileDigest } from '@hashsight/formats/node';
import type { LabelledImage } from './labelled-image.js';

/** A file, and what tells it from others. */
export interface ImageFile {
  /** Bytes; undefined where there is no such file. */
  readonly size: number | undefined;
  /** Equal for two paths of one file, by links or otherwise. */
  readonly identity: string;
}

/** Files that are looked at at the same time. */
const TOGETHER = 64;

/** Looks at the files of images; what is in them is not read. */
export async function imageFiles(images: readonly LabelledImage[]): Promise<ImageFile[]> {
  return eachOf(images, async ({ file }) => {
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) return { size: undefined, identity: file };
    return { size: found.size, identity: `${found.dev}:${found.ino}` };
  });
}

/**
 * Groups of images that are the same file or have the same bytes, each of two or more, by index. Only files of one size are
 * read.
 *
 * @param maxBytes - of more bytes only the identity of the files is compared
 */
export async function sameImages(
  images: readonly LabelledImage[],
  files: readonly ImageFile[],
  maxBytes: number,
): Promise<{ readonly groups: readonly (readonly number[])[]; readonly isComplete: boolean }> {
  const bySize = groupsOf(files.keys(), (i) => files[i]?.size);
  const alike = bySize.flat();
  const bytes = alike.reduce((sum, i) => sum + (files[i]?.size ?? 0), 0);
  const identityOf = (i: number) => files[i]?.identity as string;
  if (bytes > maxBytes) return { groups: groupsOf(alike, identityOf), isComplete: false };
  const digests = await eachOf(alike, (i) =>
    fileDigest((images[i] as LabelledImage).file).catch(() => identityOf(i)),
  );
  const digestOf = new Map(alike.map((i, at) => [i, digests[at] as string]));
  return { groups: groupsOf(alike, (i) => digestOf.get(i)), isComplete: true };
}

/** Groups of two or more with the same key; those without a key are in none. */
function groupsOf(indices: Iterable<number>, keyOf: (i: number) => string | number | undefined): number[][] {
  const groups = new Map<string | number, number[]>();
  for (const i of indices) {
    const key = keyOf(i);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

async function eachOf<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let first = 0; first < all.length; first += TOGETHER) {
    results.push(...(await Promise.all(all.slice(first, first + TOGETHER).map(work))));
  }
  return results;
}
