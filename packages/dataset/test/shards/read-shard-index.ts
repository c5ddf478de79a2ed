import { readFileSync } from 'node:fs';
import type { SamplePlace } from '../../src/shards/shard.js';
import { shardIndexFile } from '../../src/shards/shard-index.js';

/** The samples that the index of a shard lists, read as NVIDIA DALI documents the format. */
export function readShardIndex(shard: string): SamplePlace[] {
  const [head, ...lines] = readFileSync(shardIndexFile(shard), 'utf8').trimEnd().split('\n');
  if (head !== `v1.2 ${lines.length}`) throw new Error(`expected v1.2 ${lines.length}, got ${head}`);
  return lines.map((line) => {
    const fields = line.match(/\S+ \d+ \d+ \S+/g) ?? [];
    const members = fields.map((field) => {
      const [extension = '', offset, size, name = ''] = field.split(' ');
      return {
        extension,
        offset: Number(offset),
        size: Number(size),
        key: name.slice(0, -extension.length - 1),
      };
    });
    return { key: members[0]?.key ?? '', members: members.map(({ key: _, ...member }) => member) };
  });
}
