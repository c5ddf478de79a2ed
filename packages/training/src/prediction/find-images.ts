import { stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { globFiles } from '@hashsight/formats/node';
import { walkImages } from '@hashsight/images';

/** What {@link findImages} takes besides. */
export interface FindImagesOptions {
  /** Told of a folder that cannot be read, or has no images. */
  readonly onUnusable?: (folder: string, error: InputError) => void;
}

/**
 * The paths of images, one after the other, in the order of the sources. A source is a file, whatever its name; a folder, for
 * all images in it and below; or a glob. One that is none of these comes as it is: whoever reads it says that it is not there.
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

/** @throws InputError when a folder cannot be read, or there is no image */
async function* imagesBelow(folder: string): AsyncGenerator<string> {
  let count = 0;
  for await (const { within, images } of walkImages(folder, { followSymlinks: true })) {
    count += images.length;
    for (const name of images) yield path.join(folder, within, name);
  }
  if (count === 0) throw new InputError(`${folder}: expected images, got none in it and below`);
}
