/** The last layer of a model: `weight` is `[K, C]`. */
export interface Head {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
  readonly channels: number;
}

/**
 * Class activation map (Zhou et al. 2016) of a class: the sum of the feature maps, weighted by the class's row of the last
 * layer. Its mean plus the bias is the logit. Negative values become 0, and the maximum 1.
 *
 * @param features - `[C, h, w]`
 * @returns `[h, w]`, 0 to 1; all zeros if nothing speaks for the class
 */
export function classActivation(
  features: Float32Array,
  { weight, channels }: Head,
  index: number,
): Float32Array {
  const positions = features.length / channels;
  const map = new Float32Array(positions);
  for (let channel = 0; channel < channels; channel++) {
    const factor = weight[index * channels + channel] as number;
    const from = channel * positions;
    for (let i = 0; i < positions; i++) {
      map[i] = (map[i] as number) + factor * (features[from + i] as number);
    }
  }
  const largest = map.reduce((a, b) => Math.max(a, b), 0);
  return map.map((value) => (largest > 0 ? Math.max(0, value) / largest : 0));
}
