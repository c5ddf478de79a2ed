import type { Tag } from '@hashsight/tagger';

/** Where an image is tagged: by the server that serves the page, or by the browser itself. */
export type Place = 'server' | 'browser';

/** The time an answer took, in milliseconds. */
export interface Timing {
  /** From the request to the answer, as the reader waits for it. */
  readonly totalMs: number;
  /** Parts of it that are known, for example the model's forward pass. */
  readonly parts: readonly { readonly name: string; readonly ms: number }[];
}

/** The parts of the time that a tagger reports. */
export function partsOf(timing: { readonly decodeMs: number; readonly modelMs: number }): Timing['parts'] {
  return [
    { name: 'decoding', ms: timing.decodeMs },
    { name: 'model', ms: timing.modelMs },
  ];
}

/** The tags of an image, most probable first. */
export interface Answer {
  readonly tags: readonly Tag[];
  readonly timing: Timing;
}

/** Where in an image a model sees a hashtag. */
export interface HeatMap {
  /** `[height, width]`, row by row, from 0 to 1. */
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
  /** The part of the image that the map covers, as shares of its sides; it may exceed the image by padding. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** An image of the server's index. */
export interface SimilarImage {
  readonly name: string;
  /** Cosine similarity to the query, from -1 to 1. */
  readonly score: number;
  /** Address of its thumbnail. */
  readonly url: string;
}

/** How a call is stopped. */
export interface CallOptions {
  readonly signal: AbortSignal;
}

/** A model that answers questions about images. All methods throw {@link Failure}. */
export interface Backend {
  readonly place: Place;
  /** The runtime in words, for example `WASM, 4 threads`; known after the first answer. */
  readonly runtime: string | undefined;
  tag(image: Blob, options: CallOptions): Promise<Answer>;
  explain(image: Blob, hashtag: string, options: CallOptions): Promise<HeatMap>;
  /** A sentence for a screen reader; undefined if no hashtag is certain enough. */
  altText(image: Blob, options: CallOptions): Promise<string | undefined>;
}

/** Number of tags that the page asks for. */
export const TOP_K = 24;
