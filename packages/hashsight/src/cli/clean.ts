import { trainingSettingsSchema, trainJobSchema } from '@hashsight/training/settings';
import type { Command } from 'commander';
import { addLibraryFlags } from './library-flags.js';
import { CHECKPOINT_HELP, parseNumber } from './options.js';
import { progressLine } from './progress.js';

interface Flags {
  readonly run?: string;
  readonly checkpoint?: string;
  readonly weights?: string;
  readonly data?: string;
  readonly out: string;
  readonly posterior?: number;
  readonly accept?: number;
  readonly marks?: string;
  readonly device?: string;
  readonly workers?: number;
  readonly json?: true;
}

/** `hashsight clean`: tags that are probably wrong, and tags that are probably missing. */
export function cleanCommand(command: Command): Command {
  command
    .option('--run <dir>', 'run whose features are used')
    .option('--weights <file>', 'file of weights whose features are used, instead of a run')
    .option('--data <dir>', 'training set to clean (default: the one used to train the run)')
    .requiredOption('--out <dir>', 'folder for the suggestions, the page, and the corrections')
    .option(
      '--posterior <share>',
      'leave out suggestions that are less likely, 0 to 1 (default: 0.5)',
      parseNumber,
    )
    .option(
      '--accept <share>',
      'correct suggestions that are at least this likely without a review (default: none)',
      parseNumber,
    )
    .option('--marks <file>', 'marks saved by the page: applied to the suggestions in --out')
    .option('--checkpoint <which>', CHECKPOINT_HELP);
  addLibraryFlags(command, 'Options:', trainingSettingsSchema, { device: '<name>' });
  addLibraryFlags(command, 'Options:', trainJobSchema, { workers: '<count>' });
  return command.option('--json', 'print JSON').action(async ({ json, ...options }: Flags) => {
    const { clean } = await import('@hashsight/training');
    const progress = progressLine();
    try {
      const result = await clean({ ...options, onProgress: progress.onProgress, onNote: progress.note });
      progress.end();
      console.log(json === true ? JSON.stringify(result, null, 2) : cleanText(result).join('\n'));
    } finally {
      progress.end();
    }
  });
}

type Result = Awaited<ReturnType<typeof import('@hashsight/training').clean>>;

function cleanText({ suggestions: { wrong, missing }, corrected, files }: Result): string[] {
  const tags = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'tag' : 'tags'}`;
  const next =
    corrected === 0
      ? [`  look at them and mark them: ${files.page}`]
      : [
          `  corrections of ${corrected.toLocaleString('en-US')} posts: ${files.corrections}`,
          `next: hashsight prepare … --corrections ${files.corrections}`,
        ];
  return [`${tags(wrong)} probably wrong, ${tags(missing)} probably missing: ${files.suggestions}`, ...next];
}
