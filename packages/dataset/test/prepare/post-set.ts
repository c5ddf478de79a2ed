import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { SplitName } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp, { type Sharp } from 'sharp';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { writePreparationReport } from '../../src/report/preparation-report.js';
import { parquetSql } from '../../src/tables/file-relations.js';
import { openTables, type Row } from '../../src/tables/tables.js';

/** Posts in a folder of their own, and what makes a training set of them. */
export interface PostSet {
  readonly folder: string;
  readonly options: PrepareOptions & { readonly posts: string; readonly images: string };
}

/** An image, of 96 x 64 pixels unless a size is given, of soft spots of colour: other names look nothing alike. */
export function image(name: string, width = 96, height = 64): Sharp {
  const data = createHash('sha512').update(name).digest().subarray(0, 48);
  const spots = sharp(data, { raw: { width: 4, height: 4, channels: 3 } });
  return spots.resize(width, height, { kernel: 'cubic', fit: 'fill' });
}

const HERE = await image('here').jpeg().toBuffer();

/** Writes images, and the folders that they are in. */
export function writeImages(folder: string, images: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, bytes] of Object.entries(images)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/**
 * Posts with `here.jpg`, or with images of their own. Duplicates are not looked for, and nothing is kept for test, unless
 * `changes` says so.
 *
 * @param posts objects, or lines as they are
 */
export function postSet(
  t: TestContext,
  posts: readonly unknown[],
  changes: Partial<PrepareOptions> = {},
  extraImages: Readonly<Record<string, Uint8Array>> = {},
): PostSet {
  const folder = temporaryFolder(t);
  const images = path.join(folder, 'posts');
  writeImages(images, { 'here.jpg': HERE, ...extraImages });
  const file = path.join(images, 'posts.jsonl');
  writePosts(file, posts);
  const defaults = {
    minCount: 2,
    maxSetAside: 1,
    duplicates: 'off',
    testShare: 0,
    workers: 1,
  } as const;
  const options = { ...defaults, out: path.join(folder, 'data'), ...changes, posts: file, images };
  return { folder, options };
}

/** Writes a line for each post. */
export function writePosts(file: string, posts: readonly unknown[]): void {
  const lines = posts.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  writeFileSync(file, lines.join('\n'));
}

/** A post with the image that all have. */
export function post(id: string, ...hashtags: string[]) {
  return { id, image: 'here.jpg', hashtags };
}

/** Five posts, with the classes cat and dog when two posts make one. */
export const FIVE = [
  post('a', 'Cat', '#cat'),
  post('b', 'cat', 'tbt'),
  post('c', 'dog', 'cat'),
  post('d', 'dog'),
  post('e', 'emu'),
];

/** All that `hashsight prepare` writes; the pages are headed the same in every folder. */
export async function prepareWithPages(options: PrepareOptions): Promise<void> {
  const { duplicatePairs } = await prepare(options);
  await writePreparationReport(options.out, { title: 'posts', duplicatePairs });
}

/** A row of a training set's manifest. */
export interface ManifestRow extends Row {
  readonly post: string;
  readonly image: string;
  readonly split: SplitName;
  readonly labels: readonly number[];
  readonly replication_factor: number;
  readonly shard: string;
  readonly key: string;
  readonly offset: number;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly bytes_hash: string;
  readonly pixels_hash: string;
  readonly perceptual_hash: string;
  readonly copies: number;
}

/** The manifest of a training set, in the order of the file. */
export async function manifestRows(t: TestContext, data: string): Promise<readonly ManifestRow[]> {
  using tables = await openTables({ threads: 1, temporaryDir: temporaryFolder(t), memoryLimit: '500MB' });
  // Awaited here: the data base must not be closed while it answers.
  return await tables.rows<ManifestRow>(`SELECT * FROM ${parquetSql(path.join(data, 'manifest.parquet'))}`);
}
