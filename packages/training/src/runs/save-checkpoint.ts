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

/** Default number of newest checkpoints to keep besides the best; one spare in case the newest is corrupt. */
const KEPT = 2;

/**
 * Writes a checkpoint folder atomically and syncs it to disk, then removes all checkpoints except the newest and the
 * best.
 *
 * @param folder - the folder of all checkpoints
 * @param options.kept - number of newest checkpoints to keep; default 2
 * @returns the checkpoint's path
 * @throws InputError if it cannot be written; the earlier checkpoints remain
 */
export async function saveCheckpoint(
  folder: string,
  state: TrainState,
  position: Position,
  options: { readonly kept?: number | undefined } = {},
): Promise<string> {
  const name = checkpointName(position);
  const target = path.join(folder, name);
  await writeBeside(target, async (temporary) => {
    await mkdir(temporary);
    const files: Record<string, string> = {};
    for (const [file, tensors] of tensorFilesOf(state)) {
      tidy(() => safetensors.saveFile(tensors(), path.join(temporary, file)));
      files[file] = await fileDigest(path.join(temporary, file));
    }
    const gradScaler = state.scaler.enabled ? state.scaler.stateDict() : null;
    const described: CheckpointState = { version: 2, position, gradScaler, files };
    await writeFileAtomic(path.join(temporary, STATE_FILE), `${JSON.stringify(described, null, 2)}\n`);
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

/** Renames a folder before deleting it, so that a half-deleted one is never mistaken for a checkpoint. */
async function removeFolder(folder: string): Promise<void> {
  const away = path.join(
    path.dirname(folder),
    `.${path.basename(folder)}.${randomBytes(6).toString('hex')}.old`,
  );
  try {
    await rename(folder, away);
  } catch {
    return; // it did not exist
  }
  await rm(away, { recursive: true, force: true });
}

async function removeOld(folder: string, kept: number, best: string | undefined): Promise<void> {
  for (const name of (await listCheckpoints(folder)).slice(kept)) {
    if (name !== best) await removeFolder(path.join(folder, name));
  }
  // Removes partial checkpoints left by a crash.
  for (const name of await readdir(folder)) {
    if (/^\.epoch-.*\.(partial|old)$/.test(name))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
