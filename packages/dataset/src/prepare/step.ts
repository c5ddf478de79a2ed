import type { Columns, Relation } from '../tables/relation.js';
import type { Executor } from './executor.js';
import type { Task } from './task.js';
import type { Stage, WorkFolder } from './work-folder.js';

/** Reads the data that a step needs to plan its tasks. */
export type Ask = Pick<Executor, 'rows' | 'stream'>;

/**
 * A step of a preparation as data: its inputs, its tasks and its outputs. {@link runStep} runs it with an
 * {@link Executor}.
 *
 * @typeParam R result, stored as JSON
 * @typeParam O outputs
 */
export interface Step<R, O> {
  /** Name of the step; part of its folder's name. */
  readonly name: string;
  /** The relations that the step reads, by name. */
  readonly inputs: Readonly<Record<string, Relation<Columns>>>;
  /**
   * Everything that the outputs depend on, as JSON. A finished step with the same value is not repeated. If absent, the
   * step runs every time, because it is quick or reads data that may change (images on disk).
   */
  readonly dependsOn?: unknown;
  /**
   * Yields the tasks in groups and returns the result of the step. The tasks of a group may run concurrently and in any
   * order. Each group may use the outputs of the groups before it.
   *
   * @param folder folder for the files of the step
   */
  readonly tasks: (folder: string, ask: Ask) => AsyncGenerator<readonly Task[], R, undefined>;
  /** The outputs of the finished step. */
  readonly outputs: (done: Stage<R>) => O;
}

/** Runs a step, or reuses its files if an earlier run finished it. */
export async function runStep<R, O>(
  { work, executor }: { readonly work: WorkFolder; readonly executor: Executor },
  step: Step<R, O>,
): Promise<O> {
  const { name, dependsOn, tasks, outputs } = step;
  const isKept = dependsOn !== undefined;
  const build = async (folder: string): Promise<R> => {
    const groups = tasks(folder, executor);
    try {
      for (;;) {
        const group = await groups.next();
        if (group.done) return group.value;
        await executor.run(group.value, { isKept });
      }
    } finally {
      await executor.endStep();
    }
  };
  if (isKept) return outputs(await work.stage(name, dependsOn, build));
  const folder = work.folder(name);
  return outputs({ folder, key: '', result: await build(folder) });
}
