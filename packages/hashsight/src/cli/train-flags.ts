import { StartError, UsageError } from '@hashsight/formats';
import type { TrainOptions } from '@hashsight/training';
import { readRecipe, type TrainingRecipe, type TrainingSettings } from '@hashsight/training/settings';
import type { Command } from 'commander';
import { givenOptions } from './library-flags.js';

/** Flags of `hashsight train` that do not set an option of the library by themselves. */
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
 * Options for `train`: the settings of the recipe, overridden by flags.
 *
 * @throws UsageError if a required option is missing
 * @throws StartError if the recipe cannot be read
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
  if (given.out === undefined) throw new UsageError('the run folder is missing', { option: 'out' });
  if (resume === true) {
    if (recipe !== undefined) {
      throw new UsageError('--recipe: a resumed run keeps its settings; leave it out');
    }
    if (given.initFrom !== undefined) {
      throw new UsageError('--init-from: a resumed run has its own weights; leave it out');
    }
    if (given.weights !== undefined) {
      throw new UsageError('--weights: a resumed run has its own weights; leave it out');
    }
    return { ...given, resume } as TrainOptions;
  }
  const options = recipe === undefined ? given : withRecipe(recipe, given);
  needed('--data', options.data, 'the training set');
  if (options.initFrom === undefined && options.weights === undefined)
    needed('--model', options.model, 'the model, or a --recipe that names one');
  return { ...options, ...((autoResume === true || isRestarted()) && { resume: 'auto' }) } as TrainOptions;
}

/** Rejects flags for torchrun, which only `--nproc` starts. */
function refuseAlone(flag: string, value: unknown): void {
  if (value === undefined) return;
  throw new UsageError(`${flag}: requires --nproc, which starts the processes with torchrun`);
}

/** Whether torchrun restarted the processes, which then resume the run. */
function isRestarted(): boolean {
  return Number(process.env.TORCHELASTIC_RESTART_COUNT ?? 0) > 0;
}

/** Length and learning rate can each be given in two ways; a flag overrides either one in the recipe. */
function withRecipe<T extends Partial<TrainingSettings>>(recipe: string, own: T): T {
  const { settings } = recipeOf(recipe);
  const { epochs, samples, lr, lrBase, ...rest } = settings;
  return {
    ...rest,
    ...(own.epochs === undefined && own.samples === undefined && defined({ epochs, samples })),
    ...(own.lr === undefined && defined({ lr, lrBase })),
    ...(own.batchSize === undefined && settings.batchSize !== undefined && { fitBatchSize: true }),
    ...own,
    preprocessing: { ...settings.preprocessing, ...own.preprocessing },
    augmentation: { ...settings.augmentation, ...own.augmentation },
    recipe,
  } as unknown as T;
}

function recipeOf(recipe: string): TrainingRecipe {
  try {
    return readRecipe(recipe);
  } catch (error) {
    throw StartError.from(error);
  }
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function needed(flag: string, value: unknown, meaning: string): void {
  if (value !== undefined) return;
  throw new UsageError(`${flag}: missing; give ${meaning}, or resume a run with --resume`);
}
