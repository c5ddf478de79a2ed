import path from 'node:path';
import {
  type Evaluation,
  type Metrics,
  predictionsFile,
  SPLITS,
  type SplitName,
  unmeasuredText,
} from '@hashsight/formats';
import { tagOptionsSchema, trainingSettingsSchema, trainJobSchema } from '@hashsight/training/settings';
import { type Command, Option } from 'commander';
import { addLibraryFlags, givenOptions, nameFlagsInHelp } from './library-flags.js';
import {
  CHECKPOINT_HELP,
  checkpointText,
  LABELS_HELP,
  modelOf,
  PREPROCESSING_FLAGS,
  WEIGHTS_HELP,
} from './options.js';
import { progressLine } from './progress.js';

interface Flags {
  readonly run?: string;
  readonly weights?: string;
  readonly labels?: string;
  readonly out?: string;
  readonly data?: string;
  readonly split: SplitName;
  readonly checkpoint?: string;
  readonly device?: string;
  readonly workers?: number;
  readonly perTag?: boolean;
  readonly precision?: number;
  readonly confidence?: number;
  readonly json?: true;
}

/** `hashsight evaluate`: measures a run's model on the images of a split, compared with a baseline. */
export function evaluateCommand(command: Command): Command {
  command
    .option('--run <dir>', 'folder that hashsight train wrote; or give --weights')
    .option('--data <dir>', 'training set (default: the one used to train the run)')
    .addOption(
      new Option(
        '--split <name>',
        'split to measure: validation while you choose settings, test for the final figures',
      )
        .choices(SPLITS)
        .default('validation'),
    )
    .option('--checkpoint <which>', CHECKPOINT_HELP)
    .option('--weights <file>', `${WEIGHTS_HELP}; its classes are matched with those of --data by name`)
    .option('--labels <file>', LABELS_HELP)
    .option(
      '--out <dir>',
      'folder for the results (default: that of --run; with --weights none are written)',
    );
  addLibraryFlags(command, 'Options:', trainingSettingsSchema, { device: '<name>' });
  addLibraryFlags(command, 'Options:', trainJobSchema, { workers: '<count>' });
  addLibraryFlags(command, 'With --weights:', trainingSettingsSchema, PREPROCESSING_FLAGS);
  addLibraryFlags(command, 'Each tag:', tagOptionsSchema, {
    perTag: '',
    precision: '<share>',
    confidence: '<share>',
  });
  command.optionsGroup('Options:').option('--json', 'print JSON');
  return nameFlagsInHelp(command).action(
    async ({ json, run, weights, labels, ...rest }: Flags, called: Command) => {
      const options = { ...rest, ...givenOptions(called), ...modelOf({ run, weights, labels }) };
      const folder = rest.out ?? run;
      const { evaluate, readTagReport, readThresholds, tagReportText } = await import('@hashsight/training');
      const progress = progressLine();
      try {
        const evaluation = await evaluate({
          ...options,
          onProgress: progress.onProgress,
          onNote: progress.note,
        });
        progress.end();
        const isPerTag = options.perTag === true || options.precision !== undefined;
        const tags =
          isPerTag && folder !== undefined ? await readTagReport(folder, options.split) : undefined;
        if (json === true) {
          console.log(JSON.stringify(tags === undefined ? evaluation : { ...evaluation, tags }, null, 2));
          return;
        }
        console.log(evaluationText(evaluation, { name: run ?? path.dirname(weights ?? ''), folder }));
        if (tags !== undefined && folder !== undefined) {
          console.log(tagReportText(tags, await readThresholds(folder)).join('\n'));
        }
      } finally {
        progress.end();
      }
    },
  );
}

const ROWS: readonly (readonly [string, keyof Metrics])[] = [
  ['hit@1', 'hitAt1'],
  ['hit@5', 'hitAt5'],
  ['mean average precision', 'meanAveragePrecision'],
];

function evaluationText(
  evaluation: Evaluation,
  { name, folder }: { readonly name: string; readonly folder: string | undefined },
): string {
  const { checkpoint, checkpointRole, device, split, images, metrics, baseline } = evaluation;
  const { classes, unmeasured, testOpenings } = evaluation;
  const without = unmeasuredText(unmeasured, classes, split);
  const over = `${classes - unmeasured.length} of ${classes} classes`;
  return [
    `${name}: ${checkpointText(checkpoint, checkpointRole)} on ${images} ${split} images, on ${device}`,
    `  ${''.padEnd(24)}${'model'.padStart(8)}${'baseline'.padStart(10)}`,
    ...ROWS.map(
      ([label, key]) =>
        `  ${label.padEnd(24)}${metrics[key].toFixed(3).padStart(8)}${baseline[key].toFixed(3).padStart(10)}`,
    ),
    '  baseline: always predicts the most frequent classes',
    ...(without === undefined ? [] : [`  mean average precision over ${over}; ${without}`]),
    ...lowerBoundText(evaluation),
    ...(testOpenings === null
      ? []
      : [`  test labels opened ${testOpenings === 1 ? 'once' : `${testOpenings} times`}, by the ledger`]),
    ...(folder === undefined ? [] : [`  predictions: ${path.join(folder, predictionsFile(split))}`]),
  ].join('\n');
}

/** The lower bound of the metrics, if duplicates were searched. */
export function lowerBoundText({
  duplicates,
  metrics,
}: Pick<Evaluation, 'duplicates' | 'metrics'>): string[] {
  if (duplicates === null) return [];
  const { images, confirmed, lowerBound } = duplicates;
  if (images === 0) return ['  no image has a duplicate in the training set'];
  const bound = (key: 'hitAt1' | 'hitAt5') =>
    `${metrics[key].toFixed(3)}, at least ${lowerBound[key].toFixed(3)}`;
  return [
    `  hit@1 ${bound('hitAt1')}; hit@5 ${bound('hitAt5')} if the ${images} images with a duplicate in training count as wrong (${confirmed} confirmed, ${images - confirmed} suspected)`,
  ];
}
