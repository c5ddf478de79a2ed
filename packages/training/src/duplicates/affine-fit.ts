/**
 * The share of the variance of some colors that an affine function of other colors explains (R², at least 0): of
 * all pixels, or of the groups of pixels that it explains best, whichever is larger.
 *
 * @param from - `[N, 3]`
 * @param to - `[N, 3]`
 * @param groups - pixels by their index
 * @param setAside - share of the groups that do not count: those with the largest errors of a first fit
 */
export function affineFit(
  from: Float32Array,
  to: Float32Array,
  groups: readonly (readonly number[])[],
  setAside: number,
): number {
  const all = groups.flat();
  const first = fit(from, to, all);
  const errors = groups.map((pixels) => {
    return { pixels, error: squaredError(first, from, to, pixels) / pixels.length };
  });
  errors.sort((a, b) => a.error - b.error);
  const kept = errors.slice(0, Math.ceil(errors.length * (1 - setAside))).flatMap(({ pixels }) => pixels);
  // What is left of a small silhouette may be white only: then all of it counts.
  return Math.max(
    explained(first, from, to, all),
    variance(to, kept) < LEAST_VARIANCE * variance(to, all)
      ? 0
      : explained(fit(from, to, kept), from, to, kept),
  );
}

/** Share of the variance that has to be left. */
const LEAST_VARIANCE = 0.1;

function explained(affine: Affine, from: Float32Array, to: Float32Array, pixels: readonly number[]): number {
  const spread = variance(to, pixels);
  return spread <= 1 ? 0 : Math.max(0, 1 - squaredError(affine, from, to, pixels) / spread);
}

/** Four coefficients (three channels and a constant) for each of the three results. */
type Affine = readonly (readonly number[])[];

/** Ridge against singular systems, as for gray images; in squared levels of 255 per pixel. */
const RIDGE = 1;

function fit(from: Float32Array, to: Float32Array, pixels: readonly number[]): Affine {
  const normal = Array.from({ length: 4 }, () => new Float64Array(7));
  const row = new Float64Array(7);
  row[3] = 1;
  for (const pixel of pixels) {
    for (const c of [0, 1, 2]) {
      row[c] = from[pixel * 3 + c] as number;
      row[4 + c] = to[pixel * 3 + c] as number;
    }
    for (const [i, sums] of normal.entries()) {
      for (let j = 0; j < 7; j++) sums[j] = (sums[j] as number) + (row[i] as number) * (row[j] as number);
    }
  }
  for (const c of [0, 1, 2]) {
    const sums = normal[c] as Float64Array;
    sums[c] = (sums[c] as number) + RIDGE * pixels.length;
  }
  return solved(normal);
}

/** Gauss-Jordan elimination of `[4, 4 + 3]`; the system is positive definite. */
function solved(rows: readonly Float64Array[]): Affine {
  for (let pivot = 0; pivot < 4; pivot++) {
    const own = rows[pivot] as Float64Array;
    const scale = (own[pivot] as number) || 1;
    for (let j = 0; j < 7; j++) own[j] = (own[j] as number) / scale;
    for (const [i, other] of rows.entries()) {
      if (i === pivot) continue;
      const factor = other[pivot] as number;
      for (let j = 0; j < 7; j++) other[j] = (other[j] as number) - factor * (own[j] as number);
    }
  }
  return [0, 1, 2].map((c) => rows.map((row) => row[4 + c] as number));
}

function squaredError(
  affine: Affine,
  from: Float32Array,
  to: Float32Array,
  pixels: readonly number[],
): number {
  let sum = 0;
  for (const pixel of pixels) {
    for (const [c, [red = 0, green = 0, blue = 0, constant = 0]] of affine.entries()) {
      const value =
        red * (from[pixel * 3] as number) +
        green * (from[pixel * 3 + 1] as number) +
        blue * (from[pixel * 3 + 2] as number) +
        constant;
      sum += (value - (to[pixel * 3 + c] as number)) ** 2;
    }
  }
  return sum;
}

function variance(values: Float32Array, pixels: readonly number[]): number {
  let total = 0;
  for (const c of [0, 1, 2]) {
    let [sum, squares] = [0, 0];
    for (const pixel of pixels) {
      const value = values[pixel * 3 + c] as number;
      sum += value;
      squares += value * value;
    }
    total += squares - (sum * sum) / pixels.length;
  }
  return total;
}
