import { StoppedError, UsageError } from '@hashsight/formats';
import { resultsText, type TransferOptions, transfer } from '@hashsight/training';
import type { Command } from 'commander';
import { inFlags } from './flag-names.js';
import { Interrupted } from './interrupted.js';
import { givenOptions } from './library-flags.js';
import { progressLine } from './progress.js';

/** Runs `hashsight transfer` to the end, or until Ctrl-C or SIGTERM; finished results stay. */
export async function runTransfer({ json }: { readonly json?: true }, command: Command): Promise<void> {
  const given = givenOptions(command) as unknown as TransferOptions;
  if (given.task === undefined) {
    throw new UsageError('expected at least one task, got none', { option: 'task' });
  }
  const progress = progressLine();
  const stop = new AbortController();
  let signal: NodeJS.Signals | undefined;
  const onSignal = (received: NodeJS.Signals) => {
    signal ??= received;
    stop.abort();
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    const onNote = (text: string) => progress.note(inFlags(text, command));
    const results = await transfer({
      ...given,
      onNote,
      onProgress: progress.onProgress,
      signal: stop.signal,
    });
    progress.end();
    console.log(json === true ? JSON.stringify(results, null, 2) : resultsText(results, given.out));
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error;
    progress.end();
    console.error(`hashsight: ${error.message}; the same command goes on from there`);
    throw new Interrupted(signal ?? 'SIGTERM');
  } finally {
    progress.end();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
