import path from 'node:path';
import { readByteRange } from '@hashsight/formats/node';
import { isImageName, isRawName, isReadImageName, isUnknownName, looksLikeImage } from '@hashsight/images';
import { readShard } from '../shards/read-shard.js';
import type { MemberPlace, SamplePlace } from '../shards/shard.js';
import { type CheckedPost, checkPost } from './post.js';
import type { FoundPost, FoundPostsOptions } from './read-folder.js';
import { type Sidecar, sidecarFields } from './sidecars.js';

const DESCRIPTIONS = new Set(['txt', 'json']);

/**
 * Reads the posts of a WebDataset tar as img2dataset writes it: each sample has an image, its caption in a `.txt`, and in
 * a `.json` what else is known, by the usual names of a post's fields (img2dataset puts columns that the user had there).
 * Other members are passed over. Images are not read. The post is named by an id in the `.json`, else by the shard and
 * the key: keys begin anew in each shard of some data sets. A sample of several images is a post for each.
 *
 * @param options its `name`: that of the tar in places and in names of posts
 * @throws InputError as `readShard`
 */
export async function* readPostShard(
  file: string,
  { name = path.basename(file), passedOver }: FoundPostsOptions = {},
): AsyncGenerator<FoundPost> {
  const before = name.replace(/\.tar$/i, '');
  for await (const { key, members } of readShard(file, DESCRIPTIONS)) {
    const place = `${name}:${key}`;
    const images = await imagesOf(file, members);
    for (const { extension } of members) {
      const isUsed =
        DESCRIPTIONS.has(extension.toLowerCase()) || images.some((each) => each.extension === extension);
      if (!isUsed && images.length > 0) passedOver?.addFile(`${place}.${extension}`);
    }
    if (images.length === 0) {
      const got = members.map(({ extension }) => extension).join(', ');
      yield { place, checked: { problem: `expected an image, got only ${got}` } };
    }
    const stem = `${before}/${key.replace(/^(?:\.\/)+/, '')}`;
    for (const { extension, offset, size } of images) {
      const isOnly = images.length === 1;
      const checked = checkSample(members, stem, extension, isOnly);
      yield {
        place: isOnly ? place : `${place}.${extension}`,
        checked,
        ...(checked.post && { image: { file, offset, size } }),
      };
    }
  }
}

/**
 * The images among the members of a sample: those that are named so alone, `jpg` and not `seg.png`; else the first of
 * those that are named so in some way; else the first that begins as images do.
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

/** @param isOnly whether the sample has no other image */
function checkSample(
  members: SamplePlace['members'],
  stem: string,
  extension: string,
  isOnly: boolean,
): CheckedPost {
  if (isRawName(`.${extension}`)) {
    return { problem: `expected an image, got only a camera's raw file, ${extension}; convert it to JPEG` };
  }
  const sidecar = (wanted: string): Sidecar | undefined => {
    const member = members.find((each) => each.extension.toLowerCase() === wanted);
    return member && { name: `the ${wanted}`, bytes: member.bytes };
  };
  const key = path.posix.basename(stem);
  const { fields, problem } = sidecarFields(sidecar('json'), sidecar('txt'), (caption) => ({ caption }), key);
  if (problem !== undefined) return { problem };
  const image = `${stem}.${extension}`;
  // What describes several images names none of them.
  return checkPost(isOnly ? { id: stem, ...fields, image } : { ...fields, id: image, image });
}
