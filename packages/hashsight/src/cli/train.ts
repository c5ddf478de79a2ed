import path from 'node:path';
import { SAMPLING_RULES, StoppedError } from '@hashsight/formats';
import { isLaunched, recipeNames, type TrainResult, train } from '@hashsight/training';
import { type Command, CommanderError, Option } from 'commander';
import { Interrupted } from './interrupted.js';
import {
  parseCount,
  parseNumber,
  parseNumbers,
  parsePositiveInteger,
  parsePositiveNumber,
} from './options.js';
import { settingsHelp } from './settings-help.js';
import { runUnderTorchrun } from './torchrun.js';
import { type TrainFlags, trainOptionsOf } from './train-flags.js';
import { trainingLine } from './training-line.js';

/** `hashsight train`: trains a model on a training set, or goes on with a run. */
export function trainCommand(command: Command): Command {
  command
    .requiredOption('--out <dir>', "the run's folder: new, or with --resume an earlier run's")
    .option(
      '--data <place>',
      'training set: what hashsight prepare wrote, a folder with one folder of images per class, or a .csv of images and labels',
    )
    .option(
      '--recipe <name>',
      'settings to begin with, a .json file or one of those below; flags override it',
    )
    .option(
      '--resume',
      'go on with the run in --out; its settings are taken from there, but for --epochs, where its schedule allows it, and --device',
    )
    .option('--auto-resume', 'go on when --out has a run, else begin: for jobs that are started again');
  command.option(
    '--init-from <run>',
    "begin with another run's weights, class by class as their hashtags match; new classes begin fresh",
  );
  addLearningFlags(command);
  addMachineFlags(command);
  addProcessFlags(command);
  command.option(
    '--help-all',
    'every setting, also those that only a recipe can set, with values and default',
  );
  // While words are parsed: nothing else has to be given with it.
  command.on('option:help-all', () => {
    console.log(settingsHelp(command));
    throw new CommanderError(0, 'commander.helpDisplayed', 'all settings');
  });
  // A function: the folder is read only when help is asked for.
  command.addHelpText('after', () => `\nRecipes: ${recipeNames().join(', ')}`);
  return command.action(runTraining);
}

function addLearningFlags(command: Command): void {
  command
    .option('--model <name>', 'see hashsight models')
    .option('--epochs <count>', 'times to go through the training images', parsePositiveNumber)
    .option('--samples <count>', 'train on this many samples, in place of --epochs', parsePositiveInteger)
    .option('--batch-size <images>', 'images in a pass of each process (default: 64)', parsePositiveInteger)
    .option('--grad-accum-steps <count>', 'passes in a step (default: 1)', parsePositiveInteger)
    .option(
      '--image-size <pixels>',
      'side of the square that the model sees (default: 224)',
      parsePositiveInteger,
    )
    .addOption(choice('--fit <how>', 'cut images to the square, or pad them with white', ['crop', 'pad']))
    .option(
      '--crop-scale <share>',
      'smallest share of an image that a training sample shows (default: 0.08)',
      parseNumber,
    )
    .addOption(
      choice(
        '--loss <name>',
        'one distribution over the hashtags, or a yes or no for each (default: softmax)',
        ['softmax', 'sigmoid'],
      ),
    )
    .option(
      '--label-smoothing <share>',
      'share of the target spread over all classes (default: 0)',
      parseNumber,
    )
    .option(
      '--lr <rate>',
      'highest learning rate (default: 0.1 for 256 images in a step, in proportion)',
      parseNumber,
    )
    .addOption(
      choice('--schedule <name>', 'how the learning rate falls (default: cosine)', [
        'cosine',
        'step',
        'constant',
      ]),
    )
    .option(
      '--decay-epochs <epochs>',
      'with --schedule step: epochs after which the learning rate falls, as 30,60,80 (default: 10 halvings)',
      parseNumbers,
    )
    .option('--decay-rate <factor>', 'what --decay-epochs multiply it by (default: 0.1)', parseNumber)
    .option('--warmup-epochs <count>', 'epochs over which the learning rate rises', parseNumber)
    .option(
      '--warmup-lr <rate>',
      'learning rate that the warm-up begins at (default: near zero)',
      parseNumber,
    )
    .addOption(
      choice(
        '--sampling <rule>',
        'how often images of rare classes are shown (default: as prepare wrote it)',
        SAMPLING_RULES,
      ),
    )
    .option(
      '--sampling-threshold <share>',
      'with --sampling: classes of a smaller share of the images are shown more often (default: an even share)',
      parseNumber,
    )
    .option('--weight-decay <factor>', 'L2 penalty (default: 0.0001)', parseNumber)
    .option('--clip-grad <norm>', "hold the gradient's norm to it", parseNumber)
    .option('--model-ema-decay <share>', 'also average the weights, and answer with the average', parseNumber)
    .option('--seed <number>', 'of the weights, the order and the crops (default: 0)', parseNumber);
}

function addMachineFlags(command: Command): void {
  command
    .addOption(
      choice('--amp <dtype>', 'multiply in it (default: bfloat16 where the processor does it itself)', [
        'off',
        'bfloat16',
        'float16',
      ]),
    )
    .option('--grad-checkpointing', 'less memory for a third more work')
    .option('--sync-bn', 'batch statistics over all processes')
    .addOption(
      choice('--memory-format <name>', 'how tensors lie in memory; auto measures (default: channels_last)', [
        'contiguous_format',
        'channels_last',
        'auto',
      ]),
    )
    .addOption(
      choice(
        '--conv-algorithm <name>',
        'convolutions as PyTorch computes them, or in other operators where quicker (default: rewritten on the cpu)',
        ['direct', 'rewritten'],
      ),
    )
    .addOption(
      choice(
        '--cache <where>',
        'keep decoded images, or decode only what is shown (default: ram where they fit, else off)',
        ['ram', 'disk', 'off'],
      ),
    )
    .option(
      '--shuffle-buffer <images>',
      'read shard after shard and shuffle so many images: for slow disks (default: any order)',
      parsePositiveInteger,
    )
    .option('--device <name>', 'cpu, cuda or cuda:N (default: cpu)')
    .option(
      '--checkpoint-steps <count>',
      'save after so many steps, and after each epoch',
      parsePositiveInteger,
    )
    .option(
      '--checkpoint-hist <count>',
      'newest checkpoints that are kept (default: 2)',
      parsePositiveInteger,
    )
    .option(
      '--workers <count>',
      'threads that decode images (default: one for each core)',
      parsePositiveInteger,
    )
    .option(
      '--threads <count>',
      'threads of one operator (default: one for each core)',
      parsePositiveInteger,
    );
}

function addProcessFlags(command: Command): void {
  command
    .option(
      '--nproc <count>',
      'train with so many processes on this machine, by torchrun',
      parsePositiveInteger,
    )
    .option(
      '--max-restarts <count>',
      'with --nproc: how often all go on from the last checkpoint when one ends (default: 3)',
      parseCount,
    )
    .option(
      '--nnodes <count>',
      'with --nproc: machines that train together, each started by the same command (default: 1)',
      parsePositiveInteger,
    )
    .option('--node-rank <rank>', 'with --nnodes: which of the machines this is, from 0', parseCount)
    .option('--master-addr <host>', 'with --nnodes: the machine with node rank 0')
    .option('--master-port <port>', 'with --nnodes: its port (default: 29500)', parsePositiveInteger)
    .option(
      '--dist-timeout <seconds>',
      'how long a process waits for the others (default: 600)',
      parsePositiveInteger,
    );
}

function choice(flag: string, text: string, choices: readonly string[]): Option {
  return new Option(flag, text).choices(choices);
}

/** Trains until it is done, or until Ctrl-C or SIGTERM, which end it after the step that is on. */
async function runTraining(flags: TrainFlags, command: Command): Promise<void> {
  if (flags.nproc !== undefined) return runUnderTorchrun(flags, command);
  const line = trainingLine();
  const stop = new AbortController();
  let signal: NodeJS.Signals | undefined;
  const onSignal = (received: NodeJS.Signals) => {
    signal ??= received;
    stop.abort();
  };
  // Alone, the second one ends the process at once; but a launcher passes on what the process has got already.
  const listen = isLaunched(process.env) ? 'on' : 'once';
  process[listen]('SIGINT', onSignal);
  process[listen]('SIGTERM', onSignal);
  try {
    const result = await train({ ...trainOptionsOf(flags), signal: stop.signal, onEvent: line.onEvent });
    line.end();
    if (result.status === 'interrupted') {
      if (result.rank === 0) console.error(interruptedText(result, flags));
      // With several processes the signal may have come to another one.
      throw new Interrupted(signal ?? 'SIGTERM');
    }
    if (result.rank === 0) console.log(doneText(result, flags.out));
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error;
    line.end();
    // Of several ranks each says it, for none has a run yet.
    console.error(`hashsight: ${error.message}`);
    throw new Interrupted(signal ?? 'SIGTERM');
  } finally {
    line.end();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function interruptedText({ position, checkpoint, run }: TrainResult, { out, threads }: TrainFlags): string {
  const { worldSize } = run.config.training;
  // Another number of threads adds up in another order: the weights would differ in their last bits.
  const sameThreads = threads === undefined ? '' : ` --threads ${threads}`;
  return [
    `stopped after step ${position.step}; saved as ${checkpoint}`,
    `go on with: hashsight train --resume --out ${out}${sameThreads}${sameProcesses(worldSize)}`,
  ].join('\n');
}

function sameProcesses(worldSize: number): string {
  if (worldSize === 1) return '';
  const isOneMachine = process.env.LOCAL_WORLD_SIZE === `${worldSize}`;
  return isOneMachine ? ` --nproc ${worldSize}` : `, in ${worldSize} processes as before`;
}

function doneText({ checkpoint, position, run }: TrainResult, out: string): string {
  const { best: found } = position;
  const best = found === null ? '' : `; best validation hit@1 ${found.hitAt1.toFixed(3)} (${found.name})`;
  const file = `${run.config.training.modelEmaDecay === null ? 'model' : 'model_ema'}.safetensors`;
  const used = found === null ? checkpoint : path.join(path.dirname(checkpoint), found.name);
  return [
    `${out}: ${position.epoch} ${position.epoch === 1 ? 'epoch' : 'epochs'}, ${position.step} steps${best}`,
    `  weights   ${path.join(used, file)}${found === null ? '' : ' (best)'}`,
    ...(used === checkpoint ? [] : [`            ${path.join(checkpoint, file)} (last)`]),
    '',
    `next: hashsight evaluate --run ${out}`,
    `      hashsight predict --run ${out} image.jpg`,
  ].join('\n');
}
