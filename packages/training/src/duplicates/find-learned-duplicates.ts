import { availableParallelism } from 'node:os';
import { type ImageSource, inOrder, type OnProgress } from '@hashsight/formats';
import { ImageReader } from '@hashsight/formats/node';
import { decodePixels, type Pixels } from '@hashsight/images';
import { extractFeatures, type FrozenModel } from '../features/extract-features.js';
import { nearestNeighbors } from '../neighbors/index.js';
import { HashList, hashDistance } from './hash-list.js';
import { type Look, lookAt, mirroredLook, SHAPE_VALUES, shapeVector } from './look.js';
import { duplicateScore, type Evidence } from './score.js';
import { type SearchPlane, searchPlane } from './search-alignment.js';
import { verify } from './verify.js';
import { contentView, searchViews, type View, viewFeatures } from './views.js';

/** A searched image and an image of the base that may show the same. */
export interface LearnedDuplicate extends Evidence {
  /** Index of the searched image. */
  readonly query: number;
  /** Index of the image in the base. */
  readonly base: number;
  /** Whether one is the mirror image of the other. */
  readonly isMirrored: boolean;
  /** Probability that one is a copy of the other, 0 to 1; see {@link duplicateScore}. */
  readonly score: number;
}

/** Options of {@link findLearnedDuplicates}. */
export interface LearnedDuplicateOptions {
  /** The images that are searched for: an evaluation set. */
  readonly queries: readonly ImageSource[];
  /** The images that are searched: a training set. */
  readonly base: readonly ImageSource[];
  /** Neighbors by features that are compared in detail, for each view; default 21. */
  readonly k?: number | undefined;
  /** Pairs below this score are left out; default 0.05. */
  readonly leastScore?: number;
  readonly cacheFolder?: string | undefined;
  readonly workers?: number | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** Result of {@link findLearnedDuplicates}. */
export interface LearnedDuplicates {
  /** Pairs by descending score. */
  readonly pairs: readonly LearnedDuplicate[];
  /** Images of the queries and of the base that could not be read. */
  readonly unreadable: { readonly queries: number; readonly base: number };
}

/** As in Mahajan et al. 2018. */
const DEFAULT_K = 21;
/** Distance of the perceptual hashes up to which a pair is compared in detail, in bits of 64. */
const HASH_DISTANCE = 12;
/** Longer side at which images are decoded, unless the model sees more. */
const DECODED_SIDE = 224;
/** Pairs of one query that are compared at full resolution: those whose edges fit best. */
const COMPARED = 8;
/** Looks of the base that are kept for the next queries. */
const KEPT_LOOKS = 1000;

/**
 * Searches images in a training set. Candidates are the nearest neighbors by the features of a model (of the image, its
 * part inside the borders, and both mirrored), those by the shape of their edges, and images with a similar perceptual hash. Each candidate is then laid
 * over the image as well as possible: a copy agrees in its edges and in its colors up to one change of colors, wherever
 * both show the same part; another drawing of the same thing does not.
 */
export async function findLearnedDuplicates(
  frozen: FrozenModel,
  options: LearnedDuplicateOptions,
): Promise<LearnedDuplicates> {
  const { queries, leastScore = 0.05, onProgress } = options;
  const base = await scanBase(frozen, options);
  const searched = await scanQueries(frozen, options);
  const candidates = candidatesOf(searched, base, options.k);
  await using looks = new BaseLooks(options.base);
  const pairs: LearnedDuplicate[] = [];
  for (const [query, own] of candidates.entries()) {
    const image = searched.images[query];
    if (image !== undefined) {
      const found = await comparedPairs(query, image, own, looks);
      pairs.push(...found.filter(({ score }) => score >= leastScore));
    }
    onProgress?.({ step: 'comparing images', done: query + 1, total: queries.length, unit: 'images' });
  }
  pairs.sort((a, b) => b.score - a.score || a.query - b.query || a.base - b.base);
  const unreadable = {
    queries: searched.images.filter((image) => image === undefined).length,
    base: base.unreadable,
  };
  return { pairs, unreadable };
}

/** The base: features, shapes, and hashes of all images. */
interface Base {
  /** `[rows, D]` */
  readonly values: Float32Array;
  readonly dim: number;
  /** The image of each row. */
  readonly images: readonly number[];
  readonly hashes: HashList;
  /** {@link shapeVector} of each image, zeros for one that cannot be read. */
  readonly shapes: Float32Array;
  readonly unreadable: number;
}

async function scanBase(frozen: FrozenModel, options: LearnedDuplicateOptions): Promise<Base> {
  const { base: images, cacheFolder, workers, onProgress } = options;
  const { values, dim, unreadable } = await extractFeatures(frozen, {
    images,
    cacheFolder,
    workers,
    onProgress,
  });
  const isUnreadable = new Set(unreadable.map(({ index }) => index));
  const rows: number[] = [];
  const hashes = new HashList(images.length);
  const shapes = new Float32Array(images.length * SHAPE_VALUES);
  const views: { readonly image: number; readonly view: View }[] = [];
  const step = 'hashing training images';
  for await (const { index, pixels } of decoded(images, frozen, (done) =>
    onProgress?.({ step, done, total: images.length, unit: 'images' }),
  )) {
    if (pixels === undefined) continue;
    if (!isUnreadable.has(index)) rows.push(index);
    const look = lookAt(pixels);
    hashes.set(index, look.hash);
    shapes.set(shapeVector(look), index * SHAPE_VALUES);
    const view = contentView(pixels, frozen.model.preprocessing);
    if (view !== undefined) views.push({ image: index, view });
  }
  const extra = viewFeatures(
    frozen,
    views.map(({ view }) => view),
  );
  const all = new Float32Array((rows.length + views.length) * dim);
  for (const [row, index] of rows.entries()) {
    all.set(values.subarray(index * dim, (index + 1) * dim), row * dim);
  }
  all.set(extra, rows.length * dim);
  return {
    values: all,
    dim,
    images: [...rows, ...views.map(({ image }) => image)],
    hashes,
    shapes,
    unreadable: images.length - rows.length,
  };
}

/** A searched image, as it is and mirrored. */
interface SearchedImage {
  readonly looks: readonly [own: Look, mirrored: Look];
}

interface Searched {
  /** Undefined for an image that cannot be read. */
  readonly images: readonly (SearchedImage | undefined)[];
  /** Features of all views, `[rows, D]`. */
  readonly values: Float32Array;
  readonly rows: readonly { readonly query: number; readonly isMirrored: boolean }[];
}

async function scanQueries(
  frozen: FrozenModel,
  { queries, onProgress }: LearnedDuplicateOptions,
): Promise<Searched> {
  const images: (SearchedImage | undefined)[] = [];
  const rows: { query: number; isMirrored: boolean }[] = [];
  const values: Float32Array[] = [];
  const step = 'reading evaluation images';
  for await (const { index, pixels } of decoded(queries, frozen, (done) =>
    onProgress?.({ step, done, total: queries.length, unit: 'images' }),
  )) {
    if (pixels === undefined) {
      images.push(undefined);
      continue;
    }
    const look = lookAt(pixels);
    images.push({ looks: [look, mirroredLook(look)] });
    const views = searchViews(pixels, frozen.model.preprocessing);
    rows.push(...views.map(({ isMirrored }) => ({ query: index, isMirrored })));
    values.push(viewFeatures(frozen, views));
  }
  return { images, rows, values: joined(values) };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Decodes images, a few at once; undefined for one that cannot be read. */
async function* decoded(
  images: readonly ImageSource[],
  { model }: FrozenModel,
  onDone: (images: number) => void,
): AsyncGenerator<{ readonly index: number; readonly pixels: Pixels | undefined }> {
  await using reader = new ImageReader();
  const side = Math.max(DECODED_SIDE, model.preprocessing.imageSize);
  const work = async (image: ImageSource) =>
    decodePixels(await reader.read(image), { side, fit: 'inside' }).catch(() => undefined);
  let index = 0;
  for await (const pixels of inOrder(images, availableParallelism() + 1, (image) =>
    work(image).catch(() => undefined),
  )) {
    yield { index, pixels };
    onDone(++index);
  }
}

/** An image of the base that may show the same as a query. */
interface Candidate {
  readonly base: number;
  readonly isMirrored: boolean;
  /** Largest cosine similarity of any of their views; that of the least similar neighbor for one found by its hash. */
  readonly similarity: number;
}

/** The candidates of each query: the k nearest by features and the k nearest by shape, over its views, and those near by hash. */
function candidatesOf(searched: Searched, base: Base, k = DEFAULT_K): Candidate[][] {
  const found = searched.images.map(() => new Map<string, Candidate>());
  const add = (query: number, candidate: Candidate) => {
    const own = found[query] as Map<string, Candidate>;
    const key = `${candidate.base} ${candidate.isMirrored}`;
    if (!own.has(key)) own.set(key, candidate);
  };
  const byFeatures = nearestOfViews(searched, base, k);
  for (const [query, nearest] of byFeatures.entries()) for (const one of nearest) add(query, one);
  const leastOf = (query: number) => byFeatures[query]?.at(-1)?.similarity ?? 0;
  const looks = searched.images.flatMap((image, query) =>
    image === undefined ? [] : image.looks.map((look, i) => ({ query, look, isMirrored: i === 1 })),
  );
  const views = {
    images: searched.images,
    rows: looks,
    values: joined(looks.map(({ look }) => shapeVector(look))),
  };
  const shapes = { values: base.shapes, dim: SHAPE_VALUES, images: base.hashes.all() };
  for (const [query, nearest] of nearestOfViews(views, shapes, k).entries()) {
    for (const one of nearest) add(query, { ...one, similarity: leastOf(query) });
  }
  for (const { query, look, isMirrored } of looks) {
    for (const index of base.hashes.within(look.hash, HASH_DISTANCE)) {
      add(query, { base: index, isMirrored, similarity: leastOf(query) });
    }
  }
  return found.map((own) => [...own.values()]);
}

/** The k rows of the base that are most similar to any view of each query, best first. */
function nearestOfViews(
  { images, rows, values }: Searched,
  base: Pick<Base, 'values' | 'dim' | 'images'>,
  k: number,
): Candidate[][] {
  const neighbors = nearestNeighbors({ values, dim: base.dim }, base, { k });
  const found = images.map((): Candidate[] => []);
  for (const [row, { query, isMirrored }] of rows.entries()) {
    for (let i = row * neighbors.k; i < (row + 1) * neighbors.k; i++) {
      const image = base.images[neighbors.indices[i] as number] as number;
      found[query]?.push({ base: image, isMirrored, similarity: neighbors.scores[i] as number });
    }
  }
  return found.map((own) => own.sort((a, b) => b.similarity - a.similarity || a.base - b.base).slice(0, k));
}

async function comparedPairs(
  query: number,
  { looks: [own, mirror] }: SearchedImage,
  candidates: readonly Candidate[],
  looks: BaseLooks,
): Promise<LearnedDuplicate[]> {
  const sides = [searchPlane(own), searchPlane(mirror)] as const;
  const others: { readonly candidate: Candidate; readonly plane: SearchPlane }[] = [];
  try {
    for (const candidate of candidates) {
      const plane = await looks.get(candidate.base);
      if (plane !== undefined) others.push({ candidate, plane });
    }
    const agreements = verify(
      others.map(({ candidate, plane }) => [candidate.isMirrored ? sides[1] : sides[0], plane] as const),
      COMPARED,
    );
    const pairs = agreements.map(({ pair, agreement }) => {
      const { candidate, plane } = others[pair] as (typeof others)[number];
      const { base, isMirrored, similarity } = candidate;
      const hash = (isMirrored ? mirror : own).hash;
      const evidence = { ...agreement, similarity, hashDistance: hashDistance(hash, plane.look.hash) };
      return { query, base, isMirrored, ...evidence, score: duplicateScore(evidence) };
    });
    return bestOfEach(pairs);
  } finally {
    for (const { spectra } of sides) spectra.dispose();
  }
}

/** Of the pairs with the same image of the base, the one with the higher score. */
function bestOfEach(pairs: readonly LearnedDuplicate[]): LearnedDuplicate[] {
  const best = new Map<number, LearnedDuplicate>();
  for (const pair of pairs) {
    if ((best.get(pair.base)?.score ?? -1) < pair.score) best.set(pair.base, pair);
  }
  return [...best.values()];
}

/** Looks of the base's images, decoded when they are needed; the most recently used ones are kept. */
class BaseLooks implements AsyncDisposable {
  readonly #images: readonly ImageSource[];
  readonly #reader = new ImageReader();
  readonly #kept = new Map<number, SearchPlane>();

  constructor(images: readonly ImageSource[]) {
    this.#images = images;
  }

  async get(image: number): Promise<SearchPlane | undefined> {
    const known = this.#kept.get(image);
    if (known !== undefined) {
      this.#kept.delete(image);
      this.#kept.set(image, known);
      return known;
    }
    try {
      const bytes = await this.#reader.read(this.#images[image] as ImageSource);
      const plane = searchPlane(lookAt(await decodePixels(bytes, { side: DECODED_SIDE, fit: 'inside' })));
      this.#kept.set(image, plane);
      if (this.#kept.size > KEPT_LOOKS) this.#drop(this.#kept.keys().next().value as number);
      return plane;
    } catch {
      return undefined;
    }
  }

  #drop(image: number): void {
    this.#kept.get(image)?.spectra.dispose();
    this.#kept.delete(image);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const image of [...this.#kept.keys()]) this.#drop(image);
    await this.#reader.close();
  }
}
