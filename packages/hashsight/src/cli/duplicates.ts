import { SPLITS, type SplitName } from '@hashsight/formats';
import { trainingSettingsSchema, trainJobSchema } from '@hashsight/training/settings';
import { type Command, Option } from 'commander';
import { lowerBoundText } from './evaluate.js';
import { addLibraryFlags } from './library-flags.js';
import { CHECKPOINT_HELP, parseNumber, parsePositiveInteger } from './options.js';
import { progressLine } from './progress.js';

interface Flags {
  readonly run: string;
  readonly data?: string;
  readonly split: SplitName;
  readonly checkpoint?: string;
  readonly threshold?: number;
  readonly k?: number;
  readonly marks?: string;
  readonly device?: string;
  readonly workers?: number;
  readonly json?: true;
}

/** `hashsight duplicates`: searches evaluation images in the training set, and tells the lower bound of the metrics. */
export function duplicatesCommand(command: Command): Command {
  command
    .requiredOption('--run <dir>', 'folder that hashsight train wrote')
    .option('--data <dir>', 'training set (default: the one used to train the run)')
    .addOption(
      new Option('--split <name>', 'split whose images are searched in the training images')
        .choices(SPLITS.filter((split) => split !== 'train'))
        .default('test'),
    )
    .option('--marks <file>', 'marks saved by the page of pairs: applied to the pairs found before')
    .option('--threshold <score>', 'score from which a pair is suspected, 0 to 1 (default: 0.7)', parseNumber)
    .option('--k <count>', 'neighbors compared in detail for each image (default: 21)', parsePositiveInteger)
    .option('--checkpoint <which>', CHECKPOINT_HELP);
  addLibraryFlags(command, 'Options:', trainingSettingsSchema, { device: '<name>' });
  addLibraryFlags(command, 'Options:', trainJobSchema, { workers: '<count>' });
  return command.option('--json', 'print JSON').action(async ({ json, ...options }: Flags) => {
    const { searchDuplicates } = await import('@hashsight/training');
    const progress = progressLine();
    try {
      const found = await searchDuplicates({
        ...options,
        onProgress: progress.onProgress,
        onNote: progress.note,
      });
      progress.end();
      if (json === true) console.log(JSON.stringify(found, null, 2));
      else console.log(foundText(found, options.run).join('\n'));
    } finally {
      progress.end();
    }
  });
}

type Found = Awaited<ReturnType<typeof import('@hashsight/training').searchDuplicates>>;

function foundText({ split, pairs, images, files, evaluation }: Found, run: string): string[] {
  const count = (status: string) => pairs.filter((pair) => pair.status === status).length;
  const own = new Set(
    pairs.filter(({ status }) => status !== 'rejected').map(({ evaluated }) => evaluated.id),
  );
  const evaluated = images.evaluated.toLocaleString('en-US');
  return [
    `${run}: ${own.size} of ${evaluated} ${split} images have a duplicate among ${images.training.toLocaleString('en-US')} training images`,
    `  pairs: ${count('suspected')} suspected, ${count('confirmed')} confirmed, ${count('rejected')} rejected`,
    ...(evaluation === undefined
      ? [`  for both figures, next: hashsight evaluate --run ${run} --split ${split}`]
      : lowerBoundText(evaluation)),
    `  pairs: ${files.pairs}`,
    `  look at them and mark them: ${files.page}`,
  ];
}
