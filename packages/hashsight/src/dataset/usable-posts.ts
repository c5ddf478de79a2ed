import { stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../errors.js';
import { type Post, readPosts, type SetAside } from '../posts/index.js';
import type { OnProgress } from '../progress.js';

/** Where posts and their pictures are, and how many of them may be unusable. */
interface PostsOptions {
  readonly posts: string;
  readonly images: string;
  readonly maxSetAside: number;
  readonly onProgress?: OnProgress | undefined;
}

const FILES_AT_ONCE = 64;

/** The good posts whose picture is there, in the order of the file. */
export async function readUsablePosts(options: PostsOptions, setAside: SetAside[]): Promise<Post[]> {
  const posts: Post[] = [];
  let waiting: Post[] = [];
  const lookForPictures = async () => {
    const present = await Promise.all(waiting.map(({ image }) => isFile(path.join(options.images, image))));
    for (const [position, post] of waiting.entries()) {
      if (present[position]) posts.push(post);
      else
        setAside.push({
          kind: 'missing-image',
          place: post.id,
          reason: `expected the picture ${post.image}, got no such file`,
        });
    }
    waiting = [];
    options.onProgress?.({ step: 'reading posts', done: posts.length + setAside.length, unit: 'posts' });
  };
  for await (const post of readPosts(options.posts, (record) => setAside.push(record))) {
    if (waiting.push(post) === FILES_AT_ONCE) await lookForPictures();
  }
  await lookForPictures();
  return posts;
}

/**
 * Refuses a file of which more records are unusable than the user allows.
 *
 * @throws InputError with the first of them
 */
export function checkSetAside(
  { posts: file, maxSetAside }: Pick<PostsOptions, 'posts' | 'maxSetAside'>,
  good: number,
  setAside: readonly SetAside[],
): void {
  const records = good + setAside.length;
  const [first] = setAside;
  if (first === undefined || setAside.length <= maxSetAside * records) return;
  throw new InputError(
    `${file}: expected at most ${maxSetAside} of the posts to be set aside (--max-set-aside), got ${setAside.length} of ${records}; the first: ${first.place}: ${first.reason}`,
  );
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
