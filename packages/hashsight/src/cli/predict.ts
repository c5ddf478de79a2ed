import { HashsightError, InputError } from '@hashsight/formats';
import { type Prediction, Predictor } from '@hashsight/training';
import type { Command } from 'commander';
import { CHECKPOINT_HELP, checkpointText, DEVICE_HELP, parsePositiveInteger } from './options.js';

interface Flags {
  readonly run: string;
  readonly checkpoint?: string;
  readonly device?: string;
  readonly top: number;
  readonly json?: true;
}

interface Answer {
  readonly image: string;
  readonly checkpoint: string;
  readonly predictions: readonly Prediction[];
}

/** Images that are asked about at a time: answers are printed as they come. */
const AT_A_TIME = 64;

/** `hashsight predict`: the likeliest hashtags of images. */
export function predictCommand(command: Command): Command {
  return command
    .argument('<image...>', 'JPEG, PNG, WebP or SVG files')
    .requiredOption('--run <dir>', 'folder that hashsight train wrote')
    .option('--checkpoint <which>', CHECKPOINT_HELP)
    .option('--device <name>', DEVICE_HELP)
    .option('--top <count>', 'hashtags for each image', parsePositiveInteger, 5)
    .option('--json', 'print JSON')
    .action(async (images: readonly string[], { run, top, json, ...options }: Flags) => {
      await using predictor = await Predictor.load(run, {
        ...options,
        onNote: (text) => console.error(text),
      });
      const { checkpoint, checkpointRole, device } = predictor;
      if (json !== true) console.log(`${run}: ${checkpointText(checkpoint, checkpointRole)}, on ${device}`);
      const answers: Answer[] = [];
      for (let from = 0; from < images.length; from += AT_A_TIME) {
        const asked = images.slice(from, from + AT_A_TIME);
        for (const [i, result] of (await predictor.predictBatch(asked, { top })).entries()) {
          const image = asked[i] as string;
          if (result.status === 'rejected') {
            if (!(result.reason instanceof InputError)) throw result.reason;
            console.error(`hashsight: ${result.reason.message}`);
            continue;
          }
          answers.push({ image, checkpoint, predictions: result.value });
          if (json !== true) console.log(answerText(image, result.value));
        }
      }
      if (json === true) console.log(JSON.stringify(answers, null, 2));
      const unreadable = images.length - answers.length;
      if (unreadable > 0) {
        throw new HashsightError(`predict: ${unreadable} of ${images.length} images could not be read`);
      }
    });
}

function answerText(image: string, predictions: readonly Prediction[]): string {
  return [
    image,
    ...predictions.map(({ hashtag, probability }) => `  ${probability.toFixed(3)}  #${hashtag}`),
  ].join('\n');
}
