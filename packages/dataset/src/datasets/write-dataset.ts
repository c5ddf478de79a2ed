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

/** What {@link writeDataset} wrote. */
export interface DatasetSummary {
  readonly source: string;
  readonly origin: string;
  readonly licence: string;
  /** Images that the source has; the sum of `posts` and `setAside`. */
  readonly images: number;
  readonly posts: number;
  readonly setAside: number;
}

const MARKER = 'dataset.json';

/**
 * Fetches a source and writes it to the folder `out`: the images under `images/`, `posts.jsonl`, `set-aside.jsonl`
 * with the images that cannot be used and why, and `dataset.json` which says what this is. Rasterised images
 * are kept in the cache, so a run that was killed goes on where it was, and another folder costs only the copying.
 * `posts.jsonl` is written last and at once.
 *
 * @throws InputError when `out` cannot be written to or holds something else
 * @throws SourceError when the source cannot be reached
 */
export async function writeDataset(
  source: PostSource,
  out: string,
  options: FetchOptions,
): Promise<DatasetSummary> {
  const marked = await checkFolder(out, source.name);
  const fetched = await source.fetch(options);
  // So that a run that is killed can be started again in the same folder.
  if (!marked) await writeFileAtomic(path.join(out, MARKER), `${JSON.stringify({ source: source.name })}\n`);
  const setAside: SetAside[] = [];
  const posts: Post[] = [];
  const raster = path.join(fetched.folder, RASTER_FORMAT);
  for (const [place, reason] of await rasteriseAll(fetched, raster, options.onProgress)) {
    setAside.push({ kind: 'unusable-image', place, reason });
  }
  const [first] = setAside;
  if (first && setAside.length === fetched.images.length) {
    throw new SourceError(
      `${source.name}: expected images, got none that can be used; the first: ${first.reason}`,
    );
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
 * Makes sure that `out` can be written to and is new, empty, or holds the same source.
 *
 * @returns whether it is marked as holding the source
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
 * Draws what is not in the folder `raster` yet, on all cores: libuv's threads each draw one image.
 *
 * @returns the images that cannot be drawn, by id, and why
 */
async function rasteriseAll(
  { images }: FetchedSource,
  raster: string,
  onProgress: OnProgress,
): Promise<(readonly [id: string, reason: string])[]> {
  sharp.concurrency(1); // a drawing is drawn by one thread; more would only wait
  sharp.cache(false); // no image is read twice
  const folders = new Set(images.map(({ id }) => path.dirname(path.join(raster, id))));
  for (const folder of folders) await removeAbandoned(folder);
  const queue = images.values();
  const failed: (readonly [id: string, reason: string])[] = [];
  let done = 0;
  const drawSome = async () => {
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
  await Promise.all(Array.from({ length: availableParallelism() * 2 }, drawSome));
  return failed.sort(([a], [b]) => (a < b ? -1 : 1));
}

async function storeImage(target: string, bytes: Uint8Array): Promise<void> {
  // Its bytes are not synced one by one: a cut power costs a new drawing, and only in the cache.
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
