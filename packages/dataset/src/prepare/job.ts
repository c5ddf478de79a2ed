import type { PostsFile } from '../posts/find-posts.js';
import type { Executor } from './executor.js';
import type { ResolvedOptions } from './prepare-options.js';
import type { WorkFolder } from './work-folder.js';

/** What every step of a preparation works with. */
export interface Job {
  readonly options: ResolvedOptions;
  readonly files: readonly PostsFile[];
  /** Absolute path of the folder that the posts' images are relative to. */
  readonly images: string;
  /** Where the tasks of steps run. */
  readonly executor: Executor;
  readonly work: WorkFolder;
}

/** The posts for messages: as they were named, the first of several. */
export function postsName({ options: { posts } }: Pick<Job, 'options'>): string {
  return posts.length === 1 ? String(posts[0]) : `${posts[0]} and ${posts.length - 1} more`;
}
