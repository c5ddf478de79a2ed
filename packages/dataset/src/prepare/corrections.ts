import { type Correction, correctionSchema, InputError, shownText } from '@hashsight/formats';
import { fileDigest, readJsonLines } from '@hashsight/formats/node';
import { normaliseEntry } from '../hashtags/normalise.js';

/** Corrections of posts by their ids. */
export interface Corrections {
  readonly file: string;
  readonly byId: ReadonlyMap<string, Correction>;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/**
 * Reads a file of corrections. Several lines for one post are applied together.
 *
 * @throws InputError if the file cannot be read, a line is invalid, or a hashtag is both added and removed
 */
export async function readCorrections(file: string): Promise<Corrections> {
  const byId = new Map<string, Correction>();
  for await (const line of readJsonLines(file, {
    schema: correctionSchema,
    what: 'a correction of a post',
  })) {
    const before = byId.get(line.id);
    const remove = [...(before?.remove ?? []), ...line.remove];
    const add = [...(before?.add ?? []), ...line.add];
    const removed = new Set(remove.flatMap(normaliseEntry));
    const both = add.find((hashtag) => normaliseEntry(hashtag).some((one) => removed.has(one)));
    if (both !== undefined) {
      throw new InputError(
        `${file}: post "${shownText(line.id)}": expected a hashtag to be added or removed, got both for "${shownText(both)}"`,
      );
    }
    byId.set(line.id, { id: line.id, remove, add });
  }
  return { file, byId, digest: await fileDigest(file) };
}

/**
 * Applies a correction to the hashtags of a post, as they are spelled there. An entry with several hashtags keeps the others.
 */
export function correctedHashtags(
  hashtags: readonly string[],
  { remove, add }: Pick<Correction, 'remove' | 'add'>,
): string[] {
  const removed = new Set(remove.flatMap(normaliseEntry));
  const kept = hashtags.flatMap((entry) => {
    const parts = normaliseEntry(entry);
    const left = parts.filter((hashtag) => !removed.has(hashtag));
    return left.length === parts.length ? [entry] : left;
  });
  return [...kept, ...add];
}
