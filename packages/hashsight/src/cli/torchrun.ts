import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { HashsightError, UsageError } from '@hashsight/formats';
import { distributed } from '@hashsight/torch';
import { checkTraining, hasSavedSince, isLaunched, isRunFolder } from '@hashsight/training';
import type { Command } from 'commander';
import { Interrupted } from './interrupted.js';
import { type TrainFlags, trainOptionsOf } from './train-flags.js';

const BIN = fileURLToPath(new URL('../../../bin/hashsight.js', import.meta.url));

/** When one process ends, all are started again so often: a machine that kills them each time is no help. */
const MAX_RESTARTS = 3;

/** PyTorch's own. */
const MASTER_PORT = 29_500;

/** Flags for the launcher; the processes that it starts are told by their environment. */
const LAUNCHER_FLAGS = [
  '--nproc',
  '--max-restarts',
  '--nnodes',
  '--node-rank',
  '--master-addr',
  '--master-port',
];

/** What asks for an early end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Stop {
  readonly signal: NodeJS.Signals;
  /** When it came, in milliseconds of the clock that files are dated by. */
  readonly at: number;
}

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
  const { nnodes = 1 } = flags;
  const meeting = meetingWords(flags);
  const options = trainOptionsOf(flags, command);
  await checkTraining(options, nproc * nnodes);
  const [program, ...words] = distributed.torchrunCommand();
  const launcher = [
    ...words,
    '--no-python',
    ...meeting,
    `--nproc-per-node=${nproc}`,
    `--max-restarts=${maxRestarts}`,
  ];
  const worker = [process.execPath, BIN, 'train', ...wordsWithout(command, LAUNCHER_FLAGS)];
  // torchrun would say at length that it sets this; train() sets the threads itself.
  const env = { OMP_NUM_THREADS: '1', ...process.env };
  // In a group of its own: a terminal sends Ctrl-C to a whole group, and torchrun would pass it on a second time.
  const child = spawn(program as string, [...launcher, ...worker], { stdio: 'inherit', env, detached: true });
  let stopped: Stop | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    stopped ??= { signal, at: Date.now() };
    // When a terminal is closed, what was learned is saved too.
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    const [code] = await once(child, 'exit');
    if (code === 0) return;
    if (stopped !== undefined) throw await endedBy(stopped, options.out);
    throw new HashsightError(
      `torchrun: expected ${nproc * nnodes} processes to train to the end, got exit code ${code}; the reason stands above`,
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new HashsightError(
      `torchrun: expected PyTorch's launcher, found none; run hashsight setup, or start the processes on your own`,
      { cause: error },
    );
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

/** Where the launchers of all machines meet; one alone meets nobody. */
function meetingWords({ nnodes = 1, nodeRank, masterAddr, masterPort = MASTER_PORT }: TrainFlags): string[] {
  if (nnodes === 1) return ['--standalone'];
  if (masterAddr === undefined) {
    throw new UsageError('--nnodes: expected --master-addr, the machine of node rank 0, got none');
  }
  if (nodeRank === undefined || nodeRank >= nnodes) {
    throw new UsageError(
      `--nnodes: expected --node-rank, from 0 to ${nnodes - 1}, another on each machine, got ${nodeRank ?? 'none'}`,
    );
  }
  return [
    `--nnodes=${nnodes}`,
    `--node-rank=${nodeRank}`,
    `--master-addr=${masterAddr}`,
    `--master-port=${masterPort}`,
  ];
}

/** What a run ends with that a signal ended. */
async function endedBy({ signal, at }: Stop, out: string): Promise<Error> {
  // Before the first step there is no run, and nothing to save.
  if ((await hasSavedSince(out, at)) || !(await isRunFolder(out))) return new Interrupted(signal);
  return new HashsightError(
    `${out}: expected a checkpoint at the end that ${signal} asked for, got none; what was saved before is as it was`,
  );
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
