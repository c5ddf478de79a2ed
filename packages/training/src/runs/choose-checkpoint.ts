import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { isFolder } from '@hashsight/formats/node';
import {
  type Checkpoint,
  listCheckpoints,
  newestCheckpoint,
  openCheckpoint,
  readCheckpointState,
} from './checkpoint.js';
import type { Position } from './position.js';
import { checkpointsOf, type RunFolder } from './run-folder.js';

/** A checkpoint and the role by which it was chosen. */
export interface ChosenCheckpoint extends Checkpoint {
  /** Folder name, for example `epoch-009`. */
  readonly name: string;
  readonly role: CheckpointRole;
}

/** Highest validation hit@1, newest complete checkpoint, or chosen by name. */
export type CheckpointRole = 'best' | 'last' | 'named';

/**
 * Chooses and verifies a checkpoint of a run.
 *
 * @param which - `best`: highest validation hit@1; `last`: newest complete checkpoint; otherwise the name or path of a
 * checkpoint folder. Default: the best if the run has validation, otherwise the last
 * @param onNote - called if a checkpoint is corrupt and another one is used
 * @throws InputError if there is no checkpoint, or the requested one is corrupt
 */
export async function chooseCheckpoint(
  run: RunFolder,
  which: string | undefined,
  onNote?: (text: string) => void,
): Promise<ChosenCheckpoint> {
  if (which === 'last') return lastOf(run, onNote);
  if (which !== undefined && which !== 'best') return namedOf(run, which);
  const best = await bestNameOf(run);
  if (best !== null) {
    try {
      const checkpoint = await openCheckpoint(path.join(checkpointsOf(run.path), best.name));
      return chosen(checkpoint, 'best');
    } catch (error) {
      if (!(error instanceof InputError) || which === 'best') throw error;
      onNote?.(`${error.message}; using the newest checkpoint instead of the best`);
    }
  } else if (which === 'best') {
    throw new InputError(
      `${run.path}: no best checkpoint, because the run has no validation results yet; use \`checkpoint: last\``,
    );
  }
  return lastOf(run, onNote);
}

/** The best checkpoint, as recorded by the newest readable one. */
async function bestNameOf(run: RunFolder): Promise<Position['best']> {
  const folder = checkpointsOf(run.path);
  for (const name of await listCheckpoints(folder)) {
    const state = await readCheckpointState(path.join(folder, name)).catch(() => undefined);
    if (state !== undefined) return state.position.best;
  }
  return null;
}

async function lastOf(run: RunFolder, onNote?: (text: string) => void): Promise<ChosenCheckpoint> {
  const broken: string[] = [];
  const checkpoint = await newestCheckpoint(checkpointsOf(run.path), (reason) => broken.push(reason));
  if (checkpoint === undefined) {
    const got = broken[0] ?? `${run.path}: the run has no checkpoint yet; train it to the end of an epoch`;
    throw new InputError(got);
  }
  for (const reason of broken) onNote?.(`${reason}; using an older one`);
  return chosen(checkpoint, 'last');
}

async function namedOf(run: RunFolder, which: string): Promise<ChosenCheckpoint> {
  const folder = checkpointsOf(run.path);
  const names = await listCheckpoints(folder);
  if (names.includes(which)) return chosen(await openCheckpoint(path.join(folder, which)), 'named');
  if (await isFolder(which)) return chosen(await openCheckpoint(which), 'named');
  const available = names.length === 0 ? 'none' : names.join(', ');
  throw new InputError(
    `${run.path}: expected best, last, or the name of a checkpoint (available: ${available}), got "${which}"`,
  );
}

function chosen(checkpoint: Checkpoint, role: CheckpointRole): ChosenCheckpoint {
  return { ...checkpoint, role, name: path.basename(path.resolve(checkpoint.path)) };
}
