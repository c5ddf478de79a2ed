import { open } from 'node:fs/promises';
import { InputError } from '@hashsight/formats';
import { writeBeside } from '@hashsight/formats/node';
import tar from 'tar-stream';
import { samplesOf } from './read-shard.js';
import { memberName, type SamplePlace, type ShardSample } from './shard.js';
import { writeShardIndex } from './shard-index.js';

/**
 * Writes a shard and its index (see `writeShardIndex`). The same samples give the same bytes: times and owners are 0.
 * Memory use is independent of the size of the shard, except for the byte ranges: only one sample is held at a time.
 *
 * The tar is written to a temporary name, synced, listed, and renamed last. A shard that exists is complete and has an
 * index.
 *
 * @throws InputError if the file cannot be written, if there is no sample or a sample has no members, or if a key or
 *   extension is invalid or occurs twice
 */
export async function writeShard(
  file: string,
  samples: AsyncIterable<ShardSample> | Iterable<ShardSample>,
): Promise<readonly SamplePlace[]> {
  return writeBeside(file, async (beside) => {
    await writeTar(beside, file, samples);
    // The offsets are read back from the tar, so that the index always agrees with it.
    const written: SamplePlace[] = [];
    for await (const sample of samplesOf(beside, file)) written.push(sample);
    if (written.length === 0) throw new InputError(`${file}: expected at least one sample, got none`);
    await writeShardIndex(file, written);
    return written;
  });
}

/** Size of one write in bytes; smaller pieces are collected, because most members are small. */
const CHUNK = 1 << 20;

async function writeTar(
  beside: string,
  file: string,
  samples: AsyncIterable<ShardSample> | Iterable<ShardSample>,
): Promise<void> {
  const handle = await open(beside, 'wx');
  const pack = tar.pack();
  const packed = packSamples(pack, file, samples).catch((error: Error) => pack.destroy(error));
  try {
    let pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of pack as AsyncIterable<Uint8Array>) {
      pieces.push(piece);
      size += piece.length;
      if (size < CHUNK) continue;
      await handle.writeFile(Buffer.concat(pieces));
      pieces = [];
      size = 0;
    }
    await handle.writeFile(Buffer.concat(pieces));
    await handle.sync();
  } finally {
    pack.destroy();
    await packed;
    await handle.close();
  }
}

async function packSamples(
  pack: tar.Pack,
  file: string,
  samples: AsyncIterable<ShardSample> | Iterable<ShardSample>,
): Promise<void> {
  for await (const { key, members } of samples) {
    if (members.length === 0) throw new InputError(`${file}: the sample "${key}" has no members`);
    for (const { extension, bytes } of members) await packFile(pack, memberName(file, key, extension), bytes);
  }
  pack.finalize();
}

function packFile(pack: tar.Pack, name: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const header = { name, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) };
    const sink = pack.entry(header, bytes, (error) => (error ? reject(error) : resolve()));
    sink.on('error', reject);
  });
}
