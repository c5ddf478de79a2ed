import type { Label, Tag } from './api.js';
import { type Labels, topIndices } from './labels.js';

/** Least probability in the score, so that an impossible hashtag has a finite one. */
const LEAST = 1e-12;

/**
 * Further hashtags for an image that has some: the logarithm of the image's probability, plus the mean lift with the given
 * hashtags (the logarithm of how much more often both occur together in the training set than by chance). The more
 * hashtags go together with the given ones, the less the image has to speak for them.
 *
 * @param given - any hashtags; unknown ones are ignored
 */
export function suggestTags(
  probabilities: Float32Array,
  given: readonly string[],
  labels: Labels,
  { topK = 5 }: { readonly topK?: number },
): Tag[] {
  const known = new Set(given.map((hashtag) => labels.find(hashtag)).filter((index) => index !== undefined));
  const lift = meanLift(labels.list, [...known]);
  const scores = probabilities.map((value, i) => Math.log(Math.max(value, LEAST)) + (lift[i] as number));
  const indices = topIndices(scores, topK, (index) => !known.has(index));
  return indices.map((index) => labels.tag(index, probabilities[index] as number));
}

/** Mean lift of each label with the given ones, as a natural logarithm; `[K]`. The files have it to base 2. */
function meanLift(list: readonly Label[], given: readonly number[]): Float32Array {
  const lift = new Float32Array(list.length);
  for (const one of given) {
    for (const [index, score] of list[one]?.related ?? []) {
      if (index < lift.length) lift[index] = (lift[index] as number) + (score * Math.LN2) / given.length;
    }
  }
  return lift;
}
