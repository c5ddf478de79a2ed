import type { PostsFile } from '../posts/find-posts.js';
import type { Executor } from './executor.js';
import type { ImageFolders } from './image-folders.js';
import type { ResolvedOptions } from './prepare-options.js';
import type { WorkFolder } from './work-folder.js';

/** The context of every step of a preparation. */
export interface Job {
  readonly options: ResolvedOptions;
  readonly files: readonly PostsFile[];
  /** The folders to which the image paths in posts are relative. */
  readonly images: ImageFolders;
  /** Runs the tasks of the steps. */
  readonly executor: Executor;
  readonly work: WorkFolder;
}

/** The name of the posts in messages: the path as given, `a.jsonl and 2 more` for several. */
export function postsName({ options: { posts } }: Pick<Job, 'options'>): string {
  return posts.length === 1 ? String(posts[0]) : `${posts[0]} and ${posts.length - 1} more`;
}
