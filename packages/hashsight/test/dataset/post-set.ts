import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { PREPARE_DEFAULTS, type PrepareOptions, prepare } from '../../src/dataset/index.js';
import { writePreparationReport } from '../../src/reports/index.js';
import { openTables, parquetSql, type Row } from '../../src/tables/index.js';
import { temporaryFolder } from '../temporary-folder.js';

/** Posts in a folder of their own, and what makes a training set of them. */
export interface PostSet {
  readonly folder: string;
  readonly options: PrepareOptions & { readonly posts: string; readonly images: string };
}

/** A picture, of 96 x 64 pixels unless a size is given, of soft spots of colour: other names look nothing alike. */
export function picture(name: string, width = 96, height = 64): Sharp {
  const data = createHash('sha512').update(name).digest().subarray(0, 48);
  const spots = sharp(data, { raw: { width: 4, height: 4, channels: 3 } });
  return spots.resize(width, height, { kernel: 'cubic', fit: 'fill' });
}

const HERE = await picture('here').jpeg().toBuffer();

/** Writes pictures, and the folders that they are in. */
export function writePictures(folder: string, pictures: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, bytes] of Object.entries(pictures)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/**
 * Posts with `here.jpg`, or with pictures of their own. Duplicates are not looked for unless `changes` says so.
 *
 * @param posts objects, or lines as they are
 */
export function postSet(
  t: TestContext,
  posts: readonly unknown[],
  changes: Partial<PrepareOptions> = {},
  pictures: Readonly<Record<string, Uint8Array>> = {},
): PostSet {
  const folder = temporaryFolder(t);
  const images = path.join(folder, 'posts');
  writePictures(images, { 'here.jpg': HERE, ...pictures });
  const file = path.join(images, 'posts.jsonl');
  writePosts(file, posts);
  const defaults = {
    ...PREPARE_DEFAULTS,
    minCount: 2,
    maxSetAside: 1,
    duplicates: 'off',
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

/** A post with the picture that all have. */
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
  readonly split: 'train' | 'validation';
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
