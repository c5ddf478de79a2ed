import path from 'node:path';
import type { PostsFile } from '../posts/find-posts.js';
import { fileAndRow, rowIdOf } from '../posts/post-rows.js';
import { stringText } from '../tables/sql-text.js';

/** The folders that the image paths in posts are relative to: one, or one per file of posts. */
export class ImageFolders {
  /** Absolute paths; by file of posts, or a single one for all. */
  readonly #folders: readonly string[];

  /** @param folders by file of posts; the last one is also used for all files after it */
  constructor(folders: readonly string[]) {
    this.#folders = folders.map((folder) => path.resolve(folder));
  }

  /**
   * The folders of a job.
   *
   * @param images the folder for all posts; if absent, images are relative to their own file of posts
   */
  static of(files: readonly PostsFile[], images?: string): ImageFolders {
    if (images !== undefined || files.length === 0) return new ImageFolders([images ?? '.']);
    return new ImageFolders(
      files.map(({ kind, path: file }) => (kind === 'folder' ? file : path.dirname(file))),
    );
  }

  /** The distinct folders. */
  get all(): readonly string[] {
    return [...new Set(this.#folders)];
  }

  /** The folder of a file of posts, by its index. */
  ofFile(file: number): string {
    return this.#folders[file] ?? this.#folders.at(-1) ?? '';
  }

  /** The folder of a post, by its row id. */
  ofRow(rowId: number): string {
    return this.ofFile(fileAndRow(rowId).file);
  }

  /** SQL for the folder of a post with a column `row_id`. */
  sql(): string {
    // Files of the same folder follow each other, so there are about as many cases as folders.
    const ends = this.#folders.flatMap((folder, i) =>
      i + 1 < this.#folders.length && this.#folders[i + 1] !== folder
        ? [{ folder, end: rowIdOf(i + 1, 0) }]
        : [],
    );
    const last = stringText(this.#folders.at(-1) ?? '');
    if (ends.length === 0) return last;
    const cases = ends.map(({ folder, end }) => `WHEN row_id < ${end} THEN ${stringText(folder)}`);
    return `CASE ${cases.join(' ')} ELSE ${last} END`;
  }
}
