import { open } from 'node:fs/promises';
import { InputError } from '@hashsight/formats';
import { writeBeside } from '@hashsight/formats/node';
import tar from 'tar-stream';
import { samplesOf } from './read-shard.js';
import { memberName, type SamplePlace, type ShardSample } from './shard.js';
import { writeShardIndex } from './shard-index.js';

/**
 * Writes a shard and, beside it, its index (see `writeShardIndex`). The same samples give the same bytes: times and owners
 * are 0. Memory holds one sample and the places, whatever the size of the shard.
 *
 * The tar is written beside its place, synced, listed, and renamed last: where it is, it is complete and so is its index.
 *
 * @throws InputError when the place cannot be written to, when there is no sample or one without members, when a key or
 *   an extension is none that a reader would find again, or comes twice
 */
export async function writeShard(
  file: string,
  samples: AsyncIterable<ShardSample> | Iterable<ShardSample>,
): Promise<readonly SamplePlace[]> {
  return writeBeside(file, async (beside) => {
    await writeTar(beside, file, samples);
    // The offsets are read from the tar, so that the index cannot say anything else than the tar does.
    const places: SamplePlace[] = [];
    for await (const place of samplesOf(beside, file)) places.push(place);
    if (places.length === 0) throw new InputError(`${file}: expected at least one sample, got none`);
    await writeShardIndex(file, places);
    return places;
  });
}

/** Bytes that are gathered for one write: a member is three pieces, and most members are small. */
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
    if (members.length === 0) throw new InputError(`${file}: expected members of sample "${key}", got none`);
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
