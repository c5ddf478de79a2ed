import { MAX_RELATED } from '@hashsight/formats';

/** Labels that go together with a label, as `[index, log2 lift]`, the highest first. */
export type RelatedLabels = readonly (readonly [index: number, score: number])[];

/** Pairs on fewer images may be chance. */
const MIN_IMAGES = 3;

/**
 * For each class, the classes that occur with it more often than by chance: those with the highest lift,
 * `P(a, b) / (P(a) P(b))`, on at least three images. A pair that is less than two standard deviations above its
 * expectation is left out.
 *
 * @param labels - the classes of each image, each once
 * @returns at most {@link MAX_RELATED} a class, with the binary logarithm of the lift
 */
export function relatedLabels(
  labels: readonly (readonly number[])[],
  numClasses: number,
): readonly RelatedLabels[] {
  const counts = new Float64Array(numClasses);
  const pairs = new Map<number, number>();
  for (const own of labels) {
    for (const a of own) {
      counts[a] = (counts[a] as number) + 1;
      for (const b of own) if (a < b) pairs.set(a * numClasses + b, (pairs.get(a * numClasses + b) ?? 0) + 1);
    }
  }
  const related = Array.from({ length: numClasses }, (): [number, number][] => []);
  for (const [key, images] of pairs) {
    const [a, b] = [Math.floor(key / numClasses), key % numClasses];
    const expected = ((counts[a] as number) * (counts[b] as number)) / labels.length;
    if (images < MIN_IMAGES || images <= expected + 2 * Math.sqrt(expected)) continue;
    const score = Number(Math.log2(images / expected).toFixed(3));
    if (score <= 0) continue;
    related[a]?.push([b, score]);
    related[b]?.push([a, score]);
  }
  return related.map((own) => own.sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, MAX_RELATED));
}
