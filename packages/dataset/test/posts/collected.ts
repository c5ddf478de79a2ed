import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import {
  asideRelation,
  type CollectedPosts,
  type CollectOptions,
  collectPosts,
  postsRelation,
  type RowRange,
} from '../../src/posts/collect-posts.js';
import { findPosts } from '../../src/posts/find-posts.js';
import { openTables, type Tables } from '../../src/tables/tables.js';

/** A post as `postsRelation` has it. */
export interface PostRow {
  readonly rowId: number;
  readonly id: string;
  readonly image: string;
  readonly hashtags: readonly string[];
  readonly author: string | null;
  readonly day: number | null;
  readonly file: string | null;
  readonly offset: number | null;
  readonly size: number | null;
  readonly [column: string]: unknown;
}

/** A post as a line of JSON, of an image named as it. */
export function line(id: string, rest = '"hashtags":["x"]'): string {
  return `{"id":"${id}","image":"${id}.jpg",${rest}}`;
}

/** Tables of a test, with little memory; they end with it. */
export async function tablesOf(t: TestContext, threads = 2): Promise<Tables> {
  const temporaryDir = temporaryFolder(t);
  const tables = await openTables({ threads, memoryLimit: '500MB', temporaryDir });
  t.after(() => tables.close());
  return tables;
}

/** A folder with these files. */
export function folderOf(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder(t);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** The posts in a folder of `collectPosts`, in their order. */
export function postsIn(tables: Tables, folder: string, range?: RowRange): Promise<PostRow[]> {
  return tables.rows<PostRow>(
    `SELECT row_id AS "rowId", * EXCLUDE (row_id, start, bytes), start AS "offset", bytes AS size FROM ${postsRelation(folder, range)} ORDER BY row_id`,
  );
}

/** What was set aside, as people are told. */
export async function asideIn(tables: Tables, folder: string): Promise<string[]> {
  const rows = await tables.rows<{ origin: string; reason: string }>(
    `SELECT origin, reason FROM ${asideRelation(folder)} ORDER BY row_id, reason`,
  );
  return rows.map(({ origin, reason }) => `${origin}: ${reason}`);
}

/** All that comes of collecting posts. */
export interface Collected extends CollectedPosts {
  readonly posts: readonly PostRow[];
  readonly aside: readonly string[];
  readonly notes: readonly string[];
  readonly folder: string;
}

/** Collects the posts at some places into a folder of its own. */
export async function collect(
  t: TestContext,
  places: readonly string[],
  options: CollectOptions & { readonly tables?: Tables } = {},
): Promise<Collected> {
  const { tables = await tablesOf(t), ...others } = options;
  const folder = temporaryFolder(t);
  const notes: string[] = [];
  const collected = await collectPosts(tables, await findPosts(places), folder, {
    onNote: (line) => notes.push(line),
    ...others,
  });
  const [posts, aside] = [await postsIn(tables, folder), await asideIn(tables, folder)];
  return { ...collected, posts, aside, notes, folder };
}

/** Collects the posts of one file. */
export async function collectFile(
  t: TestContext,
  name: string,
  content: string | Uint8Array,
  options: CollectOptions & { readonly tables?: Tables } = {},
): Promise<Collected> {
  return collect(t, [path.join(folderOf(t, { [name]: content }), name)], options);
}
