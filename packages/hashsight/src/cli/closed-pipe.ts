/**
 * Ends the process quietly when its output has no reader any more, as in `hashsight --help | head -1`; otherwise
 * `EPIPE` would print a stack trace. If only standard error is closed, messages are dropped and the work continues.
 */
export function endWithPipe({ stdout, stderr } = process): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
