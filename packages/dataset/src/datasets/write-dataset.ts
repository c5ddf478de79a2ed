import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { OnProgress } from '@hashsight/formats';
import { DATASET_FILE, type DatasetDescription, InputError, SourceError } from '@hashsight/formats';
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
import { BUILT_IN_TASKS } from './built-in-tasks.js';
import { excludableTask, withoutTested } from './exclude-tasks.js';
import { RASTER_FORMAT, rasterise } from './rasterise.js';
import type { FetchOptions, PostSource, SourceImage } from './source.js';
import { type WrittenTask, writeTask } from './write-task.js';

/** Summary of {@link writeDataset}. */
export interface DatasetSummary extends DatasetDescription {
  readonly tasks: readonly WrittenTask[];
}

/** Options of {@link writeDataset}. */
export interface WriteDatasetOptions extends FetchOptions {
  /** Names of built-in tasks whose test images are left out, in every style. */
  readonly excludeTasks?: readonly string[];
}

const EXCLUDED_FILE = 'excluded.jsonl';

/**
 * Downloads a source and writes it to the folder `out`: the images in `images/`, `posts.jsonl`, `set-aside.jsonl` with
 * the unusable images and the reasons, a CSV file for each built-in task of the data set, and the description
 * `dataset.json` with the license. Rasterized images are cached, so that an interrupted run can resume, and writing the
 * data set to another folder only copies them. `posts.jsonl` is written last, atomically.
 *
 * With `excludeTasks`, the images of what these tasks test are left out and listed in `excluded.jsonl`, and no tasks are
 * written: a model pretrained on the rest has never seen the emoji of the test split.
 *
 * @throws UsageError if a task to exclude is unknown, or cannot be excluded from this source
 * @throws InputError if `out` cannot be written to or contains something else
 * @throws SourceError if the source cannot be reached
 */
export async function writeDataset(
  source: PostSource,
  out: string,
  options: WriteDatasetOptions,
): Promise<DatasetSummary> {
  const excludedTasks = options.excludeTasks ?? [];
  const excluding = excludedTasks.map(excludableTask);
  const marked = await checkFolder(out, source.name);
  const fetched = await source.fetch(options);
  const { kept, excluded } = withoutTested(source.name, fetched.images, excluding);
  // The marker lets an interrupted run start again in the same folder.
  if (!marked)
    await writeFileAtomic(path.join(out, DATASET_FILE), `${JSON.stringify({ source: source.name })}\n`);
  const raster = path.join(fetched.folder, RASTER_FORMAT);
  const setAside = (await rasteriseAll(kept, raster, options.onProgress)).map(
    ([place, reason]): SetAside => ({ kind: 'unusable-image', place, reason }),
  );
  const [first] = setAside;
  if (first && setAside.length === kept.length) {
    throw new SourceError(`${source.name}: none of the images could be used; the first: ${first.reason}`);
  }
  const bad = new Set(setAside.map((record) => record.place));
  const usable = kept.filter(({ id }) => !bad.has(id));
  const posts = await copyImages(usable, raster, out, options.onProgress);
  for (const { id } of excluded) await rm(path.join(out, imagePath(id)), { force: true });
  const { origin, license, attribution } = fetched;
  const description: DatasetDescription = {
    source: source.name,
    origin,
    license,
    ...(attribution !== undefined && { attribution }),
    images: fetched.images.length,
    posts: posts.length,
    setAside: setAside.length,
    excluded: excluded.length,
    excludedTasks: [...excludedTasks],
  };
  const tasks = excluding.length > 0 ? [] : BUILT_IN_TASKS.filter((task) => task.source === source.name);
  const written: WrittenTask[] = [];
  for (const task of tasks) written.push(await writeTask(task, usable, posts, out));
  await writeFileAtomic(path.join(out, 'set-aside.jsonl'), jsonLines(setAside));
  if (excluding.length > 0) await writeFileAtomic(path.join(out, EXCLUDED_FILE), jsonLines(excluded));
  await writeFileAtomic(path.join(out, DATASET_FILE), `${JSON.stringify(description, null, 2)}\n`);
  await writeFileAtomic(path.join(out, 'posts.jsonl'), jsonLines(posts));
  return { ...description, tasks: written };
}

function imagePath(id: string): string {
  return path.join('images', `${id}.jpg`);
}

async function copyImages(
  images: readonly SourceImage[],
  raster: string,
  out: string,
  onProgress: OnProgress,
): Promise<readonly Post[]> {
  const posts: Post[] = [];
  for (const { id, hashtags, extras } of images) {
    const post = { id, image: imagePath(id), hashtags: [...hashtags], ...extras };
    await copyImage(path.join(raster, `${id}.jpg`), path.join(out, post.image));
    posts.push(post);
    onProgress({ step: 'copying images', done: posts.length, total: images.length, unit: 'images' });
  }
  return posts;
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
  if (!there.includes(DATASET_FILE)) {
    throw new InputError(
      `${out}: expected an empty folder, got one with ${first} in it; choose another \`out\``,
    );
  }
  const marked = /"source":\s*"([^"]*)"/.exec(await readFile(path.join(out, DATASET_FILE), 'utf8'))?.[1];
  if (marked === source) return true;
  const got = marked === undefined ? `one with a broken ${DATASET_FILE}` : `the data set "${marked}"`;
  throw new InputError(`${out}: expected an empty folder, got ${got}; choose another \`out\``);
}

/**
 * Draws the images that are not yet in the folder `raster`, on all cores: each libuv thread draws one image at a time.
 *
 * @returns ids of the images that cannot be drawn, with the reasons
 */
async function rasteriseAll(
  images: readonly SourceImage[],
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
