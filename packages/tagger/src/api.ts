import type { LabelsFile, ModelLabel } from '@hashsight/formats';

/** A type of the browser, or `never` where the program is compiled without the types of the DOM. */
type Dom<Name extends string> =
  typeof globalThis extends Readonly<Record<Name, { prototype: infer Type }>> ? Type : never;

/** Decoded pixels: 8-bit RGB or RGBA (not premultiplied), `[height, width, 3 or 4]`, upright. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/**
 * An image: the path of a file (Node), a URL, the bytes of a file, or decoded pixels. In Node a string is always a path,
 * and only a `URL` object is fetched; in a browser a string is a URL.
 */
export type ImageInput =
  | string
  | URL
  | Uint8Array
  | ArrayBuffer
  | Pixels
  | Dom<'Blob'>
  | Dom<'HTMLImageElement'>
  | Dom<'HTMLCanvasElement'>
  | Dom<'OffscreenCanvas'>
  | Dom<'ImageBitmap'>
  | Dom<'ImageData'>;

/** A hashtag that the model knows. */
export type Label = ModelLabel;

/** A hashtag of an image. */
export interface Tag {
  readonly hashtag: string;
  /** 0 to 1. */
  readonly probability: number;
  /** Index of the label. */
  readonly index: number;
  /** Probability from which the hashtag has its promised precision, if the model has one. */
  readonly threshold?: number;
  /** Hashtags with the same meaning, without this one. */
  readonly synonyms: readonly string[];
}

/** A rectangle in shares of the image's width and height; beyond 0 and 1 lies what padding added. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The class activation map of a hashtag. */
export interface Explanation {
  readonly hashtag: string;
  readonly probability: number;
  /** `[height, width]`, row by row, 0 to 1: how much each part of {@link area} speaks for the hashtag. */
  readonly map: Float32Array;
  readonly width: number;
  readonly height: number;
  /** The part of the image that the model saw. */
  readonly area: Area;
}

/** Options of every request. */
export interface RequestOptions {
  /** Withdraws the request; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Options of `tag`. */
export interface TagOptions {
  /** Maximum number of tags; default 5. */
  readonly topK?: number;
  /** Minimum probability, or `promised`: only hashtags above the threshold of their promised precision. Default: 0. */
  readonly threshold?: number | 'promised';
}

/** Options of `suggest`. */
export interface SuggestOptions {
  /** Maximum number of hashtags; default 5. */
  readonly topK?: number;
}

/** What `analyze` computes, all from one forward pass. */
export interface Analysis {
  readonly tag?: boolean | TagOptions;
  readonly embed?: boolean;
  /** Hashtags to explain. */
  readonly explain?: string | readonly string[];
  readonly altText?: boolean;
  /** Hashtags that the image already has. */
  readonly suggest?: readonly string[] | (SuggestOptions & { readonly hashtags: readonly string[] });
}

/** How long the parts of a request took, in milliseconds. */
export interface Timing {
  /** Waiting: for a free decoder, and for the model. */
  readonly queueMs: number;
  /** Reading, decoding, and preprocessing. */
  readonly decodeMs: number;
  /** The forward pass of the batch. */
  readonly modelMs: number;
  readonly totalMs: number;
  /** Images in that batch. */
  readonly batchSize: number;
}

/** The result of `analyze`: the parts that were asked for. */
export interface AnalysisResult {
  readonly tags?: readonly Tag[];
  /** L2-normalized, `[embeddingSize]`. */
  readonly embedding?: Float32Array;
  readonly explanations?: readonly Explanation[];
  /** Undefined also if no hashtag is above its threshold. */
  readonly altText?: string;
  readonly suggestions?: readonly Tag[];
  /** Size of the upright image in pixels. */
  readonly image: { readonly width: number; readonly height: number };
  readonly timing: Timing;
}

/** Where the model runs. */
export type RuntimeName = 'onnxruntime-node' | 'wasm' | 'webgpu';

/**
 * What decodes images: the decoder of evaluation (`libjpeg-turbo`: JPEGs as in training, bit for bit; other formats by
 * sharp), sharp, or the browser.
 */
export type DecoderName = 'libjpeg-turbo' | 'sharp' | 'browser';

/** The runtime of a tagger. */
export interface RuntimeInfo {
  readonly name: RuntimeName;
  /** Threads of the model; 1 on a GPU. */
  readonly threads: number;
  readonly precision: Precision;
  /** Why this runtime was chosen. */
  readonly reason: string;
  readonly decoder: DecoderName;
}

/** Number format of the model's weights. */
export type Precision = 'fp32' | 'fp16' | 'int8';

/** What is known of the model. */
export interface ModelInfo {
  /** Name of the folder or the last part of the URL. */
  readonly name: string;
  /** For example `resnext101_32x8d`; undefined if the folder does not say. */
  readonly architecture: string | undefined;
  readonly activation: LabelsFile['activation'];
}

/** Limits and timing of batches. */
export interface BatchOptions {
  /** Maximum number of images in a forward pass; default 16. */
  readonly maxSize?: number;
  /** Maximum time from the first image of a batch to its result, as far as waiting can decide it; default 50. */
  readonly latencyBudgetMs?: number;
  /** Maximum number of requests that are decoded, wait, or run; default 256. */
  readonly maxQueue?: number;
  /** Maximum size of their images in memory, in bytes; default 256 MiB. */
  readonly maxQueueBytes?: number;
}

/** Limits of an image. */
export interface ImageLimits {
  /** Width x height; default 100 million. */
  readonly maxPixels?: number;
  /** Size of a file; default 100 MB. */
  readonly maxBytes?: number;
}

/** Progress of `Tagger.load`. */
export interface LoadProgress {
  /** File of the model folder. */
  readonly file: string;
  readonly loadedBytes: number;
  /** Undefined if the server does not say. */
  readonly totalBytes: number | undefined;
}

/** Options of `Tagger.load`. */
export interface TaggerOptions {
  /**
   * `node`: onnxruntime-node. `wasm`: onnxruntime-web on the CPU, in Node and in browsers. `webgpu`: browsers only. `auto`
   * (default): in Node `node` if it is installed, else `wasm`; in a browser the faster one by a timed warm-up.
   */
  readonly runtime?: 'auto' | 'node' | 'wasm' | 'webgpu';
  /** Weights to load; default `fp32`. */
  readonly precision?: Precision;
  /** Threads of the model; default: all processors. */
  readonly threads?: number;
  readonly batch?: BatchOptions;
  readonly limits?: ImageLimits;
  /**
   * Node: `auto` (default) decodes JPEGs as evaluation does where `@hashsight/jpeg` is installed and built, which is faster
   * for large images; else sharp decodes them. `sharp` and `libjpeg-turbo` insist on one of them.
   */
  readonly decoder?: 'auto' | 'libjpeg-turbo' | 'sharp';
  /** Browsers: URL of the folder with onnxruntime-web's `.wasm` files; default: beside the script. */
  readonly wasmPaths?: string | URL;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** State of a tagger, for metrics. */
export interface TaggerStats {
  /** Requests that are decoded or wait for the model. */
  readonly queued: number;
  /** Memory of their images, in bytes. */
  readonly queuedBytes: number;
  /** Images in the running forward pass. */
  readonly running: number;
  /** Forward passes so far. */
  readonly batches: number;
  /** Images that ran through the model so far. */
  readonly images: number;
  /** Requests refused because the queue was full. */
  readonly refused: number;
  /** Requests that were aborted. */
  readonly aborted: number;
  /** Requests whose image could not be used. */
  readonly unusable: number;
  /** Fitted time of a forward pass: `fixedMs + imageMs * n`. */
  readonly fit: { readonly fixedMs: number; readonly imageMs: number };
}
