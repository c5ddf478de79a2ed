import { byteText } from '@hashsight/formats/node';
import { exportModelOptionsSchema } from '@hashsight/training/settings';
import type { Command } from 'commander';
import { inFlags } from './flag-names.js';
import { addLibraryFlags, givenOptions, nameFlagsInHelp } from './library-flags.js';
import { CHECKPOINT_HELP } from './options.js';
import { progressLine } from './progress.js';

interface Flags {
  readonly run: string;
  readonly out: string;
  readonly checkpoint?: string;
  readonly data?: string;
  readonly transfer?: string;
  readonly json?: true;
}

type Exported = Awaited<ReturnType<typeof import('@hashsight/training').exportModel>>;

/** `hashsight export`: writes a run's model as ONNX, and checks it. */
export function exportCommand(command: Command): Command {
  command
    .requiredOption('--run <dir>', 'folder that hashsight train or transfer wrote')
    .requiredOption('--out <dir>', 'folder to create')
    .option('--checkpoint <which>', CHECKPOINT_HELP)
    .option(
      '--data <dir>',
      'training set, for related hashtags and for the images of the check (default: the one used to train the run)',
    )
    .option(
      '--transfer <dir>',
      'folder of hashsight transfer whose results the model card and the page show',
    );
  addLibraryFlags(command, 'Options:', exportModelOptionsSchema, {
    ...{ fp16: '', int8: '' },
    check: {
      help: 'do not compare the exported model with the engine by onnxruntime; the model card then says so',
    },
  });
  command.optionsGroup('Options:').option('--json', 'print JSON');
  return nameFlagsInHelp(command).action(
    async ({ run, out, checkpoint, data, transfer, json }: Flags, called: Command) => {
      const { exportModel } = await import('@hashsight/training');
      const progress = progressLine();
      try {
        const exported = await exportModel({
          ...{ run, out },
          ...(checkpoint !== undefined && { checkpoint }),
          ...(data !== undefined && { data }),
          ...(transfer !== undefined && { transfer }),
          ...givenOptions(called),
          onProgress: progress.onProgress,
          onNote: (line) => progress.note(inFlags(line, called)),
        });
        progress.end();
        console.log(json === true ? JSON.stringify(exported, null, 2) : exportedText(exported));
      } finally {
        progress.end();
      }
    },
  );
}

function exportedText(exported: Exported): string {
  const { out, architecture, checkpoint, parameters, numClasses, bytes, thresholds, check, compact } =
    exported;
  const millions = (parameters / 1e6).toFixed(1);
  return [
    `${out}: ${architecture}, ${checkpoint}, ${millions} M parameters, ${numClasses} classes, ${byteText(bytes)}`,
    thresholds === 0
      ? '  no thresholds; hashsight evaluate --precision chooses them'
      : `  ${thresholds} of ${numClasses} hashtags have a threshold`,
    ...checkLines(check),
    ...compact.map(compactLine),
  ].join('\n');
}

function checkLines(check: Exported['check']): string[] {
  if (check === undefined) return [];
  return check.runtimes.map(
    ({ title, images, differences }) =>
      `  ${title}: the logits differ from the engine's by at most ${differences.logits.toExponential(1)} on ${images} ${check.source} images`,
  );
}

function compactLine({ file, bytes, loss }: Exported['compact'][number]): string {
  if (loss === undefined) return `  ${file}: ${byteText(bytes)}; the loss of accuracy was not measured`;
  const { hitAt1, changed, meanDifference, images, source } = loss;
  const hits =
    hitAt1 === null ? '' : `hit@1 ${hitAt1.compact.toFixed(3)} instead of ${hitAt1.float32.toFixed(3)}, `;
  return `  ${file}: ${byteText(bytes)}; ${hits}another top prediction on ${(100 * changed).toFixed(1)} % of ${images} ${source} images, probabilities differ by ${meanDifference.toExponential(1)} on average`;
}
