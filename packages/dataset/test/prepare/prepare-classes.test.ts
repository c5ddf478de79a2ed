import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { image, manifestRows, post, postSet } from './post-set.js';

const DRAWN: Record<string, Uint8Array> = { 'broken.png': Buffer.from('no image') };
for (let i = 0; i < 24; i++) DRAWN[`${i}.png`] = await image(`${i}`).png().toBuffer();

const shown = (id: string, image: number | string, ...hashtags: string[]) => ({
  ...post(id, ...hashtags),
  image: typeof image === 'number' ? `${image}.png` : image,
});

/** Seventeen posts of an egg, of four images; and twenty images of a cat. */
const EGGS = [
  ...Array.from({ length: 17 }, (_, i) => shown(`egg ${i}`, i % 4, 'egg')),
  ...Array.from({ length: 20 }, (_, i) => shown(`cat ${i}`, 4 + i, 'cat')),
];

async function prepared(t: TestContext, posts: readonly unknown[], changes: Partial<PrepareOptions>) {
  const { options } = postSet(t, posts, { minCount: 15, duplicates: 'merge', ...changes }, DRAWN);
  const { vocabulary, preparation, unmeasured } = await prepare(options);
  const { counts } = preparation;
  assert.equal(counts.labelled + counts.withoutLabel, counts.posts);
  const written = JSON.parse(readFileSync(path.join(options.out, 'vocabulary.json'), 'utf8'));
  assert.deepEqual(written, vocabulary);
  const classes = vocabulary.classes.map(({ name, count }) => [name, count]);
  const rows = await manifestRows(t, options.out);
  return { classes, dropped: vocabulary.dropped, counts, rows, unmeasured, options };
}

const EGG_DROPPED = [
  { hashtag: 'egg', count: 17, reason: 'rare (4 distinct images in 17 posts, minimum 15)' },
];

for (const duplicates of ['merge', 'first', 'keep'] as const) {
  test(`${duplicates}: a class counts its images, not its posts, and is dropped where they are too few`, async (t) => {
    const { classes, dropped, counts, rows } = await prepared(t, EGGS, { duplicates });
    assert.deepEqual(classes, [['cat', 20]]);
    assert.deepEqual(dropped, EGG_DROPPED);
    assert.deepEqual([counts.withoutLabel, counts.labelled, counts.duplicates], [17, 20, 0]);
    assert(rows.every(({ labels, image }) => labels.join() === '0' && Number.parseInt(image, 10) >= 4));
    const four = await prepared(t, EGGS, { duplicates, minCount: 4 });
    assert.deepEqual(four.classes, [
      ['cat', 20],
      ['egg', 4],
    ]);
    assert.equal(four.counts.duplicates, duplicates === 'keep' ? 0 : 13);
  });
}

test('where duplicates are not looked for, or no image is, posts are what is counted', async (t) => {
  for (const changes of [{ duplicates: 'off' }, { readImages: false }] as const) {
    const { classes } = await prepared(t, EGGS, changes);
    assert.deepEqual(classes, [
      ['cat', 20],
      ['egg', 17],
    ]);
  }
});

test('images that cannot be used do not count; a class of a file without any is dropped, its labels with it', async (t) => {
  const posts = [
    ...Array.from({ length: 3 }, (_, i) => shown(`emu ${i}`, 'broken.png', 'emu')),
    ...Array.from({ length: 5 }, (_, i) => shown(`dog ${i}`, i < 3 ? i : 'broken.png', 'dog')),
    ...Array.from({ length: 3 }, (_, i) => shown(`yak ${i}`, 5 + i, 'yak', 'dog')),
  ];
  const { classes, dropped, counts } = await prepared(t, posts, { minCount: 4 });
  assert.deepEqual(classes, [['dog', 6]]);
  assert.deepEqual(
    dropped.map(({ hashtag, reason }) => [hashtag, reason]),
    [
      ['emu', 'rare (3 posts, minimum 4)'],
      ['yak', 'rare (3 posts, minimum 4)'],
    ],
  );
  assert.equal(counts.setAside.unusableImage, 2);
  const { options } = postSet(t, posts, {}, DRAWN);
  const list = path.join(options.images, 'classes.txt');
  const { minCount, ...rest } = options;
  writeFileSync(list, 'emu\nyak\n');
  const own = await prepare({ ...rest, vocabulary: `file:${list}` });
  assert.deepEqual(
    own.vocabulary.classes.map(({ name, count }) => [name, count]),
    [['yak', 3]],
  );
  assert.equal(
    own.vocabulary.dropped.find(({ hashtag }) => hashtag === 'emu')?.reason,
    'rare (0 distinct images in 3 posts, minimum 1)',
  );
});

test('class indices follow: those behind a dropped class move up, and classes stand by their images', async (t) => {
  const posts = [
    ...Array.from({ length: 9 }, (_, i) => shown(`egg ${i}`, i % 2, 'egg', ...(i === 0 ? ['cat'] : []))),
    ...Array.from({ length: 8 }, (_, i) => shown(`dog ${i}`, 2 + (i % 4), 'dog')),
    ...Array.from({ length: 6 }, (_, i) => shown(`cat ${i}`, 6 + i, 'cat')),
  ];
  const { classes, rows, options } = await prepared(t, posts, { minCount: 3, validationShare: 0 });
  assert.deepEqual(classes, [
    ['cat', 7],
    ['dog', 4],
  ]);
  const byPost = new Map(rows.map(({ post, labels, copies }) => [post, [labels.join(), copies]]));
  assert.deepEqual(byPost.get('egg 0'), ['0', 5], 'the image of an egg with a cat is one of a cat');
  assert.deepEqual(byPost.get('egg 1'), undefined);
  assert.deepEqual(byPost.get('dog 0'), ['1', 2]);
  // The shards say the same as the manifest: their labels are of the classes that are left.
  const tar = readFileSync(path.join(options.out, 'train-000000.tar'), 'latin1');
  assert(tar.includes('"post":"egg 0","image":"0.png","labels":[0],"classes":["cat"]'));
});

test('another --min-count looks at no image again, and gives what a new run gives', async (t) => {
  const { options } = postSet(t, EGGS, { minCount: 4, duplicates: 'merge' }, DRAWN);
  await prepare(options);
  const store = path.join(options.out, '.work', 'images');
  const files = readdirSync(store, { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join(store, name),
  );
  for (const file of files) utimesSync(file, 1_000_000_000, 1_000_000_000);
  await prepare({ ...options, minCount: 15 });
  assert(files.some((file) => file.endsWith('.jsonl')));
  for (const file of files) assert.equal(statSync(file).mtimeMs, 1e12, file);
  const fresh = { ...options, minCount: 15, out: `${options.out}-fresh` };
  await prepare(fresh);
  for (const name of ['manifest.parquet', 'vocabulary.json', 'prepare.json', 'train-000000.tar']) {
    const [one, other] = [options.out, fresh.out].map((out) => readFileSync(path.join(out, name)));
    assert(one?.equals(other ?? Buffer.alloc(0)), name);
  }
});

test('no class with enough different images is one line that says how many there are', async (t) => {
  const { options } = postSet(t, EGGS.slice(0, 17), { minCount: 15, duplicates: 'merge' }, DRAWN);
  await assert.rejects(prepare(options), {
    name: 'InputError',
    message: `${options.posts}: no class has 15 or more distinct images; the most frequent is "egg" with 4 in 17 posts; lower \`minCount\` to 4 or less`,
  });
});

/** Sixty classes of fifteen to thirty posts, many of them on posts of two. */
const TAIL = Array.from({ length: 60 }, (_, label) =>
  Array.from({ length: 15 + (label % 16) }, (_, i) => ({
    ...post(`${label} ${i}`, `word${label}`, ...(i % 5 === 0 ? [`word${(label * 7 + 1) % 60}`] : [])),
    author: `author ${(label * 31 + i * 7) % 200}`,
  })),
).flat();

for (const splitBy of ['post', 'user'] as const) {
  test(`split by ${splitBy}: each class has its share for validation and for test, whatever order the posts come in`, async (t) => {
    const changes = { minCount: 15, readImages: false, splitBy, testShare: 0.1 } as const;
    const { options } = postSet(t, TAIL, changes);
    const { vocabulary, unmeasured, preparation } = await prepare(options);
    assert.deepEqual(unmeasured, { validation: [], test: [] });
    const rows = await manifestRows(t, options.out);
    assert.deepEqual(
      rows.map(({ post }) => post),
      TAIL.map(({ id }) => id),
      'in the order of the posts',
    );
    for (const [label, { name, count }] of vocabulary.classes.entries()) {
      const own = rows.filter(({ labels }) => labels.includes(label));
      assert.equal(own.length, count);
      for (const part of ['validation', 'test']) {
        const kept = own.filter(({ split }) => split === part).length;
        assert(
          kept >= Math.floor(count * 0.1) && kept <= count / 2,
          `${name}: ${kept} of ${count} for ${part}`,
        );
      }
    }
    const { train, validation, test } = preparation.counts;
    for (const kept of [validation, test]) {
      assert(kept / (train + validation + test) < 0.2, `${kept} beside ${train}`);
    }
    if (splitBy === 'user') {
      const sideOf = new Map<string, string>();
      for (const [i, { split }] of rows.entries()) {
        const author = TAIL[i]?.author ?? '';
        assert.equal(sideOf.get(author) ?? split, split, author);
        sideOf.set(author, split);
      }
    }
    const turned = postSet(t, [...TAIL].reverse(), changes);
    await prepare(turned.options);
    const sides = (all: typeof rows) => all.map(({ post, split }) => `${post} ${split}`).sort();
    assert.deepEqual(sides(await manifestRows(t, turned.options.out)), sides(rows));
  });
}

test('a class that cannot be in each part is for training, then for validation, and named', async (t) => {
  const posts = [
    ...EGGS.slice(17),
    shown('emu', 0, 'emu'),
    shown('yak', 1, 'yak'),
    shown('gnu', 2, 'gnu'),
    shown('gnu 2', 3, 'gnu'),
  ];
  const { unmeasured, rows } = await prepared(t, posts, { minCount: 1, testShare: 0.1 });
  assert.deepEqual(unmeasured, { validation: ['emu', 'yak'], test: ['gnu', 'emu', 'yak'] });
  for (const name of unmeasured.validation)
    assert.equal(rows.find(({ post }) => post === name)?.split, 'train');
});
