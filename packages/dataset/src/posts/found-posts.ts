import type { PostsFile } from './find-posts.js';
import { type FoundPost, type FoundPostsOptions, readFolder } from './read-folder.js';
import { readPostShard } from './read-post-shard.js';

/**
 * The posts that are read one by one: images with texts beside them.
 *
 * @param file a folder or a shard
 * @param isOnly whether there is no other; else a folder's name is part of the ids
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
