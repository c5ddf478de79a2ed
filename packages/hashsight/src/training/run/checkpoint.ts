import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  type amp,
  getRngState,
  type nn,
  safetensors,
  setRngState,
  type Tensor,
  tidy,
} from '@hashsight/torch';
import { z } from 'zod';
import { InputError } from '../../errors.js';
import { syncFolder, unusablePath, writeFileAtomic } from '../../files/index.js';
import type { Learner } from '../learner/learner.js';

const MODEL_FILE = 'model.safetensors';
const OPTIMIZER_FILE = 'optimizer.safetensors';
/** Averaged weights, where the recipe keeps some. */
const EMA_FILE = 'model_ema.safetensors';
const STATE_FILE = 'state.json';

/** What was found of the pictures since the last line of metrics: a run that goes on tells the same line. */
const tallySchema = z.object({
  /** Sum over the pictures. */
  loss: z.number(),
  /** Pictures whose likeliest answer was one of their hashtags. */
  hits: z.number(),
  images: z.number(),
  steps: z.number(),
});

/** What was found of the pictures since the last line of metrics. */
export type Tally = z.infer<typeof tallySchema>;

/** Where a run stands. */
const positionSchema = z.object({
  /** Whole epochs that are done. */
  epoch: z.int().min(0),
  /** Steps of the epoch after those. */
  stepInEpoch: z.int().min(0),
  /** Steps since the beginning, skipped ones too. */
  step: z.int().min(0),
  /** Steps whose loss or gradient was not finite. */
  skippedSteps: z.int().min(0),
  sinceLine: tallySchema,
  /** The checkpoint with the best validation hit@1, by its name. */
  best: z.object({ name: z.string(), hitAt1: z.number() }).nullable(),
});

/** Where a run stands. */
export type Position = z.infer<typeof positionSchema>;

/** Where a run begins. */
export const START: Position = {
  epoch: 0,
  stepInEpoch: 0,
  step: 0,
  skippedSteps: 0,
  sinceLine: { loss: 0, hits: 0, images: 0, steps: 0 },
  best: null,
};

const stateSchema = z.object({
  version: z.literal(2),
  position: positionSchema,
  /** Of the loss scaling in float16; null without. */
  gradScaler: z
    .object({
      scale: z.number(),
      growthFactor: z.number(),
      backoffFactor: z.number(),
      growthInterval: z.number(),
      growthTracker: z.number(),
    })
    .nullable(),
  /** SHA-256 of the other files, to tell when one was cut off or changed. */
  files: z.record(z.string(), z.string()),
});

/** Newest checkpoints that are kept, besides the best; one more than needed, should the newest turn out to be broken. */
const KEPT = 2;

/** `epoch-003` after the third epoch, `epoch-003-step-00042` within the fourth. */
export function checkpointName({ epoch, stepInEpoch }: Pick<Position, 'epoch' | 'stepInEpoch'>): string {
  const name = `epoch-${String(epoch).padStart(3, '0')}`;
  return stepInEpoch === 0 ? name : `${name}-step-${String(stepInEpoch).padStart(5, '0')}`;
}

function orderOf(name: string): [number, number] | undefined {
  const match = /^epoch-(\d+)(?:-step-(\d+))?$/.exec(name);
  return match === null ? undefined : [Number(match[1]), Number(match[2] ?? 0)];
}

/** Names of the checkpoints in a folder, the newest first, complete or not. */
export async function listCheckpoints(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name) => {
      const order = orderOf(name);
      return order === undefined ? [] : [{ name, order }];
    })
    .sort((a, b) => b.order[0] - a.order[0] || b.order[1] - a.order[1])
    .map(({ name }) => name);
}

/**
 * Writes a checkpoint as a folder that is there only when it is complete and on the disk, then removes all but the
 * newest ones and the best.
 *
 * @param folder - of all checkpoints
 * @param options.kept - how many of the newest stay; default 2
 * @returns the checkpoint's path
 * @throws InputError when it cannot be written; those that were there before are there still
 */
export async function saveCheckpoint(
  folder: string,
  learner: Learner,
  position: Position,
  options: { readonly kept?: number | undefined } = {},
): Promise<string> {
  const name = checkpointName(position);
  const target = path.join(folder, name);
  const beside = path.join(folder, `.${name}.${randomBytes(6).toString('hex')}.partial`);
  try {
    await mkdir(beside);
    const files: Record<string, string> = {};
    for (const [file, tensors] of tensorFilesOf(learner)) {
      tidy(() => safetensors.saveFile(tensors(), path.join(beside, file)));
      files[file] = await digestOf(path.join(beside, file));
    }
    const gradScaler = learner.scaler.enabled ? learner.scaler.stateDict() : null;
    const state: z.infer<typeof stateSchema> = { version: 2, position, gradScaler, files };
    await writeFileAtomic(path.join(beside, STATE_FILE), `${JSON.stringify(state, null, 2)}\n`);
    await removeFolder(target);
    await rename(beside, target);
    await syncFolder(folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => {}); // the first error is the one to tell
    throw unusablePath(target, error);
  }
  await removeOld(folder, options.kept ?? KEPT, position.best?.name);
  return target;
}

type TensorFile = readonly [name: string, tensors: () => ReadonlyMap<string, Tensor>];

function tensorFilesOf({ model, optimizer, ema }: Learner): TensorFile[] {
  return [
    [MODEL_FILE, () => model.stateDict()],
    [OPTIMIZER_FILE, () => new Map([...optimizer.stateDict(), ['rng_state', getRngState()]])],
    ...(ema === null ? [] : [[EMA_FILE, () => ema.model.stateDict()] as const]),
  ];
}

/** Takes a folder away at once, so that a half-removed one is never taken for a checkpoint. */
async function removeFolder(folder: string): Promise<void> {
  const away = path.join(
    path.dirname(folder),
    `.${path.basename(folder)}.${randomBytes(6).toString('hex')}.old`,
  );
  try {
    await rename(folder, away);
  } catch {
    return; // there was none
  }
  await rm(away, { recursive: true, force: true });
}

async function removeOld(folder: string, kept: number, best: string | undefined): Promise<void> {
  for (const name of (await listCheckpoints(folder)).slice(kept)) {
    if (name !== best) await removeFolder(path.join(folder, name));
  }
  // What a crash left half-written.
  for (const name of await readdir(folder)) {
    if (/^\.epoch-.*\.(partial|old)$/.test(name))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** Whether a run's folder has a checkpoint that was written after a moment, in milliseconds since 1970. */
export async function hasSavedSince(run: string, ms: number): Promise<boolean> {
  const folder = path.join(run, 'checkpoints');
  const [newest] = await listCheckpoints(folder);
  if (newest === undefined) return false;
  return (await stat(path.join(folder, newest, STATE_FILE))).mtimeMs >= ms;
}

/** A checkpoint whose files are all there and as they were written. */
export interface Checkpoint {
  readonly path: string;
  readonly position: Position;
  readonly gradScaler: amp.GradScalerState | null;
  /** Whether it has averaged weights beside those that learn. */
  readonly hasEma: boolean;
}

/**
 * Checks a checkpoint.
 *
 * @throws InputError when a file is missing, cut off or changed, naming it
 */
export async function openCheckpoint(folder: string): Promise<Checkpoint> {
  const stateFile = path.join(folder, STATE_FILE);
  let state: z.infer<typeof stateSchema>;
  try {
    state = stateSchema.parse(JSON.parse(await readFile(stateFile, 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    const got = isMissing ? 'none' : 'a broken one';
    throw new InputError(`${folder}: expected a checkpoint with a ${STATE_FILE}, got ${got}`, {
      cause: error,
    });
  }
  for (const [name, expected] of Object.entries(state.files)) {
    const file = path.join(folder, name);
    const bytes = await stat(file).then(
      ({ size }) => size,
      () => undefined,
    );
    if (bytes === undefined)
      throw new InputError(`${file}: expected a part of the checkpoint, got no such file`);
    if ((await digestOf(file)) !== expected) {
      throw new InputError(
        `${file}: expected the file that ${STATE_FILE} describes, got ${bytes} other bytes`,
      );
    }
  }
  const { position, gradScaler, files } = state;
  return { path: folder, position, gradScaler, hasEma: EMA_FILE in files };
}

/**
 * The newest checkpoint that is complete.
 *
 * @param onBroken - told about each newer one that is not, with the reason
 * @returns undefined when there is none
 */
export async function newestCheckpoint(
  folder: string,
  onBroken: (reason: string) => void,
): Promise<Checkpoint | undefined> {
  for (const name of await listCheckpoints(folder)) {
    try {
      return await openCheckpoint(path.join(folder, name));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      onBroken(error.message);
    }
  }
  return undefined;
}

/**
 * Copies a checkpoint's weights into a model: the averaged ones where there are some, which answer better.
 *
 * @throws WeightsError when they are those of another model
 */
export function loadWeights(checkpoint: Checkpoint, model: nn.Module): void {
  loadInto(model, path.join(checkpoint.path, checkpoint.hasEma ? EMA_FILE : MODEL_FILE));
}

function loadInto(model: nn.Module, file: string): void {
  tidy(() => {
    model.loadStateDict(safetensors.loadFile(file));
  });
}

/** Copies everything that learns back, so that the next step is the one that would have come. */
export function restoreLearner(checkpoint: Checkpoint, { model, optimizer, ema, scaler }: Learner): void {
  loadInto(model, path.join(checkpoint.path, MODEL_FILE));
  if (ema !== null) loadInto(ema.model, path.join(checkpoint.path, EMA_FILE));
  if (checkpoint.gradScaler !== null) scaler.loadStateDict(checkpoint.gradScaler);
  tidy(() => {
    const state = safetensors.loadFile(path.join(checkpoint.path, OPTIMIZER_FILE));
    optimizer.loadStateDict(state);
    const rngState = state.get('rng_state');
    if (rngState !== undefined) setRngState(rngState);
  });
}
