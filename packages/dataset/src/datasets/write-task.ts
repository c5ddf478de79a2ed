import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomic } from '@hashsight/formats/node';
import type { Post } from '../posts/post.js';
import type { BuiltInTask, TaskRow } from './built-in-tasks.js';
import type { SourceImage } from './source.js';

/** Summary of a written task. */
export interface WrittenTask {
  readonly name: string;
  /** Path of the CSV file. */
  readonly file: string;
  readonly classes: number;
  readonly train: number;
  readonly test: number;
  /** Images left out because the same image has another label, or is on the other side. */
  readonly ambiguous: number;
}

/**
 * Writes a task as a CSV file with the columns `image`, `label`, `split`, `group` if there are groups, and further ones of
 * the task. Images that are equal byte for byte but have different labels or sides are left out: they have no right
 * answer, or give the answer away.
 *
 * @param out folder of the data set; image paths are relative to it
 * @param posts the posts of the images that could be used
 */
export async function writeTask(
  task: BuiltInTask,
  images: readonly SourceImage[],
  posts: readonly Post[],
  out: string,
): Promise<WrittenTask> {
  const pathOf = new Map(posts.map(({ id, image }) => [id, image]));
  const rows = task.rows(images.filter(({ id }) => pathOf.has(id)));
  const byContent = new Map<string, TaskRow[]>();
  for (const row of rows) {
    const bytes = await readFile(path.join(out, pathOf.get(row.id) as string));
    const digest = hash('sha256', bytes);
    byContent.set(digest, [...(byContent.get(digest) ?? []), row]);
  }
  const ambiguous = new Set(
    [...byContent.values()]
      .filter((same) => new Set(same.map(({ label, split }) => `${split} ${label}`)).size > 1)
      .flat(),
  );
  const kept = rows.filter((row) => !ambiguous.has(row));
  const columns = Object.keys(kept[0]?.columns ?? {});
  const lines = kept.map(({ id, label, split, columns: further }) =>
    csvLine([pathOf.get(id) as string, label, split, ...columns.map((name) => further[name] ?? '')]),
  );
  const file = path.join(out, `${task.name}.csv`);
  await writeFileAtomic(file, [csvLine(['image', 'label', 'split', ...columns]), ...lines].join(''));
  const countOf = (side: TaskRow['split']) => kept.filter(({ split }) => split === side).length;
  const classes = new Set(kept.map(({ label }) => label)).size;
  const counts = { train: countOf('train'), test: countOf('test'), ambiguous: ambiguous.size };
  return { name: task.name, file, classes, ...counts };
}

/** A line of CSV; cells are quoted where RFC 4180 asks for it. */
function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\n`;
}
