import path from 'node:path';
import { StoppedError } from '@hashsight/formats';
import { epochsText, isLaunched, type TrainOptions, type TrainResult, train } from '@hashsight/training';
import type { Command } from 'commander';
import { commandName } from './command-name.js';
import { inFlags } from './flag-names.js';
import { Interrupted } from './interrupted.js';
import { runUnderTorchrun } from './torchrun.js';
import { type TrainFlags, trainOptionsOf } from './train-flags.js';
import { trainingLine } from './training-line.js';

/** Trains to the end, or until Ctrl-C or SIGTERM ends the run after the current step. */
export async function runTraining(flags: TrainFlags, command: Command): Promise<void> {
  if (flags.nproc !== undefined) return runUnderTorchrun(flags, command);
  const line = trainingLine();
  const stop = new AbortController();
  let signal: NodeJS.Signals | undefined;
  const onSignal = (received: NodeJS.Signals) => {
    signal ??= received;
    stop.abort();
  };
  // A single process ends at once on the second signal; a launcher, however, forwards signals that the process has
  // already received.
  const listen = isLaunched(process.env) ? 'on' : 'once';
  process[listen]('SIGINT', onSignal);
  process[listen]('SIGTERM', onSignal);
  try {
    // A completed run has no start: it says that nothing is left to do.
    let isStarted = false;
    const onEvent: typeof line.onEvent = (event) => {
      isStarted ||= event.kind === 'start';
      line.onEvent(event.kind === 'note' ? { ...event, text: inFlags(event.text, command) } : event);
    };
    const options = trainOptionsOf(flags, command);
    const result = await train({ ...options, signal: stop.signal, onEvent });
    line.end();
    if (result.status === 'interrupted') {
      if (result.rank === 0) console.error(interruptedText(result, options));
      // With several processes, another one may have received the signal.
      throw new Interrupted(signal ?? 'SIGTERM');
    }
    if (result.rank === 0 && isStarted) console.log(doneText(result, options.out));
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error;
    line.end();
    // With several ranks, each one prints this, because none has a run yet.
    console.error(`hashsight: ${error.message}`);
    throw new Interrupted(signal ?? 'SIGTERM');
  } finally {
    line.end();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function interruptedText({ position, checkpoint, run }: TrainResult, { out, threads }: TrainOptions): string {
  const { worldSize } = run.config.training;
  // Another number of threads sums in another order, so the weights would differ in the last bits.
  const sameThreads = threads === undefined ? '' : ` --threads ${threads}`;
  return [
    `stopped after step ${position.step}; saved as ${checkpoint}`,
    `resume with: ${commandName()} train --resume --out ${out}${sameThreads}${sameProcesses(worldSize)}`,
  ].join('\n');
}

function sameProcesses(worldSize: number): string {
  if (worldSize === 1) return '';
  const isOneMachine = process.env.LOCAL_WORLD_SIZE === `${worldSize}`;
  return isOneMachine ? ` --nproc ${worldSize}` : `, with ${worldSize} processes as before`;
}

function doneText({ checkpoint, position, run }: TrainResult, out: string): string {
  const { best: found } = position;
  const best = found === null ? '' : `; best validation hit@1 ${found.hitAt1.toFixed(3)} (${found.name})`;
  const file = `${run.config.training.modelEmaDecay === null ? 'model' : 'model_ema'}.safetensors`;
  const used = found === null ? checkpoint : path.join(path.dirname(checkpoint), found.name);
  return [
    `${out}: ${epochsText(run.config.training.epochs)}, ${position.step} steps${best}`,
    `  weights   ${path.join(used, file)}${found === null ? '' : ' (best)'}`,
    ...(used === checkpoint ? [] : [`            ${path.join(checkpoint, file)} (last)`]),
    '',
    `next: ${commandName()} evaluate --run ${out}`,
    `      ${commandName()} predict --run ${out} image.jpg`,
  ].join('\n');
}
