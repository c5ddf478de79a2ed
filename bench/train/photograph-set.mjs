import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare, readTrainingSet } from 'hashsight';
import { draws, photograph } from '../images/photograph.mjs';

const HASHTAGS = 100;
const CACHE = fileURLToPath(new URL('../../build/cache/bench-train', import.meta.url));

/** The place of a hashtag, hashtag k with a chance in proportion to 1 / (k + 1). */
function zipfian(draw) {
  const total = Array.from({ length: HASHTAGS }, (_, k) => 1 / (k + 1)).reduce((sum, share) => sum + share);
  let left = (draw() / 2 ** 32) * total;
  let k = 0;
  while (k < HASHTAGS - 1 && left > 1 / (k + 1)) left -= 1 / ++k;
  return k;
}

/** One to three hashtags that say nothing of the image: here it is only how fast it is learnt that counts. */
function hashtagsOf(i) {
  const draw = draws(i);
  const names = Array.from({ length: 1 + (draw() % 3) }, () => `hashtag${zipfian(draw)}`);
  return [...new Set(names)];
}

/** Whether a set is there, and is not one that an earlier version wrote. */
const isReadable = (set) =>
  readTrainingSet(set).then(
    () => true,
    () => false,
  );

/**
 * A training set of generated JPEGs of 500 x 375 pixels as `hashsight prepare` writes it; made once, which takes minutes, and
 * kept in `build/cache`.
 *
 * @returns its folder
 */
export async function photographSet(count) {
  const folder = path.join(CACHE, `photographs-${count}`);
  const out = path.join(folder, 'set');
  if (await isReadable(out)) return out;
  console.error(`bench: makes ${count} images in ${folder}`);
  await rm(folder, { recursive: true, force: true });
  const images = path.join(folder, 'images');
  await mkdir(images, { recursive: true });
  const each = async (i) => writeFile(path.join(images, `${i}.jpg`), await photograph(i));
  // Two at a time: one waits for sharp's threads while the other sums its noise.
  for (let i = 0; i < count; i += 2) await Promise.all([i, i + 1].filter((at) => at < count).map(each));
  const line = (i) => JSON.stringify({ id: String(i), image: `images/${i}.jpg`, hashtags: hashtagsOf(i) });
  const posts = path.join(folder, 'posts.jsonl');
  await writeFile(posts, Array.from({ length: count }, (_, i) => `${line(i)}\n`).join(''));
  const classes = path.join(folder, 'classes.txt');
  await writeFile(classes, Array.from({ length: HASHTAGS }, (_, k) => `hashtag${k}\n`).join(''));
  await prepare({
    posts,
    images: folder,
    out,
    vocabulary: `file:${classes}`,
    duplicates: 'off',
    validationShare: 0,
    testShare: 0,
  });
  await rm(images, { recursive: true });
  return out;
}
