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

/** A checkpoint of a run, and why it is this one. */
export interface ChosenCheckpoint extends Checkpoint {
  /** Its folder's name, `epoch-009` for instance. */
  readonly name: string;
  readonly role: CheckpointRole;
}

/** The highest validation hit@1, the newest complete one, or the one that was named. */
export type CheckpointRole = 'best' | 'last' | 'named';

/**
 * A checkpoint of a run, checked.
 *
 * @param which - `best`: the one with the highest validation hit@1; `last`: the newest complete one; else the name or the
 *   path of a checkpoint's folder. Default: the best where there is validation, else the last
 * @param onNote - told when a checkpoint is damaged and another is used
 * @throws InputError when there is none, or the one that was asked for is damaged
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
      onNote?.(`${error.message}; the newest is used in place of the best`);
    }
  } else if (which === 'best') {
    throw new InputError(
      `${run.path}: expected a best checkpoint, got a run without validation yet; give \`checkpoint: last\``,
    );
  }
  return lastOf(run, onNote);
}

/** Where the newest checkpoint that can be read says that the best one is. */
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
    const got = broken[0] ?? `${run.path}: expected a checkpoint, got none; train it to the end of an epoch`;
    throw new InputError(got);
  }
  for (const reason of broken) onNote?.(`${reason}; an older one is taken`);
  return chosen(checkpoint, 'last');
}

async function namedOf(run: RunFolder, which: string): Promise<ChosenCheckpoint> {
  const folder = checkpointsOf(run.path);
  const names = await listCheckpoints(folder);
  if (names.includes(which)) return chosen(await openCheckpoint(path.join(folder, which)), 'named');
  if (await isFolder(which)) return chosen(await openCheckpoint(which), 'named');
  const there = names.length === 0 ? 'none' : names.join(', ');
  throw new InputError(
    `${run.path}: expected best, last or the name of a checkpoint (there are: ${there}), got "${which}"; name one of those`,
  );
}

function chosen(checkpoint: Checkpoint, role: CheckpointRole): ChosenCheckpoint {
  return { ...checkpoint, role, name: path.basename(path.resolve(checkpoint.path)) };
}
