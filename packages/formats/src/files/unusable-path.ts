import { type StatsFs, statfsSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../errors.js';
import { byteText } from './byte-text.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EDQUOT: 'the disk quota is used up; free some space and start again',
  EFBIG: 'the file is larger than the file system, or a limit (ulimit -f), allows',
  EIO: 'the disk reports an error',
  ENOMEM: 'not enough memory; free some and start again',
  EMFILE: 'too many open files; raise the limit (ulimit -n)',
  ENFILE: 'too many open files on this machine',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'expected a file, got a folder',
  EEXIST: 'expected a folder, got a file',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'too many symbolic links',
};

/**
 * Turns what the operating system says about a path into one line that names the path and the reason; everything that
 * is not such an error comes back as it was.
 */
export function unusablePath(place: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = code === 'ENOSPC' ? fullDisk(place) : REASONS[code];
  return reason === undefined ? error : new InputError(`${place}: ${reason}`, { cause: error });
}

/** A disk is full when it has no bytes left, or no place for one file more. */
function fullDisk(place: string): string {
  const disk = diskOf(place);
  if (disk === undefined) return 'no space left on the disk; free some and start again';
  const left =
    disk.files > 0 && disk.ffree === 0 ? 'no more files fit on it' : `${byteText(freeBytes(disk))} free`;
  return `no space left on the disk (${left}); free some and start again`;
}

/** Bytes that a folder's disk has free for this user; the folder need not be there yet. Undefined where it does not tell. */
export function freeSpace(folder: string): number | undefined {
  const disk = diskOf(folder);
  return disk && freeBytes(disk);
}

function freeBytes({ bavail, bsize }: { readonly bavail: number; readonly bsize: number }): number {
  return bavail * bsize;
}

function diskOf(place: string): StatsFs | undefined {
  const absolute = path.resolve(place);
  try {
    return statfsSync(absolute);
  } catch {
    const above = path.dirname(absolute);
    return above === absolute ? undefined : diskOf(above);
  }
}
