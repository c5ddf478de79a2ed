import { HashsightError, type InputError } from '@hashsight/formats';
import type { Prediction, Predictor } from '@hashsight/training';
import { trainingSettingsSchema } from '@hashsight/training/settings';
import type { Command } from 'commander';
import { type Answered, countOf, IMAGES_HELP, problemOf, sourcesOf } from './image-arguments.js';
import { addLibraryFlags, givenOptions } from './library-flags.js';
import {
  CHECKPOINT_HELP,
  checkpointText,
  LABELS_HELP,
  modelOf,
  PREPROCESSING_FLAGS,
  parsePositiveInteger,
  WEIGHTS_HELP,
} from './options.js';
import { type ProgressLine, progressLine } from './progress.js';

interface Flags {
  readonly run?: string;
  readonly weights?: string;
  readonly labels?: string;
  readonly checkpoint?: string;
  readonly device?: string;
  readonly top: number;
  readonly json?: true;
}

/** Minimum number of images for a progress display; fewer are done quickly. */
const FEW = 64;

/** `hashsight predict`: predicts the classes of images. */
export function predictCommand(command: Command): Command {
  command
    .argument('<image...>', IMAGES_HELP)
    .option('--run <dir>', 'folder that hashsight train wrote; or give --weights')
    .option('--checkpoint <which>', CHECKPOINT_HELP)
    .option('--weights <file>', WEIGHTS_HELP)
    .option('--labels <file>', LABELS_HELP);
  addLibraryFlags(command, 'Options:', trainingSettingsSchema, { device: '<name>' });
  addLibraryFlags(command, 'With --weights:', trainingSettingsSchema, PREPROCESSING_FLAGS);
  command.optionsGroup('Options:');
  return command
    .option('--top <count>', 'predictions for each image', parsePositiveInteger, 5)
    .option('--json', 'print JSON lines: one line per image, with its predictions or its error')
    .action(async (words: readonly string[], { run, weights, labels, ...flags }: Flags, called: Command) => {
      const source = modelOf({ run, weights, labels });
      const { Predictor } = await import('@hashsight/training');
      const progress = progressLine();
      await using predictor = await Predictor.load(source, {
        ...flags,
        ...givenOptions(called),
        onNote: progress.note,
      });
      try {
        if (flags.json !== true) {
          const { checkpoint, checkpointRole, device } = predictor;
          console.log(`${run ?? weights}: ${checkpointText(checkpoint, checkpointRole)}, on ${device}`);
        }
        const problem = problemOf(await answerAll(predictor, words, flags, progress));
        if (problem !== undefined) throw new HashsightError(`predict: ${problem}`);
      } finally {
        progress.end();
      }
    });
}

/** Prints predictions as they arrive. */
async function answerAll(
  predictor: Predictor,
  words: readonly string[],
  { top, json }: Pick<Flags, 'top' | 'json'>,
  progress: ProgressLine,
): Promise<Answered> {
  const { checkpoint } = predictor;
  const total = await countOf(words);
  let images = 0;
  let failed = 0;
  let unusableFolders = 0;
  const count = () => {
    images++;
    // On a terminal, the predictions themselves show the progress.
    if (images < FEW || process.stdout.isTTY) return;
    progress.onProgress({ step: 'predicting', done: images, ...(total && { total }), unit: 'images' });
  };
  const tell = (image: string, { message }: InputError) => {
    progress.note(`hashsight: ${message}`);
    if (json === true) console.log(JSON.stringify({ image, checkpoint, error: message }));
  };
  const onUnusable = (folder: string, error: InputError) => {
    unusableFolders++;
    tell(folder, error);
  };
  const { findImages } = await import('@hashsight/images/files');
  const found = findImages(sourcesOf(words), { onUnusable });
  for await (const { image, predictions, error } of predictor.predictEach(found, { top })) {
    if (error !== undefined) {
      failed++;
      tell(image, error);
      count();
      continue;
    }
    console.log(
      json === true ? JSON.stringify({ image, checkpoint, predictions }) : answerText(image, predictions),
    );
    count();
  }
  return { images, failed, unusableFolders };
}

function answerText(image: string, predictions: readonly Prediction[]): string {
  return [
    image,
    ...predictions.map(({ hashtag, probability }) => `  ${probability.toFixed(3)}  ${hashtag}`),
  ].join('\n');
}
