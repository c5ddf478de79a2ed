/** Logits or probabilities of N images over K classes, with the true classes. */
export interface Classified {
  /** `[N, K]` in row-major order. */
  readonly values: ArrayLike<number>;
  readonly numClasses: number;
  /** `[N]`: the true class of each image. */
  readonly labels: ArrayLike<number>;
}

/** The range in which a temperature is searched; where every image is predicted right, it would fall to 0. */
const TEMPERATURES = [0.01, 100] as const;
const STEPS = 100;

/**
 * The temperature T that minimizes the mean negative log-likelihood of softmax(logits / T) on held-out images (Guo et
 * al. 2017). The loss is convex in 1/T; the minimum is found by Newton's method kept inside a bracket.
 *
 * @param logits - `values` are logits
 * @returns T from 0.01 to 100
 */
export function fitTemperature(logits: Classified): number {
  if (logits.labels.length === 0) throw new RangeError('fitTemperature: expected at least one image');
  let [low, high] = [1 / TEMPERATURES[1], 1 / TEMPERATURES[0]];
  if (slopeOf(logits, high).slope <= 0) return TEMPERATURES[0];
  if (slopeOf(logits, low).slope >= 0) return TEMPERATURES[1];
  let scale = 1;
  for (let step = 0; step < STEPS; step++) {
    const { slope, curvature } = slopeOf(logits, scale);
    if (slope > 0) high = scale;
    else low = scale;
    const newton = scale - slope / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - scale) <= 1e-13 * scale) break;
    scale = next;
  }
  return 1 / scale;
}

/** The first two derivatives of the summed loss by the scale 1/T. */
function slopeOf(
  { values, numClasses, labels }: Classified,
  scale: number,
): { slope: number; curvature: number } {
  let [slope, curvature] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    const row = i * numClasses;
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < numClasses; k++) most = Math.max(most, values[row + k] as number);
    let [total, first, second] = [0, 0, 0];
    for (let k = 0; k < numClasses; k++) {
      // Relative to the largest, so that nothing overflows and the variance keeps its digits.
      const z = (values[row + k] as number) - most;
      const e = Math.exp(scale * z);
      total += e;
      if (e === 0) continue; // of a logit of -Infinity, too
      first += e * z;
      second += e * z * z;
    }
    const mean = first / total;
    slope += mean - ((values[row + (labels[i] as number)] as number) - most);
    curvature += second / total - mean * mean;
  }
  return { slope, curvature };
}

/** One bin of a reliability diagram. */
export interface CalibrationBin {
  /** The confidences in the bin: above `low`, up to and including `high`. */
  readonly low: number;
  readonly high: number;
  readonly images: number;
  /** Mean confidence and share of right predictions in the bin; 0 in an empty one. */
  readonly confidence: number;
  readonly accuracy: number;
}

/** {@link expectedCalibrationError}, with the bins for a reliability diagram. */
export interface CalibrationError {
  /** The expected calibration error, from 0 to 1. */
  readonly error: number;
  readonly bins: readonly CalibrationBin[];
}

/**
 * The expected calibration error: the mean of |confidence - accuracy| over equal-width bins (low, high] of the largest
 * probability, weighted by the images in them (Guo et al. 2017; torchmetrics's `MulticlassCalibrationError` with norm
 * `l1`).
 *
 * @param probabilities - `values` are probabilities
 */
export function expectedCalibrationError(
  { values, numClasses, labels }: Classified,
  { bins = 15 }: { readonly bins?: number } = {},
): CalibrationError {
  const [counts, confidences, hits] = [0, 1, 2].map(() => new Float64Array(bins)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < labels.length; i++) {
    let best = 0;
    for (let k = 1; k < numClasses; k++) {
      if ((values[i * numClasses + k] as number) > (values[i * numClasses + best] as number)) best = k;
    }
    const confidence = values[i * numClasses + best] as number;
    let bin = Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1));
    // The product is rounded; the borders decide.
    if (bin > 0 && confidence <= bin / bins) bin--;
    else if (bin < bins - 1 && confidence > (bin + 1) / bins) bin++;
    counts[bin] = (counts[bin] as number) + 1;
    confidences[bin] = (confidences[bin] as number) + confidence;
    if (best === labels[i]) hits[bin] = (hits[bin] as number) + 1;
  }
  const shown = Array.from(counts, (images, bin) => ({
    low: bin / bins,
    high: (bin + 1) / bins,
    images,
    confidence: images === 0 ? 0 : (confidences[bin] as number) / images,
    accuracy: images === 0 ? 0 : (hits[bin] as number) / images,
  }));
  const error = shown.reduce(
    (sum, { images, confidence, accuracy }) => sum + images * Math.abs(confidence - accuracy),
    0,
  );
  return { error: labels.length === 0 ? 0 : error / labels.length, bins: shown };
}
