/**
 * Ends the process quietly once nobody reads what it prints, as in `hashsight --help | head -1`: `EPIPE` would end it with a
 * stack. Where only the messages beside it have no reader any more, they are dropped, and the work goes on.
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
