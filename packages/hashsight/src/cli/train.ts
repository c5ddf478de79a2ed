import { Command, Option } from 'commander';
import { UsageError } from '../errors.js';
import { parseModelName } from '../models/index.js';
import { type TrainingSettings, type TrainOptions, type TrainResult, train } from '../training/index.js';
import { Interrupted } from './interrupted.js';
import { parseNumber, parsePositiveInteger } from './options.js';
import { trainingLine } from './training-line.js';

interface Flags {
  readonly data?: string;
  readonly model?: string;
  readonly epochs?: number;
  readonly out: string;
  readonly resume?: true;
  readonly batchSize?: number;
  readonly imageSize?: number;
  readonly fit?: 'crop' | 'pad';
  readonly cropScale?: number;
  readonly lr?: number;
  readonly schedule?: 'cosine' | 'step';
  readonly warmupEpochs?: number;
  readonly weightDecay?: number;
  readonly labelSmoothing?: number;
  readonly amp?: 'off' | 'bfloat16';
  readonly memoryFormat?: 'contiguous_format' | 'channels_last';
  readonly device?: string;
  readonly seed?: number;
  readonly workers?: number;
  readonly threads?: number;
}

/** `hashsight train`: trains a model on a training set, or goes on with a run. */
export function trainCommand(): Command {
  return new Command('train')
    .description('train a model on a training set')
    .requiredOption('--out <dir>', "the run's folder: new, or with --resume an earlier run's")
    .option('--data <dir>', 'training set that hashsight prepare wrote')
    .option('--model <name>', 'see hashsight models')
    .option('--epochs <count>', 'times to go through the training pictures', parsePositiveInteger)
    .option('--resume', 'go on with the run in --out; its settings are taken from there')
    .option('--batch-size <pictures>', 'pictures in a step (default: 64)', parsePositiveInteger)
    .option(
      '--image-size <pixels>',
      'side of the square that the model sees (default: 224)',
      parsePositiveInteger,
    )
    .addOption(
      new Option('--fit <how>', 'cut pictures to the square, or pad them with white').choices([
        'crop',
        'pad',
      ]),
    )
    .option(
      '--crop-scale <share>',
      'smallest share of a picture that a training sample shows (default: 0.08)',
      parseNumber,
    )
    .option(
      '--lr <rate>',
      'highest learning rate (default: 0.1 for a batch of 256, in proportion)',
      parseNumber,
    )
    .addOption(
      new Option('--schedule <name>', 'how the learning rate falls (default: cosine)').choices([
        'cosine',
        'step',
      ]),
    )
    .option('--warmup-epochs <count>', 'epochs over which the learning rate rises', parseNumber)
    .option('--weight-decay <factor>', 'L2 penalty (default: 0.0001)', parseNumber)
    .option(
      '--label-smoothing <share>',
      'share of the target spread over all classes (default: 0)',
      parseNumber,
    )
    .addOption(
      new Option('--memory-format <name>', 'how tensors lie in memory').choices([
        'contiguous_format',
        'channels_last',
      ]),
    )
    .addOption(
      new Option(
        '--amp <dtype>',
        'multiply in it (default: bfloat16 where the processor does it itself)',
      ).choices(['off', 'bfloat16']),
    )
    .option('--device <name>', 'cpu, cuda or cuda:N (default: cpu)')
    .option('--seed <number>', 'of the weights, the order and the crops (default: 0)', parseNumber)
    .option(
      '--workers <count>',
      'threads that decode pictures (default: one for each core)',
      parsePositiveInteger,
    )
    .option('--threads <count>', 'threads of one operator (default: one for each core)', parsePositiveInteger)
    .action(runTraining);
}

/** Trains until it is done, or until Ctrl-C or SIGTERM, which end it after the step that is on. */
async function runTraining(flags: Flags): Promise<void> {
  const line = trainingLine();
  const stop = new AbortController();
  let signal: NodeJS.Signals | undefined;
  const onSignal = (received: NodeJS.Signals) => {
    signal = received; // the second one ends the process at once, for each handler is called once
    stop.abort();
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    const result = await train({ ...optionsOf(flags), signal: stop.signal, onEvent: line.onEvent });
    line.end();
    if (result.status === 'interrupted') {
      console.error(interruptedText(result, flags));
      if (signal !== undefined) throw new Interrupted(signal);
    } else {
      console.log(doneText(result, flags.out));
    }
  } finally {
    line.end();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function optionsOf(flags: Flags): TrainOptions {
  const { out, data, model, epochs, resume, workers, threads, imageSize, fit, cropScale, ...rest } = flags;
  const job = { out, ...(workers !== undefined && { workers }), ...(threads !== undefined && { threads }) };
  const input = {
    ...(imageSize !== undefined && { imageSize }),
    ...(fit !== undefined && { fit }),
    ...(cropScale !== undefined && { cropScale: [cropScale, 1] as const }),
  };
  const settings: Partial<TrainingSettings> = {
    ...rest,
    ...(model !== undefined && { model: parseModelName(model) }),
    ...(epochs !== undefined && { epochs }),
    ...(Object.keys(input).length > 0 && { input }),
  };
  if (resume === true) return { ...job, ...settings, ...(data !== undefined && { data }), resume };
  return {
    ...job,
    ...settings,
    data: needed('--data', data, 'the training set'),
    model: needed('--model', settings.model, 'the model'),
    epochs: needed('--epochs', epochs, 'how long to train'),
  };
}

function needed<T>(flag: string, value: T | undefined, meaning: string): T {
  if (value !== undefined) return value;
  throw new UsageError(`${flag}: expected ${meaning}, got none; only with --resume it can be left out`);
}

function interruptedText({ position, checkpoint }: TrainResult, { out, threads }: Flags): string {
  // Another number of threads adds up in another order: the weights would differ in their last bits.
  const sameThreads = threads === undefined ? '' : ` --threads ${threads}`;
  return [
    `stopped after step ${position.step}; saved as ${checkpoint}`,
    `go on with: hashsight train --resume --out ${out}${sameThreads}`,
  ].join('\n');
}

function doneText({ checkpoint, position }: TrainResult, out: string): string {
  const best =
    position.bestHitAt1 === null ? '' : `; best validation hit@1 ${position.bestHitAt1.toFixed(3)}`;
  return [
    `${out}: ${position.epoch} ${position.epoch === 1 ? 'epoch' : 'epochs'}, ${position.step} steps${best}`,
    `  weights   ${checkpoint}/model.safetensors`,
    '',
    `next: hashsight evaluate --run ${out}`,
    `      hashsight predict --run ${out} picture.jpg`,
  ].join('\n');
}
