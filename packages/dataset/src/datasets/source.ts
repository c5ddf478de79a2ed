import type { OnProgress } from '@hashsight/formats';

/** An image of a data set, before rasterization. */
export interface SourceImage {
  /** Path without extension, unique in the source. It becomes the id of the post and the path of its image. */
  readonly id: string;
  /** Path of the image file. */
  readonly file: string;
  readonly hashtags: readonly string[];
  /** Further fields from the source, which are copied to the post. */
  readonly extras: Readonly<Record<string, string>>;
}

/** A downloaded source: its images, sorted by id, and their origin. */
export interface FetchedSource {
  /** Packages and versions, for citation: `openclipart-svg 1:0.18+dfsg-19`. */
  readonly origin: string;
  /** Copyright holders and license. */
  readonly licence: string;
  /** Cache folder of exactly this version. */
  readonly folder: string;
  readonly images: readonly SourceImage[];
}

/** Options for downloading a source. */
export interface FetchOptions {
  /** Cache folder, see `cacheFolder`. */
  readonly cache: string;
  readonly onProgress: OnProgress;
  /** Receives one line per note to the user. */
  readonly onNote: (line: string) => void;
}

/** A data set that can be downloaded. */
export interface PostSource {
  readonly name: string;
  /** One line for the help text of the command. */
  readonly description: string;
  /** @throws SourceError if the source cannot be reached or has unexpected content */
  readonly fetch: (options: FetchOptions) => Promise<FetchedSource>;
}
