import { UsageError } from '@hashsight/formats';
import type { TrainOptions } from '@hashsight/training';
import { readRecipe, type TrainingSettings } from '@hashsight/training/settings';
import type { Command } from 'commander';
import { givenOptions } from './library-flags.js';

/** The flags of `hashsight train` that set no option of the library by themselves. */
export interface TrainFlags {
  readonly recipe?: string;
  readonly resume?: true;
  readonly autoResume?: true;
  readonly nproc?: number;
  readonly maxRestarts?: number;
  readonly nnodes?: number;
  readonly nodeRank?: number;
  readonly masterAddr?: string;
  readonly masterPort?: number;
  /** Seconds. */
  readonly distTimeout?: number;
}

/**
 * What `train` is to do: the recipe's settings, which the flags override.
 *
 * @throws UsageError when something is missing that has no default
 */
export function trainOptionsOf(flags: TrainFlags, command: Command): TrainOptions {
  const { resume, autoResume, recipe, nproc, maxRestarts, distTimeout } = flags;
  if (nproc === undefined) {
    refuseAlone('--max-restarts', maxRestarts);
    refuseAlone('--nnodes', flags.nnodes);
    refuseAlone('--node-rank', flags.nodeRank);
    refuseAlone('--master-addr', flags.masterAddr);
    refuseAlone('--master-port', flags.masterPort);
  }
  const given = {
    ...(givenOptions(command) as Partial<TrainOptions>),
    ...(distTimeout !== undefined && { timeoutMs: 1000 * distTimeout }),
  };
  if (given.out === undefined) throw new UsageError("expected the run's folder, got none", { option: 'out' });
  if (resume === true) {
    if (recipe !== undefined) {
      throw new UsageError(
        "--recipe: expected none with --resume, whose settings are the run's own; leave it out",
      );
    }
    if (given.initFrom !== undefined) {
      throw new UsageError(
        '--init-from: expected none with --resume, which has weights of its own; leave it out',
      );
    }
    return { ...given, resume } as TrainOptions;
  }
  const options = recipe === undefined ? given : withRecipe(recipe, given);
  needed('--data', options.data, 'the training set');
  if (options.initFrom === undefined)
    needed('--model', options.model, 'the model, or a --recipe that names one');
  return { ...options, ...((autoResume === true || isRestarted()) && { resume: 'auto' }) } as TrainOptions;
}

/** These are for torchrun, which only `--nproc` starts. */
function refuseAlone(flag: string, value: unknown): void {
  if (value === undefined) return;
  throw new UsageError(
    `${flag}: expected together with --nproc, got it alone; it is torchrun that starts the processes`,
  );
}

/** Whether torchrun started the processes again: what they began they go on with. */
function isRestarted(): boolean {
  return Number(process.env.TORCHELASTIC_RESTART_COUNT ?? 0) > 0;
}

/** How long to train and how fast to learn can be said in two ways; a flag goes before the recipe's other one. */
function withRecipe<T extends Partial<TrainingSettings>>(recipe: string, own: T): T {
  const { settings } = readRecipe(recipe);
  const { epochs, samples, lr, lrBase, ...rest } = settings;
  return {
    ...rest,
    ...(own.epochs === undefined && own.samples === undefined && defined({ epochs, samples })),
    ...(own.lr === undefined && defined({ lr, lrBase })),
    ...own,
    preprocessing: { ...settings.preprocessing, ...own.preprocessing },
    augmentation: { ...settings.augmentation, ...own.augmentation },
    recipe,
  } as unknown as T;
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function needed(flag: string, value: unknown, meaning: string): void {
  if (value !== undefined) return;
  throw new UsageError(`${flag}: expected ${meaning}, got none; only with --resume it can be left out`);
}
