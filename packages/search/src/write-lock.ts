import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';

const LOCK_FILE = 'writer.lock';

/** The process that adds images to an index. */
interface Owner {
  readonly pid: number;
  readonly host: string;
}

/**
 * Takes the right to add images to an index: a file that names this process. The file of a process that no longer runs is
 * taken over.
 *
 * @returns a function that gives the right back
 * @throws InputError if another process has it, or the folder cannot be written to
 */
export async function lockForWriting(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, LOCK_FILE);
  const owner: Owner = { pid: process.pid, host: hostname() };
  for (let isFirst = true; ; isFirst = false) {
    try {
      await writeFile(file, JSON.stringify(owner), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        throw unusablePath(folder, error);
    }
    const other = await readOwner(file);
    if (isFirst && other !== undefined && isGone(other)) {
      await rm(file, { force: true });
      continue;
    }
    const who = other === undefined ? 'another process' : `process ${other.pid} on ${other.host}`;
    throw new InputError(
      `${folder}: ${who} is adding images to this index; wait until it has finished, or remove ${file} if it does not run any more`,
    );
  }
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const { pid, host } = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner>;
    return Number.isInteger(pid) && typeof host === 'string' ? { pid: Number(pid), host } : undefined;
  } catch {
    return undefined; // removed meanwhile, or being written
  }
}

/** Only processes of this machine can be asked for. */
function isGone({ pid, host }: Owner): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
