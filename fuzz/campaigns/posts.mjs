// Mutated posts: prepare reads or refuses them, and each record is a post or set aside.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HashsightError, prepare } from 'hashsight';
import { problemOf } from '../failures.mjs';
import { mutate } from '../mutate.mjs';
import { postFiles } from '../seeds/post-files.mjs';

export async function start({ random, folder, fail }) {
  const seeds = await postFiles(path.join(folder, 'seeds'));
  return async (input) => {
    const { name, files } = random.pick(seeds);
    const other = random.pick(seeds);
    // One file of a few is damaged; a single file always.
    const damaged = random.below(files.length);
    for (const [i, { file, bytes }] of files.entries()) {
      const spliced = random.pick(other.files).bytes;
      writeFileSync(path.join(input, file), i === damaged ? mutate(random, bytes, spliced) : bytes);
    }
    const out = path.join(folder, 'out');
    rmSync(out, { recursive: true, force: true });
    const posts = files.length === 1 ? path.join(input, files[0].file) : input;
    try {
      const { preparation } = await prepare({
        posts,
        out,
        images: false,
        minCount: 1,
        validationShare: 0,
        testShare: 0,
        maxSetAside: 1,
        workers: 1,
        memory: '500MB',
      });
      const { records, setAside, posts: good } = preparation.counts;
      const aside = Object.values(setAside).reduce((sum, n) => sum + n, 0);
      if (records !== good + aside) {
        fail(`${name}: ${records} records are not ${good} posts and ${aside} set aside`);
      }
      return { inputs: 1, accepted: 1 };
    } catch (error) {
      const problem = problemOf(error, HashsightError);
      if (problem !== undefined) fail(`${name}: ${problem}`);
      return { inputs: 1, refused: 1 };
    }
  };
}
