import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openTables, prepare, writeShard } from '@hashsight/dataset';
import { image, writeImages } from '@hashsight/dataset/test/prepare/post-set';
import { ODD_NAMES, ODDEST_NAME } from '@hashsight/formats/test/odd-names';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { hashsight } from './run-hashsight.js';

const IMAGES = await Promise.all(
  Array.from({ length: 8 }, async (_, i) => image(`${i}`, 48, 48).jpeg().toBuffer()),
);

/** Runs the program, and gives what it printed. */
function succeed(args: readonly string[]): string {
  const { code, out, error } = hashsight(args);
  assert.equal(code, 0, error);
  return out;
}

/** The counts of a training set, and its classes by name. */
function prepared(out: string) {
  const { counts } = JSON.parse(readFileSync(path.join(out, 'prepare.json'), 'utf8'));
  const { classes } = JSON.parse(readFileSync(path.join(out, 'vocabulary.json'), 'utf8'));
  return { counts, classes: classes.map(({ name }: { name: string }) => name) };
}

test('every path of every command may have a name that looks like something else', (t) => {
  const folder = path.join(temporaryFolder(t), ODDEST_NAME);
  const [posts, images, evaluation, data, run] = ['posts', 'images', 'evaluation', 'data', 'run'].map(
    (name) => path.join(folder, `${ODDEST_NAME} ${name}`),
  ) as [string, string, string, string, string];
  const names = IMAGES.map((_, i) => `${ODDEST_NAME} ${i}.jpg`);
  writeImages(
    images,
    Object.fromEntries(names.map((name, i) => [`${ODDEST_NAME}/${name}`, IMAGES[i] as Buffer])),
  );
  writeImages(evaluation, { [names[7] as string]: IMAGES[7] as Buffer });
  mkdirSync(posts);
  const table = path.join(posts, `${ODDEST_NAME}.jsonl`);
  const post = (name: string, i: number) => ({
    id: `${i}`,
    image: `${ODDEST_NAME}/${name}`,
    tags: [i % 2 ? 'cat' : 'dog'],
  });
  writeFileSync(table, names.map((name, i) => `${JSON.stringify(post(name, i))}\n`).join(''));
  const vocabulary = path.join(folder, `${ODDEST_NAME}.txt`);
  writeFileSync(vocabulary, 'cat\ndog\n');
  const recipe = path.join(folder, `${ODDEST_NAME}.json`);
  writeFileSync(recipe, JSON.stringify({ validationShare: 0.4, testShare: 0, shorterSide: 32 }));
  succeed([
    ...['prepare', '--posts', table, '--images', images, '--out', data, '--evaluation-set', evaluation],
    ...['--vocabulary', `file:${vocabulary}`, '--recipe', recipe],
  ]);
  const { counts, classes } = prepared(data);
  assert.deepEqual(classes.sort(), ['cat', 'dog']);
  assert.deepEqual([counts.records, counts.labelled, counts.inEvaluationSets], [8, 8, 1]);
  assert.equal(counts.train + counts.validation, 7);
  succeed([
    ...['train', '--data', data, '--out', run, '--model', 'resnext14_32x4d', '--image-size', '32'],
    ...['--epochs', '1', '--batch-size', '2', '--lr', '0.01', '--threads', '1', '--workers', '1'],
  ]);
  succeed(['evaluate', '--run', run]);
  const image = path.join(images, ODDEST_NAME, names[0] as string);
  const answer = JSON.parse(succeed(['predict', image, '--run', run, '--json']));
  assert.equal(answer.image, image);
  const page = path.join(folder, `${ODDEST_NAME}.html`);
  succeed(['report', '--run', run, '--out', page]);
  assert(existsSync(page));
  assert(succeed(['runs', folder]).includes('resnext14'));
});

/** The odd names some at a time, as folders one in the other: each `prepare` takes its time. */
const ODD_FOLDERS = [0, 6, 12, 18].map((first) => path.join(...ODD_NAMES.slice(first, first + 6)));

test('posts of each kind, and the training set, in folders of each name', async (t) => {
  const base = temporaryFolder(t);
  const plain = path.join(base, 'plain');
  mkdirSync(path.join(plain, 'folder'), { recursive: true });
  writeFileSync(path.join(plain, 'a.csv'), 'image,tags\na.jpg,cat\n');
  writeFileSync(path.join(plain, 'a.jsonl'), '{"image": "a.jpg", "tags": ["cat"]}\n');
  writeImages(path.join(plain, 'folder'), { 'a.jpg': IMAGES[0] as Buffer, 'a.txt': Buffer.from('cat') });
  await writeShard(path.join(plain, 'a.tar'), [
    {
      key: 'a',
      members: [
        { extension: 'jpg', bytes: IMAGES[0] as Buffer },
        { extension: 'txt', bytes: Buffer.from('#cat') },
      ],
    },
  ]);
  {
    using tables = await openTables({ threads: 1, memoryLimit: '200MB', temporaryDir: base });
    await tables.writeParquet(path.join(plain, 'a.parquet'), `SELECT 'a.jpg' AS image, ['cat'] AS tags`);
  }
  for (const name of ODD_FOLDERS) {
    const folder = path.join(base, 'odd', name);
    cpSync(plain, folder, { recursive: true });
    const posts = ['a.csv', 'a.jsonl', 'a.parquet', 'a.tar', 'folder'].map((file) => path.join(folder, file));
    await prepare({
      posts,
      out: path.join(folder, 'out'),
      minCount: 1,
      validationShare: 0,
      testShare: 0,
      readImages: false,
      maxSetAside: 1,
    });
    const { counts, classes } = prepared(path.join(folder, 'out'));
    assert.deepEqual([classes, counts.records], [['cat'], 5], name);
    // The three tables say that `a.jpg` names the post: one id.
    assert.deepEqual(
      [counts.train, counts.setAside],
      [3, { malformed: 0, duplicateId: 2, missingImage: 0, unusableImage: 0 }],
      name,
    );
  }
});

test('a glob below a folder whose own name looks like one', (t) => {
  const folder = path.join(temporaryFolder(t), 'data[1]', 'x*y');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'a.csv'), 'image,tags\na.jpg,cat\n');
  writeFileSync(path.join(folder, 'b.csv'), 'image,tags\nb.jpg,cat\n');
  assert.match(
    succeed(['prepare', '--posts', path.join(folder, '[ab].csv'), '--sample', '5', '--metadata-only']),
    /a\.csv[\s\S]*b\.csv/,
  );
});
