import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseJsonLines } from '@hashsight/formats';
import { readJsonLines } from '@hashsight/formats/node';
import fc from 'fast-check';
import { z } from 'zod';
import { temporaryFolder } from '../temporary-folder.js';

const OPTIONS = { file: 'n.jsonl', schema: z.object({ n: z.number() }), what: 'a line of numbers' };

async function parsed(chunks: Iterable<string>, mayBeCutOff = false): Promise<number[]> {
  const found: number[] = [];
  for await (const { n } of parseJsonLines(chunks, { ...OPTIONS, mayBeCutOff })) found.push(n);
  return found;
}

test('the pieces that a text comes in do not matter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer()), fc.integer({ min: 1, max: 30 }), async (numbers, size) => {
      const text = numbers.map((n) => `{"n":${n}}\n`).join('');
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        text.slice(i * size, (i + 1) * size),
      );
      assert.deepEqual(await parsed(pieces), numbers);
    }),
  );
});

test('a damaged line is an error with its number, also where empty lines and Windows line ends are', async () => {
  for (const [text, message] of [
    ['{"n":1}\n{"n":\n{"n":3}\n', /^n\.jsonl:2: expected a line of numbers in JSON, got /],
    ['{"n":1}\r\n\r\n{"n":"2"}\r\n', /^n\.jsonl:3: expected a line of numbers, got .*string at n$/],
    ['{"n":1}\n{"n":\n', /^n\.jsonl:2: /],
    ['{"m":1}', /^n\.jsonl:1: expected a line of numbers, got .* at n$/],
  ] as const) {
    await assert.rejects(parsed([text], true), { name: 'InputError', message });
  }
});

test('a last line that was cut off is left out where it may be, else an error', async () => {
  const text = '{"n":1}\n{"n":';
  assert.deepEqual(await parsed([text], true), [1]);
  await assert.rejects(parsed([text]), /^InputError: n\.jsonl:2: expected a line of numbers in JSON/);
  assert.deepEqual(await parsed(['{"n":1}\n{"n":2}'], true), [1, 2], 'only its line end is missing');
});

test('a file is read line by line; one that is not there is named', async (t) => {
  const file = path.join(temporaryFolder(t), 'n.jsonl');
  const { file: _, ...options } = OPTIONS;
  const read = async () => {
    const found: number[] = [];
    for await (const { n } of readJsonLines(file, options)) found.push(n);
    return found;
  };
  await assert.rejects(read(), { name: 'InputError', message: `${file}: no such file or folder` });
  const numbers = Array.from({ length: 30_000 }, (_, i) => i);
  writeFileSync(file, numbers.map((n) => `{"n":${n}}\n`).join(''));
  assert.deepEqual(await read(), numbers);
});
