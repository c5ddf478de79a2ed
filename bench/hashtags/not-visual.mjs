// How well the spread over other hashtags tells those that say nothing: hashtags planted at random on a share of the
// posts, beside the hashtags of the posts themselves. Prints JSON.
//   node bench/hashtags/not-visual.mjs --posts posts.jsonl [--size 200] [--min-count 30] [--seed 1]
// With --size as many of the posts, drawn evenly from the file: on few posts, nothing should be dropped that names a thing.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { countHashtags } from '../../packages/dataset/dist/src/hashtags/hashtag-counts.js';
import { normaliseHashtag } from '../../packages/dataset/dist/src/hashtags/normalise.js';
import { genericReason } from '../../packages/dataset/dist/src/hashtags/not-visual/generic-hashtags.js';
import { hashtagInformation } from '../../packages/dataset/dist/src/hashtags/not-visual/information.js';
import {
  NOT_VISUAL_DEFAULTS,
  notVisualReasons,
} from '../../packages/dataset/dist/src/hashtags/not-visual/not-visual-reasons.js';
import { namesVisible } from '../../packages/dataset/dist/src/hashtags/senses/visible.js';
import { loadWordNet } from '../../packages/dataset/dist/src/hashtags/wordnet/wordnet.js';

const { values } = parseArgs({
  options: {
    posts: { type: 'string' },
    size: { type: 'string', default: 'Infinity' },
    'min-count': { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});
const SHARES = [0.2, 0.05, 0.01, 0.004];
const PLANTED = 5; // of each share

/** A number from 0 to 1 that depends on nothing but its key. */
const draw = (key) => createHash('sha256').update(`${values.seed} ${key}`).digest().readUInt32BE() / 2 ** 32;

const lines = [];
for await (const line of createInterface({ input: createReadStream(values.posts) })) {
  if (line !== '') lines.push(line);
}
const size = Math.min(Number(values.size), lines.length);
const hashtagsOfPosts = Array.from({ length: size }, (_, post) => {
  const { hashtags } = JSON.parse(lines[Math.floor((post * lines.length) / size)]);
  const normalised = new Set(hashtags.map(normaliseHashtag));
  normalised.delete('');
  for (const share of SHARES) {
    for (let which = 0; which < PLANTED; which++) {
      const planted = `planted ${share} ${which}`;
      if (draw(`${planted} ${post}`) < share) normalised.add(planted);
    }
  }
  return normalised;
});
const counts = countHashtags(hashtagsOfPosts);
const wordnet = loadWordNet();
const goesWithEverything = (isVisible) =>
  [...notVisualReasons(counts, { keep: new Set(), isVisible })]
    .filter(([, reason]) => reason.startsWith('goes with everything'))
    .map(([hashtag]) => hashtag);
const byMeasure = goesWithEverything(() => false);
const dropped = goesWithEverything((hashtag) => namesVisible(wordnet, hashtag));
const measured = [...hashtagInformation(counts, NOT_VISUAL_DEFAULTS.minBits)]
  .map(([hashtag, { bits }]) => ({ hashtag, count: counts.counts.get(hashtag), bits }))
  .filter(({ count }) => count >= Number(values['min-count']))
  .sort((a, b) => a.bits - b.bits);
const round = (bits) => Number(bits.toFixed(3));
const isPlanted = (hashtag) => hashtag.startsWith('planted');
const own = measured.filter(({ hashtag }) => !isPlanted(hashtag));
const planted = Object.fromEntries(
  SHARES.map((share) => {
    const isOfShare = (hashtag) => hashtag.startsWith(`planted ${share} `);
    const bits = measured.filter(({ hashtag }) => isOfShare(hashtag)).map((entry) => entry.bits);
    const found = dropped.filter(isOfShare).length;
    const figures = bits.length > 0 && { least: round(Math.min(...bits)), most: round(Math.max(...bits)) };
    return [share, { measured: bits.length, found, ...figures }];
  }),
);
console.log(
  JSON.stringify(
    {
      posts: counts.posts,
      planted,
      own: own.length,
      ownDropped: dropped.filter((hashtag) => !isPlanted(hashtag)),
      keptAsVisible: byMeasure.filter((hashtag) => !dropped.includes(hashtag)),
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
