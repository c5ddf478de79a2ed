import type { OnProgress } from '@hashsight/formats';

/** An image of a data set, before rasterization. */
export interface SourceImage {
  /** Path without extension, unique in the source. It becomes the id of the post and the path of its image. */
  readonly id: string;
  /** Path of the image file. */
  readonly file: string;
  readonly hashtags: readonly string[];
  /** Further fields from the source, which are copied to the post. `emoji` holds code points as `emojiSequence` writes them. */
  readonly extras: Readonly<Record<string, string>>;
}

/** A downloaded source: its images, sorted by id, and their origin. */
export interface FetchedSource {
  /** Packages and versions, for citation: `openclipart-svg 1:0.18+dfsg-19`. */
  readonly origin: string;
  /** SPDX identifier of the license if there is one, else in words. */
  readonly license: string;
  /** The credit that the license requires, or the publication to cite. */
  readonly attribution?: string;
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
