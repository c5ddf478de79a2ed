// How well the spread over other hashtags tells those that say nothing: hashtags planted at random on a share of the
// posts, beside the hashtags of the posts themselves. Prints JSON.
//   node bench/hashtags/not-visual.mjs --posts posts.jsonl [--min-count 30] [--seed 1]
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  countHashtags,
  genericReason,
  hashtagInformation,
  NOT_VISUAL_DEFAULTS,
  normaliseHashtag,
} from '../../packages/hashsight/dist/src/hashtags/index.js';

const { values } = parseArgs({
  options: {
    posts: { type: 'string' },
    'min-count': { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});
const SHARES = [0.2, 0.05, 0.01, 0.004];
const PLANTED = 5; // of each share

/** A number from 0 to 1 that depends on nothing but its key. */
const draw = (key) => createHash('sha256').update(`${values.seed} ${key}`).digest().readUInt32BE() / 2 ** 32;

const hashtagsOfPosts = [];
for await (const line of createInterface({ input: createReadStream(values.posts) })) {
  if (line === '') continue;
  const hashtags = new Set(JSON.parse(line).hashtags.map(normaliseHashtag));
  hashtags.delete('');
  for (const share of SHARES) {
    for (let which = 0; which < PLANTED; which++) {
      const planted = `planted ${share} ${which}`;
      if (draw(`${planted} ${hashtagsOfPosts.length}`) < share) hashtags.add(planted);
    }
  }
  hashtagsOfPosts.push(hashtags);
}
const counts = countHashtags(hashtagsOfPosts);
const measured = [...hashtagInformation(counts)]
  .map(([hashtag, { bits, pairs }]) => ({ hashtag, count: counts.counts.get(hashtag), bits, pairs }))
  .filter(({ count, pairs }) => count >= Number(values['min-count']) && pairs >= NOT_VISUAL_DEFAULTS.minPairs)
  .sort((a, b) => a.bits - b.bits);
const round = (bits) => Number(bits.toFixed(3));
const own = measured.filter(({ hashtag }) => !hashtag.startsWith('planted'));
const planted = Object.fromEntries(
  SHARES.map((share) => {
    const bits = measured
      .filter(({ hashtag }) => hashtag.startsWith(`planted ${share} `))
      .map((entry) => entry.bits);
    const found = bits.filter((value) => value < NOT_VISUAL_DEFAULTS.minBits).length;
    return [
      share,
      { measured: bits.length, found, least: round(Math.min(...bits)), most: round(Math.max(...bits)) },
    ];
  }),
);
console.log(
  JSON.stringify(
    {
      posts: counts.posts,
      planted,
      own: own.length,
      ownDropped: own.filter(({ bits }) => bits < NOT_VISUAL_DEFAULTS.minBits).map(({ hashtag }) => hashtag),
      leastTelling: own.slice(0, 10).map(({ hashtag, count, bits }) => ({
        hashtag,
        count,
        bits: round(bits),
        ...(genericReason(hashtag) && { list: genericReason(hashtag) }),
      })),
    },
    null,
    2,
  ),
);
