import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { fileDigest } from '@hashsight/formats/node';
import { type amp, type nn, safetensors, setRngState, tidy } from '@hashsight/torch';
import { z } from 'zod';
import type { TrainState } from '../step/train-state.js';
import { type Position, positionSchema } from './position.js';

/** What learns, by torchvision's names. */
export const MODEL_FILE = 'model.safetensors';
/** Momentum, and the state of the random numbers. */
export const OPTIMIZER_FILE = 'optimizer.safetensors';
/** Averaged weights, where the recipe keeps some. */
export const EMA_FILE = 'model_ema.safetensors';
/** Where the run stands, and the checksums of the others. */
export const STATE_FILE = 'state.json';

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

/** What a checkpoint's `state.json` holds; its tensors lie beside it. */
export type CheckpointState = z.infer<typeof stateSchema>;

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
  const { position, gradScaler, files } = await readCheckpointState(folder);
  for (const [name, expected] of Object.entries(files)) {
    const file = path.join(folder, name);
    const bytes = await stat(file).then(
      ({ size }) => size,
      () => undefined,
    );
    if (bytes === undefined)
      throw new InputError(`${file}: expected a part of the checkpoint, got no such file`);
    if ((await fileDigest(file)) !== expected) {
      throw new InputError(
        `${file}: expected the file that ${STATE_FILE} describes, got ${bytes} other bytes`,
      );
    }
  }
  return { path: folder, position, gradScaler, hasEma: EMA_FILE in files };
}

/**
 * Where a checkpoint says that it stands; what lies beside is not looked at.
 *
 * @throws InputError when it does not say so
 */
export async function readCheckpointState(folder: string): Promise<CheckpointState> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(path.join(folder, STATE_FILE), 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    const got = isMissing ? 'none' : 'a broken one';
    throw new InputError(`${folder}: expected a checkpoint with a ${STATE_FILE}, got ${got}`, {
      cause: error,
    });
  }
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

/** The file of a checkpoint's weights: the averaged ones where there are some, which answer better. */
export function weightsFileOf({ path: folder, hasEma }: Checkpoint): string {
  return path.join(folder, hasEma ? EMA_FILE : MODEL_FILE);
}

/**
 * Copies a checkpoint's weights into a model: the averaged ones where there are some, which answer better.
 *
 * @throws WeightsError when they are those of another model
 */
export function loadWeights(checkpoint: Checkpoint, model: nn.Module): void {
  loadInto(model, weightsFileOf(checkpoint));
}

function loadInto(model: nn.Module, file: string): void {
  tidy(() => {
    model.loadStateDict(safetensors.loadFile(file));
  });
}

/** Copies everything that learns back, so that the next step is the one that would have come. */
export function restoreTrainState(
  checkpoint: Checkpoint,
  { model, optimizer, ema, scaler }: TrainState,
): void {
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
