// How well near duplicates are found: copies of Open Clip Art's drawings, changed in ways that people change images, and the
// pairs that are found among the drawings themselves, to be looked at. Prints tables, and writes a sheet of found pairs.
//   node packages/hashsight/bin/hashsight.js dataset openclipart --out FOLDER
//   node bench/images/duplicates.mjs --data FOLDER [--every 4] [--sheet pairs.png]
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { describeImage } from '../../packages/dataset/dist/src/images/describe-image.js';
import { findDuplicates } from '../../packages/dataset/dist/src/images/duplicates.js';
import { draws } from './photograph.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    every: { type: 'string', default: '4' },
    sheet: { type: 'string' },
  },
});
if (values.data === undefined) throw new Error('duplicates: expected --data, a folder with posts.jsonl');

/** The part of the sides that a crop takes away, half of it on each side. */
const crop =
  (share) =>
  (image, { width, height }) => {
    const [left, top] = [Math.round((width * share) / 2), Math.round((height * share) / 2)];
    return image.extract({ left, top, width: width - 2 * left, height: height - 2 * top });
  };
const CHANGES = {
  'quality 60': (image) => image,
  'half the size': (image, { width }) => image.resize(Math.ceil(width / 2)),
  'cropped 2 %': crop(0.02),
  'cropped 5 %': crop(0.05),
  'lighter by 12 %': (image) => image.linear(1.12, 5),
  'darker by 12 %': (image) => image.linear(0.88, 0),
  watermark: (image, { width, height }) =>
    image.composite([
      {
        input: Buffer.from(
          `<svg width="${width}" height="${height}"><text x="${width * 0.97}" y="${height * 0.95}" text-anchor="end" font-size="${height * 0.08}" font-family="sans-serif" fill="#fff" stroke="#444" opacity="0.8">© example.com</text></svg>`,
        ),
      },
    ]),
};
const LIMITS = [
  { maxDistance: 8, maxDifference: 0.25 },
  { maxDistance: 4, maxDifference: 0.5 },
  { maxDistance: 8, maxDifference: 0.5 },
  { maxDistance: 12, maxDifference: 0.5 },
  { maxDistance: 8, maxDifference: 0.75 },
  { maxDistance: 8, maxDifference: 1 },
];

sharp.concurrency(1);
sharp.cache(false);

/** `each` of all items, a few at a time, in their order. */
async function all(items, each) {
  const results = new Array(items.length);
  const queue = items.entries();
  const some = async () => {
    for (const [i, item] of queue) results[i] = await each(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, some));
  return results;
}

const posts = readFileSync(path.join(values.data, 'posts.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
const bytesOf = (post) => readFileSync(path.join(values.data, post.image));
const originals = await all(posts, (post) => describeImage(bytesOf(post), {}));
const chosen = posts.map((_, i) => i).filter((i) => i % Number(values.every) === 0);
const copies = {};
for (const [change, apply] of Object.entries(CHANGES)) {
  copies[change] = await all(chosen, async (i) => {
    const quality = change === 'quality 60' ? 60 : 90;
    const changed = await apply(sharp(bytesOf(posts[i])), originals[i])
      .jpeg({ quality })
      .toBuffer();
    return describeImage(changed, {});
  });
}

/** The head of each image's group, itself where it is one. */
function headsOf(count, duplicates) {
  const heads = Array.from({ length: count }, (_, i) => i);
  for (const { image, head } of duplicates) heads[image] = head;
  return heads;
}

const byId = new Map(posts.map(({ id }, i) => [id, i]));
const links = posts.flatMap(({ duplicateOf }, i) =>
  byId.has(duplicateOf) ? [[i, byId.get(duplicateOf)]] : [],
);
const table = [];
for (const limits of LIMITS) {
  const all = [...originals, ...Object.values(copies).flat()];
  const duplicates = await findDuplicates(all, { count: all.length, ...limits });
  const heads = headsOf(all.length, duplicates);
  const own = duplicates.filter(({ image }) => image < originals.length);
  const row = { ...limits };
  for (const [k, change] of Object.keys(CHANGES).entries()) {
    const found = chosen.filter((i, at) => heads[originals.length + k * chosen.length + at] === heads[i]);
    row[change] = (found.length / chosen.length).toFixed(3);
  }
  row['known links'] = `${links.filter(([a, b]) => heads[a] === heads[b]).length}/${links.length}`;
  row.exact = own.filter(({ kind }) => kind !== 'near').length;
  row.near = own.filter(({ kind }) => kind === 'near').length;
  table.push(row);
}
console.log(`${posts.length} drawings, ${chosen.length} copies for each change: share found by limits`);
console.table(table);

if (values.sheet !== undefined) await drawSheet(values.sheet);

/** Forty pairs that are near at the default limits, side by side; spirographs, of which there are 900, left out. */
async function drawSheet(file) {
  const isSpirograph = (i) => posts[i].id.startsWith('shapes/stars/');
  const near = (await findDuplicates(originals, { count: originals.length })).filter(
    ({ image, kind }) => kind === 'near' && !isSpirograph(image),
  );
  const draw = draws(1);
  const pairs = Array.from(
    { length: Math.min(40, near.length) },
    () => near.splice(draw() % near.length, 1)[0],
  );
  const [side, columns] = [110, 8];
  const inputs = await all(
    pairs.flatMap(({ head, image }) => [head, image]),
    (i) => sharp(bytesOf(posts[i])).resize(side, side, { fit: 'contain', background: '#fff' }).toBuffer(),
  );
  const composed = inputs.map((input, i) => {
    const [pair, half] = [i >> 1, i % 2];
    return {
      input,
      left: (pair % columns) * (2 * side + 12) + half * (side + 2) + 4,
      top: Math.floor(pair / columns) * (side + 8) + 4,
    };
  });
  const size = { width: columns * (2 * side + 12), height: Math.ceil(pairs.length / columns) * (side + 8) };
  await sharp({ create: { ...size, channels: 3, background: '#666' } })
    .composite(composed)
    .png()
    .toFile(file);
  for (const { head, image, distance } of pairs) console.log(distance, posts[head].id, posts[image].id);
}
