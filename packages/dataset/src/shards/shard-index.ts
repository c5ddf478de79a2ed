import { InputError } from '@hashsight/formats';
import { writeFileAtomic } from '@hashsight/formats/node';
import type { SamplePlace } from './shard.js';

/** The path of a shard's index: `train-000000.idx` for `train-000000.tar`. */
export function shardIndexFile(shard: string): string {
  return `${shard.replace(/\.tar$/i, '')}.idx`;
}

/**
 * Writes the index of a shard next to it, in the format of NVIDIA DALI's `fn.readers.webdataset` and `wds2idx`: a line
 * `v1.2 N`, then one line for each of the N samples, with `extension offset size name` for each member.
 *
 * @throws InputError if a name contains white space, which the format cannot represent
 */
export async function writeShardIndex(shard: string, samples: readonly SamplePlace[]): Promise<void> {
  const file = shardIndexFile(shard);
  await writeFileAtomic(file, lines(file, samples));
}

function* lines(file: string, samples: readonly SamplePlace[]): Generator<string> {
  yield `v1.2 ${samples.length}\n`;
  for (const { key, members } of samples) {
    const line = members.map(({ extension, offset, size }) => {
      const name = `${key}.${extension}`;
      if (/\s/.test(name))
        throw new InputError(`${file}: the name "${name}" contains white space; rename it`);
      return `${extension} ${offset} ${size} ${name}`;
    });
    yield `${line.join(' ')}\n`;
  }
}
