import path from 'node:path';
import { looksLikeImage } from '@hashsight/formats';
import { readByteRange } from '@hashsight/formats/node';
import { isImageName, isRawName, isReadImageName, isUnknownName } from '@hashsight/images';
import { readShard } from '../shards/read-shard.js';
import type { MemberPlace, SamplePlace } from '../shards/shard.js';
import { type CheckedPost, checkPost } from './post.js';
import type { FoundPost, FoundPostsOptions } from './read-folder.js';
import { type Sidecar, sidecarFields } from './sidecars.js';

const DESCRIPTIONS = new Set(['txt', 'json']);

/**
 * Reads the posts of a WebDataset tar as written by img2dataset. Each sample has an image, a caption in a `.txt`, and
 * other fields in a `.json`, by their usual names (img2dataset copies columns of the input there). Other members are
 * skipped, and images are not decoded. The id of a post comes from the `.json`; else it is the shard and the key,
 * because keys may restart in each shard. A sample with several images gives one post per image.
 *
 * @param options `name`: name of the tar in messages and ids
 * @throws InputError like `readShard`
 */
export async function* readPostShard(
  file: string,
  { name = path.basename(file), passedOver }: FoundPostsOptions = {},
): AsyncGenerator<FoundPost> {
  const before = name.replace(/\.tar$/i, '');
  for await (const { key, members } of readShard(file, DESCRIPTIONS)) {
    const origin = `${name}:${key}`;
    const images = await imagesOf(file, members);
    for (const { extension } of members) {
      const isUsed =
        DESCRIPTIONS.has(extension.toLowerCase()) || images.some((each) => each.extension === extension);
      if (!isUsed && images.length > 0) passedOver?.addFile(`${origin}.${extension}`);
    }
    if (images.length === 0) {
      const got = members.map(({ extension }) => extension).join(', ');
      yield { origin, checked: { problem: `expected an image, got only ${got}` } };
    }
    const stem = `${before}/${key.replace(/^(?:\.\/)+/, '')}`;
    for (const { extension, offset, size } of images) {
      const isOnly = images.length === 1;
      const checked = checkSample(members, stem, extension, isOnly);
      yield {
        origin: isOnly ? origin : `${origin}.${extension}`,
        checked,
        ...(checked.post && { image: { file, offset, size } }),
      };
    }
  }
}

/**
 * The images among the members of a sample: all members whose whole extension is an image's (`jpg`, not `seg.png`);
 * else the first whose extension ends like an image's; else the first whose content begins like an image.
 */
async function imagesOf(file: string, members: SamplePlace['members']): Promise<readonly MemberPlace[]> {
  const plain = members.filter(({ extension }) => !extension.includes('.') && isImageName(`.${extension}`));
  const readable = plain.filter(({ extension }) => isReadImageName(`.${extension}`));
  if (readable.length > 0) return readable;
  if (plain.length > 0) return plain.slice(0, 1);
  const named = members.find(({ extension }) => isImageName(`.${extension}`));
  if (named !== undefined) return [named];
  for (const member of members) {
    if (isUnknownName(`.${member.extension}`) && (await beginsAsImage(file, member))) return [member];
  }
  return [];
}

const HEAD_BYTES = 64;

async function beginsAsImage(file: string, { offset, size }: MemberPlace): Promise<boolean> {
  return looksLikeImage(await readByteRange(file, offset, Math.min(size, HEAD_BYTES)));
}

/** @param isOnly whether the sample has only this image */
function checkSample(
  members: SamplePlace['members'],
  stem: string,
  extension: string,
  isOnly: boolean,
): CheckedPost {
  if (isRawName(`.${extension}`)) {
    return { problem: `expected an image, got a camera's raw file, ${extension}; convert it to JPEG` };
  }
  const sidecar = (wanted: string): Sidecar | undefined => {
    const member = members.find((each) => each.extension.toLowerCase() === wanted);
    return member && { name: `the ${wanted}`, bytes: member.bytes };
  };
  const key = path.posix.basename(stem);
  const { fields, problem } = sidecarFields(sidecar('json'), sidecar('txt'), (caption) => ({ caption }), key);
  if (problem !== undefined) return { problem };
  const image = `${stem}.${extension}`;
  // A sidecar shared by several images must not name them.
  return checkPost(isOnly ? { id: stem, ...fields, image } : { ...fields, id: image, image });
}
