import { cat, fromBuffer, inferenceMode, ops, type Tensor, tidy } from '@hashsight/torch';
import { LOOK_SIDE, type Look } from './look.js';
import { resized } from './raster.js';

/** Where image A lies on image B, both as looks: a point (x, y) of A is at (scaleX x + left, scaleY y + top) of B. */
export interface Alignment {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly top: number;
}

/** An alignment with the correlation of the edges where both images lie on each other. */
export interface FoundAlignment extends Alignment {
  /** -1 to 1. */
  readonly correlation: number;
}

/** Longer side of the edges in the search; their shorter sides follow. */
const SIDE = 32;
/** Side of the transforms: no displacement wraps around. */
const FFT_SIDE = 2 * SIDE;
/** Each scale is this much smaller than the one before, which shifts the border by at most a pixel. */
const SCALE_STEP = 1.11;
/** Down to 0.39: a crop that keeps 40 % of each side. */
const SCALES = 10;
/** Smallest share of the smaller image that must lie on the other one. */
const LEAST_OVERLAP = 0.75;

/** The edges of one image at all scales, ready for the search. */
export interface SearchPlane {
  readonly look: Look;
  /** `[SCALES, FFT_SIDE, FFT_SIDE / 2 + 1]`, complex. */
  readonly spectra: Tensor;
  readonly sizes: readonly ScaledEdges[];
}

interface ScaledEdges {
  readonly width: number;
  readonly height: number;
  /** Sums over the rectangle from the origin, `[height + 1, width + 1]`. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** Prepares an image for {@link searchAlignment}. The caller disposes of `spectra`. */
export function searchPlane(look: Look): SearchPlane {
  const planes = new Float32Array(SCALES * FFT_SIDE * FFT_SIDE);
  const sizes = Array.from({ length: SCALES }, (_, i) => {
    const scale = SIDE / LOOK_SIDE / SCALE_STEP ** i;
    const width = Math.max(4, Math.round(look.width * scale));
    const height = Math.max(4, Math.round(look.height * scale));
    const edges = resized({ ...look, data: look.edges }, 1, width, height);
    for (let y = 0; y < height; y++) {
      planes.set(edges.subarray(y * width, (y + 1) * width), (i * FFT_SIDE + y) * FFT_SIDE);
    }
    return { width, height, ...summedAreas(edges, width, height) };
  });
  const spectra = inferenceMode(() =>
    tidy(() => ops.aten.fftRfft2(fromBuffer(planes, { shape: [SCALES, FFT_SIDE, FFT_SIDE] }))),
  );
  return { look, spectra, sizes };
}

function summedAreas(edges: Float32Array, width: number, height: number) {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  const squares = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let sum = 0;
    let square = 0;
    for (let x = 0; x < width; x++) {
      const value = edges[y * width + x] as number;
      sum += value;
      square += value * value;
      const at = (y + 1) * stride + x + 1;
      sums[at] = (sums[at - stride] as number) + sum;
      squares[at] = (squares[at - stride] as number) + square;
    }
  }
  return { sums, squares };
}

/**
 * Searches how one image lies on the other: all scales of either image at all displacements at which they overlap
 * enough, by normalized correlation of their edges over the overlap. The products are computed in the frequency domain
 * (Lewis 1995, "Fast Normalized Cross-Correlation").
 *
 * @returns the best alignment at the resolution of the search
 */
export function searchAlignment(a: SearchPlane, b: SearchPlane): FoundAlignment {
  const products = inferenceMode(() =>
    tidy(() => {
      const whole = (plane: SearchPlane) => plane.spectra.narrow(0, 0, 1);
      const smallerA = ops.aten.conj(a.spectra).mul(whole(b));
      const smallerB = ops.aten.conj(whole(a)).mul(b.spectra.narrow(0, 1, SCALES - 1));
      const all = ops.aten.fftIrfft2(cat([smallerA, smallerB]), { s: [FFT_SIDE, FFT_SIDE] });
      return all.toTypedArray() as Float32Array;
    }),
  );
  let best: FoundAlignment = { scaleX: 1, scaleY: 1, left: 0, top: 0, correlation: -1 };
  for (let i = 0; i < 2 * SCALES - 1; i++) {
    const ofA = a.sizes[i < SCALES ? i : 0] as ScaledEdges;
    const ofB = b.sizes[i < SCALES ? 0 : i - SCALES + 1] as ScaledEdges;
    const plane = products.subarray(i * FFT_SIDE ** 2, (i + 1) * FFT_SIDE ** 2);
    const peak = bestDisplacement(plane, ofA, ofB);
    if (peak.correlation <= best.correlation) continue;
    // From pixels of the scaled planes to pixels of the looks.
    const [toB, toBy] = [b.look.width / ofB.width, b.look.height / ofB.height];
    best = {
      scaleX: (ofA.width / a.look.width) * toB,
      scaleY: (ofA.height / a.look.height) * toBy,
      left: peak.x * toB,
      top: peak.y * toBy,
      correlation: peak.correlation,
    };
  }
  return best;
}

interface Peak {
  readonly x: number;
  readonly y: number;
  readonly correlation: number;
}

function bestDisplacement(products: Float32Array, a: ScaledEdges, b: ScaledEdges): Peak {
  let best: Peak = { x: 0, y: 0, correlation: -1 };
  const least = LEAST_OVERLAP * Math.min(a.width * a.height, b.width * b.height);
  for (let y = 1 - a.height; y < b.height; y++) {
    const top = Math.max(0, y);
    const bottom = Math.min(b.height, y + a.height);
    for (let x = 1 - a.width; x < b.width; x++) {
      const left = Math.max(0, x);
      const right = Math.min(b.width, x + a.width);
      const n = (right - left) * (bottom - top);
      if (n < least) continue;
      const row = ((y + FFT_SIDE) % FFT_SIDE) * FFT_SIDE;
      const product = products[row + ((x + FFT_SIDE) % FFT_SIDE)] as number;
      const sumA = area(a.sums, a.width + 1, left - x, top - y, right - x, bottom - y);
      const sumB = area(b.sums, b.width + 1, left, top, right, bottom);
      const squareA = area(a.squares, a.width + 1, left - x, top - y, right - x, bottom - y);
      const squareB = area(b.squares, b.width + 1, left, top, right, bottom);
      const spread = (squareA - (sumA * sumA) / n) * (squareB - (sumB * sumB) / n);
      const correlation = spread <= 1e-9 ? 0 : (product - (sumA * sumB) / n) / Math.sqrt(spread);
      if (correlation > best.correlation) best = { x, y, correlation };
    }
  }
  return best;
}

function area(
  sums: Float64Array,
  stride: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  return (
    (sums[bottom * stride + right] as number) -
    (sums[top * stride + right] as number) -
    (sums[bottom * stride + left] as number) +
    (sums[top * stride + left] as number)
  );
}
