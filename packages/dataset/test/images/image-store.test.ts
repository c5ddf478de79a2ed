import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import type { ImageSettings } from '../../src/images/describe-image.js';
import {
  type ImageStore,
  type KeyedImage,
  openImageStore,
  type ProcessOptions,
} from '../../src/images/image-store.js';
import { openTables, type Row } from '../../src/tables/tables.js';

function image(seed: number, side = 40) {
  const background = { r: (seed * 37) % 256, g: (seed * 91) % 256, b: (seed * 13) % 256 };
  return sharp({ create: { width: side, height: side + (seed % 7), channels: 3, background } });
}

/** Images of several formats, one in a part of a file, and some that cannot be used. */
async function someImages(folder: string, count: number): Promise<KeyedImage[]> {
  const images: KeyedImage[] = [];
  for (let i = 0; i < count; i++) {
    const file = path.join(folder, `${i}`);
    writeFileSync(file, i % 3 === 0 ? await image(i).png().toBuffer() : await image(i, 20).jpeg().toBuffer());
    images.push({ key: `posts/${i}`, source: { file } });
  }
  const parts = path.join(folder, 'parts.tar');
  const inside = await image(99).webp({ lossless: true }).toBuffer();
  writeFileSync(parts, Buffer.concat([Buffer.alloc(512), inside, Buffer.alloc(512)]));
  const size = inside.length;
  images.push({ key: 'part', source: { file: parts, offset: 512, size } });
  images.push({ key: 'beyond', source: { file: parts, offset: 1000, size: 1000 } });
  writeFileSync(path.join(folder, 'empty'), '');
  images.push({ key: 'empty', source: { file: path.join(folder, 'empty') } });
  mkdirSync(path.join(folder, 'folder'));
  images.push({ key: 'folder', source: { file: path.join(folder, 'folder') } });
  images.push({ key: 'missing', source: { file: path.join(folder, 'none') } });
  writeFileSync(path.join(folder, 'broken'), (await image(1, 200).jpeg().toBuffer()).subarray(0, 500));
  images.push({ key: 'broken', source: { file: path.join(folder, 'broken') } });
  return images;
}

/** The facts by key, and instead of the place in a blob file the bytes that are there. */
async function factsOf(t: TestContext, store: ImageStore): Promise<Map<string, Row>> {
  const tables = await openTables({ threads: 1, memoryLimit: '200MB', temporaryDir: temporaryFolder(t) });
  const rows = await tables.rows<Row & { key: string }>(`SELECT * FROM (${store.factsSql()}) ORDER BY key`);
  tables.close();
  return new Map(
    rows.map(({ blob, offset, ...facts }) => {
      const bytes =
        blob === null
          ? null
          : readFileSync(path.join(store.folder, String(blob)))
              .subarray(Number(offset), Number(offset) + Number(facts.size))
              .toString('hex');
      return [facts.key, { ...facts, bytes }];
    }),
  );
}

async function processed(
  base: string,
  images: readonly KeyedImage[],
  settings: ImageSettings = { shorterSide: 32 },
  options: ProcessOptions = { workers: 2, chunkSize: 4 },
) {
  const store = await openImageStore(base, settings);
  return { store, result: await store.process(images, options) };
}

test('facts of images, good and bad, as a table', async (t) => {
  const folder = temporaryFolder(t);
  const images = await someImages(folder, 4);
  const events: number[] = [];
  const options = { workers: 1, onProgress: (event: { done: number }) => events.push(event.done) };
  const { store, result } = await processed(temporaryFolder(t), images, { shorterSide: 32 }, options);
  assert.deepEqual(result, { known: 0, processed: 10, unusable: 5 });
  assert.equal(events.at(-1), 10);
  const facts = await factsOf(t, store);
  assert.deepEqual(
    [...facts.values()].map(({ key, problem, reason, extension }) => [key, problem, reason, extension]),
    [
      ['beyond', 'unusable-image', facts.get('beyond')?.reason, null],
      [
        'broken',
        'unusable-image',
        'expected a whole JPEG image, got one that is cut off or broken: Premature end of JPEG file',
        null,
      ],
      ['empty', 'unusable-image', 'expected an image, got an empty file', null],
      ['folder', 'unusable-image', 'expected an image file, got a folder', null],
      ['missing', 'missing-image', 'expected the image, got no such file', null],
      ['part', null, null, 'jpg'],
      ['posts/0', null, null, 'jpg'],
      ['posts/1', null, null, 'jpg'],
      ['posts/2', null, null, 'jpg'],
      ['posts/3', null, null, 'jpg'],
    ],
  );
  assert.match(String(facts.get('beyond')?.reason), /^expected 1000 bytes at offset 1000, got \d+$/);
  const small = facts.get('posts/1');
  assert.deepEqual([small?.bytes, small?.width, small?.height], [null, 20, 21]);
  assert.equal(small?.size, statSync(path.join(folder, '1')).size);
  const part = facts.get('part');
  assert(part !== undefined);
  const { width, height, format } = await sharp(Buffer.from(String(part.bytes), 'hex')).metadata();
  assert.deepEqual([width, height, format], [32, part.height, 'jpeg']);
  assert.equal((part.thumbnail as Uint8Array).length, 192);
});

test('without a shorter side nothing is written but the facts; no images are an empty table', async (t) => {
  const images = await someImages(temporaryFolder(t), 4);
  const { store } = await processed(temporaryFolder(t), images, {});
  assert(readdirSync(store.folder).every((name) => name.endsWith('.jsonl')));
  assert.equal((await factsOf(t, store)).get('part')?.extension, 'webp');
  const none = await processed(temporaryFolder(t), [], {});
  assert.equal((await factsOf(t, none.store)).size, 0);
});

test('the facts depend neither on workers, nor on chunks, nor on the order', async (t) => {
  const images = await someImages(temporaryFolder(t), 21);
  const settings = { shorterSide: 32 };
  const runs = [
    processed(temporaryFolder(t), images, settings, { workers: 1 }),
    processed(temporaryFolder(t), images, settings, { workers: 2, chunkSize: 3 }),
    processed(temporaryFolder(t), images.toReversed(), settings, { workers: 3, chunkSize: 5 }),
  ];
  const [first, ...others] = await Promise.all(
    (await Promise.all(runs)).map(({ store }) => factsOf(t, store)),
  );
  assert.equal(first?.size, 27);
  for (const other of others) assert.deepEqual(other, first);
});

test('what is done stays done; new, changed and found images are processed, and of two facts the newer counts', async (t) => {
  const [folder, base] = [temporaryFolder(t), path.join(temporaryFolder(t), "it's [new]*")];
  const images = await someImages(folder, 6);
  const { store } = await processed(base, images);
  const before = readdirSync(store.folder);
  const again = await processed(base, images);
  assert.deepEqual(again.result, { known: 12, processed: 0, unusable: 0 });
  assert.deepEqual(readdirSync(store.folder), before);
  writeFileSync(path.join(folder, '1'), await image(55, 24).jpeg().toBuffer());
  writeFileSync(path.join(folder, 'none'), await image(56).png().toBuffer());
  // Same bytes, another time: it could be another image of the same size.
  utimesSync(path.join(folder, '2'), 1, 1);
  const more = await someImages(temporaryFolder(t), 1);
  const next = await processed(base, [...images, { key: 'new', source: (more[0] as KeyedImage).source }]);
  assert.deepEqual(next.result, { known: 9, processed: 4, unusable: 0 });
  const facts = await factsOf(t, next.store);
  assert.deepEqual(
    [facts.size, facts.get('posts/1')?.width, facts.get('missing')?.problem, facts.get('new')?.problem],
    [13, 24, null, null],
  );
  const afresh = await openImageStore(base, { shorterSide: 32 });
  assert.deepEqual(await factsOf(t, afresh), facts);
});

test('a key that comes twice counts once, the first time', async (t) => {
  const [one, two] = await someImages(temporaryFolder(t), 2);
  assert(one !== undefined && two !== undefined);
  const { store, result } = await processed(temporaryFolder(t), [one, { ...two, key: one.key }, one]);
  assert.deepEqual(result, { known: 2, processed: 1, unusable: 0 });
  assert.equal((await factsOf(t, store)).get(one.key)?.height, 32);
});

test('other settings lie beside', async (t) => {
  const [images, base] = [await someImages(temporaryFolder(t), 3), temporaryFolder(t)];
  await processed(base, images, { shorterSide: 32 });
  const { result } = await processed(base, images, { shorterSide: 24 });
  assert.equal(result.known, 0);
});

test('killed after its first chunk, a run goes on where it was, and ends as one that was not killed', async (t) => {
  const base = temporaryFolder(t);
  const images = await someImages(temporaryFolder(t), 30);
  const settings = { shorterSide: 32 };
  const { folder } = await openImageStore(base, settings);
  const door = fileURLToPath(new URL('../../src/images/image-store.js', import.meta.url));
  // Its images never end, so that it is killed before it is done.
  const script = `
    const { openImageStore } = await import(${JSON.stringify(door)});
    const store = await openImageStore(${JSON.stringify(base)}, ${JSON.stringify(settings)});
    async function* images() {
      yield* ${JSON.stringify(images.slice(0, -3))};
      await new Promise((resolve) => process.once('never', resolve));
    }
    setInterval(() => {}, 60_000);
    await store.process(images(), { workers: 2, chunkSize: 4 });`;
  const watcher = watch(folder);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const exit = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    watcher.on('change', (_, name) => {
      if (/^\d+\.jsonl$/.test(String(name))) resolve();
    });
    exit.then(() => reject(new Error('the child ended by itself')), reject);
  });
  watcher.close();
  child.kill('SIGKILL');
  await exit;
  const done = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const contents = done.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  // What a kill at another moment may leave.
  writeFileSync(path.join(folder, '999999.blob'), 'cut o');
  writeFileSync(path.join(folder, '.999999.jsonl.0123456789ab.partial'), '{"key":');
  const { store, result } = await processed(base, images, settings);
  assert.equal(result.known, contents.join('').split('\n').length - 1);
  assert.equal(result.known + result.processed, images.length);
  assert.deepEqual(
    done.map((name) => readFileSync(path.join(folder, name), 'utf8')),
    contents,
  );
  const names = readdirSync(folder);
  const facts = new Set(names.filter((name) => name.endsWith('.jsonl')));
  assert(
    names.every((name) => facts.has(name) || facts.has(name.replace('.blob', '.jsonl'))),
    String(names),
  );
  const whole = await processed(temporaryFolder(t), images, settings, { workers: 1 });
  assert.deepEqual(await factsOf(t, store), await factsOf(t, whole.store));
});

test('when images cannot be told further, what was begun is done and the error is passed on', async (t) => {
  const [images, base] = [await someImages(temporaryFolder(t), 6), temporaryFolder(t)];
  function* failing() {
    yield* images.slice(0, 8);
    throw new Error('no more posts');
  }
  const store = await openImageStore(base, {});
  await assert.rejects(store.process(failing(), { workers: 1, chunkSize: 4 }), /no more posts/);
  assert.equal((await processed(base, images, {})).result.known, 8);
});

test('a store that cannot be written to, or that holds something else, is one line', async (t) => {
  const [images, base] = [await someImages(temporaryFolder(t), 3), temporaryFolder(t)];
  const { store } = await processed(base, images);
  const [first = ''] = readdirSync(store.folder).filter((name) => name.endsWith('.jsonl'));
  const file = path.join(store.folder, first);
  writeFileSync(file, `not facts\n${readFileSync(file, 'utf8')}`);
  await assert.rejects(openImageStore(base, { shorterSide: 32 }), {
    name: 'InputError',
    message: `${file}:1: expected the facts about an image, got something else; remove ${store.folder} and start again`,
  });
  writeFileSync(path.join(base, 'file'), '');
  await assert.rejects(openImageStore(path.join(base, 'file'), {}), { name: 'InputError' });
  const gone = await openImageStore(path.join(base, 'gone'), {});
  rmSync(gone.folder, { recursive: true });
  writeFileSync(gone.folder, '');
  await assert.rejects(gone.process(images, { workers: 1 }), {
    name: 'InputError',
    message: /as-they-are.*: /,
  });
});

test('an image that a killed process was at is decoded in a process of its own, with the same facts', async (t) => {
  const folder = temporaryFolder(t);
  const images = await someImages(folder, 6);
  const { store } = await processed(temporaryFolder(t), images);
  const expected = await factsOf(t, store);
  const base = temporaryFolder(t);
  const { folder: own } = await openImageStore(base, { shorterSide: 32 });
  // What a process leaves that is killed in its first chunk, and one in its second; the last note is torn.
  writeFileSync(path.join(own, '1.decoding'), '"posts/0"\n"posts/3"\n"part"\n"pos');
  writeFileSync(path.join(own, '2.decoding'), '"broken"\n');
  await openImageStore(base, { shorterSide: 32 }); // and is killed again before it comes to them
  assert.deepEqual(readdirSync(own), ['suspects.json']);
  assert.deepEqual(JSON.parse(readFileSync(path.join(own, 'suspects.json'), 'utf8')), [
    'posts/3',
    'part',
    'broken',
  ]);
  const again = await processed(base, images);
  assert.deepEqual(await factsOf(t, again.store), expected);
  assert(readdirSync(own).every((name) => /^\d{6}\.(jsonl|blob)$/.test(name)));
});
