import { stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { globFiles } from '@hashsight/formats/node';
import { walkImages } from './walk-images.js';

/** Options of {@link findImages}. */
export interface FindImagesOptions {
  /** Called for a folder that cannot be read or has no images. */
  readonly onUnusable?: (folder: string, error: InputError) => void;
}

/**
 * Yields the paths of images in the order of the sources. A source is a file with any name, a folder (searched
 * recursively), or a glob. Anything else is yielded as is, so that the reader reports the missing file.
 */
export async function* findImages(
  sources: Iterable<string> | AsyncIterable<string>,
  { onUnusable }: FindImagesOptions = {},
): AsyncGenerator<string, void, undefined> {
  for await (const source of sources) {
    const there = await stat(source).catch(() => undefined);
    if (there?.isDirectory() !== true) {
      const globbed = there === undefined ? await globFiles(source) : undefined;
      yield* globbed?.files.length ? globbed.files : [source];
      continue;
    }
    try {
      yield* imagesBelow(source);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      onUnusable?.(source, error);
    }
  }
}

/** @throws InputError if a folder cannot be read or contains no images */
async function* imagesBelow(folder: string): AsyncGenerator<string> {
  let count = 0;
  for await (const { within, images } of walkImages(folder, { followSymlinks: true })) {
    count += images.length;
    for (const name of images) yield path.join(folder, within, name);
  }
  if (count === 0) throw new InputError(`no images found in ${path.join(folder, path.sep)}`);
}
