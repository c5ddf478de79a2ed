import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collect, collectFile, folderOf } from './collected.js';

/** The day of 2018-10-10. */
const DAY = 17_814;

function csv(times: readonly string[], column = 'created_at'): string {
  return `image,tags,${column}\n${times.map((time, i) => `${i}.jpg,x,"${time}"\n`).join('')}`;
}

const READ: readonly (readonly [
  title: string,
  times: readonly string[],
  days: readonly (number | null)[],
])[] = [
  [
    'as Twitter writes them',
    ['Wed Oct 10 20:19:24 +0000 2018', 'Thu Oct 11 00:19:24 +0000 2018'],
    [DAY, DAY + 1],
  ],
  ['as Exif has them', ['2018:10:10 20:19:24', '2018:10:09 20:19:24'], [DAY, DAY - 1]],
  ['in nanoseconds', ['1539202764123456789', '1539292764123456789'], [DAY, DAY + 1]],
  [
    'of several kinds, some missing',
    ['2018-10-10', '', 'nan', '10 Oct 2018 20:19 GMT', 'None'],
    [DAY, null, null, DAY, null],
  ],
  ['with the day first, as one of them shows', ['03/10/2018', '31/10/2018'], [DAY - 7, DAY + 21]],
  ['with the month first, as one of them shows', ['10/03/2018', '10/31/2018'], [DAY - 7, DAY + 21]],
];
for (const [title, times, days] of READ) {
  test(`times ${title} are read, and nothing is told`, async (t) => {
    const { posts, notes } = await collectFile(t, 'posts.csv', csv(times));
    assert.deepEqual(
      posts.map(({ day }) => day),
      days,
    );
    assert.equal(notes.length, 1);
    assert.match(notes[0] ?? '', /hashtags from tags, time from created_at; no id/);
  });
}

test('times of which none can be read are told, and no column is named for them', async (t) => {
  const { posts, notes } = await collectFile(
    t,
    'posts.csv',
    csv(['yesterday', '', 'today', '10. Oktober 2018']),
  );
  assert.deepEqual(
    posts.map(({ day }) => day),
    [null, null, null, null],
  );
  assert.deepEqual(notes, [
    'posts.csv: image from image, hashtags from tags; no id, caption, author, time (the image path is the id)',
    'posts.csv: created_at: 0 of 3 times could be read; one that could not: "10. Oktober 2018"',
  ]);
});

test('of dates in which nothing shows the order of day and month, it is not guessed', async (t) => {
  const { posts, notes } = await collectFile(
    t,
    'posts.csv',
    csv(['03/10/2018', '04/10/2018', '10/10/2018'], 'date'),
  );
  assert.deepEqual(
    posts.map(({ day }) => day),
    [null, null, DAY],
  );
  assert.match(notes[0] ?? '', /time from date/);
  assert.equal(
    notes[1],
    'posts.csv: date: 1 of 3 times could be read; one that could not: "03/10/2018", which may begin with the day or the month; put the year first',
  );
});

test('the order of day and month is known from all posts, those that SQL settles and those with captions', async (t) => {
  const lines = [
    '"tags":["x"],"date":"03/10/2018"',
    '"caption":"a #b","date":"31/10/2018"',
    '"caption":"a #b","date":"04/10/2018"',
  ];
  const text = lines.map((rest, i) => `{"image":"${i}.jpg",${rest}}\n`).join('');
  const { posts, notes } = await collectFile(t, 'posts.jsonl', text);
  assert.deepEqual(
    posts.map(({ day }) => day),
    [DAY - 7, DAY + 21, DAY - 6],
  );
  assert.equal(notes.length, 1);
});

test('times beside images in a folder', async (t) => {
  const sidecar = (time: string) => `{"tags": ["x"], "taken_at": "${time}"}`;
  const folder = folderOf(t, {
    'a.jpg': '',
    'a.json': sidecar('2018:10:10 20:19:24'),
    'b.jpg': '',
    'b.json': sidecar('once'),
    'c.jpg': '',
    'c.json': '{"tags": ["x"]}',
  });
  const { posts, notes } = await collect(t, [folder]);
  assert.deepEqual(
    posts.map(({ day }) => day),
    [DAY, null, null],
  );
  assert.deepEqual(
    notes.map((line) => line.replace(/^[^:]*: /, '')),
    ['1 of 2 times could be read; one that could not: "once"'],
  );
});
