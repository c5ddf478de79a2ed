import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { rasterise } from '../../src/datasets/rasterise.js';
import type { PostSource } from '../../src/datasets/source.js';
import { writeDataset } from '../../src/datasets/write-dataset.js';

const circle = (size: number, before = '') =>
  `<?xml version="1.0"?>${before}<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size / 2}" viewBox="0 0 8 4"><circle cx="4" cy="2" r="2" fill="red"/></svg>`;

const FILES: Readonly<Record<string, string>> = {
  'a/circle': circle(8),
  'a/huge': circle(90_000),
  broken: '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>',
  'late-root': circle(8, `<!-- ${'a long licence '.repeat(200)} -->`),
  nothing: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><defs/></svg>',
};

/** A source of the images above that needs no network. */
function drawings(t: TestContext, files = FILES) {
  const folder = temporaryFolder(t);
  const images = Object.entries(files).map(([id, svg]) => {
    const file = path.join(folder, 'svg', `${id}.svg`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, svg);
    return { id, file, hashtags: ['red'], extras: { source: 'drawings' } };
  });
  const fetched = { origin: 'drawings 1', license: 'public domain', folder, images };
  const source: PostSource = { name: 'drawings', description: '', fetch: async () => fetched };
  return { source, folder };
}

const options = { cache: '/nowhere', onProgress: () => {}, onNote: () => {} };
const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

test('drawings are drawn at 256 px whatever size they name; what is broken or shows nothing is set aside', async (t) => {
  const out = path.join(temporaryFolder(t), 'out');
  const summary = await writeDataset(drawings(t).source, out, options);
  assert.deepEqual([summary.images, summary.posts, summary.setAside], [5, 3, 2]);
  const posts = lines(path.join(out, 'posts.jsonl'));
  assert.deepEqual(posts[0], {
    id: 'a/circle',
    image: 'images/a/circle.jpg',
    hashtags: ['red'],
    source: 'drawings',
  });
  for (const { image } of posts) {
    const { data, info } = await sharp(path.join(out, image)).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height, info.channels], [256, 128, 3]);
    const pixel = (x: number, y: number) => [...data.subarray((y * 256 + x) * 3, (y * 256 + x) * 3 + 3)];
    assert(
      pixel(2, 2).every((value) => value > 250),
      'the ground is white',
    );
    const [red = 0, green = 255] = pixel(128, 64);
    assert(red > 240 && green < 15, 'the circle is red');
  }
  const [broken, nothing] = lines(path.join(out, 'set-aside.jsonl'));
  assert.equal(broken.place, 'broken');
  assert.equal(broken.reason, 'expected a whole SVG image, got one that is cut off or broken');
  assert.deepEqual([nothing.place, nothing.reason], ['nothing', 'the image is entirely white']);
});

test('a run that was killed goes on where it was, and gives the same', async (t) => {
  const { source, folder } = drawings(t);
  const [whole, resumed] = [path.join(temporaryFolder(t), 'out'), path.join(temporaryFolder(t), 'out')];
  await writeDataset(source, whole, options);
  const [raster = ''] = readdirSync(folder).filter((name) => name.startsWith('jpeg'));
  const drawn = path.join(folder, raster, 'a', 'circle.jpg');
  const { mtimeMs, ino } = statSync(drawn);
  mkdirSync(path.join(resumed, 'images', 'a'), { recursive: true });
  writeFileSync(path.join(resumed, 'dataset.json'), '{"source":"drawings"}\n');
  writeFileSync(path.join(resumed, 'images', 'a', 'circle.jpg'), 'cut o');
  await writeDataset(source, resumed, options);
  assert.deepEqual([statSync(drawn).mtimeMs, statSync(drawn).ino], [mtimeMs, ino], 'nothing was drawn twice');
  const files = readdirSync(whole, { recursive: true }).map(String).sort();
  assert.deepEqual(readdirSync(resumed, { recursive: true }).map(String).sort(), files);
  for (const file of files.filter((name) => statSync(path.join(whole, name)).isFile())) {
    assert.deepEqual(readFileSync(path.join(resumed, file)), readFileSync(path.join(whole, file)), file);
  }
});

test('what a run that was killed left in the cache is gone after a day; another run may be writing the rest', async (t) => {
  const { source, folder } = drawings(t);
  await writeDataset(source, path.join(temporaryFolder(t), 'out'), options);
  const [raster = ''] = readdirSync(folder).filter((name) => name.startsWith('jpeg'));
  const inRaster = path.join(folder, raster, 'a');
  const before = readdirSync(inRaster);
  const [old, recent] = ['.x.jpg.0123456789ab.partial', '.y.jpg.0123456789ab.partial'];
  for (const name of [old, recent]) writeFileSync(path.join(inRaster, name), 'half');
  const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
  utimesSync(path.join(inRaster, old), twoDaysAgo, twoDaysAgo);
  await writeDataset(source, path.join(temporaryFolder(t), 'out'), options);
  assert.deepEqual(readdirSync(inRaster).sort(), [...before, recent].sort());
});

test('a folder that holds something else is refused and left as it is', async (t) => {
  const { source } = drawings(t);
  const out = temporaryFolder(t);
  writeFileSync(path.join(out, 'thesis.txt'), 'mine');
  await assert.rejects(
    writeDataset(source, out, options),
    /expected an empty folder, got one with thesis\.txt in it/,
  );
  assert.deepEqual(readdirSync(out), ['thesis.txt']);
  const other = temporaryFolder(t);
  writeFileSync(path.join(other, 'dataset.json'), '{"source":"emoji"}');
  await assert.rejects(
    writeDataset(source, other, options),
    /got the data set "emoji"; choose another `out`/,
  );
});

test('when the source fails, or none of its images can be used, there are no posts', async (t) => {
  const out = path.join(temporaryFolder(t), 'out');
  const failing: PostSource = {
    name: 'x',
    description: '',
    fetch: () => Promise.reject(new Error('no network')),
  };
  await assert.rejects(writeDataset(failing, out, options), /no network/);
  assert(!existsSync(out));
  const { source } = drawings(t, { nothing: FILES.nothing ?? '' });
  await assert.rejects(writeDataset(source, out, options), /drawings: none of the images could be used/);
  assert(!existsSync(path.join(out, 'posts.jsonl')));
});

test('an image of pixels is put on white and not scaled up', async (t) => {
  const file = path.join(temporaryFolder(t), 'a.png');
  const background = { r: 0, g: 0, b: 255, alpha: 0.5 };
  await sharp({ create: { width: 60, height: 40, channels: 4, background } })
    .png()
    .toFile(file);
  const { data, info } = await sharp(await rasterise(file))
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [60, 40]);
  assert(Math.abs((data[0] ?? 0) - 127) < 4 && (data[2] ?? 0) > 250);
});

test('a drawing that names its size in points, as old Inkscape did, is not cut off', async (t) => {
  const file = path.join(temporaryFolder(t), 'points.svg');
  // 100 points are 125 pixels of 1/90 inch; the red half begins in the middle.
  writeFileSync(
    file,
    '<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="100pt"><rect x="62.5" width="62.5" height="125" fill="red"/></svg>',
  );
  const { data, info } = await sharp(await rasterise(file))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const red = (x: number) => (data[(128 * info.width + x) * 3 + 1] ?? 255) < 60;
  assert.deepEqual([info.width, info.height, red(120), red(136), red(254)], [256, 256, false, true, true]);
});
