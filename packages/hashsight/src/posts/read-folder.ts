import { open } from 'node:fs/promises';
import path from 'node:path';
import { type LinkOptions, type PassedOver, unusablePath } from '../files/index.js';
import { isReadPictureName, type PictureSource, walkPictures } from '../pictures/index.js';
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

/** How a folder or a tar of pictures is read. */
export interface FoundPostsOptions extends LinkOptions {
  /** Put before the paths, to tell the pictures of several places apart. */
  readonly name?: string;
  /** Told of what is there and of no use. */
  readonly passedOver?: PassedOver | undefined;
}

/**
 * Reads the posts of a folder of pictures, and of the folders in it: each picture has its words in a file beside it,
 * `a.txt` or `a.json` (or `a.jpg.txt`, `a.jpg.json`). A `.txt` is a caption or a list of hashtags, see
 * {@link hashtagsOfText}. A `.json` holds the fields of a post by their usual names. A picture's path names the post,
 * without the extension where no other picture has the same name.
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
  for await (const { within, pictures, others } of walkPictures(folder, options)) {
    const place = path.posix.join(name, within);
    const { found, unused } = withSidecars(pictures, others);
    for (const file of unused) passedOver?.addFile(path.posix.join(place, file));
    for (let start = 0; start < found.length; start += TOGETHER) {
      const together = found.slice(start, start + TOGETHER);
      yield* await Promise.all(together.map((each) => postOf(path.join(folder, within), place, each)));
    }
  }
}

/** Pictures whose sidecars are read at the same time: opening a small file is mostly waiting. */
const TOGETHER = 64;

/** A picture of a folder, and the files that describe it. */
interface FoundPicture {
  readonly picture: string;
  /** Names the post within its folder. */
  readonly id: string;
  readonly json?: string | undefined;
  readonly text?: string | undefined;
}

/** The pictures of a folder with what lies beside them, and the names of the files that are of no use. */
function withSidecars(
  all: readonly string[],
  others: readonly string[],
): { found: readonly FoundPicture[]; unused: readonly string[] } {
  const withStem = new Map<string, string[]>();
  for (const picture of all)
    withStem.set(stemOf(picture), [...(withStem.get(stemOf(picture)) ?? []), picture]);
  // A camera writes two files of one picture, of which one can be read.
  const isSpare = (picture: string) =>
    !isReadPictureName(picture) && withStem.get(stemOf(picture))?.some(isReadPictureName) === true;
  const pictures = all.filter((picture) => !isSpare(picture));
  const ids = idsOf(pictures);
  const sidecars = new Map(others.map((file) => [sidecarKey(file), file]));
  const exact = new Set(others);
  const used = new Set<string>();
  const found = pictures.map((picture): FoundPicture => {
    const sidecar = (extension: string) => {
      const names = [`${picture}${extension}`, `${stemOf(picture)}${extension}`];
      const file = names
        .map((name) => (exact.has(name) ? name : sidecars.get(sidecarKey(name))))
        .find((each) => each !== undefined);
      if (file !== undefined) used.add(file);
      return file;
    };
    return { picture, id: ids.get(picture) ?? picture, json: sidecar('.json'), text: sidecar('.txt') };
  });
  return { found, unused: [...all.filter(isSpare), ...others.filter((file) => !used.has(file))] };
}

/** By picture its name without the extension, or all of it where that is the name of another one too. */
function idsOf(pictures: readonly string[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const picture of pictures) count.set(stemOf(picture), (count.get(stemOf(picture)) ?? 0) + 1);
  const twins = new Set(pictures.filter((picture) => (count.get(stemOf(picture)) ?? 0) > 1));
  return new Map(
    pictures.map((picture) => {
      const stem = stemOf(picture);
      return [picture, twins.has(picture) || twins.has(stem) ? picture : stem];
    }),
  );
}

function stemOf(picture: string): string {
  return picture.slice(0, picture.length - path.extname(picture).length);
}

/** Equal for names that differ in the case of the extension, or in how an accent is written: `é` is one character or two. */
function sidecarKey(file: string): string {
  return `${stemOf(file)}${path.extname(file).toLowerCase()}`.normalize();
}

async function postOf(
  folder: string,
  within: string,
  { picture, id, json, text }: FoundPicture,
): Promise<FoundPost> {
  const sidecar = (name: string | undefined) =>
    name === undefined ? undefined : readSidecar(folder, path.posix.join(within, name));
  const { fields, problem } = sidecarFields(
    await sidecar(json),
    await sidecar(text),
    wordsOf,
    stemOf(picture),
  );
  const place = path.posix.join(within, picture);
  const ownId = path.posix.join(within, id);
  // What describes several pictures names none of them.
  const isShared = id === picture && json !== undefined && !json.startsWith(picture);
  const given = isShared ? { ...fields, id: ownId } : { id: ownId, ...fields };
  const checked = problem === undefined ? checkPost({ ...given, image: place }) : { problem };
  return { place, checked, ...(checked.post && { picture: { file: path.join(folder, picture) } }) };
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
