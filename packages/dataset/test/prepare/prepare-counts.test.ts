import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { DUPLICATE_RULES, SPLITS } from '@hashsight/formats';
import { readTrainingSet } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import fc from 'fast-check';
import { prepare } from '../../src/prepare/prepare.js';
import { image, manifestRows, post, postSet, writeImages } from './post-set.js';
import { splitOf } from './split-of.js';

test('what goes in and what comes out of each step add up', async (t) => {
  const word = fc.constantFrom('cat', 'dog', 'emu', '#Cat', 'tbt', '', '-', 'hash');
  const anyPost = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        id: fc.stringMatching(/^[a-z]{1,2}$/),
        image: fc.constantFrom('here.jpg', 'here.jpg', 'here.jpg', 'gone.jpg', '../x'),
        hashtags: fc.array(word, { maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom('{', '[]', '7') },
  );
  const shares = fc.record({
    validationShare: fc.constantFrom(0, 0.3, 0.6),
    testShare: fc.constantFrom(0, 0.2),
  });
  // Enough posts that train at every share to have one class for sure.
  const most = { validation: 0.6, test: 0.2 };
  const ids = Array.from({ length: 50 }, (_, i) => `sure ${i}`).filter((id) => splitOf(id, most) === 'train');
  const sure = ids.map((id) => post(id, 'yak'));
  await fc.assert(
    fc.asyncProperty(fc.array(anyPost, { maxLength: 40 }), shares, async (posts, changes) => {
      const { options } = postSet(t, [...sure, ...posts], changes);
      const { preparation, vocabulary } = await prepare(options);
      const { counts } = preparation;
      const { malformed, duplicateId, missingImage } = counts.setAside;
      assert.equal(counts.records, posts.length + sure.length);
      assert.equal(counts.records, malformed + duplicateId + missingImage + counts.posts);
      assert.equal(counts.posts, counts.withoutLabel + counts.labelled);
      assert.equal(counts.labelled, counts.train + counts.validation + counts.test);
      assert.equal(counts.hashtags, counts.inClasses + counts.dropped);
      const set = await readTrainingSet(options.out);
      for (const split of SPLITS) assert.equal(set[split].length, counts[split]);
      for (const [index, { name, count }] of vocabulary.classes.entries()) {
        const carriers = SPLITS.flatMap((split) => set[split]).filter(({ labels }) => labels.includes(index));
        assert.equal(carriers.length, count, name);
      }
    }),
    { numRuns: 12 },
  );
});

/** Twelve images of which some are the same, one that is broken, and twenty for posts that make a class for sure. */
const DRAWN: Record<string, Uint8Array> = { 'broken.png': Buffer.from('no image') };
for (let i = 0; i < 12; i++)
  DRAWN[`${i}.png`] = await image(`${i % 8}`)
    .png()
    .toBuffer();
for (let i = 0; i < 20; i++) DRAWN[`sure-${i}.png`] = await image(`sure ${i}`).png().toBuffer();
const WORDS = ['cat', 'dog', 'emu', 'boat', 'yak'];
const SURE = Array.from({ length: 20 }, (_, i) => ({
  // Each word has images enough of its own, whatever becomes of those of the others.
  ...post(`sure ${i}`, WORDS[i % WORDS.length] as string),
  image: `sure-${i}.png`,
  author: `author ${i}`,
}));

test('what goes in and what comes out of each step add up, with images that are broken, missing, twice there or set apart', async (t) => {
  const anyPost = fc.record({
    id: fc.stringMatching(/^[a-z]{1,2}$/),
    image: fc.constantFrom(...Object.keys(DRAWN).filter((name) => !name.startsWith('sure')), 'gone.png'),
    hashtags: fc.array(fc.constantFrom('cat', 'dog', 'emu', 'tbt', 'boat'), { maxLength: 3 }),
    author: fc.constantFrom('ann', 'bob', 'cy'),
  });
  const settings = fc.record({
    duplicates: fc.constantFrom(...DUPLICATE_RULES),
    splitBy: fc.constantFrom('post' as const, 'user' as const),
    validationShare: fc.constantFrom(0, 0.4),
    testShare: fc.constantFrom(0, 0.2),
    isApart: fc.boolean(),
  });
  const evaluation = temporaryFolder(t);
  writeImages(evaluation, { '3.png': DRAWN['3.png'] ?? new Uint8Array() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPost, { maxLength: 40 }),
      settings,
      async (posts, { isApart, ...changes }) => {
        const evaluationSets = isApart && changes.duplicates !== 'off' ? [evaluation] : [];
        const all = [...SURE, ...posts];
        const { options } = postSet(t, all, { ...changes, evaluationSets }, DRAWN);
        const { counts } = (await prepare(options)).preparation;
        const { malformed, duplicateId, missingImage, unusableImage } = counts.setAside;
        const firsts = all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
        const present = firsts.filter(({ image }) => image !== 'gone.png');
        assert.equal(counts.records, all.length);
        assert.equal(malformed, 0);
        assert.equal(duplicateId, all.length - firsts.length);
        assert.equal(missingImage, firsts.length - present.length);
        assert.equal(counts.posts, present.length);
        const inSet = await manifestRows(t, options.out);
        const labelled = present.filter(hasLabelIn(present));
        assert.equal(counts.withoutLabel, present.length - labelled.length);
        assert.equal(counts.labelled, labelled.length);
        assert.equal(unusableImage, labelled.filter(({ image }) => image === 'broken.png').length);
        const isThree = ({ image }: { image: string }) => image === '3.png' || image === '11.png';
        assert.equal(
          counts.inEvaluationSets,
          evaluationSets.length === 0 ? 0 : labelled.filter(isThree).length,
        );
        const { inEvaluationSets, duplicates, train, validation, test } = counts;
        const images = train + validation + test;
        assert.equal(counts.labelled, unusableImage + inEvaluationSets + duplicates + images);
        assert.deepEqual(
          [train, validation, test],
          SPLITS.map((split) => inSet.filter((row) => row.split === split).length),
        );
        const copies = inSet.reduce((sum, row) => sum + row.copies, 0);
        if (changes.duplicates !== 'keep') assert.equal(copies, inSet.length + duplicates);
        const aside = readFileSync(path.join(options.out, 'set-aside.jsonl'), 'utf8').split('\n').length - 1;
        assert.equal(aside, duplicateId + missingImage + unusableImage);
      },
    ),
    { numRuns: 12 },
  );
});

/** Which posts have a label when two posts make a class of a word that shows something. */
function hasLabelIn(posts: readonly { readonly hashtags: readonly string[] }[]) {
  const count = (word: string) => posts.filter(({ hashtags }) => hashtags.includes(word)).length;
  const words = WORDS.filter((word) => count(word) >= 2);
  return ({ hashtags }: { readonly hashtags: readonly string[] }) =>
    hashtags.some((word) => words.includes(word));
}
