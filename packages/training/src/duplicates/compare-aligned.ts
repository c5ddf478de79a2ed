import { affineFit } from './affine-fit.js';
import { edgesOf, type Look } from './look.js';
import { resized } from './raster.js';
import type { Alignment } from './search-alignment.js';

/** How well two images agree where they lie on each other. */
export interface Agreement {
  /** Correlation of the edges, -1 to 1. */
  readonly edges: number;
  /** Share of the edges, by strength, in parts of the image in which both have the same edges; 0 to 1. */
  readonly parts: number;
  /**
   * Share of the colors' variance that one linear change of colors explains, 0 to 1; the worst parts do not count, for
   * captions. A change of hue, saturation, brightness, or contrast and a conversion to gray are linear.
   */
  readonly colors: number;
  /** Smaller of the shares of both images' edges that lie on the other image, 0 to 1. */
  readonly overlap: number;
  /**
   * Correlation of the edges without what is the same along whole rows and columns, -1 to 1: bars and frames lie on each other
   * by chance.
   */
  readonly inner: number;
  /**
   * How much there is to agree on: decimal logarithm of the strength of these inner edges, in pixels of the images; about 1 for
   * a dot, 2.5 for a drawing.
   */
  readonly detail: number;
  /** Decimal logarithm of the number of pixels in which both lie on each other, at most 3.6. */
  readonly extent: number;
}

/** Side of the parts in pixels. */
const PART = 8;
/** Likeness of the edges from which a part agrees. */
const LIKE = 0.7;
/** Share of the parts that a caption may cover. */
const SET_ASIDE = 0.3;
const MOST_STEPS = 60;
const LEAST_GAIN = 1e-3;
/** Smallest side of a reduced image in pixels. */
const LEAST_SIDE = 4;

/**
 * Improves an alignment and measures the agreement at the resolution of the coarser image: shifts and stretches are
 * tried one after another as long as the correlation of the edges rises.
 *
 * @param found - the best alignment without distortion; an image stretched to the other's shape is tried, too
 */
export function compareAligned(a: Look, b: Look, found: Alignment): Agreement {
  const stretched = { scaleX: b.width / a.width, scaleY: b.height / a.height, left: 0, top: 0 };
  const [one, other] = [startOf(a, b, found), startOf(a, b, stretched)];
  const start = one.correlation >= other.correlation ? one : other;
  const { image, place } = improve(start);
  return agreementOf(image, start.fixed, place);
}

interface Start {
  /** The finer image, which is reduced to the pixels of the coarser one. */
  readonly moved: Reductions;
  readonly fixed: Look;
  readonly place: Place;
  readonly correlation: number;
}

function startOf(a: Look, b: Look, alignment: Alignment): Start {
  const { scaleX, scaleY, left, top } = alignment;
  if (scaleX * scaleY > 1) return startOf(b, a, inverse(alignment));
  const width = Math.max(LEAST_SIDE, Math.round(a.width * scaleX));
  const height = Math.max(LEAST_SIDE, Math.round(a.height * scaleY));
  const moved = new Reductions(a);
  const place = { width, height, left, top };
  return { moved, fixed: b, place, correlation: edgeCorrelation(moved.get(place), b, place) };
}

function inverse({ scaleX, scaleY, left, top }: Alignment): Alignment {
  return { scaleX: 1 / scaleX, scaleY: 1 / scaleY, left: -left / scaleX, top: -top / scaleY };
}

/** Where the reduced image lies, in pixels of the other one. */
interface Place {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
}

interface Reduced extends Pick<Look, 'resolution'> {
  readonly width: number;
  readonly height: number;
  readonly colors: Float32Array;
  readonly edges: Float32Array;
}

/** An image reduced to several sizes, each computed once. */
class Reductions {
  readonly #look: Look;
  readonly #known = new Map<string, Reduced>();

  constructor(look: Look) {
    this.#look = look;
  }

  get({ width, height }: Pick<Place, 'width' | 'height'>): Reduced {
    const key = `${width} ${height}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const colors = resized({ ...this.#look, data: this.#look.colors }, 3, width, height);
    const resolution = Math.min(1, (this.#look.resolution * this.#look.width) / width);
    const made = { width, height, colors, edges: edgesOf(colors, width, height), resolution };
    this.#known.set(key, made);
    return made;
  }
}

function improve({ moved, fixed, ...start }: Start): { readonly image: Reduced; readonly place: Place } {
  let { place, correlation: best } = start;
  let tried = 0;
  for (const shift of [1, 0.5]) {
    for (let isBetter = true; isBetter && tried < MOST_STEPS; ) {
      isBetter = false;
      for (const next of moves(place, shift)) {
        if (next.width < LEAST_SIDE || next.height < LEAST_SIDE) continue;
        tried++;
        const correlation = edgeCorrelation(moved.get(next), fixed, next);
        if (correlation <= best + LEAST_GAIN) continue;
        [place, best, isBetter] = [next, correlation, true];
      }
    }
  }
  return { image: moved.get(place), place };
}

function moves({ width, height, left, top }: Place, shift: number): Place[] {
  const half = 0.5;
  return [
    { width, height, left: left + shift, top },
    { width, height, left: left - shift, top },
    { width, height, left, top: top + shift },
    { width, height, left, top: top - shift },
    { width: width + 1, height: height + 1, left: left - half, top: top - half },
    { width: width - 1, height: height - 1, left: left + half, top: top + half },
    { width: width + 1, height, left: left - half, top },
    { width: width - 1, height, left: left + half, top },
    { width, height: height + 1, left, top: top - half },
    { width, height: height - 1, left, top: top + half },
  ];
}

/** The columns (or rows) of the reduced image that lie on the other one. */
function span(length: number, offset: number, other: number): readonly [from: number, to: number] {
  return [Math.max(0, Math.ceil(-offset)), Math.min(length, Math.floor(other - 1 - offset) + 1)];
}

function edgeCorrelation(image: Reduced, b: Look, { left, top }: Place): number {
  const [fromX, toX] = span(image.width, left, b.width);
  const [fromY, toY] = span(image.height, top, b.height);
  const n = Math.max(0, toX - fromX) * Math.max(0, toY - fromY);
  if (n < 16) return -1;
  const other = shifted(b.edges, b, 1, { left, top, fromX, toX, fromY, toY });
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  let at = 0;
  for (let y = fromY; y < toY; y++) {
    for (let from = y * image.width + fromX; from < y * image.width + toX; from++) {
      const [one, two] = [image.edges[from] as number, other[at++] as number];
      sumA += one;
      sumB += two;
      squareA += one * one;
      squareB += two * two;
      product += one * two;
    }
  }
  const spread = (squareA - (sumA * sumA) / n) * (squareB - (sumB * sumB) / n);
  return spread <= 1e-9 ? 0 : (product - (sumA * sumB) / n) / Math.sqrt(spread);
}

interface Overlap {
  readonly left: number;
  readonly top: number;
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
}

/** The values of `[height, width, n]` under the pixels of the overlap, bilinear, in the order of its rows. */
function shifted(
  data: Float32Array,
  { width, height }: Look,
  n: number,
  { left, top, fromX, toX, fromY, toY }: Overlap,
): Float32Array {
  const out = new Float32Array((toX - fromX) * (toY - fromY) * n);
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  const [dx, dy] = [left - x0, top - y0];
  let to = 0;
  for (let y = fromY; y < toY; y++) {
    const row = (y + y0) * width;
    const next = Math.min(y + y0 + 1, height - 1) * width;
    for (let x = fromX; x < toX; x++) {
      const [here, beside] = [x + x0, Math.min(x + x0 + 1, width - 1)];
      for (let c = 0; c < n; c++) {
        const above =
          (1 - dx) * (data[(row + here) * n + c] as number) + dx * (data[(row + beside) * n + c] as number);
        const below =
          (1 - dx) * (data[(next + here) * n + c] as number) + dx * (data[(next + beside) * n + c] as number);
        out[to++] = (1 - dy) * above + dy * below;
      }
    }
  }
  return out;
}

/** Sums over a part of the overlap. */
interface Part {
  readonly pixels: number[];
  strength: number;
  product: number;
}

function agreementOf(image: Reduced, b: Look, place: Place): Agreement {
  const [fromX, toX] = span(image.width, place.left, b.width);
  const [fromY, toY] = span(image.height, place.top, b.height);
  const overlap = { left: place.left, top: place.top, fromX, toX, fromY, toY };
  const colorsA = shifted(image.colors, { ...b, ...image }, 3, { ...overlap, left: 0, top: 0 });
  const edgesA = shifted(image.edges, { ...b, ...image }, 1, { ...overlap, left: 0, top: 0 });
  const [colorsB, edgesB] = [shifted(b.colors, b, 3, overlap), shifted(b.edges, b, 1, overlap)];
  const columns = Math.ceil((toX - fromX) / PART);
  const parts = Array.from({ length: columns * Math.ceil((toY - fromY) / PART) }, (): Part => {
    return { pixels: [], strength: 0, product: 0 };
  });
  for (const [i, one] of edgesA.entries()) {
    const other = edgesB[i] as number;
    const [x, y] = [i % (toX - fromX), Math.floor(i / (toX - fromX))];
    const part = parts[Math.floor(y / PART) * columns + Math.floor(x / PART)] as Part;
    part.pixels.push(i);
    part.strength += one * one + other * other;
    part.product += 2 * one * other;
  }
  const total = sum(parts.map(({ strength }) => strength));
  const alike = sum(parts.map(({ strength, product }) => (product >= LIKE * strength ? strength : 0)));
  const groups = parts.map(({ pixels }) => pixels);
  const resolution = Math.min(image.resolution, b.resolution);
  const inner = innerAgreement(edgesA, edgesB, toX - fromX, resolution);
  return {
    edges: edgeCorrelation(image, b, place),
    parts: total <= 1e-6 ? 0 : alike / total,
    colors: Math.max(
      affineFit(colorsA, colorsB, groups, SET_ASIDE),
      affineFit(colorsB, colorsA, groups, SET_ASIDE),
    ),
    ...inner,
    extent: Math.log10(1 + edgesA.length * resolution ** 2),
    overlap: Math.max(sum(edgesA) / (sum(image.edges) + 1e-9), sum(edgesB) / (sum(b.edges) + 1e-9)),
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function innerAgreement(
  a: Float32Array,
  b: Float32Array,
  width: number,
  resolution: number,
): Pick<Agreement, 'inner' | 'detail'> {
  const [one, other] = [withoutLines(a, width), withoutLines(b, width)];
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const [x, y] = [one[i] as number, other[i] as number];
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  const least = Math.min(squaresA, squaresB);
  const inner = least <= 1e-6 ? 0 : product / Math.sqrt(squaresA * squaresB);
  return { inner, detail: Math.log10(1 + least * resolution) };
}

/** Edges without the means of their rows and of their columns. */
function withoutLines(edges: Float32Array, width: number): Float32Array {
  const height = edges.length / width;
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  let total = 0;
  for (const [i, edge] of edges.entries()) {
    const [x, y] = [i % width, Math.floor(i / width)];
    rows[y] = (rows[y] as number) + edge / width;
    columns[x] = (columns[x] as number) + edge / height;
    total += edge / edges.length;
  }
  return edges.map(
    (edge, i) => edge - (rows[Math.floor(i / width)] as number) - (columns[i % width] as number) + total,
  );
}
