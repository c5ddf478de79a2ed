import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { BUILT_IN_TASKS } from '../../src/datasets/built-in-tasks.js';
import { emojiSide } from '../../src/datasets/emoji-sequence.js';
import type { PostSource, SourceImage } from '../../src/datasets/source.js';
import { writeDataset } from '../../src/datasets/write-dataset.js';

const task = (name: string) => {
  const found = BUILT_IN_TASKS.find((one) => one.name === name);
  assert(found);
  return found;
};
const options = { cache: '/nowhere', onProgress: () => {}, onNote: () => {} };
const csv = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');

/** A source of one square per emoji and color. */
function squares(t: TestContext, name: string, emojis: Readonly<Record<string, string>>): PostSource {
  const folder = temporaryFolder(t);
  const images = Object.entries(emojis).map(([emoji, color], i): SourceImage => {
    const file = path.join(folder, `${emoji}.svg`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      file,
      `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${color}"/></svg>`,
    );
    const group = i % 2 === 0 ? 'smileys' : 'a, "quoted" group';
    return {
      id: `${name}/${emoji}`,
      file,
      hashtags: ['x'],
      extras: { source: name, emoji, group, name: emoji },
    };
  });
  const fetched = { origin: `${name} 1`, license: 'MIT', attribution: 'by us', folder, images };
  return { name, description: '', fetch: async () => fetched };
}

test('emoji groups: skin tones are left out, and a family is on one side', () => {
  const image = (emoji: string, skinTone?: string): SourceImage => ({
    id: emoji,
    file: '',
    hashtags: [],
    extras: { emoji, group: 'people', name: 'n', ...(skinTone !== undefined && { skinTone }) },
  });
  const rows = task('emoji-groups').rows([
    image('1f469-200d-1f3a8'),
    image('1f468-200d-1f3a8'),
    image('1f468-1f3fd-200d-1f3a8', '3'),
  ]);
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['1f469-200d-1f3a8', '1f468-200d-1f3a8'],
  );
  assert.equal(new Set(rows.map(({ split, columns }) => `${split} ${columns.group}`)).size, 1);
});

test('solar cells: a quarter of each grade and type is tested, whatever the order of the images', () => {
  const images = Array.from({ length: 160 }, (_, i): SourceImage => {
    const [grade = '', state = ''] =
      [
        ['0', 'functional'],
        ['1', 'defective'],
      ][i % 2] ?? [];
    const type = i % 4 < 2 ? 'mono' : 'poly';
    return { id: `solar-cells/cell${i}`, file: '', hashtags: [], extras: { grade, state, type } };
  });
  const rows = task('solar-cell-defects').rows(images);
  const tested = rows.filter(({ split }) => split === 'test');
  for (const grade of ['0', '1']) {
    for (const type of ['mono', 'poly']) {
      const there = tested.filter(({ columns }) => columns.grade === grade && columns.type === type);
      assert.equal(there.length, 10);
    }
  }
  const reversed = task('solar-cell-defects').rows([...images].reverse());
  const idsOf = (all: typeof rows) =>
    all
      .filter(({ split }) => split === 'test')
      .map(({ id }) => id)
      .sort();
  assert.deepEqual(idsOf(reversed), idsOf(rows));
});

test('a data set is written with its task: relative images, fixed splits, quoted cells; equal images with two labels left out', async (t) => {
  const out = path.join(temporaryFolder(t), 'out');
  const emojis = { a9: 'red', ae: 'blue', '1f004': 'green', '1f0cf': 'green', '1f600': 'black' };
  const summary = await writeDataset(squares(t, 'fluent-emoji-3d', emojis), out, options);
  const file = path.join(out, 'emoji-groups.csv');
  const [head, ...lines] = csv(file);
  assert.equal(head, 'image,label,split,group,emoji,name');
  assert.deepEqual(lines, [
    'images/fluent-emoji-3d/a9.jpg,smileys,train,a9,a9,a9',
    'images/fluent-emoji-3d/ae.jpg,"a, ""quoted"" group",train,ae,ae,ae',
    `images/fluent-emoji-3d/1f600.jpg,smileys,${emojiSide('1f600')},1f600,1f600,1f600`,
  ]);
  for (const line of lines) assert(existsSync(path.join(out, line.split(',')[0] ?? '')));
  const [written] = summary.tasks;
  assert.deepEqual([written?.name, written?.file, written?.classes], ['emoji-groups', file, 2]);
  assert.equal(written?.ambiguous, 2);
});

test('with excludeTasks no emoji of the test split is left, and each that was left out is listed', async (t) => {
  const out = path.join(temporaryFolder(t), 'out');
  const emojis = { a9: 'red', ae: 'blue', '1f004': 'green', '1f0cf': 'yellow' };
  const source = squares(t, 'openmoji', emojis);
  const whole = await writeDataset(source, out, options);
  assert.deepEqual([whole.posts, whole.excluded], [4, 0]);
  const summary = await writeDataset(source, out, { ...options, excludeTasks: ['emoji-groups'] });
  assert.deepEqual([summary.images, summary.posts, summary.excluded, summary.tasks.length], [4, 2, 2, 0]);
  const posts = csv(path.join(out, 'posts.jsonl')).map((line) => JSON.parse(line));
  assert.deepEqual(
    posts.map(({ emoji }) => emojiSide(emoji)),
    ['train', 'train'],
  );
  assert.deepEqual(
    csv(path.join(out, 'excluded.jsonl')).map((line) => JSON.parse(line)),
    ['1f004', '1f0cf'].map((emoji) => ({ id: `openmoji/${emoji}`, emoji, task: 'emoji-groups' })),
  );
  assert.deepEqual(readdirSync(path.join(out, 'images', 'openmoji')).sort(), ['a9.jpg', 'ae.jpg']);
  const description = JSON.parse(readFileSync(path.join(out, 'dataset.json'), 'utf8'));
  assert.deepEqual(
    [description.license, description.attribution, description.excludedTasks],
    ['MIT', 'by us', ['emoji-groups']],
  );
});

test('a task that cannot be excluded is refused, and nothing is written', async (t) => {
  const out = path.join(temporaryFolder(t), 'out');
  const source = squares(t, 'openmoji', { a9: 'red' });
  await assert.rejects(
    writeDataset(source, out, { ...options, excludeTasks: ['solar-cell-defects'] }),
    /expected a task among emoji-groups, openmoji-groups, got "solar-cell-defects"/,
  );
  await assert.rejects(
    writeDataset(source, out, { ...options, excludeTasks: ['emoji-groups'] }),
    /expected a data set of emoji, got openmoji: it has no images that emoji-groups tests/,
  );
  assert(!existsSync(out));
});
