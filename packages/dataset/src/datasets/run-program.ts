import { spawn } from 'node:child_process';
import { SourceError } from '@hashsight/formats';

/** Options of {@link runProgram}. */
export interface RunOptions {
  readonly cwd: string;
  /** Receives each line that the program writes to file descriptor 3. */
  readonly onStatusLine?: (line: string) => void;
}

/** Result of a program. */
export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program and waits for its end.
 *
 * @throws SourceError if the program is not installed
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe', options.onStatusLine ? 'pipe' : 'ignore'],
      env: { ...process.env, LC_ALL: 'C' }, // messages in English, so that they can be parsed
    });
    let stdout = '';
    let stderr = '';
    let status = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdio[3]?.on('data', (bytes: Buffer) => {
      const lines = (status + bytes.toString()).split('\n');
      status = lines.pop() ?? '';
      for (const line of lines) options.onStatusLine?.(line);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ENOENT' ? 'not found on this machine' : error.message;
      reject(new SourceError(`${program}: ${reason}`, { cause: error }));
    });
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, stdout, stderr }));
  });
}
