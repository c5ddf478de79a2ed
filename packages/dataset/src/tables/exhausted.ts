import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import type { TablesOptions } from './tables-options.js';

/** The codes of system errors by their text. DuckDB's messages contain the text but not the code. */
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
 * Turns DuckDB's error for a full disk or too little memory into one line that names the cause, so that nobody looks for
 * the problem in the data. Other errors are returned unchanged.
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
  // DuckDB's default for this limit depends on the free disk space, so reaching it means that the disk is nearly full.
  if (message.includes('max_temp_directory_size')) return unusablePath(temporaryDir, coded(error, 'ENOSPC'));
  return new InputError(
    `memory: SQL needs more than its limit of ${memoryLimit}; raise \`memory\`, or free memory on the machine`,
    { cause: error },
  );
}

function coded(error: Error, code: string): Error {
  return Object.assign(new Error(error.message, { cause: error }), { code });
}
