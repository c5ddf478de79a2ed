import type { Columns, Relation } from '../tables/relation.js';
import type { Executor } from './executor.js';
import type { Task } from './task.js';
import type { Stage, WorkFolder } from './work-folder.js';

/** Answers what a step has to know before it says what is to be done. */
export type Ask = Pick<Executor, 'rows' | 'stream'>;

/**
 * A step of a preparation as data: what it reads, what is to be done, and what is there afterwards. {@link runStep} does
 * it, by an {@link Executor} that knows where tasks run.
 *
 * @typeParam R what it tells besides, as JSON
 * @typeParam O its outputs
 */
export interface Step<R, O> {
  /** Part of its folder's name. */
  readonly name: string;
  /** The relations that it reads, by what they are. */
  readonly inputs: Readonly<Record<string, Relation<Columns>>>;
  /**
   * Everything that its outputs depend on, as JSON: with the same it is not done again. Absent: it is done in every run,
   * for it looks at what may change (images on the disk), or is quick.
   */
  readonly dependsOn?: unknown;
  /**
   * What is to be done, in groups: the tasks of a group can run at once and in any order, and each group needs what those
   * before it made. What is returned is the step's result.
   *
   * @param folder where its files are
   */
  readonly tasks: (folder: string, ask: Ask) => AsyncGenerator<readonly Task[], R, undefined>;
  /** What is there when it is done. */
  readonly outputs: (done: Stage<R>) => O;
}

/** Does a step, or takes what it left when it was done before. */
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
