import { UsageError } from '@hashsight/formats';
import { parseModelName, readRecipe, type TrainingSettings, type TrainOptions } from '@hashsight/training';

/** The flags of `hashsight train`. */
export interface TrainFlags
  extends Partial<
    Omit<TrainingSettings, 'model' | 'preprocessing' | 'augmentation' | 'gradCheckpointing' | 'syncBn'>
  > {
  readonly out: string;
  readonly data?: string;
  readonly recipe?: string;
  readonly resume?: true;
  readonly autoResume?: true;
  readonly initFrom?: string;
  readonly model?: string;
  readonly imageSize?: number;
  readonly fit?: 'crop' | 'pad';
  readonly cropScale?: number;
  readonly gradCheckpointing?: true;
  readonly syncBn?: true;
  readonly checkpointSteps?: number;
  readonly checkpointHist?: number;
  readonly workers?: number;
  readonly threads?: number;
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
export function trainOptionsOf(flags: TrainFlags): TrainOptions {
  const { out, data, resume, autoResume, initFrom, recipe, nproc, maxRestarts, distTimeout, ...most } = flags;
  const { workers, threads, checkpointSteps, checkpointHist, ...others } = most;
  const { nnodes, nodeRank, masterAddr, masterPort, ...given } = others;
  if (nproc === undefined) {
    refuseAlone('--max-restarts', maxRestarts);
    refuseAlone('--nnodes', nnodes);
    refuseAlone('--node-rank', nodeRank);
    refuseAlone('--master-addr', masterAddr);
    refuseAlone('--master-port', masterPort);
  }
  const timeoutMs = distTimeout === undefined ? undefined : 1000 * distTimeout;
  const job = defined({ out, data, workers, threads, checkpointSteps, checkpointHist, timeoutMs });
  const own = settingsOf(given);
  if (resume === true) {
    if (recipe !== undefined) {
      throw new UsageError(
        "--recipe: expected none with --resume, whose settings are the run's own; leave it out",
      );
    }
    if (initFrom !== undefined) {
      throw new UsageError(
        '--init-from: expected none with --resume, which has weights of its own; leave it out',
      );
    }
    return { ...job, ...own, resume } as TrainOptions;
  }
  const settings = recipe === undefined ? own : withRecipe(recipe, own);
  return {
    ...job,
    ...settings,
    data: needed('--data', data, 'the training set'),
    ...(initFrom === undefined
      ? { model: needed('--model', settings.model, 'the model, or a --recipe that names one') }
      : { initFrom }),
    out,
    ...((autoResume === true || isRestarted()) && { resume: 'auto' }),
  } as TrainOptions;
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

function settingsOf(flags: Omit<TrainFlags, 'out'>): Partial<TrainingSettings> {
  const { model, imageSize, fit, cropScale, ...rest } = flags;
  const preprocessing = defined({ imageSize, fit });
  return {
    ...rest,
    ...(model !== undefined && { model: parseModelName(model) }),
    ...(Object.keys(preprocessing).length > 0 && { preprocessing }),
    ...(cropScale !== undefined && { augmentation: { cropScale: [cropScale, 1] } }),
  };
}

/** How long to train and how fast to learn can be said in two ways; a flag goes before the recipe's other one. */
function withRecipe(recipe: string, own: Partial<TrainingSettings>): Partial<TrainingSettings> {
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
  } as Partial<TrainingSettings>;
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function needed<T>(flag: string, value: T | undefined, meaning: string): T {
  if (value !== undefined) return value;
  throw new UsageError(`${flag}: expected ${meaning}, got none; only with --resume it can be left out`);
}
