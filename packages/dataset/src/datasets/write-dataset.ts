import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { OnProgress } from '@hashsight/formats';
import { InputError, SourceError } from '@hashsight/formats';
import {
  checkWritableFolder,
  isFolder,
  isLeftOver,
  jsonLines,
  removeAbandoned,
  unusablePath,
  writeBeside,
  writeFileAtomic,
} from '@hashsight/formats/node';
import sharp from 'sharp';
import type { Post } from '../posts/post.js';
import type { SetAside } from '../posts/set-aside.js';
import { RASTER_FORMAT, rasterise } from './rasterise.js';
import type { FetchedSource, FetchOptions, PostSource } from './source.js';

/** Summary of {@link writeDataset}. */
export interface DatasetSummary {
  readonly source: string;
  readonly origin: string;
  readonly licence: string;
  /** Number of images in the source: the sum of `posts` and `setAside`. */
  readonly images: number;
  readonly posts: number;
  readonly setAside: number;
}

const MARKER = 'dataset.json';

/**
 * Downloads a source and writes it to the folder `out`: the images in `images/`, `posts.jsonl`, `set-aside.jsonl` with
 * the unusable images and the reasons, and the description `dataset.json`. Rasterized images are cached, so that an
 * interrupted run can resume, and writing the data set to another folder only copies them. `posts.jsonl` is written
 * last, atomically.
 *
 * @throws InputError if `out` cannot be written to or contains something else
 * @throws SourceError if the source cannot be reached
 */
export async function writeDataset(
  source: PostSource,
  out: string,
  options: FetchOptions,
): Promise<DatasetSummary> {
  const marked = await checkFolder(out, source.name);
  const fetched = await source.fetch(options);
  // The marker lets an interrupted run start again in the same folder.
  if (!marked) await writeFileAtomic(path.join(out, MARKER), `${JSON.stringify({ source: source.name })}\n`);
  const setAside: SetAside[] = [];
  const posts: Post[] = [];
  const raster = path.join(fetched.folder, RASTER_FORMAT);
  for (const [place, reason] of await rasteriseAll(fetched, raster, options.onProgress)) {
    setAside.push({ kind: 'unusable-image', place, reason });
  }
  const [first] = setAside;
  if (first && setAside.length === fetched.images.length) {
    throw new SourceError(`${source.name}: none of the images could be used; the first: ${first.reason}`);
  }
  const bad = new Set(setAside.map((record) => record.place));
  for (const { id, hashtags, extras } of fetched.images) {
    if (bad.has(id)) continue;
    const post = { id, image: path.join('images', `${id}.jpg`), hashtags: [...hashtags], ...extras };
    await copyImage(path.join(raster, `${id}.jpg`), path.join(out, post.image));
    posts.push(post);
    const done = posts.length + bad.size;
    options.onProgress({ step: 'copying images', done, total: fetched.images.length, unit: 'images' });
  }
  const { origin, licence } = fetched;
  const summary = {
    source: source.name,
    origin,
    licence,
    images: fetched.images.length,
    posts: posts.length,
    setAside: setAside.length,
  };
  await writeFileAtomic(path.join(out, 'set-aside.jsonl'), jsonLines(setAside));
  await writeFileAtomic(path.join(out, MARKER), `${JSON.stringify(summary, null, 2)}\n`);
  await writeFileAtomic(path.join(out, 'posts.jsonl'), jsonLines(posts));
  return summary;
}

/**
 * Checks that `out` is writable, and that it is new, empty, or contains the same source.
 *
 * @returns whether it is marked as containing the source
 */
async function checkFolder(out: string, source: string): Promise<boolean> {
  await checkWritableFolder(out);
  const there = (await isFolder(out)) ? (await readdir(out)).filter((name) => !isLeftOver(name)) : [];
  const [first] = there;
  if (first === undefined) return false;
  if (!there.includes(MARKER)) {
    throw new InputError(
      `${out}: expected an empty folder, got one with ${first} in it; choose another \`out\``,
    );
  }
  const marked = /"source":\s*"([^"]*)"/.exec(await readFile(path.join(out, MARKER), 'utf8'))?.[1];
  if (marked === source) return true;
  const got = marked === undefined ? `one with a broken ${MARKER}` : `the data set "${marked}"`;
  throw new InputError(`${out}: expected an empty folder, got ${got}; choose another \`out\``);
}

/**
 * Draws the images that are not yet in the folder `raster`, on all cores: each libuv thread draws one image at a time.
 *
 * @returns ids of the images that cannot be drawn, with the reasons
 */
async function rasteriseAll(
  { images }: FetchedSource,
  raster: string,
  onProgress: OnProgress,
): Promise<(readonly [id: string, reason: string])[]> {
  sharp.concurrency(1); // one thread per drawing; more would only wait
  sharp.cache(false); // each image is read only once
  const folders = new Set(images.map(({ id }) => path.dirname(path.join(raster, id))));
  for (const folder of folders) await removeAbandoned(folder);
  const queue = images.values();
  const failed: (readonly [id: string, reason: string])[] = [];
  let done = 0;
  const drawNext = async () => {
    for (const { id, file } of queue) {
      const target = path.join(raster, `${id}.jpg`);
      if (!(await isFile(target))) {
        const drawn = await rasterise(file).catch((error: unknown) => firstLine(error));
        if (typeof drawn === 'string') failed.push([id, drawn]);
        else await storeImage(target, drawn);
      }
      done += 1;
      onProgress({ step: 'drawing images', done, total: images.length, unit: 'images' });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() * 2 }, drawNext));
  return failed.sort(([a], [b]) => (a < b ? -1 : 1));
}

async function storeImage(target: string, bytes: Uint8Array): Promise<void> {
  // Not synced to disk: a power failure only costs drawing the image again.
  await writeBeside(target, (beside) => writeFile(beside, bytes));
}

async function copyImage(from: string, to: string): Promise<void> {
  try {
    await mkdir(path.dirname(to), { recursive: true });
    await copyFile(from, to);
  } catch (error) {
    throw unusablePath(to, error);
  }
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile() && found.size > 0,
    () => false,
  );
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n', 1)[0] ?? '';
}
