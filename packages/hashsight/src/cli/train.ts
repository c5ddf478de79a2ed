import { recipeNames, trainingSettingsSchema, trainJobSchema } from '@hashsight/training/settings';
import { type Command, CommanderError } from 'commander';
import { addLibraryFlags, type FlagForms, nameFlagsInHelp } from './library-flags.js';
import { parseCount, parsePositiveInteger, parseRange } from './options.js';
import { settingsHelp } from './settings-help.js';
import type { TrainFlags } from './train-flags.js';

/** `hashsight train`: trains a model on a training set, or resumes a run. */
export function trainCommand(command: Command): Command {
  addRunFlags(command);
  addSettings(command, 'Length and learning rate:', {
    epochs: '<count>',
    samples: '<count>',
    batchSize: '<images>',
    gradAccumSteps: '<count>',
    lr: '<rate>',
    schedule: '<name>',
    decayEpochs: '<epochs>',
    decayRate: '<factor>',
    warmupEpochs: '<count>',
    warmupLr: '<rate>',
  });
  addSettings(command, 'Loss and regularization:', {
    loss: '<name>',
    labelSmoothing: '<share>',
    weightDecay: '<factor>',
    clipGrad: '<norm>',
    modelEmaDecay: '<decay>',
  });
  addSettings(command, 'Images:', {
    'preprocessing.imageSize': '<pixels>',
    'preprocessing.fit': '<how>',
    'augmentation.cropScale': {
      value: '<share[,share]>',
      help: "smallest share of an image's area that a random crop covers, or the smallest and the largest: 0.5,1 (default: 0.08,1)",
      parse: parseRange,
    },
    sampling: '<rule>',
    samplingThreshold: '<share>',
    seed: '<number>',
  });
  addSettings(command, 'Speed and memory:', {
    device: '<name>',
    amp: '<dtype>',
    gradCheckpointing: '',
    memoryFormat: '<name>',
    convAlgorithm: '<name>',
    cache: '<where>',
    shuffleBuffer: '<images>',
  });
  addLibraryFlags(command, 'Speed and memory:', trainJobSchema, { workers: '<count>', threads: '<count>' });
  addLibraryFlags(command, 'Checkpoints:', trainJobSchema, {
    checkpointSteps: '<count>',
    checkpointHist: '<count>',
  });
  addProcessFlags(command);
  addHelp(command);
  return nameFlagsInHelp(command).action(async (flags: TrainFlags, called: Command) => {
    const { runTraining } = await import('./run-train.js');
    await runTraining(flags, called);
  });
}

function addSettings(command: Command, heading: string, forms: FlagForms): void {
  addLibraryFlags(command, heading, trainingSettingsSchema, forms);
}

function addRunFlags(command: Command): void {
  const heading = 'Run:';
  addLibraryFlags(command, heading, trainJobSchema, { out: '<dir>', data: '<path>' });
  addSettings(command, heading, {
    model: {
      value: '<name>',
      help: 'model; hashsight models lists them (default: none; give it, or a recipe that names one)',
    },
  });
  command
    .option('--recipe <name>', 'settings from a .json file, or one of the recipes below; flags override them')
    .option(
      '--resume',
      'resume the run in --out with its settings; only --device may differ, and --epochs if the schedule allows it',
    )
    .option('--auto-resume', 'resume if there is a run in --out, else start: for jobs that are restarted');
  addLibraryFlags(command, heading, trainJobSchema, { initFrom: '<run>', weights: '<file>' });
}

function addProcessFlags(command: Command): void {
  addSettings(command, 'Several processes:', { syncBn: '' });
  command
    .option(
      '--nproc <count>',
      'train with this many processes on this machine, by torchrun',
      parsePositiveInteger,
    )
    .option(
      '--max-restarts <count>',
      'with --nproc: restarts of all processes from the last checkpoint after one has failed (default: 3)',
      parseCount,
    )
    .option(
      '--nnodes <count>',
      'with --nproc: machines that train together, each started by the same command (default: 1)',
      parsePositiveInteger,
    )
    .option('--node-rank <rank>', 'with --nnodes: number of this machine, from 0', parseCount)
    .option('--master-addr <host>', 'with --nnodes: host name of the machine with node rank 0')
    .option('--master-port <port>', 'with --nnodes: its port (default: 29500)', parsePositiveInteger)
    .option(
      '--dist-timeout <seconds>',
      'seconds that a process waits for the others (default: 600)',
      parsePositiveInteger,
    );
}

function addHelp(command: Command): void {
  command.optionsGroup('Options:');
  command.option('--help-all', 'show every setting, also those that only a recipe can set');
  // Runs during parsing, so that nothing else is required.
  command.on('option:help-all', () => {
    console.log(settingsHelp(command));
    throw new CommanderError(0, 'commander.helpDisplayed', 'all settings');
  });
  // A function, so that the folder is read only for help.
  command.addHelpText('after', () => `\nRecipes: ${recipeNames().join(', ')}`);
}
