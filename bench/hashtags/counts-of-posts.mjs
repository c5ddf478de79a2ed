import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { countHashtags } from '../../packages/dataset/dist/src/hashtags/hashtag-counts.js';
import { normaliseHashtag } from '../../packages/dataset/dist/src/hashtags/normalise.js';
import { genericReason } from '../../packages/dataset/dist/src/hashtags/not-visual/generic-hashtags.js';

/** The hashtags of a JSONL file of posts, normalised and counted, without the generic ones. */
export async function countsOfPosts(file) {
  const hashtagsOfPosts = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line === '') continue;
    const hashtags = JSON.parse(line).hashtags.map(normaliseHashtag);
    hashtagsOfPosts.push(new Set(hashtags.filter((hashtag) => hashtag !== '' && !genericReason(hashtag))));
  }
  return countHashtags(hashtagsOfPosts);
}
