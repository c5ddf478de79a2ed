import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectFile, line } from './collected.js';

/** Text files are read 8 MiB at a time: 2^16 lines of 128 bytes end exactly where the first window does. */
const LINE = 128;
const COUNT = 2 ** 16 + 3000;

function lines(of: (row: number) => string, end = '\n'): string {
  return Array.from({ length: COUNT }, (_, row) => `${of(row).padEnd(LINE - end.length)}${end}`).join('');
}

const FORMS: readonly (readonly [title: string, name: string, text: string])[] = [
  ['JSON lines', 'posts.jsonl', lines((row) => line(String(row)))],
  ['JSON lines that end as Windows ends them', 'posts.jsonl', lines((row) => line(String(row)), '\r\n')],
  [
    'JSON lines, one of them no text',
    'posts.jsonl',
    lines((row) => (row === 7 ? '\u0001' : line(String(row)))),
  ],
  ['a table', 'posts.csv', lines((row) => (row === 0 ? 'id,image,hashtags' : `${row - 1},${row - 1}.jpg,x`))],
];

for (const [title, name, text] of FORMS) {
  test(`${title}: no record is lost where one ends exactly with what is read at a time`, async (t) => {
    assert.equal(text.charCodeAt(8 * 2 ** 20 - 1), 10);
    const count = name === 'posts.csv' ? COUNT - 1 : COUNT; // the first line has the names
    const { records, posts, aside } = await collectFile(t, name, text);
    assert.deepEqual([records, posts.length + aside.length], [count, count]);
    assert.equal(posts.at(-1)?.id, String(count - 1));
  });
}
