import { Command } from 'commander';
import { HashsightError, InputError } from '../errors.js';
import { type Prediction, Predictor } from '../serving/index.js';
import { parsePositiveInteger } from './options.js';

interface Flags {
  readonly run: string;
  readonly checkpoint?: string;
  readonly top: number;
  readonly json?: true;
}

/** `hashsight predict`: the likeliest hashtags of pictures. */
export function predictCommand(): Command {
  return new Command('predict')
    .description('say which hashtags pictures would get')
    .argument('<picture...>', 'JPEG, PNG, WebP or SVG files')
    .requiredOption('--run <dir>', 'folder that hashsight train wrote')
    .option('--checkpoint <dir>', 'checkpoint (default: the newest of the run)')
    .option('--top <count>', 'hashtags for each picture', parsePositiveInteger, 5)
    .option('--json', 'print JSON')
    .action(async (pictures: readonly string[], { run, top, json, ...options }: Flags) => {
      using predictor = await Predictor.load(run, { ...options, onNote: (text) => console.error(text) });
      const answers: { image: string; predictions: Prediction[] }[] = [];
      let unreadable = 0;
      for (const image of pictures) {
        try {
          const predictions = await predictor.predict(image, { top });
          answers.push({ image, predictions });
          if (json !== true) console.log(answerText(image, predictions));
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          unreadable++;
          console.error(`hashsight: ${error.message}`);
        }
      }
      if (json === true) console.log(JSON.stringify(answers, null, 2));
      if (unreadable > 0) {
        throw new HashsightError(
          `predict: expected ${pictures.length} pictures, got ${unreadable} that cannot be read`,
        );
      }
    });
}

function answerText(image: string, predictions: readonly Prediction[]): string {
  return [
    image,
    ...predictions.map(({ hashtag, probability }) => `  ${probability.toFixed(3)}  #${hashtag}`),
  ].join('\n');
}
