import { InputError } from '@hashsight/formats';
import { type CollectedPosts, collectPosts } from '../../posts/collect-posts.js';
import { type Job, postsName } from '../job.js';
import type { Step } from '../step.js';

/** Version of the readers. Raise it when they read a file differently, so that posts of an earlier version are read again. */
const READING_VERSION = 4;

/** The posts that were read. */
export interface ReadPosts extends CollectedPosts {
  readonly folder: string;
  readonly key: string;
}

/**
 * Reads the posts, one file after another. Records that SQL alone cannot check are checked row by row.
 *
 * @param fingerprint fingerprint of the files
 */
export function readPosts(job: Job, fingerprint: unknown): Step<CollectedPosts, ReadPosts> {
  const { files, options } = job;
  const { columns = {}, followSymlinks, onProgress, onNote } = options;
  return {
    name: 'posts',
    inputs: {},
    dependsOn: { reading: READING_VERSION, files: fingerprint, columns },
    async *tasks(folder) {
      let collected: CollectedPosts = { records: 0, ranges: [] };
      yield [
        {
          kind: 'function',
          name: 'collect posts',
          run: async (tables) => {
            const how = { columns, followSymlinks, onProgress, onNote };
            collected = await collectPosts(tables, files, folder, how);
          },
        },
      ];
      if (collected.records > 0) return collected;
      throw new InputError(`${postsName(job)}: expected posts, got an empty file`);
    },
    outputs: ({ folder, key, result }) => ({ ...result, folder, key }),
  };
}
