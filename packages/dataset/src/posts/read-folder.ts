import { open } from 'node:fs/promises';
import path from 'node:path';
import type { ImageSource } from '@hashsight/formats';
import { type LinkOptions, type PassedOver, unusablePath } from '@hashsight/formats/node';
import { isReadImageName, walkImages } from '@hashsight/images';
import { LARGEST_CONTENTS } from '../shards/read-shard.js';
import { type CheckedPost, checkPost } from './post.js';
import { type Sidecar, sidecarFields } from './sidecars.js';
import { hashtagsOfText } from './split-hashtags.js';

/** A post found in a folder or shard, or the problem with it. */
export interface FoundPost {
  /** Location shown in messages: `cats/a.jpg`, `00001.tar:000012`. */
  readonly origin: string;
  readonly checked: CheckedPost;
  /** Location of the image bytes; undefined if the post is invalid. */
  readonly image?: ImageSource;
}

/** Options for reading a folder or tar of images. */
export interface FoundPostsOptions extends LinkOptions {
  /** Prefix of the paths, to tell images of several inputs apart. */
  readonly name?: string;
  /** Counts the unused files. */
  readonly passedOver?: PassedOver | undefined;
}

/**
 * Reads the posts of a folder of images and its subfolders. The words of each image are in a sidecar file next to it:
 * `a.txt` or `a.json` (or `a.jpg.txt`, `a.jpg.json`). A `.txt` contains a caption or a list of hashtags, see {@link
 * hashtagsOfText}. A `.json` contains the fields of a post by their usual names. The id of a post is the path of its
 * image, without the extension unless another image has the same name.
 *
 * The order is deterministic (see `walkFolder`). Memory holds the file names of one folder at a time.
 *
 * @throws InputError if a folder or a sidecar cannot be read
 */
export async function* readFolder(
  folder: string,
  options: FoundPostsOptions = {},
): AsyncGenerator<FoundPost> {
  const { name = '', passedOver } = options;
  for await (const { within, images, others } of walkImages(folder, options)) {
    const prefix = path.posix.join(name, within);
    const { found, unused } = withSidecars(images, others);
    for (const file of unused) passedOver?.addFile(path.posix.join(prefix, file));
    for (let start = 0; start < found.length; start += TOGETHER) {
      const together = found.slice(start, start + TOGETHER);
      yield* await Promise.all(together.map((each) => postOf(path.join(folder, within), prefix, each)));
    }
  }
}

/** Number of images whose sidecars are read concurrently, because opening small files is mostly waiting. */
const TOGETHER = 64;

/** An image of a folder and its sidecars. */
interface FoundImage {
  readonly image: string;
  /** Id of the post within its folder. */
  readonly id: string;
  readonly json?: string | undefined;
  readonly text?: string | undefined;
}

/** The images of a folder with their sidecars, and the names of the unused files. */
function withSidecars(
  all: readonly string[],
  others: readonly string[],
): { found: readonly FoundImage[]; unused: readonly string[] } {
  const withStem = new Map<string, string[]>();
  for (const image of all) withStem.set(stemOf(image), [...(withStem.get(stemOf(image)) ?? []), image]);
  // Cameras write an image twice, as a raw file and as one that can be read.
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

/** Ids by image: the name without the extension, or the full name if another image would have the same id. */
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

/** A key that ignores the case of the extension and the Unicode form of accents: `é` is one code point or two. */
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
  const origin = path.posix.join(within, image);
  const ownId = path.posix.join(within, id);
  // A sidecar shared by several images must not name them.
  const isShared = id === image && json !== undefined && !json.startsWith(image);
  const given = isShared ? { ...fields, id: ownId } : { id: ownId, ...fields };
  const checked = problem === undefined ? checkPost({ ...given, image: origin }) : { problem };
  return { origin, checked, ...(checked.post && { image: { file: path.join(folder, image) } }) };
}

/** @param name path of the sidecar, for messages */
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
