import { stat } from 'node:fs/promises';
import { fileDigest } from '@hashsight/formats/node';
import type { LabelledImage } from './labelled-image.js';

/** Size and identity of a file. */
export interface ImageFile {
  /** Bytes; undefined if the file does not exist. */
  readonly size: number | undefined;
  /** Device and inode: equal for two paths of the same file. */
  readonly identity: string;
}

/** Number of files processed concurrently. */
const TOGETHER = 64;

/** Stats the files of images, without reading them. */
export async function imageFiles(images: readonly LabelledImage[]): Promise<ImageFile[]> {
  return eachOf(images, async ({ file }) => {
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) return { size: undefined, identity: file };
    return { size: found.size, identity: `${found.dev}:${found.ino}` };
  });
}

/**
 * Groups the images that are the same file or have equal bytes, by index; each group has at least two. Only files of equal
 * size are read.
 *
 * @param maxBytes - if these files are larger in total, only their identities are compared
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

/** Groups of at least two indices with the same key. Indices without a key are omitted. */
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
