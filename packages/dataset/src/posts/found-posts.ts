import type { PostsFile } from './find-posts.js';
import { type FoundPost, type FoundPostsOptions, readFolder } from './read-folder.js';
import { readPostShard } from './read-post-shard.js';

/**
 * Reads the posts of a folder or shard one by one, each an image with its text files.
 *
 * @param file a folder or a shard
 * @param isOnly whether it is the only input; else the ids of a folder's posts begin with its name
 */
export function foundPosts(
  { kind, path, name }: PostsFile,
  isOnly: boolean,
  options: Omit<FoundPostsOptions, 'name'> = {},
): AsyncGenerator<FoundPost> {
  return kind === 'folder'
    ? readFolder(path, { ...options, name: isOnly ? '' : name })
    : readPostShard(path, { ...options, name });
}
