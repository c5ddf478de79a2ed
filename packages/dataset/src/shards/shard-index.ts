import { readFile } from 'node:fs/promises';
import { InputError, shownValue } from '@hashsight/formats';
import { unusablePath, writeFileAtomic } from '@hashsight/formats/node';
import { BLOCK, type MemberPlace, type SamplePlace, splitName } from './shard.js';

const VERSION = 'v1.2';

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
  yield `${VERSION} ${samples.length}\n`;
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

/**
 * Reads the index beside a shard; it does not look into the shard.
 *
 * @throws InputError when it is missing or not of version 1.2
 */
export async function readShardIndex(shard: string): Promise<readonly SamplePlace[]> {
  const file = shardIndexFile(shard);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const [head = '', ...rest] = text.split('\n');
  const count = /^v1\.2 (\d+)$/.exec(head)?.[1];
  if (count === undefined) {
    throw new InputError(`${file}: expected "${VERSION} N" in the first line, got ${shownValue(head)}`);
  }
  const samples = rest.slice(0, -1).map((line, i) => sampleOf(line, `${file}:${i + 2}`));
  if (samples.length !== Number(count) || rest.at(-1) !== '') {
    throw new InputError(`${file}: expected ${count} samples, got ${samples.length}; the file was cut off`);
  }
  return samples;
}

function sampleOf(line: string, place: string): SamplePlace {
  const fields = line.split(' ');
  const members: MemberPlace[] = [];
  const keys = new Set<string>();
  for (let i = 0; i < fields.length; i += 4) {
    const [extension, offset = '', size = '', name = ''] = fields.slice(i, i + 4);
    const split = splitName(name);
    const whole = /^\d+$/.test(offset) && /^\d+$/.test(size) && Number(offset) % BLOCK === 0;
    if (!whole || split === undefined || split.extension !== extension) {
      throw new InputError(
        `${place}: expected "extension offset size name", got "${fields.slice(i, i + 4)}"`,
      );
    }
    members.push({ extension, offset: Number(offset), size: Number(size) });
    keys.add(split.key);
  }
  const [key = '', ...others] = keys;
  if (others.length > 0)
    throw new InputError(`${place}: expected the members of one sample, got "${key}" and "${others[0]}"`);
  return { key, members };
}
