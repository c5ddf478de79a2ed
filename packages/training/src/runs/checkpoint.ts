import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { fileDigest } from '@hashsight/formats/node';
import { type amp, type nn, safetensors, setRngState, tidy } from '@hashsight/torch';
import { z } from 'zod';
import type { TrainState } from '../step/train-state.js';
import { type Position, positionSchema } from './position.js';

/** Model weights, by torchvision's names. */
export const MODEL_FILE = 'model.safetensors';
/** Momentum buffers and the state of the random number generators. */
export const OPTIMIZER_FILE = 'optimizer.safetensors';
/** EMA weights, if the run keeps them. */
export const EMA_FILE = 'model_ema.safetensors';
/** Position of the run and checksums of the other files. */
export const STATE_FILE = 'state.json';

const stateSchema = z.object({
  version: z.literal(2),
  position: positionSchema,
  /** Loss scaling for float16; null if unused. */
  gradScaler: z
    .object({
      scale: z.number(),
      growthFactor: z.number(),
      backoffFactor: z.number(),
      growthInterval: z.number(),
      growthTracker: z.number(),
    })
    .nullable(),
  /** SHA-256 of the other files, to detect truncated or changed ones. */
  files: z.record(z.string(), z.string()),
});

/** Contents of a checkpoint's `state.json`; the tensors are in the other files. */
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

/** Names of the checkpoints in a folder, newest first, complete or not. */
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

/** Whether a run has a checkpoint written after a time in milliseconds since 1970. */
export async function hasSavedSince(run: string, ms: number): Promise<boolean> {
  const folder = path.join(run, 'checkpoints');
  const [newest] = await listCheckpoints(folder);
  if (newest === undefined) return false;
  return (await stat(path.join(folder, newest, STATE_FILE))).mtimeMs >= ms;
}

/** A complete checkpoint whose files match their checksums. */
export interface Checkpoint {
  readonly path: string;
  readonly position: Position;
  readonly gradScaler: amp.GradScalerState | null;
  /** Whether it also has EMA weights. */
  readonly hasEma: boolean;
}

/**
 * Opens a checkpoint and verifies its files.
 *
 * @throws InputError naming a file that is missing, truncated, or changed
 */
export async function openCheckpoint(folder: string): Promise<Checkpoint> {
  const { position, gradScaler, files } = await readCheckpointState(folder);
  for (const [name, expected] of Object.entries(files)) {
    const file = path.join(folder, name);
    const bytes = await stat(file).then(
      ({ size }) => size,
      () => undefined,
    );
    if (bytes === undefined) throw new InputError(`${file}: the file is missing from the checkpoint`);
    if ((await fileDigest(file)) !== expected) {
      throw new InputError(`${file}: the file (${bytes} bytes) does not match its checksum in ${STATE_FILE}`);
    }
  }
  return { path: folder, position, gradScaler, hasEma: EMA_FILE in files };
}

/**
 * Reads a checkpoint's state without checking the other files.
 *
 * @throws InputError if the state is missing or invalid
 */
export async function readCheckpointState(folder: string): Promise<CheckpointState> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(path.join(folder, STATE_FILE), 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    const problem = isMissing ? `${STATE_FILE} is missing` : `${STATE_FILE} is corrupt`;
    throw new InputError(`${folder}: not a complete checkpoint, ${problem}`, {
      cause: error,
    });
  }
}

/**
 * Finds the newest complete checkpoint.
 *
 * @param onBroken - called with the reason for each newer checkpoint that is incomplete
 * @returns undefined if there is none
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

/** Path of a checkpoint's weights: the EMA weights if present, since they are more accurate. */
export function weightsFileOf({ path: folder, hasEma }: Checkpoint): string {
  return path.join(folder, hasEma ? EMA_FILE : MODEL_FILE);
}

/**
 * Copies a checkpoint's weights into a model: the EMA weights if present, since they are more accurate.
 *
 * @throws WeightsError if they belong to another model
 */
export function loadWeights(checkpoint: Checkpoint, model: nn.Module): void {
  loadInto(model, weightsFileOf(checkpoint));
}

function loadInto(model: nn.Module, file: string): void {
  tidy(() => {
    model.loadStateDict(safetensors.loadFile(file));
  });
}

/** Restores the complete training state, so that training continues exactly as if uninterrupted. */
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
