import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileDigest, writeBeside, writeFileAtomic } from '@hashsight/formats/node';
import { getRngState, safetensors, type Tensor, tidy } from '@hashsight/torch';
import type { TrainState } from '../step/train-state.js';
import {
  type CheckpointState,
  checkpointName,
  EMA_FILE,
  listCheckpoints,
  MODEL_FILE,
  OPTIMIZER_FILE,
  STATE_FILE,
} from './checkpoint.js';
import type { Position } from './position.js';

/** Newest checkpoints that are kept, besides the best; one more than needed, should the newest turn out to be broken. */
const KEPT = 2;

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
  state: TrainState,
  position: Position,
  options: { readonly kept?: number | undefined } = {},
): Promise<string> {
  const name = checkpointName(position);
  const target = path.join(folder, name);
  await writeBeside(target, async (beside) => {
    await mkdir(beside);
    const files: Record<string, string> = {};
    for (const [file, tensors] of tensorFilesOf(state)) {
      tidy(() => safetensors.saveFile(tensors(), path.join(beside, file)));
      files[file] = await fileDigest(path.join(beside, file));
    }
    const gradScaler = state.scaler.enabled ? state.scaler.stateDict() : null;
    const described: CheckpointState = { version: 2, position, gradScaler, files };
    await writeFileAtomic(path.join(beside, STATE_FILE), `${JSON.stringify(described, null, 2)}\n`);
    await removeFolder(target);
  });
  await removeOld(folder, options.kept ?? KEPT, position.best?.name);
  return target;
}

type TensorFile = readonly [name: string, tensors: () => ReadonlyMap<string, Tensor>];

function tensorFilesOf({ model, optimizer, ema }: TrainState): TensorFile[] {
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
