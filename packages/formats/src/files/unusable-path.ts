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
  EFBIG: 'the file exceeds the limit of the file system or of the process (ulimit -f)',
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
 * Turns an error of the operating system about a path into an InputError of one line, with the path and the reason.
 * Other errors are returned unchanged.
 */
export function unusablePath(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = code === 'ENOSPC' ? fullDisk(file) : REASONS[code];
  return reason === undefined ? error : new InputError(`${file}: ${reason}`, { cause: error });
}

/** A disk is full if it has no free bytes, or no free inodes for another file. */
function fullDisk(file: string): string {
  const disk = diskOf(file);
  if (disk === undefined) return 'no space left on the disk; free some and start again';
  const left =
    disk.files > 0 && disk.ffree === 0
      ? 'no inodes left for more files'
      : `${byteText(freeBytes(disk))} free`;
  return `no space left on the disk (${left}); free some and start again`;
}

/**
 * Free bytes for this user on the disk of a folder, which need not exist yet. Undefined if the system does not report
 * it.
 */
export function freeSpace(folder: string): number | undefined {
  const disk = diskOf(folder);
  return disk && freeBytes(disk);
}

function freeBytes({ bavail, bsize }: { readonly bavail: number; readonly bsize: number }): number {
  return bavail * bsize;
}

function diskOf(file: string): StatsFs | undefined {
  const absolute = path.resolve(file);
  try {
    return statfsSync(absolute);
  } catch {
    const above = path.dirname(absolute);
    return above === absolute ? undefined : diskOf(above);
  }
}
