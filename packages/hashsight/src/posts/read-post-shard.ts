import path from 'node:path';
import { PICTURE_NAME } from '../pictures/index.js';
import { readShard, type SamplePlace } from '../shards/index.js';
import { type CheckedPost, checkPost } from './post.js';
import type { FoundPost } from './read-folder.js';
import { type Sidecar, sidecarFields } from './sidecars.js';

const DESCRIPTIONS = new Set(['txt', 'json']);

/**
 * Reads the posts of a WebDataset tar as img2dataset writes it: each sample has a picture, its caption in a `.txt`, and in
 * a `.json` what else is known, by the usual names of a post's fields (img2dataset puts columns that the user had there).
 * Other members are passed over. Pictures are not read. The post is named by an id in the `.json`, else by the shard and
 * the key: keys begin anew in each shard of some data sets.
 *
 * @param name the tar's name in places and in names of posts
 * @throws InputError as `readShard`
 */
export async function* readPostShard(file: string, name = path.basename(file)): AsyncGenerator<FoundPost> {
  const before = name.replace(/\.tar$/i, '');
  for await (const { key, members } of readShard(file, DESCRIPTIONS)) {
    const place = `${name}:${key}`;
    const picture = members.find(({ extension }) => PICTURE_NAME.test(`.${extension}`));
    if (picture === undefined) {
      const got = members.map(({ extension }) => extension).join(', ');
      yield { place, checked: { problem: `expected a picture, got only ${got}` } };
      continue;
    }
    const { extension, offset, size } = picture;
    const stem = `${before}/${key.replace(/^(?:\.\/)+/, '')}`;
    const checked = checkSample(members, stem, `${stem}.${extension}`);
    yield { place, checked, ...(checked.post && { picture: { file, offset, size } }) };
  }
}

function checkSample(members: SamplePlace['members'], stem: string, image: string): CheckedPost {
  const sidecar = (wanted: string): Sidecar | undefined => {
    const member = members.find(({ extension }) => extension.toLowerCase() === wanted);
    return member && { name: `the ${wanted}`, bytes: member.bytes };
  };
  const { fields, problem } = sidecarFields(sidecar('json'), sidecar('txt'), (caption) => ({ caption }));
  if (problem !== undefined) return { problem };
  return checkPost({ id: stem, ...fields, image });
}
