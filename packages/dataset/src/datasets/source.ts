import type { OnProgress } from '@hashsight/formats';

/** An image as its source has it, not rasterised yet. */
export interface SourceImage {
  /** Path without extension, unique in the source; becomes the post's id and the image's place. */
  readonly id: string;
  /** Where the image's file lies. */
  readonly file: string;
  readonly hashtags: readonly string[];
  /** What else the source knows about the image; goes into the post as it is. */
  readonly extras: Readonly<Record<string, string>>;
}

/** What a source gives: its images in the order of their ids, and where they come from. */
export interface FetchedSource {
  /** The packages and versions, as one would cite them: `openclipart-svg 1:0.18+dfsg-19`. */
  readonly origin: string;
  /** Who holds the rights, and what they allow. */
  readonly licence: string;
  /** Folder in the cache that belongs to exactly this version. */
  readonly folder: string;
  readonly images: readonly SourceImage[];
}

/** How a source is fetched. */
export interface FetchOptions {
  /** Where what is fetched is kept, see `cacheFolder`. */
  readonly cache: string;
  readonly onProgress: OnProgress;
  /** Says one line of what a person should know. */
  readonly onNote: (line: string) => void;
}

/** A data set that can be fetched. */
export interface PostSource {
  readonly name: string;
  /** One line for the command's help. */
  readonly description: string;
  /** @throws SourceError when the source cannot be reached or is not what was expected */
  readonly fetch: (options: FetchOptions) => Promise<FetchedSource>;
}
