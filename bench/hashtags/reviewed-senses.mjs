import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The reviewed list: hashtags, the synsets that are right, and the half that each belongs to, by a hash. */
export const reviewedSenses = readFileSync(new URL('reviewed-senses.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [hashtag, synsets] = line.split('\t');
    const half = createHash('sha256').update(hashtag).digest()[0] < 128 ? 'develop' : 'held-out';
    return { hashtag, synsets: synsets.split(' '), half };
  });
