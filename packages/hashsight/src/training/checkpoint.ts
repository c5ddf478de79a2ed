import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  getRngState,
  type nn,
  type optim,
  safetensors,
  setRngState,
  type Tensor,
  tidy,
} from '@hashsight/torch';
import { z } from 'zod';
import { InputError } from '../errors.js';
import { syncFolder, unusablePath, writeFileAtomic } from '../files/index.js';

const MODEL_FILE = 'model.safetensors';
const OPTIMIZER_FILE = 'optimizer.safetensors';
const STATE_FILE = 'state.json';

/** Where a run stands. */
const positionSchema = z.object({
  /** Whole epochs that are done. */
  epoch: z.int().min(0),
  /** Steps of the epoch after those. */
  stepInEpoch: z.int().min(0),
  /** Steps since the beginning. */
  step: z.int().min(0),
  /** Share of the validation pictures hit by the best answer, after the best epoch up to here. */
  bestHitAt1: z.number().nullable(),
});

/** Where a run stands. */
export type Position = z.infer<typeof positionSchema>;

const stateSchema = z.object({
  version: z.literal(1),
  position: positionSchema,
  /** SHA-256 of the other files, to tell when one was cut off or changed. */
  files: z.record(z.string(), z.string()),
});

/** Newest checkpoints that are kept; one more than needed, should the newest turn out to be broken. */
const KEPT = 2;

/** What a checkpoint holds besides the position. */
export interface Learner {
  readonly model: nn.Module;
  readonly optimizer: optim.SGD;
}

/** `epoch-003` after the third epoch, `epoch-003-step-00042` within the fourth. */
function nameOf({ epoch, stepInEpoch }: Position): string {
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
 * newest ones.
 *
 * @param folder - of all checkpoints
 * @returns the checkpoint's path
 * @throws InputError when it cannot be written
 */
export async function saveCheckpoint(folder: string, learner: Learner, position: Position): Promise<string> {
  const target = path.join(folder, nameOf(position));
  const beside = path.join(folder, `.${nameOf(position)}.${randomBytes(6).toString('hex')}.partial`);
  try {
    await mkdir(beside, { recursive: true });
    safetensors.saveFile(learner.model.stateDict(), path.join(beside, MODEL_FILE));
    tidy(() => {
      const state: Map<string, Tensor> = learner.optimizer.stateDict();
      safetensors.saveFile(
        new Map([...state, ['rng_state', getRngState()]]),
        path.join(beside, OPTIMIZER_FILE),
      );
    });
    const files = {
      [MODEL_FILE]: await digestOf(path.join(beside, MODEL_FILE)),
      [OPTIMIZER_FILE]: await digestOf(path.join(beside, OPTIMIZER_FILE)),
    };
    const state: z.infer<typeof stateSchema> = { version: 1, position, files };
    await writeFileAtomic(path.join(beside, STATE_FILE), `${JSON.stringify(state, null, 2)}\n`);
    await removeFolder(target);
    await rename(beside, target);
    await syncFolder(folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw unusablePath(target, error);
  }
  await removeOld(folder);
  return target;
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

async function removeOld(folder: string): Promise<void> {
  for (const name of (await listCheckpoints(folder)).slice(KEPT)) await removeFolder(path.join(folder, name));
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

/** A checkpoint whose files are all there and as they were written. */
export interface Checkpoint {
  readonly path: string;
  readonly position: Position;
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
  return { path: folder, position: state.position };
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
 * Copies a checkpoint's weights into a model.
 *
 * @throws WeightsError when they are those of another model
 */
export function loadWeights(checkpoint: Checkpoint, model: nn.Module): void {
  tidy(() => {
    model.loadStateDict(safetensors.loadFile(path.join(checkpoint.path, MODEL_FILE)));
  });
}

/** Copies a checkpoint's weights, momentum and random state back, so that the next step is the one that would have come. */
export function restoreLearner(checkpoint: Checkpoint, { model, optimizer }: Learner): void {
  loadWeights(checkpoint, model);
  tidy(() => {
    const state = safetensors.loadFile(path.join(checkpoint.path, OPTIMIZER_FILE));
    optimizer.loadStateDict(state);
    const rngState = state.get('rng_state');
    if (rngState !== undefined) setRngState(rngState);
  });
}
