import { UsageError } from '@hashsight/formats';
import type { Label, Tag, TagOptions } from './api.js';

/** A hashtag as it is compared: without `#`, in lower case. */
export function plainHashtag(text: string): string {
  return text
    .trim()
    .replace(/^[#＃]/, '')
    .normalize('NFKC')
    .toLowerCase();
}

/** The labels of a model, found by any of their hashtags. */
export class Labels {
  readonly list: readonly Label[];
  readonly #indices = new Map<string, number>();

  constructor(list: readonly Label[]) {
    this.list = list;
    // Synonyms first, so that a label's own name wins.
    for (const [index, { hashtags }] of list.entries()) {
      for (const hashtag of hashtags) this.#indices.set(plainHashtag(hashtag), index);
    }
    for (const [index, { name }] of list.entries()) this.#indices.set(plainHashtag(name), index);
  }

  /** Index of a hashtag or of one of its synonyms; undefined if the model does not know it. */
  find(hashtag: string): number | undefined {
    return this.#indices.get(plainHashtag(hashtag));
  }

  /** @throws UsageError if the model does not know the hashtag */
  get(hashtag: string): number {
    const index = this.find(hashtag);
    if (index !== undefined) return index;
    throw new UsageError(
      `expected one of the model's ${this.list.length} hashtags, got ${JSON.stringify(hashtag)}`,
      {
        option: 'hashtag',
      },
    );
  }

  /** The tag of a label. */
  tag(index: number, probability: number): Tag {
    const { name, hashtags, threshold } = this.list[index] as Label;
    return {
      hashtag: name,
      probability,
      index,
      ...(threshold !== undefined && { threshold: threshold.value }),
      synonyms: hashtags.filter((hashtag) => hashtag !== name),
    };
  }

  /** The most probable hashtags, most probable first. */
  top(probabilities: Float32Array, { topK = 5, threshold = 0 }: TagOptions): Tag[] {
    const isIn = (index: number) => {
      const probability = probabilities[index] as number;
      if (threshold !== 'promised') return probability >= threshold;
      // A label without a threshold abstains, and the promise holds above it.
      return probability > (this.list[index]?.threshold?.value ?? 1);
    };
    return topIndices(probabilities, topK, isIn).map((index) =>
      this.tag(index, probabilities[index] as number),
    );
  }
}

/** Indices of the `count` largest values, largest first; equal values by index. */
export function topIndices(
  values: ArrayLike<number>,
  count: number,
  isIn: (index: number) => boolean = () => true,
): number[] {
  const top: number[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    const last = top.at(-1);
    if ((top.length >= count && value <= (values[last as number] as number)) || !isIn(index)) continue;
    let at = top.length;
    while (at > 0 && (values[top[at - 1] as number] as number) < value) at--;
    top.splice(at, 0, index);
    if (top.length > count) top.pop();
  }
  return top;
}
