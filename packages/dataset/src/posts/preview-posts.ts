import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImageSource } from '@hashsight/formats';
import type { LinkOptions } from '@hashsight/formats/node';
import { normaliseEntry } from '../hashtags/normalise.js';
import { openTables, type Tables } from '../tables/tables.js';
import { fileQuery, notReadable } from './file-query.js';
import { findPosts, type PostsFile } from './find-posts.js';
import { foundPosts } from './found-posts.js';
import { type CheckedPost, writtenHashtags } from './post.js';
import type { PostColumns } from './post-columns.js';
import { postRowsSql } from './post-rows.js';
import { columnsLines, readTimes } from './settle-times.js';
import { prepareText, REJECTED } from './text/prepare-text.js';

/** A record as preparation would read it. */
export interface PreviewedPost {
  /** File and line: `posts.jsonl:7`. */
  readonly origin: string;
  readonly post?: { readonly id: string; readonly image: string; readonly hashtags: readonly string[] };
  /** Location of the image bytes, if the post is in a folder or a tar. */
  readonly image?: ImageSource;
  /** The reason why the record would be set aside. */
  readonly problem?: string;
}

/** A preview of one file. */
export interface FilePreview {
  readonly name: string;
  /** The detected columns; absent for folders and shards. */
  readonly columns?: string;
  readonly posts: readonly PreviewedPost[];
}

/**
 * Previews the input before a long job: the columns of each file and its first records, with normalized hashtags.
 *
 * @param limit maximum number of records over all files
 * @throws InputError if a file cannot be read or has no columns for posts
 */
export async function* previewPosts(
  paths: readonly string[],
  limit: number,
  columns: PostColumns = {},
  links: LinkOptions = {},
): AsyncGenerator<FilePreview> {
  const files = await findPosts(paths, links);
  const temporaryDir = await mkdtemp(path.join(tmpdir(), 'hashsight-preview-'));
  const tables = await openTables({ memoryLimit: '500MB', temporaryDir });
  try {
    let left = limit;
    for (const file of files) {
      if (left === 0) return;
      const preview =
        file.kind === 'folder' || file.kind === 'shard'
          ? await previewFound(file, files.length === 1, left, links)
          : await previewRows(tables, file, left, columns, temporaryDir);
      left -= preview.posts.length;
      yield preview;
    }
  } finally {
    tables.close();
    await rm(temporaryDir, { recursive: true, force: true });
  }
}

async function previewFound(
  file: PostsFile,
  isOnly: boolean,
  limit: number,
  links: LinkOptions,
): Promise<FilePreview> {
  const posts: PreviewedPost[] = [];
  for await (const { origin, checked, image } of foundPosts(file, isOnly, links)) {
    posts.push({ ...previewed(origin, checked), ...(image && { image }) });
    if (posts.length === limit) break;
  }
  return { name: file.name, posts };
}

interface PostRow {
  readonly [column: string]: unknown;
  readonly id: string | null;
  readonly image: string;
  readonly hashtags: readonly string[];
  readonly day: number | null;
  readonly time: string | null;
  readonly record: string | null;
}

async function previewRows(
  tables: Tables,
  file: PostsFile,
  limit: number,
  given: PostColumns,
  temporaryDir: string,
): Promise<FilePreview> {
  const text = file.kind === 'parquet' ? undefined : await prepareText(tables, file, temporaryDir, limit);
  const { from, expressions, parse, columns, notes = [] } = await fileQuery(tables, file, text, given);
  const rows = await tables
    .rows<PostRow>(`SELECT * FROM (${postRowsSql(from, 0, expressions)}) LIMIT ${limit}`)
    .catch((error: unknown) => {
      throw notReadable(file, error);
    });
  const rejected = new Map<number, string>();
  if (text !== undefined) {
    type Rejected = { readonly row: number; readonly reason: string };
    const found = await tables.rows<Rejected>(`SELECT row, reason FROM ${REJECTED}`);
    for (const { row, reason } of found) rejected.set(row, reason);
  }
  const times: string[] = [];
  const posts = rows.flatMap(({ id, image, hashtags, time, record }, position): PreviewedPost[] => {
    const origin = `${file.name}:${position + 1}`;
    const problem = rejected.get(position + 1);
    if (problem !== undefined) return [{ origin, problem }];
    if (id !== null) {
      if (time !== null) times.push(time);
      return [{ origin, post: { id, image, hashtags: normalised(hashtags) } }];
    }
    if (record === null) return [];
    const row = { stem: file.name.replace(/\.parquet$/i, ''), row: position + 1 };
    const checked = parse(record, row);
    if (typeof checked.post?.time === 'string') times.push(checked.post.time);
    return [previewed(origin, checked)];
  });
  const days = rows.filter(({ day }) => day !== null).length;
  const told = columns && columnsLines(columns, await readTimes(tables, times, days));
  return { name: file.name, ...(told && { columns: [...told, ...notes].join('; ') }), posts };
}

function previewed(origin: string, { post, problem }: CheckedPost): PreviewedPost {
  if (post === undefined) return { origin, problem };
  const { id, image } = post;
  return { origin, post: { id, image, hashtags: normalised(writtenHashtags(post)) } };
}

function normalised(hashtags: readonly string[]): string[] {
  return [...new Set(hashtags.flatMap(normaliseEntry))];
}
