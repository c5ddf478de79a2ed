// How often the sense that a hashtag follows is the one that people mean on images, on the reviewed list. Prints JSON.
//   node bench/hashtags/senses.mjs [--posts posts.jsonl …] [--wrong]
// Weights were fitted on the half called develop, and what they weigh chosen by cross-validation on it.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sensesFollowed } from '../../packages/dataset/dist/src/hashtags/senses/choose-sense.js';
import { contextOf } from '../../packages/dataset/dist/src/hashtags/senses/context.js';
import { nounForm } from '../../packages/dataset/dist/src/hashtags/wordnet/noun-forms.js';
import { loadWordNet } from '../../packages/dataset/dist/src/hashtags/wordnet/wordnet.js';
import { countsOfPosts } from './counts-of-posts.mjs';
import { reviewedSenses } from './reviewed-senses.mjs';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', multiple: true, default: [] },
    wrong: { type: 'boolean', default: false },
  },
});

const wordnet = loadWordNet();
const list = reviewedSenses;

function accuracy(entries, rule, context = () => []) {
  const wrong = [];
  for (const { hashtag, synsets } of entries) {
    const [sense] = sensesFollowed(wordnet, hashtag, rule, context(hashtag));
    if (!synsets.includes(sense?.synset))
      wrong.push(`${hashtag}: ${sense?.concept.gloss.split(/[;(]/)[0].trim() ?? 'an adjective'}`);
  }
  const right = entries.length - wrong.length;
  return {
    right,
    of: entries.length,
    accuracy: Number((right / entries.length).toFixed(3)),
    ...(values.wrong && { wrong }),
  };
}

const inHalves = (entries, ...args) => ({
  all: accuracy(entries, ...args),
  develop: accuracy(
    entries.filter(({ half }) => half === 'develop'),
    ...args,
  ),
  'held-out': accuracy(
    entries.filter(({ half }) => half === 'held-out'),
    ...args,
  ),
});

const result = {
  'whole list': { first: inHalves(list, 'first'), 'best without context': inHalves(list, 'best') },
};
for (const file of values.posts) {
  const counts = await countsOfPosts(file);
  const byForm = groupBy(counts.counts.keys(), (hashtag) => nounForm(wordnet, hashtag));
  const context = (hashtag) => contextOf(counts, byForm.get(nounForm(wordnet, hashtag)) ?? []);
  const entries = list.filter(({ hashtag }) => context(hashtag).length > 0);
  result[`those with context in ${path.basename(path.dirname(file))}/${path.basename(file)}`] = {
    posts: counts.posts,
    first: inHalves(entries, 'first'),
    'best without context': inHalves(entries, 'best'),
    'best with context': inHalves(entries, 'best', context),
  };
}
console.log(JSON.stringify(result, null, 2));

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
