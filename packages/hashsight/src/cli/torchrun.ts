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

/** Number of restarts of all processes after one fails. More do not help if the processes fail every time. */
const MAX_RESTARTS = 3;

/** PyTorch's default port. */
const MASTER_PORT = 29_500;

/** Flags for the launcher. The processes get this information from their environment. */
const LAUNCHER_FLAGS = [
  '--nproc',
  '--max-restarts',
  '--nnodes',
  '--node-rank',
  '--master-addr',
  '--master-port',
];

/** Signals that end the command early. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Stop {
  readonly signal: NodeJS.Signals;
  /** Time of the signal in milliseconds, by the clock of file timestamps. */
  readonly at: number;
}

/**
 * Starts this command in several processes under torchrun, which assigns the ranks and restarts all processes from the
 * last checkpoint if one fails.
 *
 * @throws UsageError, InputError for options that the processes would reject, before any is started
 * @throws HashsightError if torchrun gives up or is not installed
 */
export async function runUnderTorchrun(flags: TrainFlags, command: Command): Promise<void> {
  const { nproc = 1, maxRestarts = MAX_RESTARTS } = flags;
  if (isLaunched(process.env)) {
    throw new UsageError('--nproc: this process was already started by torchrun or srun; leave it out');
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
  // torchrun would print a long note that it sets this variable; train() sets the threads itself.
  const env = { OMP_NUM_THREADS: '1', ...process.env };
  // A separate process group, because a terminal sends Ctrl-C to the whole group and torchrun would forward it a second
  // time.
  const child = spawn(program as string, [...launcher, ...worker], { stdio: 'inherit', env, detached: true });
  let stopped: Stop | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    stopped ??= { signal, at: Date.now() };
    // Saves the run also when a terminal is closed.
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    const [code] = await once(child, 'exit');
    if (code === 0) return;
    if (stopped !== undefined) throw await endedBy(stopped, options.out);
    throw new HashsightError(
      `torchrun: training with ${nproc * nnodes} processes failed with exit code ${code}; the reason is printed above`,
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new HashsightError(
      `torchrun: PyTorch's launcher was not found; run hashsight setup, or start the processes yourself`,
      { cause: error },
    );
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

/** Rendezvous flags for the launchers of all machines; none for a single machine. */
function meetingWords({ nnodes = 1, nodeRank, masterAddr, masterPort = MASTER_PORT }: TrainFlags): string[] {
  if (nnodes === 1) return ['--standalone'];
  if (masterAddr === undefined) {
    throw new UsageError('--nnodes: --master-addr is missing; give the machine with node rank 0');
  }
  if (nodeRank === undefined || nodeRank >= nnodes) {
    throw new UsageError(
      `--nnodes: expected --node-rank from 0 to ${nnodes - 1}, different on each machine, got ${nodeRank ?? 'none'}`,
    );
  }
  return [
    `--nnodes=${nnodes}`,
    `--node-rank=${nodeRank}`,
    `--master-addr=${masterAddr}`,
    `--master-port=${masterPort}`,
  ];
}

/** The error of a run that was ended by a signal. */
async function endedBy({ signal, at }: Stop, out: string): Promise<Error> {
  // Before the first step, there is no run and nothing to save.
  if ((await hasSavedSince(out, at)) || !(await isRunFolder(out))) return new Interrupted(signal);
  return new HashsightError(
    `${out}: no checkpoint was saved after ${signal}; earlier checkpoints are unchanged`,
  );
}

/** The arguments of the command line without some flags and their values. */
function wordsWithout(command: Command, flags: readonly string[]): string[] {
  const words = process.argv.slice(process.argv.indexOf(command.name()) + 1);
  return words.filter((word, i) => {
    const isFlag = flags.some((flag) => word === flag || word.startsWith(`${flag}=`));
    const isValue = flags.includes(words[i - 1] as string);
    return !isFlag && !isValue;
  });
}
