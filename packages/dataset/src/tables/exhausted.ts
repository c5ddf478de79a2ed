import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import type { TablesOptions } from './tables-options.js';

/** The system's words in DuckDB's messages, which do not have its codes. */
const CODES: Readonly<Record<string, string>> = {
  'No space left on device': 'ENOSPC',
  'Disk quota exceeded': 'EDQUOT',
  'Read-only file system': 'EROFS',
  'File too large': 'EFBIG',
  'Input/output error': 'EIO',
  'Too many open files': 'EMFILE',
};
const SYSTEM_ERROR = new RegExp(`^IO Error: .*?"(.+)".*: (${Object.keys(CODES).join('|')})`, 's');

/**
 * Turns what DuckDB says of a disk that is full, or of memory that is too small, into one line that names them, so that
 * nobody looks for the fault in the data; everything else comes back as it was.
 */
export function exhausted(
  error: unknown,
  { memoryLimit, temporaryDir }: Pick<TablesOptions, 'memoryLimit' | 'temporaryDir'>,
): unknown {
  if (!(error instanceof Error)) return error;
  const { message } = error;
  const [, file = '', words = ''] = SYSTEM_ERROR.exec(message) ?? [];
  if (words !== '') return unusablePath(path.dirname(file), coded(error, CODES[words] ?? ''));
  if (!message.startsWith('Out of Memory Error')) return error;
  // Without a limit of its own, what goes to the disk may fill it.
  if (message.includes('max_temp_directory_size')) return unusablePath(temporaryDir, coded(error, 'ENOSPC'));
  return new InputError(
    `memory: SQL needs more than its ${memoryLimit}; give it more by \`memory\`, or free some of the machine's`,
    { cause: error },
  );
}

function coded(error: Error, code: string): Error {
  return Object.assign(new Error(error.message, { cause: error }), { code });
}
