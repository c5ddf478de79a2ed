import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImageSource } from '@hashsight/formats';
import { shownPlace, shownText } from '@hashsight/formats';
import { FilesBelow } from '@hashsight/formats/node';
import { openImageStore } from '../images/image-store.js';
import { findPosts } from '../posts/find-posts.js';
import { type FilePreview, type PreviewedPost, previewPosts } from '../posts/preview-posts.js';
import { openTables } from '../tables/tables.js';
import { ImageFolders } from './image-folders.js';
import { postsName } from './job.js';
import { type PrepareOptions, resolveOptions } from './prepare-options.js';
import { setAsideError } from './set-aside.js';

/** The first posts as `prepare` reads them, and the error with which it would reject them. */
export interface CheckedSample {
  readonly previews: readonly FilePreview[];
  readonly error?: Error;
}

type Sampled = { -readonly [Key in keyof PreviewedPost]: PreviewedPost[Key] } & {
  /** Whether the image does not exist. */
  isMissing?: boolean;
};

/**
 * Reads the first posts of a job and runs the checks of the job on them: repeated ids, missing or unusable images, and
 * the limit of records set aside. Images are decoded in the same way as in the job.
 *
 * @param limit maximum number of posts over all files
 * @throws InputError if a file cannot be read or has no columns for posts
 */
export async function checkSample(given: PrepareOptions, limit: number): Promise<CheckedSample> {
  const options = resolveOptions(given);
  const { columns = {}, followSymlinks, maxSetAside } = options;
  const files = await findPosts(options.posts, { followSymlinks });
  const previews: { name: string; columns?: string; posts: Sampled[] }[] = [];
  for await (const preview of previewPosts(options.posts, limit, columns, { followSymlinks })) {
    previews.push({ ...preview, posts: preview.posts.map((each) => ({ ...each })) });
  }
  const posts = previews.flatMap((preview) => preview.posts);
  findRepeated(posts);
  const images = ImageFolders.of(files, options.images);
  const folderOf = new Map(
    previews.flatMap((preview, file) => preview.posts.map((each) => [each, images.ofFile(file)])),
  );
  if (options.readImages) {
    const below = new Map<string, FilesBelow>();
    for (const folder of images.all) below.set(folder, await FilesBelow.open(folder, { followSymlinks }));
    const belowOf = (each: Sampled) => below.get(folderOf.get(each) ?? '') as FilesBelow;
    await checkImages(posts, belowOf, options.shorterSide);
  }
  const bad = posts.filter(({ problem }) => problem !== undefined);
  const [first] = bad;
  const error =
    first &&
    setAsideError(postsName({ options }), {
      ...{ count: bad.length, records: posts.length, maxSetAside },
      first: `${shownPlace(first.origin)}: ${first.problem}`,
      ...(first.isMissing && { searched: folderOf.get(first) ?? '' }),
    });
  return { previews, ...(error && { error }) };
}

function findRepeated(posts: readonly Sampled[]): void {
  const firsts = new Map<string, string>();
  for (const each of posts) {
    if (each.post === undefined) continue;
    const { id } = each.post;
    const first = firsts.get(id);
    if (first === undefined) firsts.set(id, each.origin);
    else each.problem = `expected a unique id, got "${shownText(id)}" as in ${shownPlace(first)}`;
  }
}

/** Finds the images and decodes them in a temporary store. */
async function checkImages(
  posts: readonly Sampled[],
  belowOf: (each: Sampled) => FilesBelow,
  shorterSide?: number,
): Promise<void> {
  const sources = new Map<string, ImageSource>();
  for (const [i, each] of posts.entries()) {
    if (each.post === undefined || each.problem !== undefined) continue;
    const { image } = each.post;
    if (each.image !== undefined) {
      sources.set(String(i), each.image);
      continue;
    }
    const { file, problem } = await belowOf(each).find(image);
    if (file === undefined) {
      each.problem = `expected the image ${shownPlace(image)}, ${problem}`;
      each.isMissing = true;
    } else sources.set(String(i), { file });
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'hashsight-sample-'));
  const tables = await openTables({ memoryLimit: '500MB', temporaryDir: folder });
  try {
    const store = await openImageStore(path.join(folder, 'images'), {
      ...(shorterSide !== undefined && { shorterSide }),
    });
    const images = [...sources].map(([key, source]) => ({ key, source }));
    await store.process(images, { workers: 1, total: images.length });
    const unusable = await tables.rows<{ key: string; reason: string }>(
      `SELECT key, reason FROM (${store.factsSql()}) WHERE problem IS NOT NULL`,
    );
    for (const { key, reason } of unusable) (posts[Number(key)] as Sampled).problem = reason;
  } finally {
    tables.close();
    await rm(folder, { recursive: true, force: true });
  }
}
