import type { FilePlace } from '@hashsight/jpeg';
import { type PictureList, placeAt } from './picture-list.js';

/** What lies between two pictures of a shard, labels and headers, is read with them: it costs less than leaving it out. */
const SMALL_GAP = 16 * 2 ** 10;
/** Bytes of a range, but for a picture that has more by itself: what is read in one piece. */
const LONGEST = 2 ** 20;

/**
 * The parts of files that pictures lie in, by file and ascending; neighbours are one part.
 *
 * @param samples - in any order; a sample may be there several times
 */
export function rangesOf(pictures: PictureList, samples: readonly number[]): FilePlace[] {
  const places = samples.map((sample) => placeAt(pictures, sample));
  places.sort((a, b) => a.file - b.file || a.offset - b.offset);
  const ranges: FilePlace[] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    const joined = last && joinedWith(last, place);
    if (joined === undefined) ranges.push(place);
    else ranges[ranges.length - 1] = joined;
  }
  return ranges;
}

/** One part of a file in place of two, the second of which does not begin before the first; undefined where they stay two. */
function joinedWith(first: FilePlace, second: FilePlace): FilePlace | undefined {
  if (first.file !== second.file) return undefined;
  if (first.size === undefined) return first;
  const end = first.offset + first.size;
  if (second.size === undefined) return second.offset === first.offset ? second : undefined;
  const size = Math.max(end, second.offset + second.size) - first.offset;
  const isWithin = second.offset + second.size <= end;
  const isNear = second.offset - end <= SMALL_GAP && size <= LONGEST;
  return isWithin || isNear ? { ...first, size } : undefined;
}
