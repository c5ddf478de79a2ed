import { open } from 'node:fs/promises';
import path from 'node:path';
import type { ImageSource } from '@hashsight/formats';
import { type LinkOptions, type PassedOver, unusablePath } from '@hashsight/formats/node';
import { isReadImageName, walkImages } from '@hashsight/images';
import { LARGEST_CONTENTS } from '../shards/read-shard.js';
import { type CheckedPost, checkPost } from './post.js';
import { type Sidecar, sidecarFields } from './sidecars.js';
import { hashtagsOfText } from './split-hashtags.js';

/** A post, or what is wrong with it, and where it was found. */
export interface FoundPost {
  /** `cats/a.jpg`, `00001.tar:000012`. */
  readonly place: string;
  readonly checked: CheckedPost;
  /** Where the image's bytes lie; absent where the post is not good. */
  readonly image?: ImageSource;
}

/** How a folder or a tar of images is read. */
export interface FoundPostsOptions extends LinkOptions {
  /** Put before the paths, to tell the images of several places apart. */
  readonly name?: string;
  /** Told of what is there and of no use. */
  readonly passedOver?: PassedOver | undefined;
}

/**
 * Reads the posts of a folder of images, and of the folders in it: each image has its words in a file beside it,
 * `a.txt` or `a.json` (or `a.jpg.txt`, `a.jpg.json`). A `.txt` is a caption or a list of hashtags, see
 * {@link hashtagsOfText}. A `.json` holds the fields of a post by their usual names. An image's path names the post,
 * without the extension where no other image has the same name.
 *
 * The order is fixed (see `walkFolder`), and memory holds the names of one folder.
 *
 * @throws InputError when a folder or a sidecar cannot be read
 */
export async function* readFolder(
  folder: string,
  options: FoundPostsOptions = {},
): AsyncGenerator<FoundPost> {
  const { name = '', passedOver } = options;
  for await (const { within, images, others } of walkImages(folder, options)) {
    const place = path.posix.join(name, within);
    const { found, unused } = withSidecars(images, others);
    for (const file of unused) passedOver?.addFile(path.posix.join(place, file));
    for (let start = 0; start < found.length; start += TOGETHER) {
      const together = found.slice(start, start + TOGETHER);
      yield* await Promise.all(together.map((each) => postOf(path.join(folder, within), place, each)));
    }
  }
}

/** Images whose sidecars are read at the same time: opening a small file is mostly waiting. */
const TOGETHER = 64;

/** An image of a folder, and the files that describe it. */
interface FoundImage {
  readonly image: string;
  /** Names the post within its folder. */
  readonly id: string;
  readonly json?: string | undefined;
  readonly text?: string | undefined;
}

/** The images of a folder with what lies beside them, and the names of the files that are of no use. */
function withSidecars(
  all: readonly string[],
  others: readonly string[],
): { found: readonly FoundImage[]; unused: readonly string[] } {
  const withStem = new Map<string, string[]>();
  for (const image of all) withStem.set(stemOf(image), [...(withStem.get(stemOf(image)) ?? []), image]);
  // A camera writes two files of one image, of which one can be read.
  const isSpare = (image: string) =>
    !isReadImageName(image) && withStem.get(stemOf(image))?.some(isReadImageName) === true;
  const images = all.filter((image) => !isSpare(image));
  const ids = idsOf(images);
  const sidecars = new Map(others.map((file) => [sidecarKey(file), file]));
  const exact = new Set(others);
  const used = new Set<string>();
  const found = images.map((image): FoundImage => {
    const sidecar = (extension: string) => {
      const names = [`${image}${extension}`, `${stemOf(image)}${extension}`];
      const file = names
        .map((name) => (exact.has(name) ? name : sidecars.get(sidecarKey(name))))
        .find((each) => each !== undefined);
      if (file !== undefined) used.add(file);
      return file;
    };
    return { image, id: ids.get(image) ?? image, json: sidecar('.json'), text: sidecar('.txt') };
  });
  return { found, unused: [...all.filter(isSpare), ...others.filter((file) => !used.has(file))] };
}

/** By image its name without the extension, or all of it where that is the name of another one too. */
function idsOf(images: readonly string[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const image of images) count.set(stemOf(image), (count.get(stemOf(image)) ?? 0) + 1);
  const twins = new Set(images.filter((image) => (count.get(stemOf(image)) ?? 0) > 1));
  return new Map(
    images.map((image) => {
      const stem = stemOf(image);
      return [image, twins.has(image) || twins.has(stem) ? image : stem];
    }),
  );
}

function stemOf(image: string): string {
  return image.slice(0, image.length - path.extname(image).length);
}

/** Equal for names that differ in the case of the extension, or in how an accent is written: `é` is one character or two. */
function sidecarKey(file: string): string {
  return `${stemOf(file)}${path.extname(file).toLowerCase()}`.normalize();
}

async function postOf(
  folder: string,
  within: string,
  { image, id, json, text }: FoundImage,
): Promise<FoundPost> {
  const sidecar = (name: string | undefined) =>
    name === undefined ? undefined : readSidecar(folder, path.posix.join(within, name));
  const { fields, problem } = sidecarFields(await sidecar(json), await sidecar(text), wordsOf, stemOf(image));
  const place = path.posix.join(within, image);
  const ownId = path.posix.join(within, id);
  // What describes several images names none of them.
  const isShared = id === image && json !== undefined && !json.startsWith(image);
  const given = isShared ? { ...fields, id: ownId } : { id: ownId, ...fields };
  const checked = problem === undefined ? checkPost({ ...given, image: place }) : { problem };
  return { place, checked, ...(checked.post && { image: { file: path.join(folder, image) } }) };
}

/** @param name for messages: its path as far as the places show it */
async function readSidecar(folder: string, name: string): Promise<Sidecar> {
  const file = path.join(folder, path.posix.basename(name));
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      return { name, bytes: size > LARGEST_CONTENTS ? undefined : await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unusablePath(file, error);
  }
}

function wordsOf(text: string): { readonly caption: string } | { readonly hashtags: readonly string[] } {
  const hashtags = hashtagsOfText(text);
  return hashtags === undefined ? { caption: text } : { hashtags };
}
