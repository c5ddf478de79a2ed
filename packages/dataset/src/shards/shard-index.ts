import { InputError } from '@hashsight/formats';
import { writeFileAtomic } from '@hashsight/formats/node';
import type { SamplePlace } from './shard.js';

/** The path of a shard's index: `train-000000.idx` beside `train-000000.tar`. */
export function shardIndexFile(shard: string): string {
  return `${shard.replace(/\.tar$/i, '')}.idx`;
}

/**
 * Writes the index of a shard beside it, as NVIDIA DALI's `fn.readers.webdataset` takes it and its `wds2idx` writes it:
 * a line `v1.2 N`, then one of the N samples a line, each member as `extension offset size name`.
 *
 * @throws InputError when a name has white space, which the format has no place for
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
        throw new InputError(`${file}: expected names without white space, got "${name}"; rename it`);
      return `${extension} ${offset} ${size} ${name}`;
    });
    yield `${line.join(' ')}\n`;
  }
}
