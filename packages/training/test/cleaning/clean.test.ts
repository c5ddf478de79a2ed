import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type Correction, InputError, type Suggestion, UsageError } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { clean } from '../../src/cleaning/clean.js';
import { train } from '../../src/trainer.js';
import { TINY } from '../tiny-training.js';

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** Images that lack their own tag. */
const INCOMPLETE = [7, 17, 27, 37, 47, 57];

/** Images that are dark or bright; number 4 has the tag of the others wrongly. */
async function shades(folder: string): Promise<string> {
  const rows = ['path,labels,split'];
  for (let i = 0; i < 60; i++) {
    const isDark = i % 2 === 0;
    const noise = Buffer.from(
      Array.from({ length: 32 * 32 * 3 }, (_, k) => (isDark ? 40 : 200) + ((k * 31 + i * 17) % 40)),
    );
    const raw = { width: 32, height: 32, channels: 3 } as const;
    await sharp(noise, { raw })
      .png()
      .toFile(path.join(folder, `${i}.png`));
    const own = isDark ? 'dark' : 'bright';
    const labels = i === 4 ? 'thing,dark,bright' : INCOMPLETE.includes(i) ? 'thing' : `thing,${own}`;
    rows.push(`${i}.png,"${labels}",train`);
  }
  rows.push('0.png,dark,test');
  const data = path.join(folder, 'shades.csv');
  writeFileSync(data, `${rows.join('\n')}\n`);
  return data;
}

test('a wrong and a missing tag are suggested, marked, and written for prepare', async (t) => {
  const folder = temporaryFolder(t);
  const data = await shades(folder);
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  const out = path.join(folder, 'cleaning');
  const options = {
    run,
    out,
    device: 'cpu',
    workers: 1,
    cacheFolder: path.join(folder, 'cache'),
    posterior: 0.01,
  };
  const { suggestions, corrected, files } = await clean(options);
  const found = linesOf<Suggestion>(files.suggestions);
  const texts = found.map(({ id, kind, hashtag }) => `${path.basename(id)} ${kind} ${hashtag}`);
  assert.ok(texts.includes('4.png wrong bright'), texts.join('; '));
  // Of equal images without their tag, about half are above the mean of those with it.
  const missingOnes = found.filter(({ kind, hashtag }) => kind === 'missing' && hashtag === 'bright');
  assert.ok(missingOnes.length > 0, texts.join('; '));
  for (const { id } of missingOnes)
    assert.ok(INCOMPLETE.includes(Number.parseInt(path.basename(id), 10)), id);
  assert.equal(suggestions.wrong + suggestions.missing, found.length);
  assert.equal(corrected, 0);
  assert.equal(readFileSync(files.corrections, 'utf8'), '');
  assert.match(readFileSync(files.page, 'utf8'), /remove <s>bright<\/s>/);

  const keyOf = ({ id, kind, hashtag }: Suggestion) => JSON.stringify([id, kind, hashtag]);
  const wrong = found[texts.indexOf('4.png wrong bright')];
  const [missing] = missingOnes;
  const marks = path.join(folder, 'marks.json');
  const write = (verdicts: Record<string, string>, kind = 'corrections') =>
    writeFileSync(marks, JSON.stringify({ version: 1, kind, marks: verdicts }));
  write({ [keyOf(wrong as Suggestion)]: 'yes', [keyOf(missing as Suggestion)]: 'no', other: 'yes' });
  const notes: string[] = [];
  const marked = await clean({ out, marks, onNote: (text) => notes.push(text) });
  assert.equal(marked.corrected, 1);
  assert.match(notes.join(), /1 marks belong to no suggestion/);
  assert.deepEqual(linesOf<Correction>(files.corrections), [{ id: wrong?.id, remove: ['bright'], add: [] }]);
  // What is likely enough is accepted without a mark, but never against one.
  write({ [keyOf(wrong as Suggestion)]: 'no' });
  await clean({ out, marks, accept: 0 });
  const all = linesOf<Correction>(files.corrections);
  assert.ok(all.some(({ id, add }) => id === missing?.id && add.includes('bright')));
  assert.ok(!all.some(({ id, remove }) => id === wrong?.id && remove.includes('bright')));

  write({}, 'duplicates');
  await assert.rejects(clean({ out, marks }), (error) => {
    return error instanceof InputError && /expected marks of suggestions, got duplicates/.test(error.message);
  });
});

test('bad options are told', async () => {
  const fails = (options: object, message: RegExp) =>
    assert.rejects(clean({ out: 'nowhere', ...options }), (error) => {
      return error instanceof UsageError && message.test(error.message);
    });
  await fails({}, /expected data, the training set/);
  await fails({ accept: 2 }, /expected accept from 0 to 1, got 2/);
  await fails({ posterior: -1 }, /expected posterior from 0 to 1, got -1/);
});
