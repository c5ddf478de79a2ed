import { open } from 'node:fs/promises';
import path from 'node:path';
import { unusablePath, walkFolder } from '../files/index.js';
import { PICTURE_NAME, type PictureSource } from '../pictures/index.js';
import { LARGEST_CONTENTS } from '../shards/index.js';
import { type CheckedPost, checkPost } from './post.js';
import { type Sidecar, sidecarFields } from './sidecars.js';
import { hashtagsOfText } from './split-hashtags.js';

/** A post, or what is wrong with it, and where it was found. */
export interface FoundPost {
  /** `cats/a.jpg`, `00001.tar:000012`. */
  readonly place: string;
  readonly checked: CheckedPost;
  /** Where the picture's bytes lie; absent where the post is not good. */
  readonly picture?: PictureSource;
}

/**
 * Reads the posts of a folder of pictures, and of the folders in it: each picture has its words in a file beside it,
 * `a.txt` or `a.json` (or `a.jpg.txt`, `a.jpg.json`). A `.txt` is a caption or a list of hashtags, see
 * {@link hashtagsOfText}. A `.json` holds the fields of a post by their usual names. A picture's path names the post,
 * without the extension.
 *
 * The order is fixed (see `walkFolder`), and memory holds the names of one folder.
 *
 * @param name put before the paths, to tell the pictures of several folders apart
 * @throws InputError when a folder or a sidecar cannot be read
 */
export async function* readFolder(folder: string, name = ''): AsyncGenerator<FoundPost> {
  for await (const { within, files } of walkFolder(folder)) {
    const sidecars = new Map(files.map((file) => [withSmallExtension(file), file]));
    const pictures = files.filter((file) => PICTURE_NAME.test(file));
    for (let start = 0; start < pictures.length; start += TOGETHER) {
      const together = pictures.slice(start, start + TOGETHER);
      yield* await Promise.all(together.map((file) => postOf(folder, name, within, file, sidecars)));
    }
  }
}

/** Pictures whose sidecars are read at the same time: opening a small file is mostly waiting. */
const TOGETHER = 64;

async function postOf(
  folder: string,
  name: string,
  within: string,
  picture: string,
  sidecars: ReadonlyMap<string, string>,
): Promise<FoundPost> {
  const stem = picture.slice(0, -path.extname(picture).length);
  const sidecar = async (extension: string) => {
    const file = sidecars.get(`${picture}${extension}`) ?? sidecars.get(`${stem}${extension}`);
    return file === undefined ? undefined : readSidecar(folder, `${within}${file}`);
  };
  const { fields, problem } = sidecarFields(await sidecar('.json'), await sidecar('.txt'), wordsOf);
  const place = path.posix.join(name, within, picture);
  const id = path.posix.join(name, within, stem);
  const checked = problem === undefined ? checkPost({ ...fields, id, image: place }) : { problem };
  const file = path.join(folder, within, picture);
  return { place, checked, ...(checked.post && { picture: { file } }) };
}

function withSmallExtension(file: string): string {
  const extension = path.extname(file);
  return `${file.slice(0, file.length - extension.length)}${extension.toLowerCase()}`;
}

async function readSidecar(folder: string, name: string): Promise<Sidecar> {
  const file = path.join(folder, name);
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
