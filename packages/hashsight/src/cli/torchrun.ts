import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { distributed } from '@hashsight/torch';
import type { Command } from 'commander';
import { HashsightError, UsageError } from '../errors.js';
import { checkTraining, hasSavedSince, isLaunched } from '../training/index.js';
import { Interrupted } from './interrupted.js';
import { type TrainFlags, trainOptionsOf } from './train-flags.js';

const BIN = fileURLToPath(new URL('../../../bin/hashsight.js', import.meta.url));

/** When one process ends, all are started again so often: a machine that kills them each time is no help. */
const MAX_RESTARTS = 3;

/**
 * Starts this same command so many times under torchrun, which gives each its rank, and starts all again from the last
 * checkpoint when one ends before its time.
 *
 * @throws UsageError, InputError for what the processes would refuse, before any is started
 * @throws HashsightError when torchrun gives up, or is not there
 */
export async function runUnderTorchrun(flags: TrainFlags, command: Command): Promise<void> {
  const { nproc = 1, maxRestarts = MAX_RESTARTS } = flags;
  if (isLaunched(process.env)) {
    throw new UsageError(
      '--nproc: expected to start the processes, got one that torchrun or srun started; leave it out',
    );
  }
  await checkTraining(trainOptionsOf(flags), nproc);
  const [program, ...words] = distributed.torchrunCommand();
  const launcher = [
    ...words,
    '--no-python',
    '--standalone',
    `--nproc-per-node=${nproc}`,
    `--max-restarts=${maxRestarts}`,
  ];
  const worker = [process.execPath, BIN, 'train', ...wordsWithout(command, ['--nproc', '--max-restarts'])];
  // torchrun would say at length that it sets this; train() sets the threads itself.
  const env = { OMP_NUM_THREADS: '1', ...process.env };
  // In a group of its own: a terminal sends Ctrl-C to a whole group, and torchrun would pass it on a second time.
  const child = spawn(program as string, [...launcher, ...worker], { stdio: 'inherit', env, detached: true });
  let stopped: { readonly signal: NodeJS.Signals; readonly at: number } | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    stopped ??= { signal, at: Date.now() };
    child.kill(signal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    const [code] = await once(child, 'exit');
    if (code === 0) return;
    if (stopped !== undefined && (await hasSavedSince(flags.out, stopped.at)))
      throw new Interrupted(stopped.signal);
    throw new HashsightError(
      `torchrun: expected ${nproc} processes to train to the end, got exit code ${code}; the reason stands above`,
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new HashsightError(
      `torchrun: expected PyTorch's launcher, found none; run scripts/setup, or start the processes by your own`,
      { cause: error },
    );
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** The words of the command line, as they were given, without some flags and their values. */
function wordsWithout(command: Command, flags: readonly string[]): string[] {
  const words = process.argv.slice(process.argv.indexOf(command.name()) + 1);
  return words.filter((word, i) => {
    const isFlag = flags.some((flag) => word === flag || word.startsWith(`${flag}=`));
    const isValue = flags.includes(words[i - 1] as string);
    return !isFlag && !isValue;
  });
}
