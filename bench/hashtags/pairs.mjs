// Whether hashtags that are forms or names of one noun come together where people mean the same by them, on the reviewed
// pairs: each pair alone, as in data that has no other hashtag, or with what stands beside them in a file of posts. Prints
// JSON.
//   node bench/hashtags/pairs.mjs [--posts posts.jsonl …] [--wrong]
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { canonicaliseHashtags } from '../../packages/dataset/dist/src/hashtags/canonicalise.js';
import { loadWordNet } from '../../packages/dataset/dist/src/hashtags/wordnet/wordnet.js';
import { countsOfPosts } from './counts-of-posts.mjs';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', multiple: true, default: [] },
    wrong: { type: 'boolean', default: false },
  },
});

const pairs = readFileSync(new URL('reviewed-pairs.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [first, other, verdict] = line.split('\t');
    const half = createHash('sha256').update(`${first} ${other}`).digest()[0] < 128 ? 'develop' : 'held-out';
    return { first, other, same: verdict === 'same', half };
  });

const wordnet = loadWordNet();
const areTogether = (classes, { first, other }) =>
  classes.some(({ hashtags }) => hashtags.includes(first) && hashtags.includes(other));
const alone = (pair) => {
  const counts = new Map([
    [pair.first, 20],
    [pair.other, 10],
  ]);
  return areTogether(canonicaliseHashtags(wordnet, { posts: 100, counts }, 'best'), pair);
};

function score(some, isTogether) {
  const wrong = some.filter((pair) => isTogether(pair) !== pair.same);
  const rightOf = (same) => {
    const of = some.filter((pair) => pair.same === same).length;
    return `${of - wrong.filter((pair) => pair.same === same).length} of ${of}`;
  };
  return {
    accuracy: Number((1 - wrong.length / some.length).toFixed(3)),
    same: rightOf(true),
    different: rightOf(false),
    ...(values.wrong && {
      wrong: wrong
        .map(({ first, other, same }) => `${first} ${other}: ${same ? 'same' : 'different'}`)
        .join(', '),
    }),
  };
}

const inHalves = (some, isTogether) =>
  Object.fromEntries(
    ['develop', 'held-out'].map((half) => [
      half,
      score(
        some.filter((pair) => pair.half === half),
        isTogether,
      ),
    ]),
  );

const result = { 'each pair alone': inHalves(pairs, alone) };
for (const file of values.posts) {
  const counts = await countsOfPosts(file);
  const classes = canonicaliseHashtags(wordnet, counts, 'best');
  const there = pairs.filter(({ first, other }) => counts.counts.has(first) && counts.counts.has(other));
  const name = `${path.basename(path.dirname(file))}/${path.basename(file)}`;
  result[`those in ${name}`] = inHalves(there, (pair) => areTogether(classes, pair));
}
console.log(JSON.stringify(result, null, 2));
