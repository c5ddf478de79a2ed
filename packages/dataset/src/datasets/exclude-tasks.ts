import { UsageError } from '@hashsight/formats';
import { BUILT_IN_TASKS, type BuiltInTask } from './built-in-tasks.js';
import type { SourceImage } from './source.js';

/** A task whose test images can be recognized in other data sets. */
export type ExcludableTask = BuiltInTask & Required<Pick<BuiltInTask, 'isTested'>>;

/** The tasks whose test images can be left out of a data set. */
export const EXCLUDABLE_TASKS: readonly ExcludableTask[] = BUILT_IN_TASKS.flatMap((task) =>
  task.isTested === undefined ? [] : [{ ...task, isTested: task.isTested }],
);

/** @throws UsageError if there is no such task */
export function excludableTask(name: string): ExcludableTask {
  const task = EXCLUDABLE_TASKS.find((known) => known.name === name);
  if (task !== undefined) return task;
  const names = EXCLUDABLE_TASKS.map((known) => known.name).join(', ');
  throw new UsageError(`expected a task among ${names}, got "${name}"`, { option: 'excludeTasks' });
}

/** An image that was left out, as listed in `excluded.jsonl`. */
export interface ExcludedImage {
  readonly id: string;
  /** Its code points. */
  readonly emoji?: string;
  /** The task that tests it. */
  readonly task: string;
}

/**
 * Separates the images that show what tasks test from the rest.
 *
 * @param source name of the data set, for messages
 * @throws UsageError if no image is tested: the data set cannot contain what the task tests, or does not say so
 */
export function withoutTested(
  source: string,
  images: readonly SourceImage[],
  tasks: readonly ExcludableTask[],
): { readonly kept: readonly SourceImage[]; readonly excluded: readonly ExcludedImage[] } {
  const kept: SourceImage[] = [];
  const excluded: ExcludedImage[] = [];
  for (const image of images) {
    const task = tasks.find(({ isTested }) => isTested(image));
    if (task === undefined) kept.push(image);
    else {
      const { emoji } = image.extras;
      excluded.push({ id: image.id, ...(emoji !== undefined && { emoji }), task: task.name });
    }
  }
  if (tasks.length > 0 && excluded.length === 0) {
    throw new UsageError(
      `expected a data set of emoji, got ${source}: it has no images that ${tasks[0]?.name} tests; leave the option out`,
      { option: 'excludeTasks' },
    );
  }
  return { kept, excluded };
}
